"""Standard output for the result, and standard error for messages."""

import io
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from os2governance.cli.options import Invocation
from os2governance.documents.json_writer import ENCODING_ERRORS, encode_indented_json
from os2governance.findings.finding import Finding
from os2governance.i18n.inert import escape_build_command, make_inert
from os2governance.i18n.text import Language, Text, _
from os2governance.render.common.blocks import Block
from os2governance.workflows.environment import read_environment_number

if TYPE_CHECKING:
    from os2governance.render.common.paper import PaperPart
    from os2governance.render.common.terminal import TextPage

MAX_WIDTH, DEFAULT_WIDTH, MIN_WIDTH = 110, 100, 40
EXIT_FINDINGS, EXIT_UNREADABLE = 1, 2
"""Exit codes: there are findings that count; something could not be read."""


def print_page(blocks: Iterable[Block], invocation: Invocation) -> None:
    """Print blocks: in colour on a terminal, otherwise as plain text."""
    _print_blocks(blocks, invocation, sys.stdout)


def print_findings(findings: Iterable[Finding], invocation: Invocation) -> None:
    """Print findings below the result."""
    from os2governance.render.common.findings import render_finding_blocks

    print_page(render_finding_blocks(findings, invocation.context.language), invocation)


def print_findings_to_stderr(findings: Iterable[Finding], invocation: Invocation) -> None:
    """Print findings on standard error, where standard output holds only the result."""
    from os2governance.render.common.findings import render_finding_blocks

    _print_blocks(
        render_finding_blocks(findings, invocation.context.language), invocation, sys.stderr
    )


def print_paper(
    paper: "Iterable[PaperPart]",
    form: str,
    findings: Sequence[Finding],
    invocation: Invocation,
) -> None:
    """Print a paper as text, or as an HTML page with the findings on standard error."""
    language = invocation.context.language
    if form == "html":
        from os2governance.render.common.paper_html import render_paper_html

        write_output(render_paper_html(paper, {}, language))
        print_findings_to_stderr(findings, invocation)
        return
    from os2governance.render.common.paper_text import render_paper_blocks

    print_page(render_paper_blocks(paper), invocation)
    print_findings(findings, invocation)


def _print_blocks(blocks: Iterable[Block], invocation: Invocation, stream: TextIO) -> None:
    from os2governance.render.common.terminal import print_blocks

    print_blocks(
        blocks, stream, width=find_page_width(stream), colour=is_coloured(invocation, stream)
    )


def measure_page(invocation: Invocation) -> "TextPage":
    """What text on standard output is laid out for."""
    from os2governance.render.common.terminal import build_text_page

    colour = is_coloured(invocation, sys.stdout)
    return build_text_page(sys.stdout, width=find_page_width(), colour=colour)


def is_coloured(invocation: Invocation, stream: TextIO) -> bool:
    """Whether output on a stream is coloured: on a terminal, or where FORCE_COLOR asks for it.

    `--no-color` and NO_COLOR stand over FORCE_COLOR.
    """
    is_forced = os.environ.get("FORCE_COLOR", "0") not in {"", "0"}
    shows = is_forced or (stream.isatty() and os.environ.get("TERM") != "dumb")
    return invocation.colour and shows


def find_page_width(stream: TextIO | None = None) -> int:
    """A terminal's width in columns, limited to readable widths; COLUMNS takes precedence.

    Without a stream, that of standard output.
    """
    shown_on = stream or sys.stdout
    width = read_environment_number("COLUMNS") or 0
    if not width and shown_on.isatty():
        width = os.get_terminal_size(shown_on.fileno()).columns
    return max(min(width or DEFAULT_WIDTH, MAX_WIDTH), MIN_WIDTH)


def write_output(text: str | bytes) -> None:
    """Write JSON in UTF-8, whatever the terminal's encoding.

    Bytes of a file name that are not text become an escape that JSON allows.
    """
    data = text if isinstance(text, bytes) else text.encode(errors=ENCODING_ERRORS)
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def write_pieces(pieces: Iterable[bytes], out: Path | None) -> None:
    """Write bytes to a file, which is whole or as it was; without one, to standard output."""
    if out is None:
        for piece in pieces:
            write_output(piece)
        return
    from os2governance.files.writing import write_whole_file

    write_whole_file(out, pieces)


def write_json_object(said: object) -> None:
    """Write one JSON object, indented for readers."""
    write_output(f"{encode_indented_json(said)}\n")


def show_findings(findings: Sequence[Finding], invocation: Invocation, form: str) -> int:
    """Print findings where there is no result; return the exit code for that."""
    from os2governance.render.common.findings_json import build_finding_objects

    if form == "json":
        write_json_object(
            {"findings": build_finding_objects(findings, invocation.context.language)}
        )
    else:
        print_findings(findings, invocation)
    return EXIT_UNREADABLE


def print_notice(words: Text, invocation: Invocation) -> None:
    """Print a message on standard error, unless `--quiet` is set."""
    if not invocation.quiet:
        print_line_to_stderr(words, invocation.context.language)


def print_schema_notice(schema: str, invocation: Invocation) -> None:
    """Report that a schema was written next to the requested files."""
    said = _("Also written: {schema}, which lets the editor suggest and explain.").fill(
        schema=schema
    )
    print_notice(said, invocation)


def print_line_to_stderr(words: Text, language: Language) -> None:
    """Print a message on standard error, on one line whatever it contains."""
    sys.stderr.write(f"{escape_build_command(make_inert(words.render(language)))}\n")


def set_utf8(stream: TextIO | None) -> TextIO:
    """Make a stream write UTF-8 to files and pipes whatever the locale; a terminal is unchanged.

    A closed stream is replaced by one that discards its output.
    """
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    if isinstance(stream, io.TextIOWrapper):
        knows = stream.isatty() or os.environ.get("PYTHONIOENCODING")
        encoding = stream.encoding if knows else "utf-8"
        stream.reconfigure(encoding=encoding, errors=ENCODING_ERRORS)
    return stream
