"""The round of a half-year over the products that paths mean, with its file of deadlines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from os2governance.documents.sources import ROUNDS_FOLDER
from os2governance.files.listing import format_path
from os2governance.files.paths import may_be_there
from os2governance.files.reading import read_file
from os2governance.findings.finding import Finding
from os2governance.i18n.half_years import HalfYear, find_half_year
from os2governance.model.model import Model
from os2governance.portfolio.round import RoundState, build_round, list_round_records
from os2governance.portfolio.round_file import RoundPlan, find_unknown_products, read_round
from os2governance.workflows.collect import collect_from_products, open_models
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import find_portfolio_folder, list_product_files


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductsInRound:
    """The state of the round, its models, findings, and where its file belongs.

    `wanted_file` is empty where there is a file that cannot be used: its findings say why.
    """

    state: RoundState
    models: Mapping[str, Model]
    wanted_file: str
    findings: Sequence[Finding]


def find_round(
    paths: Sequence[str], half: HalfYear | None, file: Path | None, context: Context
) -> ProductsInRound:
    """Find how far the products that the paths mean are in a round; by default today's."""
    half = half or find_half_year(context.as_of)
    files, findings = list_product_files(paths, context.scope)
    wanted = file or find_portfolio_folder(files) / ROUNDS_FOLDER / f"{half.id}.yaml"
    plan, wrong = _read_plan(wanted, half, required=file is not None)
    findings += wrong
    found = collect_from_products(files, partial(list_round_records, half=half), context)
    findings += found.findings
    if plan and not paths:
        unread = (Path(file).parent.name for file in found.unread)
        known = [*(each.product for each in found.items), *unread]
        findings += find_unknown_products(plan, known)
    models = open_models((each.model for each in found.items), context)
    state = build_round(found.items, plan or RoundPlan(), half, context.as_of)
    return ProductsInRound(
        state=state,
        models=models,
        wanted_file="" if wrong else format_path(wanted),
        findings=findings,
    )


def _read_plan(
    path: Path, half: HalfYear, *, required: bool
) -> tuple[RoundPlan | None, list[Finding]]:
    """Read the file of a round; there may be none, unless it was asked for by name."""
    if not required and not may_be_there(path):
        return None, []
    data, findings = read_file(path)
    if data is None:
        return None, findings
    return read_round(data, format_path(path), half)
