"""`portfolio`: figures over all products."""

from typing import TYPE_CHECKING

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import PATHS_ARGUMENT, Invocation, build_cluster_option, command
from os2governance.i18n.text import _

if TYPE_CHECKING:
    from os2governance.workflows.portfolio import AssessedPortfolio

HELP = _(
    "Show the portfolio's figures: levels, ratings, shared economy, users, and overdue "
    "deadlines.\nA figure that was not stated is counted separately, never as zero. PATH "
    "defaults to the folder products.\nExit code: 0, or 2 if a file cannot be read or there is "
    "nothing to count."
)
EXAMPLES = ("os2governance portfolio", "os2governance portfolio --format csv > os2.csv")
FORMAT_OPTION = Option(
    ["--format", "form"],
    _("text for people, json for programs, csv for spreadsheets (one row per product)."),
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    metavar="text|json|csv",
)


@command("portfolio", HELP, EXAMPLES, PATHS_ARGUMENT, FORMAT_OPTION, build_cluster_option())
def portfolio(
    invocation: Invocation, paths: tuple[str, ...], form: str, cluster: str | None
) -> int:
    """Print the figures of the products that the paths mean."""
    from os2governance.cli.output import EXIT_UNREADABLE
    from os2governance.workflows.portfolio import assess_portfolio

    assessed = assess_portfolio(paths, invocation.context, cluster)
    _print_portfolio(assessed, form, invocation)
    return EXIT_UNREADABLE if assessed.findings else 0


def _print_portfolio(assessed: "AssessedPortfolio", form: str, invocation: Invocation) -> None:
    from os2governance.cli.output import print_page, write_json_object, write_output

    models, findings = assessed.models, assessed.findings
    as_of, language = invocation.context.as_of, invocation.context.language
    if form == "csv":
        from os2governance.render.portfolio.csv import render_portfolio_csv

        write_output(render_portfolio_csv(assessed.contributions, models, language))
        return
    if form == "json":
        from os2governance.render.portfolio.json import build_portfolio_object

        digests = {name: model.digest for name, model in models.items()}
        write_json_object(
            build_portfolio_object(
                assessed.figures, as_of, models=digests, findings=findings, language=language
            )
        )
        return
    from os2governance.render.common.findings import render_finding_blocks
    from os2governance.render.portfolio.text import render_portfolio_blocks

    if assessed.contributions:
        print_page(render_portfolio_blocks(assessed.figures, models, as_of, language), invocation)
    print_page(render_finding_blocks(findings, language), invocation)
