"""`portfolio`: figures over all products."""

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import Invocation, command
from os2governance.i18n.text import _

HELP = _(
    "Show the portfolio's figures: levels, lights, shared economy, users, and what "
    "is overdue.\nA figure that nobody declared is counted apart, never as zero. "
    "Without PATH the folder products.\nExit code: 0, or 2 if a file cannot be read "
    "or there is nothing to count."
)
EXAMPLES = ("os2governance portfolio", "os2governance portfolio --format csv > os2.csv")
FORMAT_OPTION = Option(
    ["--format", "form"],
    _("text for people, json for programs, csv for spreadsheets (a row for each product)."),
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    metavar="text|json|csv",
)
PATHS_ARGUMENT = click.Argument(["paths"], nargs=-1, metavar="[PATH]...")


@command("portfolio", HELP, EXAMPLES, PATHS_ARGUMENT, FORMAT_OPTION)
def portfolio(invocation: Invocation, paths: tuple[str, ...], form: str) -> int:
    """Compute the figures of the products that the paths mean."""
    from os2governance.workflows.portfolio import write_portfolio

    return write_portfolio(paths, invocation, form)
