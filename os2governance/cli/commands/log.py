"""`log`: the decision log of all products."""

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import Invocation, command
from os2governance.i18n.text import _

HELP = _(
    "Show the decision log: what was decided about the products, year by year, "
    "newest first.\nPATH is as for assess."
)
EXAMPLES = ("os2governance log --format markdown", "os2governance log --year 2026")
OPTIONS = (
    Option(
        ["--year"],
        _("Only this year."),
        type=click.IntRange(1, 9999),
        metavar="YEAR",
    ),
    Option(
        ["--format", "form"],
        _("markdown for publishing, json for programs."),
        type=click.Choice(["text", "markdown", "json"]),
        default="text",
        metavar="text|markdown|json",
    ),
)
PATHS_ARGUMENT = click.Argument(["paths"], nargs=-1, metavar="[PATH]...")


@command("log", HELP, EXAMPLES, PATHS_ARGUMENT, *OPTIONS)
def log(invocation: Invocation, paths: tuple[str, ...], year: int | None, form: str) -> int:
    """Print the log; exit code 2 where a product or its record cannot be read."""
    from os2governance.analysis.decision_log import group_by_year
    from os2governance.cli.output import (
        EXIT_UNREADABLE,
        print_page,
        write_json_object,
        write_output,
    )
    from os2governance.render.common.findings import render_finding_blocks
    from os2governance.workflows.decision_log import collect_decisions

    found = collect_decisions(paths, invocation.context)
    years = group_by_year(found.entries, year)
    if form == "json":
        from os2governance.render.decisions.log_json import build_log_object

        write_json_object(
            build_log_object(
                years,
                invocation.context.as_of,
                models=found.model_digests,
                findings=found.findings,
                language=invocation.context.language,
            )
        )
    elif form == "markdown":
        from os2governance.render.decisions.log_markdown import render_log_markdown

        write_output(render_log_markdown(years, invocation.context.language))
    else:
        from os2governance.render.decisions.log_text import render_log_blocks

        print_page(render_log_blocks(years, invocation.context.language), invocation)
    if found.findings and form == "text":
        print_page(render_finding_blocks(found.findings, invocation.context.language), invocation)
    return EXIT_UNREADABLE if found.findings else 0
