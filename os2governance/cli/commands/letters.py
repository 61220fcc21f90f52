"""`letters`: letters to products."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from os2governance.cli.localised_click import Option, UsageError
from os2governance.cli.options import Invocation, command
from os2governance.cli.output import (
    EXIT_UNREADABLE,
    print_findings_to_stderr,
    print_notice,
    write_output,
)
from os2governance.i18n.text import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from os2governance.analysis.letter import ProductLetter
    from os2governance.findings.finding import Finding

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
    click.Argument(["paths"], nargs=-1, metavar="[PATH]..."),
    *OPTIONS,
)
def letters(  # noqa: PLR0913 - one for each option
    invocation: Invocation, kind: str, paths: tuple[str, ...], *, days: str | None, form: str,
    out: str | None,
) -> int:  # fmt: skip
    """Write the letters; exit code 2 where a product cannot be read or a file not written."""
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
    for letter in found.letters:
        render = _choose_renderer(letter, form, invocation)
        if out is None:
            write_output(render({}))
            continue
        file = name_letter_file(letter, out, "html" if form == "html" else "md")
        findings += _write_letter(file, render, invocation)
    if not found.letters and not findings:
        print_notice(_("No product needs such a letter."), invocation)
    print_findings_to_stderr(findings, invocation)
    return EXIT_UNREADABLE if findings else 0


def _choose_renderer(
    letter: "ProductLetter", form: str, invocation: Invocation
) -> "Callable[[Mapping[str, str]], str]":
    from os2governance.render.board.letter import build_letter
    from os2governance.render.common.paper_html import render_paper_html
    from os2governance.render.common.paper_markdown import render_paper_markdown

    language = invocation.context.language
    parts = list(build_letter(letter, language))
    if form == "html":
        return lambda kept: render_paper_html(parts, kept, language)
    return lambda kept: render_paper_markdown(parts, kept)


def _write_letter(
    file: str, render: "Callable[[Mapping[str, str]], str]", invocation: Invocation
) -> "list[Finding]":
    from os2governance.workflows.board_case import write_board_paper

    Path(file).parent.mkdir(parents=True, exist_ok=True)
    if findings := write_board_paper(file, render):
        return findings
    print_notice(_("Written: {out}").fill(out=file), invocation)
    return []
