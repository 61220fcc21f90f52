"""Signs that only look like those of YAML: spaces and quotation marks that are part of the text.

In a file that can be read they end up in a key or a value, where nobody sees them.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from os2governance.documents.text_reader import split_lines
from os2governance.documents.yaml_reader import Document, NodePositions, read_yaml
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.hidden_characters import CURLY_QUOTES, ODD_SPACES, name_character

MAX_SIGN_FINDINGS = 20
"""Findings of this kind in one file."""

_MISTAKEN = re.compile(f"[{ODD_SPACES}{CURLY_QUOTES}]")  # noqa: TID251 - our own pattern
_ODD_SPACE = re.compile(  # noqa: TID251 - our own pattern
    rf"^-?(?P<first>[{ODD_SPACES}])|^[a-z_]+:(?P<inner>[{ODD_SPACES}])|(?P<last>[{ODD_SPACES}])$"
)
_QUOTED = re.compile(  # noqa: TID251 - our own pattern
    f"[{CURLY_QUOTES}][^{CURLY_QUOTES}]*[{CURLY_QUOTES}]?|[^{CURLY_QUOTES}]*(?P<last>[{CURLY_QUOTES}])"
)


class _PlainText(NamedTuple):
    """A key or value that stands on one line without quotation marks, and where it begins."""

    text: str
    line: int
    column: int


def check_mistaken_signs(texts: Mapping[str, str]) -> Iterator[Finding]:
    """Yield a finding for each key or value that begins or ends with such a sign."""
    for file, text in texts.items():
        if text.isascii() or file.endswith(".json") or not _MISTAKEN.search(text):
            continue
        document, _ = read_yaml(text.encode(), file)
        if document is not None:
            yield from islice(_check_document(document, split_lines(text)), MAX_SIGN_FINDINGS)


def _check_document(document: Document, lines: list[str]) -> Iterator[Finding]:
    for plain in _list_plain_texts(document.values, document.positions, lines):
        space = _ODD_SPACE.search(plain.text)
        quoted = None if space else _QUOTED.fullmatch(plain.text)
        found = space or quoted
        if found is None:
            continue
        at = found.start(found.lastgroup) if found.lastgroup else 0
        place = Location(document.file, plain.line + 1, plain.column + at + 1)
        sign = plain.text[at]
        yield (
            make_finding("odd-space", place, name=name_character(sign))
            if space
            else make_finding("curly-quote", place, sign=sign)
        )


def _list_plain_texts(
    values: Any, positions: NodePositions, lines: list[str]
) -> Iterator[_PlainText]:
    """Yield the plain texts of a group or list, and of all within it."""
    steps = positions.items() if isinstance(positions, dict) else enumerate(positions or ())
    for step, (key, value, below) in steps:
        for text, mark in ((step, key), (values[step], value)):
            if isinstance(text, str) and lines[mark.line].startswith(text, mark.column):
                yield _PlainText(text, mark.line, mark.column)
        yield from _list_plain_texts(values[step], below, lines)
