"""`agenda`: the paper for a meeting."""

from collections.abc import Iterable
from datetime import date

import click

from os2governance.cli.localised_click import Option, UsageError
from os2governance.cli.options import PATHS_ARGUMENT, Invocation, build_date_type, command
from os2governance.cli.output import (
    EXIT_UNREADABLE,
    print_findings_to_stderr,
    write_json_object,
    write_output,
)
from os2governance.i18n.text import _

HELP = _(
    "Write one paper for a meeting over products (in Danish): a table of what is to be decided, "
    "the products that keep their level as one item, and each other case as an item of its own "
    "with an annex.\nA product is on the agenda if an evaluation recommends a level since it was "
    "placed, if the deadline of an accepted deviation has passed or is near, or "
    "if --proposal names a level for it. Text in marked fields is kept when FILE is regenerated.\n"
    "With --format minutes: what is recommended as minutes, to change and record with decide "
    "--from."
)
EXAMPLES = (
    "os2governance agenda --on 2026-12-09 --out dagsorden.md",
    "os2governance agenda --proposal os2eksempel=2 --format html --out dagsorden.html",
    "os2governance agenda --on 2026-12-09 --format minutes > referat.yaml",
)
OPTIONS = (
    Option(
        ["--on"],
        _("The date of the meeting; defaults to the assessment date."),
        type=build_date_type(),
        metavar="DATE",
    ),
    Option(
        ["--proposal", "proposed"],
        _("The level that is proposed for a product: PRODUCT=LEVEL. Can be repeated."),
        metavar="PRODUCT=LEVEL",
        multiple=True,
    ),
    Option(
        ["--format", "form"],
        _("html is ready to print on A4; json is for programs."),
        type=click.Choice(["markdown", "html", "json", "minutes"]),
        default="markdown",
        metavar="markdown|html|json|minutes",
    ),
    Option(["--out"], _("The file to write; without it the paper is shown."), metavar="FILE"),
)


@command("agenda", HELP, EXAMPLES, PATHS_ARGUMENT, *OPTIONS)
def agenda(  # noqa: PLR0913 - one for each option
    invocation: Invocation, paths: tuple[str, ...], *, on: date | None, proposed: tuple[str, ...],
    form: str, out: str | None,
) -> int:  # fmt: skip
    """Write the paper; exit code 2 where a product cannot be read."""
    from os2governance.cli.papers import write_paper
    from os2governance.render.board.agenda_json import build_agenda_object
    from os2governance.render.board.agenda_minutes import render_minutes
    from os2governance.render.board.agenda_paper import build_agenda_paper
    from os2governance.workflows.agenda import prepare_agenda

    if out is not None and form in {"json", "minutes"}:
        raise UsageError(_("--out goes with --format markdown or html."))
    context = invocation.context
    proposals = _parse_proposals(proposed)
    found, findings = prepare_agenda(paths, proposals, on or context.as_of, context)
    if form == "json":
        write_json_object(build_agenda_object(found, findings, context.language))
        return EXIT_UNREADABLE if findings else 0
    if form == "minutes":
        write_output(render_minutes(found, context.language))
    else:
        findings += write_paper(list(build_agenda_paper(found)), form, out, invocation)
    print_findings_to_stderr(findings, invocation)
    return EXIT_UNREADABLE if findings else 0


def _parse_proposals(said: Iterable[str]) -> dict[str, str]:
    """The proposed levels by product."""
    found: dict[str, str] = {}
    for each in said:
        name, equals, level = (part.strip() for part in each.partition("="))
        if not (name and equals and level):
            raise UsageError(_("'{each}' must be written as PRODUCT=LEVEL.").fill(each=each))
        if name in found:
            raise UsageError(_("{name} is given twice.").fill(name=name))
        found[name] = level
    return found
