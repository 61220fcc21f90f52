"""Figures over the portfolio: of each product only its contribution is kept in memory."""

import pickle
from collections.abc import Sequence
from typing import NamedTuple

from os2governance.cli.options import Invocation
from os2governance.cli.output import EXIT_UNREADABLE, print_page, write_json_object, write_output
from os2governance.findings.finding import Finding
from os2governance.findings.not_possible import NotPossibleError
from os2governance.model.model import Model
from os2governance.portfolio.contribution import ProductContribution, build_contribution
from os2governance.portfolio.figures import count_portfolio
from os2governance.product.product import UnreadableProduct
from os2governance.workflows.batch import (
    PROCESS_ENDED,
    ChunkTask,
    ProcessEndedError,
    run_in_chunks,
)
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import assess_product_file, list_product_files


class CollectedContributions(NamedTuple):
    """The contribution of each usable product, and findings on files."""

    contributions: list[ProductContribution]
    unreadable_count: int
    findings: list[Finding]


def write_portfolio(paths: Sequence[str], invocation: Invocation, form: str) -> int:
    """Compute and write the figures; the exit code tells whether everything could be read."""
    files, findings = list_product_files(paths)
    try:
        counted = collect_contributions(files, invocation.context)
    except ProcessEndedError:
        raise NotPossibleError(PROCESS_ENDED) from None
    findings += counted.findings
    library = invocation.context.open_library()
    models = {
        name: model
        for name in sorted({each.model for each in counted.contributions})
        if (model := library.model(name)[0])
    }
    _write_format(counted, models, findings=findings, invocation=invocation, form=form)
    return EXIT_UNREADABLE if findings else 0


def _write_format(
    counted: CollectedContributions,
    models: dict[str, Model],
    findings: Sequence[Finding],
    invocation: Invocation,
    form: str,
) -> None:
    language = invocation.context.language
    if form == "csv":
        from os2governance.render.portfolio.csv import render_portfolio_csv

        write_output(render_portfolio_csv(counted.contributions, models, language))
        return
    figures = count_portfolio(counted.contributions, models, counted.unreadable_count)
    if form == "json":
        from os2governance.render.portfolio.json import build_portfolio_object

        digests = {name: model.digest for name, model in models.items()}
        write_json_object(
            build_portfolio_object(
                figures,
                invocation.context.as_of,
                models=digests,
                findings=findings,
                language=language,
            )
        )
        return
    from os2governance.render.common.findings import render_finding_blocks
    from os2governance.render.portfolio.text import render_portfolio_blocks

    if counted.contributions:
        print_page(
            render_portfolio_blocks(figures, models, invocation.context.as_of, language),
            invocation,
        )
    print_page(render_finding_blocks(findings, language), invocation)


def collect_contributions(files: Sequence[str], context: Context) -> CollectedContributions:
    """Collect the contribution of each product.

    Raises:
        ProcessEndedError: when a process ends before its work is done.
    """
    whole = CollectedContributions([], 0, [])
    for data, _ in run_in_chunks(files, _build_task(context)):
        # The pickled data was written by a process of this program.
        part: CollectedContributions = pickle.loads(data)  # noqa: S301
        whole = CollectedContributions(
            whole.contributions + part.contributions,
            whole.unreadable_count + part.unreadable_count,
            whole.findings + part.findings,
        )
    return whole


def _build_task(context: Context) -> ChunkTask:
    library = context.open_library()

    def work(files: Sequence[str]) -> tuple[bytes, None]:
        counted = CollectedContributions([], 0, [])
        for file in files:
            assessed, whole = assess_product_file(file, library, context.as_of)
            if isinstance(assessed, UnreadableProduct):
                counted = counted._replace(unreadable_count=counted.unreadable_count + 1)
                counted.findings.extend(assessed.findings)
            else:
                counted.contributions.append(build_contribution(assessed))
                errors = (f for f in assessed.findings if f.severity == "error")
                counted.findings.extend(() if whole else errors)
        return pickle.dumps(counted), None

    return work
