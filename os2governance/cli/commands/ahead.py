"""`ahead`: what changes by itself, and what to renew by which date."""

from datetime import date

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import PATHS_ARGUMENT, Invocation, build_date_type, command
from os2governance.cli.output import (
    EXIT_UNREADABLE,
    print_findings,
    print_findings_to_stderr,
    print_page,
    write_json_object,
    write_output,
)
from os2governance.i18n.text import _

HELP = _(
    "Show upcoming changes: agreements, acceptances, minutes and deadlines that expire.\nFor "
    "each day on which a criterion or level changes without an edited file: what to renew, by "
    "when, and who; and the evaluations that are overdue or fall due. PATH defaults to the "
    "folder products.\nExit code: 0, or 2 if a file cannot "
    "be read or there are no products."
)
EXAMPLES = (
    "os2governance ahead",
    "os2governance ahead products/os2eksempel --until 2027-12-31",
    "os2governance ahead --format ics > os2.ics",
)
UNTIL_OPTION = Option(
    ["--until"],
    _("The last day to include; defaults to a year ahead."),
    type=build_date_type(),
    metavar="DATE",
)
FORMAT_OPTION = Option(
    ["--format", "form"],
    _("text for people, json for programs, ics for a calendar."),
    type=click.Choice(["text", "json", "ics"]),
    default="text",
    metavar="text|json|ics",
)


@command(
    "ahead",
    HELP,
    EXAMPLES,
    PATHS_ARGUMENT,
    UNTIL_OPTION,
    FORMAT_OPTION,
)
def ahead(invocation: Invocation, paths: tuple[str, ...], until: date | None, form: str) -> int:
    """Forecast the products that the paths mean."""
    from os2governance.workflows.forecast import forecast_products

    context = invocation.context
    products, last, findings = forecast_products(paths, until, context)
    if form == "json":
        from os2governance.render.forecast.json import build_forecast_object

        write_json_object(
            build_forecast_object(
                products, context.as_of, until=last, findings=findings, language=context.language
            )
        )
    elif form == "ics":
        from os2governance.render.forecast.ics import render_forecast_calendar

        write_output(render_forecast_calendar(products, context.as_of, last, context.language))
        print_findings_to_stderr(findings, invocation)  # a calendar cannot hold findings
    else:
        from os2governance.render.forecast.text import render_forecasts_blocks

        print_page(render_forecasts_blocks(products, last, context.language), invocation)
        print_findings(findings, invocation)
    return EXIT_UNREADABLE if findings else 0
