"""`evaluate`: a skeleton evaluation."""

import click

from os2governance.cli.options import Invocation, command
from os2governance.cli.output import (
    EXIT_UNREADABLE,
    print_findings_to_stderr,
    print_notice,
    write_output,
)
from os2governance.i18n.text import _, as_text

HELP = _(
    "Begin an evaluation of a product.\nWrites PATH/evaluations/<date>.yaml, a draft of the "
    "assessment date: each criterion with the product's answer and words, what the facts show, "
    "and the last evaluation, as comments beside a light to fill in. An existing file is never "
    "overwritten."
)
EXAMPLES = (
    "os2governance evaluate products/os2eksempel",
    "os2governance evaluate products/os2eksempel --as-of 2026-11-20",
)


@command("evaluate", HELP, EXAMPLES, click.Argument(["path"], metavar="PATH"))
def evaluate(invocation: Invocation, path: str) -> int:
    """Write a skeleton."""
    from os2governance.workflows.evaluate import start_evaluation

    file, findings = start_evaluation(path, invocation.context)
    if file is None:
        print_findings_to_stderr(findings, invocation)
        return EXIT_UNREADABLE
    write_output(f"{file}\n")
    print_notice(_("Rate the criteria in the file, then run:"), invocation)
    print_notice(as_text(f"  os2governance check {path}"), invocation)
    return 0
