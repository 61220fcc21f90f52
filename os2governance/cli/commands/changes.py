"""`changes`: what differs between two states, and what caused it."""

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import Invocation, command
from os2governance.i18n.text import _

HELP = _(
    "Show what has changed between two states, and why: facts, answers, "
    "evaluation, decision, model or time.\nA state (STATE) is now (the files as "
    "they are, uncommitted changes included), a git revision (HEAD~3), a folder "
    "with products (before/), a date (2026-05-01), a model (model:os2/1.1.0), or "
    "several with @ between: HEAD~3@2026-05-01. Without a date it is the "
    "assessment date. Without --from: since each product's last decision.\nExit "
    "code: 0; 1 if an assessed level has changed and nobody has decided it; 2 if a "
    "file cannot be read."
)
EXAMPLES = (
    "os2governance changes",
    "os2governance changes --from HEAD~3",
    "os2governance changes --from 2026-05-01 --to 2026-11-01 products/os2eksempel",
    "os2governance changes --from origin/main --format github-summary > comment.md",
)
FROM_OPTION = Option(
    ["--from", "before"],
    _("The state before."),
    metavar="STATE",
)
TO_OPTION = Option(
    ["--to", "after"],
    _("The state after; now if not given."),
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
    click.Argument(["paths"], nargs=-1, metavar="[PATH]..."),
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
    from os2governance.cli.changes_pages import write_changes
    from os2governance.workflows.compare import compare_states

    return write_changes(
        compare_states(before, after, paths, invocation.context), invocation, form
    )
