"""`round`: how far each product is in the round of a half-year."""

from pathlib import Path
from typing import Any

import click

from os2governance.cli.localised_click import Option, UsageError
from os2governance.cli.options import PATHS_ARGUMENT, Invocation, command
from os2governance.cli.output import (
    EXIT_UNREADABLE,
    print_findings_to_stderr,
    print_paper,
    write_json_object,
    write_output,
)
from os2governance.i18n.half_years import HalfYear, parse_half_year
from os2governance.i18n.text import _

HELP = _(
    "Show the round of a half-year: which products are invited, have handed in their "
    "self-assessment, are evaluated, heard, on the agenda, decided and followed up; what is due "
    "when, and who is late.\nWhat is done is read from the record. Deadlines, other dates and "
    "remarks are read from rounds/<half-year>.yaml beside the folder of products. PATH defaults "
    "to the folder products.\nExit code: 0, or 2 if a file cannot be read or there are no "
    "products."
)
EXAMPLES = (
    "os2governance round",
    "os2governance round --half-year 2026-2 --format html > round.html",
    "os2governance round --format ics > round.ics",
)


class _HalfYearType(click.ParamType[HalfYear]):
    name = "half-year"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> HalfYear:
        """Parse a half-year."""
        del param, ctx
        half = parse_half_year(value)
        if half:
            return half
        raise UsageError(_("'{value}' is not a half-year; write it as 2026-2.").fill(value=value))


OPTIONS = (
    Option(
        ["--half-year", "half"],
        _("The half-year, such as 2026-2; defaults to that of the assessment date."),
        type=_HalfYearType(),
        metavar="HALF",
    ),
    Option(
        ["--file", "file"],
        _("The file with deadlines and remarks; defaults to rounds/<half-year>.yaml."),
        type=click.Path(path_type=Path),
        metavar="FILE",
    ),
    Option(
        ["--format", "form"],
        _(
            "text or html for people, json for programs, csv for spreadsheets (a row per step), "
            "ics for a calendar."
        ),
        type=click.Choice(["text", "json", "csv", "html", "ics"]),
        default="text",
        metavar="text|json|csv|html|ics",
    ),
)


@command("round", HELP, EXAMPLES, PATHS_ARGUMENT, *OPTIONS)
def round_(
    invocation: Invocation,
    paths: tuple[str, ...],
    *,
    half: HalfYear | None,
    file: Path | None,
    form: str,
) -> int:
    """Print the round of the products that the paths mean."""
    from os2governance.workflows.round import find_round

    found = find_round(paths, half, file, invocation.context)
    language = invocation.context.language
    state, models, findings = found.state, found.models, found.findings
    if form == "json":
        from os2governance.render.round.json import build_round_object

        write_json_object(build_round_object(state, models, findings, language))
    elif form in {"csv", "ics"}:
        from os2governance.render.round.csv import render_round_csv
        from os2governance.render.round.ics import render_round_calendar

        render = render_round_csv if form == "csv" else render_round_calendar
        write_output(render(state, models, language))
        print_findings_to_stderr(findings, invocation)
    else:
        from os2governance.render.round.paper import build_round_paper

        paper = build_round_paper(state, models, found.wanted_file, language)
        print_paper(paper, form, findings, invocation)
    return EXIT_UNREADABLE if any(each.severity == "error" for each in findings) else 0
