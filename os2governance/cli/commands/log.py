"""`log`: the decision log of all products."""

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import Invocation, command
from os2governance.cli.output import (
    EXIT_UNREADABLE,
    print_findings,
    print_page,
    write_json_object,
    write_output,
)
from os2governance.i18n.text import _

HELP = _(
    "Show the decision log: what was decided about the products, year by year, "
    "newest first.\nPATH is as for assess."
)
EXAMPLES = ("os2governance log --format markdown", "os2governance log --year 2026")
OPTIONS = (
    Option(
        ["--year"],
        _("Show only this year."),
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
    from os2governance.workflows.decision_log import collect_decisions

    context = invocation.context
    years, models, findings = collect_decisions(paths, year, context)
    if form == "json":
        from os2governance.render.decisions.log_json import build_log_object

        write_json_object(
            build_log_object(
                years,
                context.as_of,
                models=models,
                findings=findings,
                language=context.language,
            )
        )
    elif form == "markdown":
        from os2governance.render.decisions.log_markdown import render_log_markdown

        write_output(render_log_markdown(years, context.language))
    else:
        from os2governance.render.decisions.log_text import render_log_blocks

        print_page(render_log_blocks(years, context.language), invocation)
        print_findings(findings, invocation)
    return EXIT_UNREADABLE if findings else 0
