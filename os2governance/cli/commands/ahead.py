"""`ahead`: what changes by itself, and what to renew by which date."""

from datetime import date

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import Invocation, build_date_type, command
from os2governance.i18n.text import _

HELP = _(
    "Show what changes by itself: agreements, acceptances, minutes and deadlines "
    "that run out.\nFor each day on which a criterion or level changes although "
    "nobody touches a file: what to renew, by when, and who. Without PATH the "
    "folder products.\nExit code: 0, or 2 if a file cannot be read or there is "
    "nothing to look at."
)
EXAMPLES = (
    "os2governance ahead",
    "os2governance ahead products/os2eksempel --until 2027-12-31",
    "os2governance ahead --format ics > os2.ics",
)
UNTIL_OPTION = Option(
    ["--until"],
    _("The last day that is looked at; otherwise a year ahead."),
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
    click.Argument(["paths"], nargs=-1, metavar="[PATH]..."),
    UNTIL_OPTION,
    FORMAT_OPTION,
)
def ahead(invocation: Invocation, paths: tuple[str, ...], until: date | None, form: str) -> int:
    """Forecast the products that the paths mean."""
    from os2governance.cli.ahead_pages import write_forecast

    return write_forecast(paths, until, invocation, form)
