"""`changes`: what differs between two states, and what caused it."""

from typing import TYPE_CHECKING

import click

from os2governance.cli.localised_click import Option
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

if TYPE_CHECKING:
    from os2governance.workflows.compare import StateComparison

HELP = _(
    "Show what has changed between two states, and why: facts, answers, evaluation, decision, "
    "model or time.\nA state (STATE) is now (the files as they are, including uncommitted "
    "changes), a git revision (HEAD~3), a folder of products (before/), a date (2026-05-01), a "
    "model (model:os2/1.1.0), or several joined by @: HEAD~3@2026-05-01. The date defaults to "
    "the assessment date. Without --from: since each product's last decision.\nExit code: 0; 1 "
    "if an assessed level has changed without a decision; 2 if a file cannot be read."
)
EXAMPLES = (
    "os2governance changes",
    "os2governance changes --from HEAD~3",
    "os2governance changes --from 2026-05-01 --to 2026-11-01 products/os2eksempel",
    "os2governance changes --from origin/main --format github-summary > comment.md",
)
FROM_OPTION = Option(
    ["--from", "before"],
    _("The earlier state."),
    metavar="STATE",
)
TO_OPTION = Option(
    ["--to", "after"],
    _("The later state; defaults to now."),
    metavar="STATE",
)
FORMATS = ("text", "json", "markdown", "github-summary")
FORMAT_OPTION = Option(
    ["--format", "form"],
    _("github-summary is a short comment for a pull request."),
    type=click.Choice(FORMATS),
    default="text",
    metavar="|".join(FORMATS),
)


@command(
    "changes",
    HELP,
    EXAMPLES,
    PATHS_ARGUMENT,
    FROM_OPTION,
    TO_OPTION,
    FORMAT_OPTION,
)
def changes(
    invocation: Invocation,
    paths: tuple[str, ...],
    before: str | None,
    after: str | None,
    form: str,
) -> int:
    """Compare two states of the products that the paths mean."""
    from os2governance.workflows.compare import compare_states

    compared = compare_states(before, after, paths, invocation.context)
    _print_comparison(compared, form, invocation)
    if any(finding.severity == "error" for finding in compared.unreadable):
        return EXIT_UNREADABLE
    return EXIT_FINDINGS if compared.undecided else 0


def _print_comparison(compared: "StateComparison", form: str, invocation: Invocation) -> None:
    language = invocation.context.language
    states = (compared.old_state, compared.new_state)
    findings = [*compared.undecided, *compared.unreadable]
    contents = (compared.changes, states, compared.never_decided)
    if form == "json":
        from os2governance.render.changes.json import build_changes_object

        write_json_object(build_changes_object(*contents, findings, language))
    elif form == "text":
        from os2governance.render.changes.text import render_changes_blocks

        print_page(render_changes_blocks(*contents, language), invocation)
        print_findings(findings, invocation)
    else:
        from os2governance.render.changes import markdown

        report = markdown.ChangesReport(*contents, findings)
        whole = form == "markdown"
        render = markdown.render_changes_markdown if whole else markdown.render_changes_summary
        write_output(render(report, language))
