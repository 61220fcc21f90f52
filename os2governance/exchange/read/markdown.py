"""The lines of a Markdown file, and which of them are invisible: code and comments.

A maintained parser (markdown-it) identifies code and comments; no rule of our own could match it
on fences in lists, in quotes and in comments. Its tables are not used, though: real reports have
text between rows, rows without a closing pipe, a header joined to the first row, and too few or
too many cells, at which GFM ends or cuts a table. So tables are read line by line (`rows.py`), and
only visible lines are read.
"""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from os2governance.documents.text_reader import read_text, split_lines
from os2governance.findings.finding import Finding, Location, make_finding

if TYPE_CHECKING:
    from markdown_it.token import Token

MAX_UNCLOSED = 8
_FENCE = r"[\s>]*(`{3,}|~{3,})\s*"


class CodeBlock(NamedTuple):
    """A fenced block: its first line's number, its info string, and its lines."""

    line: int
    info: str
    lines: tuple[str, ...]


class MarkdownSource(NamedTuple):
    """A Markdown file: lines from 1, the invisible ones, the blocks of code."""

    file: str
    lines: tuple[str, ...]
    hidden: Mapping[int, str]
    blocks: tuple[CodeBlock, ...]

    def list_shown_lines(self) -> Iterator[tuple[int, str]]:
        """Yield the visible lines with their numbers."""
        for number, line in enumerate(self.lines, 1):
            if number not in self.hidden:
                yield number, line

    def locate(self, line: int, column: int = 1) -> Location:
        """Location in the file."""
        return Location(self.file, line, column)


def decode_text(data: bytes, file: str) -> tuple[str | None, list[Finding]]:
    """Decode a file of at most MAX_BYTES as UTF-8; NUL becomes the mark of what is unreadable."""
    text, refused = read_text(data, file)
    if text is None:
        return None, [refused] if refused else []
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}"), []


def read_markdown(data: bytes, file: str) -> tuple[MarkdownSource | None, list[Finding]]:
    """Read a Markdown file.

    An unclosed fence or comment would hide everything after it; it is taken as text, with a
    finding.
    """
    text, findings = decode_text(data, file)
    if text is None:
        return None, findings
    lines = split_lines(text)
    work = list(lines)
    tokens: list[Token] = []
    for _ in range(MAX_UNCLOSED):
        tokens = list(_list_hidden_blocks(work))
        open_at = [token.map[0] for token in tokens if token.map and not _is_closed(token, work)]
        if not open_at:
            break
        for number in open_at:
            place = Location(file, number + 1, 1)
            findings.append(
                make_finding("import-never-closed", place, start=work[number].strip()[:4])
            )
            work[number] = ""
    closed = [token for token in tokens if token.map and _is_closed(token, work)]
    hidden = {
        number + 1: "comment" if token.type == "html_block" else "code"
        for token in closed
        for number in range(*(token.map or (0, 0)))
    }
    blocks = tuple(
        CodeBlock(token.map[0] + 1, token.info.strip(), tuple(work[slice(*token.map)]))
        for token in closed
        if token.type == "fence" and token.map
    )
    return MarkdownSource(file, tuple(lines), hidden, blocks), findings


def _list_hidden_blocks(lines: list[str]) -> Iterator["Token"]:
    """Yield the invisible blocks: fenced code, and comments."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - needed only for the exchange of documents

    parser = MarkdownIt("commonmark", {"maxNesting": 12})
    parser.core.ruler.enableOnly(["normalize", "block"])
    parser.block.ruler.enableOnly(["fence", "html_block", "blockquote", "list", "paragraph"])
    for token in parser.parse("\n".join(lines)):
        comment = token.type == "html_block" and token.content.lstrip().startswith("<!--")
        if token.type == "fence" or comment:
            yield token


def _is_closed(token: "Token", lines: list[str]) -> bool:
    first, end = token.map or (0, 0)
    if token.type == "html_block":
        return "-->" in token.content
    last = re.fullmatch(_FENCE, lines[end - 1])
    return end - 1 > first and last is not None and last.group(1).startswith(token.markup)
