"""`log`: the decision log of all products."""

from pathlib import Path

import click

from os2governance.cli.localised_click import Option, UsageError
from os2governance.cli.options import PATHS_ARGUMENT, Invocation, command
from os2governance.cli.output import (
    EXIT_FINDINGS,
    EXIT_UNREADABLE,
    print_findings,
    print_page,
    write_json_object,
    write_output,
)
from os2governance.i18n.text import _

HELP = _(
    "Show the decision log: what was decided about the products, year by year, "
    "newest first.\nPATH is as for assess.\nWith --verify: of each entry of the record "
    "(evaluations, register, decisions, earlier self-assessments) when, in which commit and by "
    "whom it came, through the whole history or from one revision to another, merges included. "
    "Exit code 1 if an entry did not stay as it was."
)
EXAMPLES = (
    "os2governance log --format markdown",
    "os2governance log --year 2026",
    "os2governance log --verify",
)
WHOLE_HISTORY = "HEAD"
OPTIONS = (
    Option(
        ["--year"],
        _("Show only this year."),
        type=click.IntRange(1, 9999),
        metavar="YEAR",
    ),
    Option(
        ["--verify"],
        _("Verify the record through the history instead; defaults to all of it."),
        is_flag=False,
        flag_value=WHOLE_HISTORY,
        metavar="[REV..REV]",
    ),
    Option(
        ["--format", "form"],
        _("markdown for publishing, json for programs."),
        type=click.Choice(["text", "markdown", "json"]),
        default="text",
        metavar="text|markdown|json",
    ),
)


@command("log", HELP, EXAMPLES, PATHS_ARGUMENT, *OPTIONS)
def log(
    invocation: Invocation,
    paths: tuple[str, ...],
    *,
    year: int | None,
    verify: str | None,
    form: str,
) -> int:
    """Print the log; exit code 2 where a product or its record cannot be read."""
    if verify is not None:
        if year is not None or form == "markdown":
            raise UsageError(_("--verify goes with --format text or json, and with all years."))
        return _verify(verify, paths, form, invocation)
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


def _verify(said: str, paths: tuple[str, ...], form: str, invocation: Invocation) -> int:
    """Print what has become of each entry of the record; exit code 1 where one did not stay."""
    from os2governance.files.paths import is_there
    from os2governance.workflows.verify_record import verify_record

    if ".." not in said and is_there(Path(said)):  # the option took what is a path
        said, paths = WHOLE_HISTORY, (said, *paths)
    found = verify_record(said, paths, invocation.context.scope)
    if form == "json":
        from os2governance.render.decisions.record_json import build_record_object

        write_json_object(build_record_object(found, invocation.context.language))
    else:
        from os2governance.render.decisions.record_text import render_record_blocks

        print_page(render_record_blocks(found, invocation.context.language), invocation)
        print_findings(found.findings, invocation)
    return EXIT_FINDINGS if found.findings else 0
