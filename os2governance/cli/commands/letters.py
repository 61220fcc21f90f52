"""`letters`: letters to products."""

import click

from os2governance.cli.localised_click import Option, UsageError
from os2governance.cli.options import PATHS_ARGUMENT, Invocation, command
from os2governance.cli.output import (
    EXIT_UNREADABLE,
    print_findings_to_stderr,
    print_notice,
)
from os2governance.i18n.text import _

HELP = _(
    "Write letters to products: after an evaluation (what was found, what is asked, by when), "
    "after a decision, or before the deadline of accepted deviations (60, 30 and 0 days).\n"
    "With --out, one file for each product; text in marked fields is kept when it is regenerated. "
    "The words are the model's. PATH is as for assess.\nKIND: evaluation, decision, deadline."
)
EXAMPLES = (
    "os2governance letters evaluation products/os2eksempel",
    "os2governance letters deadline --out letters",
    "os2governance letters decision --format html --out letters",
)
KINDS = ("evaluation", "decision", "deadline")
OPTIONS = (
    Option(
        ["--days"],
        _("With deadline: only the letters this many days before it."),
        type=click.Choice(["60", "30", "0"]),
        metavar="60|30|0",
    ),
    Option(
        ["--format", "form"],
        _("html is ready to print on A4."),
        type=click.Choice(["markdown", "html"]),
        default="markdown",
        metavar="markdown|html",
    ),
    Option(
        ["--out"],
        _("The folder for the letters; without it the letter to one product is shown."),
        metavar="DIR",
    ),
)


@command(
    "letters",
    HELP,
    EXAMPLES,
    click.Argument(["kind"], type=click.Choice(KINDS), metavar="KIND"),
    PATHS_ARGUMENT,
    *OPTIONS,
)
def letters(  # noqa: PLR0913 - one for each option
    invocation: Invocation, kind: str, paths: tuple[str, ...], *, days: str | None, form: str,
    out: str | None,
) -> int:  # fmt: skip
    """Write the letters; exit code 2 where a product cannot be read or a file not written."""
    from os2governance.cli.papers import write_paper
    from os2governance.render.board.letter import build_letter
    from os2governance.workflows.letters import name_letter_file, prepare_letters

    if days is not None and kind != "deadline":
        raise UsageError(_("--days belongs to deadline."))
    limit = int(days) if days is not None else None
    found = prepare_letters(kind, paths, limit, invocation.context)
    findings = list(found.findings)
    if out is None and len(found.letters) > 1:
        raise UsageError(
            _("There are {count} letters; name a folder with --out, or one product.").fill(
                count=len(found.letters)
            )
        )
    language, ending = invocation.context.language, "html" if form == "html" else "md"
    for letter in found.letters:
        file = None if out is None else name_letter_file(letter, out, ending)
        parts = list(build_letter(letter, language))
        findings += write_paper(parts, form, file, invocation, language)
    if not found.letters and not findings:
        print_notice(_("No product needs such a letter."), invocation)
    print_findings_to_stderr(findings, invocation)
    return EXIT_UNREADABLE if findings else 0
