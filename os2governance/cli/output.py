"""Standard output and standard error: the result, and talk about it."""

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
"""What is no text in a file's name becomes an escape, which JSON knows."""


def page(blocks: Iterable[Block], given: Given) -> None:
    """Print blocks: in colour on a terminal, else as plain text."""
    _print(blocks, given, sys.stdout)


def beside(findings: Iterable[Finding], given: Given) -> None:
    """Print findings on standard error, where standard output is for the result alone."""
    from os2governance.render.common.findings import finding_blocks

    _print(finding_blocks(findings, given.language), given, sys.stderr)


def _print(blocks: Iterable[Block], given: Given, stream: TextIO) -> None:
    from os2governance.render.common.terminal import show

    show(blocks, stream, width=page_width(stream), colour=coloured(given, stream))


class _Held(io.TextIOWrapper):
    """A page that is held before it is printed."""

    def isatty(self) -> bool:
        """Whether it will be printed on a terminal."""
        return sys.stdout.isatty()


def printed(blocks: Iterable[Shown], given: Given) -> str:
    """Give what `page` would print."""
    from os2governance.render.common.terminal import show

    encoding = sys.stdout.encoding or "utf-8"
    held = io.BytesIO()
    stream = _Held(held, encoding=encoding, errors=ESCAPED, newline="\n")
    show(blocks, stream, width=page_width(), colour=coloured(given, sys.stdout))
    stream.flush()
    return held.getvalue().decode(encoding)


def coloured(given: Given, stream: TextIO) -> bool:
    """Whether a stream is shown in colour."""
    return given.colour and stream.isatty() and os.environ.get("TERM") != "dumb"


def page_width(stream: TextIO | None = None) -> int:
    """Give a terminal's width, within what reads well; COLUMNS goes before it.

    Without a stream it is that of standard output.
    """
    shown_on = stream or sys.stdout
    width = number_of("COLUMNS") or 0
    if not width and shown_on.isatty():
        width = os.get_terminal_size(shown_on.fileno()).columns
    return max(min(width or USUAL, WIDEST), NARROWEST)


def put(text: str | bytes) -> None:
    """Write JSON in UTF-8, whatever the terminal's encoding is.

    What is no text in a file's name stays as an escape that JSON knows.
    """
    data = text if isinstance(text, bytes) else text.encode(errors=ESCAPED)
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def put_object(said: object) -> None:
    """Write one JSON object, readable by people too."""
    from os2governance.documents.json_writer import indented

    put(f"{indented(said)}\n")


def show_findings(findings: Sequence[Finding], given: Given, form: str) -> int:
    """Give findings where there can be no result, and the exit code of that."""
    from os2governance.render.assessment.assessment_json import finding_objects
    from os2governance.render.common.findings import finding_blocks

    if form == "json":
        put_object({"findings": finding_objects(findings, given.language)})
    else:
        page(finding_blocks(findings, given.language), given)
    return NOT_READ


def talk(words: Text, given: Given) -> None:
    """Say something beside the result, unless asked to be quiet."""
    if not given.quiet:
        complain(words, given.language)


def talk_of_schema(schema: str, given: Given) -> None:
    """Say that a schema is new beside the files that were asked for."""
    danish = f"Også skrevet: {schema}, som lader editoren foreslå og forklare."
    english = f"Also written: {schema}, which lets the editor suggest and explain."
    talk(Text(danish, english), given)


def complain(words: Text, language: Language) -> None:
    """Say what is wrong with the use, on one line whatever is in the words."""
    sys.stderr.write(f"{no_command(inert(words.say(language)))}\n")


def in_utf8(stream: TextIO | None) -> TextIO:
    """Write UTF-8 to files and pipes whatever the locale says; a terminal knows its own.

    A stream that is closed writes into nothing.
    """
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    if isinstance(stream, io.TextIOWrapper):
        knows = stream.isatty() or os.environ.get("PYTHONIOENCODING")
        encoding = stream.encoding if knows else "utf-8"
        stream.reconfigure(encoding=encoding, errors=ESCAPED)
    return stream
