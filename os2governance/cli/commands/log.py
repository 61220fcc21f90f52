"""`log`: the decision log of all products."""

import click

from os2governance.cli.bilingual_click import Option
from os2governance.cli.options import Given, command
from os2governance.i18n.text import Text

WORDS = Text(
    "Vis beslutningsloggen: hvad der er besluttet om produkterne, år for år, det nyeste først.\n"
    "PATH er som for assess.",
    "Show the decision log: what was decided about the products, year by year, newest first.\n"
    "PATH is as for assess.",
)
EXAMPLES = ("os2governance log --format markdown", "os2governance log --year 2026")
OPTIONS = (
    Option(
        ["--year"],
        Text("Kun dette år.", "Only this year."),
        type=click.IntRange(1, 9999),
        metavar="YEAR",
    ),
    Option(
        ["--format", "form"],
        Text(
            "markdown er til at offentliggøre, json til programmer.",
            "markdown for publishing, json for programs.",
        ),
        type=click.Choice(["text", "markdown", "json"]),
        default="text",
        metavar="text|markdown|json",
    ),
)
PATHS = click.Argument(["paths"], nargs=-1, metavar="[PATH]...")


@command("log", WORDS, EXAMPLES, PATHS, *OPTIONS)
def log(given: Given, paths: tuple[str, ...], year: int | None, form: str) -> int:
    """Print the log; exit code 2 where a product or its record cannot be read."""
    from os2governance.analysis.decision_log import by_year
    from os2governance.cli.output import NOT_READ, page, put, put_object
    from os2governance.render.common.findings import finding_blocks
    from os2governance.workflows.decision_log import decisions

    found = decisions(paths, given)
    years = by_year(found.log, year)
    if form == "json":
        from os2governance.render.decisions.log_json import log_object

        put_object(log_object(years, given.as_of, found.models, found.findings, given.language))
    elif form == "markdown":
        from os2governance.render.decisions.log_markdown import log_markdown

        put(log_markdown(years, given.language))
    else:
        from os2governance.render.decisions.log_text import log_blocks

        page(log_blocks(years, given.language), given)
    if found.findings and form == "text":
        page(finding_blocks(found.findings, given.language), given)
    return NOT_READ if found.findings else 0
