"""`case`: the board paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from os2governance.cli.localised_click import Option, UsageError
from os2governance.cli.options import Invocation, command
from os2governance.cli.output import show_findings
from os2governance.i18n.text import _
from os2governance.workflows.context import Context

if TYPE_CHECKING:
    from os2governance.findings.finding import Finding
    from os2governance.render.common.paper import PaperPart

HELP = _(
    "Write the decision paper on a product's level, or on a change of the model (in Danish).\n"
    "Without --proposal it is about the level that the newest evaluation recommends. What you "
    "change between the marks in FILE (recommendation, judgements, deviations and their "
    "deadlines) is kept when it is regenerated; changes outside them are not.\nWith "
    "--model-change, REF is a model (os2/1.1.0), its folder, or a git revision (HEAD) to "
    "compare the model with; without PATH it covers all products in the folder products."
)
EXAMPLES = (
    "os2governance case products/os2eksempel --proposal 2",
    "os2governance case products/os2eksempel --format html --out sag.html",
    "os2governance case --model-change --from os2/1.1.0 --to criteria/os2/1.2.0",
)
OPTIONS = (
    Option(["--proposal"], _("The proposed level (its id)."), metavar="LEVEL"),
    Option(
        ["--for", "addressee"],
        _("The role that is to decide; defaults to the model's decision-maker."),
        metavar="ROLE",
    ),
    Option(
        ["--full"],
        _("Add all criteria, the whole grounds of the evaluation, and the files."),
        is_flag=True,
    ),
    Option(["--model-change"], _("Write the paper on a change of the model."), is_flag=True),
    Option(
        ["--from", "before"],
        _("The model before the change (with --model-change)."),
        metavar="REF",
    ),
    Option(
        ["--to", "after"], _("The model after the change; defaults to the newest."), metavar="REF"
    ),
    Option(
        ["--format", "form"],
        _("html is ready to print on A4."),
        type=click.Choice(["markdown", "html"]),
        default="markdown",
        metavar="markdown|html",
    ),
    Option(["--out"], _("The file to write; without it the paper is shown."), metavar="FILE"),
)


@command("case", HELP, EXAMPLES, click.Argument(["paths"], nargs=-1, metavar="[PATH]"), *OPTIONS)
def case_(  # noqa: PLR0913 - one for each option
    invocation: Invocation, paths: tuple[str, ...], *, proposal: str | None,
    addressee: str | None, full: bool, model_change: bool, before: str | None,
    after: str | None, form: str, out: str | None,
) -> int:  # fmt: skip
    """Write the board paper on one product, or on a change of the model."""
    from os2governance.cli.papers import write_paper

    asked = _Asked(
        paths=paths, proposal=proposal, addressee=addressee, before=before, after=after, full=full
    )
    build = _build_model_paper if model_change else _build_product_paper
    parts, findings = build(asked, invocation.context)
    if parts is None:
        return show_findings(findings, invocation, "text")
    if findings := write_paper(parts, form, out, invocation):
        return show_findings(findings, invocation, "text")
    return 0


@dataclass(frozen=True, kw_only=True, slots=True)
class _Asked:
    """What is asked for on the command line."""

    paths: Sequence[str]
    proposal: str | None
    addressee: str | None
    before: str | None
    after: str | None
    full: bool


def _build_product_paper(
    asked: _Asked, context: Context
) -> "tuple[list[PaperPart] | None, list[Finding]]":
    from os2governance.render.board.product_paper import build_product_paper
    from os2governance.workflows.board_case import prepare_product_case

    if asked.before or asked.after:
        raise UsageError(_("--from and --to require --model-change."))
    if len(asked.paths) != 1:
        raise UsageError(_("Name one product, such as products/os2eksempel, or --model-change."))
    case, findings = prepare_product_case(
        asked.paths[0], asked.proposal, context, addressee=asked.addressee
    )
    return list(build_product_paper(case, full=asked.full)) if case else None, findings


def _build_model_paper(
    asked: _Asked, context: Context
) -> "tuple[list[PaperPart] | None, list[Finding]]":
    from os2governance.render.board.model_paper import build_model_paper
    from os2governance.workflows.board_case import prepare_model_case

    if asked.before is None or asked.proposal is not None or asked.addressee or asked.full:
        raise UsageError(
            _(
                "--model-change requires --from (the model before), and cannot be used with "
                "--proposal, --for or --full."
            )
        )
    case = prepare_model_case(asked.before, asked.after, asked.paths, context)
    return list(build_model_paper(case)), []
