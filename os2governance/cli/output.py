"""Standard output for the result, and standard error for messages."""

import io
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from os2governance.cli.options import Given
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language, Text
from os2governance.render.common.blocks import Block, Shown
from os2governance.render.common.layout import inert, no_command
from os2governance.workflows.environment import number_of

WIDEST, USUAL, NARROWEST = 110, 100, 40
NOT_READ = 2
ESCAPED = "backslashreplace"
"""Bytes of a file name that are not text become an escape that JSON allows."""


def page(blocks: Iterable[Block], given: Given) -> None:
    """Print blocks: in colour on a terminal, otherwise as plain text."""
    _print(blocks, given, sys.stdout)


def beside(findings: Iterable[Finding], given: Given) -> None:
    """Print findings on standard error, where standard output holds only the result."""
    from os2governance.render.common.findings import finding_blocks

    _print(finding_blocks(findings, given.language), given, sys.stderr)


def _print(blocks: Iterable[Block], given: Given, stream: TextIO) -> None:
    from os2governance.render.common.terminal import show

    show(blocks, stream, width=page_width(stream), colour=coloured(given, stream))


class _Held(io.TextIOWrapper):
    """An in-memory page that reports the properties of its output stream."""

    def isatty(self) -> bool:
        """Whether it will be printed on a terminal."""
        return sys.stdout.isatty()


def printed(blocks: Iterable[Shown], given: Given) -> str:
    """The text that `print_page` would print."""
    from os2governance.render.common.terminal import show

    encoding = sys.stdout.encoding or "utf-8"
    held = io.BytesIO()
    stream = _Held(held, encoding=encoding, errors=ESCAPED, newline="\n")
    show(blocks, stream, width=page_width(), colour=coloured(given, sys.stdout))
    stream.flush()
    return held.getvalue().decode(encoding)


def coloured(given: Given, stream: TextIO) -> bool:
    """Whether output on a stream is coloured."""
    return given.colour and stream.isatty() and os.environ.get("TERM") != "dumb"


def page_width(stream: TextIO | None = None) -> int:
    """A terminal's width in columns, limited to readable widths; COLUMNS takes precedence.

    Without a stream, that of standard output.
    """
    shown_on = stream or sys.stdout
    width = number_of("COLUMNS") or 0
    if not width and shown_on.isatty():
        width = os.get_terminal_size(shown_on.fileno()).columns
    return max(min(width or USUAL, WIDEST), NARROWEST)


def put(text: str | bytes) -> None:
    """Write JSON in UTF-8, whatever the terminal's encoding.

    Bytes of a file name that are not text become an escape that JSON allows.
    """
    data = text if isinstance(text, bytes) else text.encode(errors=ESCAPED)
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def put_object(said: object) -> None:
    """Write one JSON object, indented for readers."""
    from os2governance.documents.json_writer import indented

    put(f"{indented(said)}\n")


def show_findings(findings: Sequence[Finding], given: Given, form: str) -> int:
    """Print findings where there is no result; return the exit code for that."""
    from os2governance.render.assessment.assessment_json import finding_objects
    from os2governance.render.common.findings import finding_blocks

    if form == "json":
        put_object({"findings": finding_objects(findings, given.language)})
    else:
        page(finding_blocks(findings, given.language), given)
    return NOT_READ


def talk(words: Text, given: Given) -> None:
    """Print a message on standard error, unless `--quiet` is set."""
    if not given.quiet:
        complain(words, given.language)


def talk_of_schema(schema: str, given: Given) -> None:
    """Report that a schema was written next to the requested files."""
    danish = f"Også skrevet: {schema}, som lader editoren foreslå og forklare."
    english = f"Also written: {schema}, which lets the editor suggest and explain."
    talk(Text(danish, english), given)


def complain(words: Text, language: Language) -> None:
    """Print a message on standard error, on one line whatever it contains."""
    sys.stderr.write(f"{no_command(inert(words.say(language)))}\n")


def in_utf8(stream: TextIO | None) -> TextIO:
    """Make a stream write UTF-8 to files and pipes whatever the locale; a terminal is unchanged.

    A closed stream is replaced by one that discards its output.
    """
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    if isinstance(stream, io.TextIOWrapper):
        knows = stream.isatty() or os.environ.get("PYTHONIOENCODING")
        encoding = stream.encoding if knows else "utf-8"
        stream.reconfigure(encoding=encoding, errors=ESCAPED)
    return stream
