"""Where keys and values of a TOML text stand, and what its parser refuses, in both languages.

The parser of the standard library tells values without places; a place is looked up only where
something is wrong, so a plain search through the lines is enough.
"""

import re
from collections.abc import Sequence

from os2governance.documents.text_reader import split_lines
from os2governance.i18n.text import Text, _

Position = tuple[int, int]
"""Line and column, from 1."""

_HEADER = r"\s*\[\[?(.*?)\]\]?\s*(?:#.*)?"
_PART = r"""\s*("(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+)\s*"""
_PLACE = r"(.*?) \(at (?:line (\d+), column (\d+)|end of document)\)"
_REFUSALS = (
    ("Expected '=' after a key", _("after a key there must be an equals sign and a value")),
    ("Expected newline or end of document", _("only a comment may follow a value on its line")),
    ("Expected ']'", _("the heading of a table is not closed with ]")),
    ("Unclosed array", _("a list is not closed with ]")),
    ("Unclosed inline table", _("a table is not closed with a curly bracket")),
    ("Invalid initial character for a key", _("a key cannot begin like this")),
    ("Invalid statement", _("a line must begin with a key, a [table] or a comment (#)")),
    ("Invalid value", _("this is not a value; write texts in quotation marks")),
    ("Unterminated string", _("a text is not closed with a quotation mark")),
    ("Illegal character", _("this character cannot stand here")),
    ("Cannot overwrite a value", _("this is stated twice")),
    ("Cannot declare", _("this table is stated twice")),
    ("Cannot mutate", _("this is stated twice")),
    ("Duplicate inline table key", _("this is stated twice")),
)
_OTHERWISE = _("this is not valid TOML")


def explain_toml_error(error: ValueError, text: str) -> tuple[Position, Text]:
    """Where the parser refused a text, and why."""
    match = re.fullmatch(_PLACE, str(error))
    said = match[1] if match else str(error)
    lines = split_lines(text)
    place = (len(lines), len(lines[-1]) + 1)
    if match and match[2]:
        place = (int(match[2]), int(match[3]))
    known = (text for start, text in _REFUSALS if said.startswith(start))
    return place, next(known, _OTHERWISE)


def locate_toml_key(text: str, path: Sequence[str]) -> Position:
    """Where a key stands; the nearest heading of a table above it where it is inside a value."""
    table: list[str] = []
    found = (1, 1)
    best = 0
    for number, line in enumerate(split_lines(text), 1):
        if header := re.fullmatch(_HEADER, line):
            table = _split_key(header[1])
            key, column = table, line.index("[") + 2
        else:
            written = line.split("=", 1)[0] if "=" in line else ""
            key, column = [*table, *_split_key(written)], len(line) - len(line.lstrip()) + 1
            if len(key) == len(table):
                continue
        depth = _count_shared(key, path)
        if depth > best and depth == len(key):
            found, best = (number, column), depth
    return found


def locate_toml_text(text: str, start: Position, value: str) -> Position:
    """Where a text in quotation marks stands at or after a place; the place itself without one."""
    lines = split_lines(text)
    for number in range(start[0], len(lines) + 1):
        line = lines[number - 1]
        for mark in "\"'":
            column = line.find(f"{mark}{value}{mark}")
            if column >= 0:
                return number, column + 1
    return start


def _split_key(written: str) -> list[str]:
    """The parts of a dotted key; none where it is no key."""
    parts: list[str] = []
    rest = written
    while match := re.match(_PART, rest):
        word = match[1]
        parts.append(word[1:-1] if word[0] in "\"'" else word)
        rest = rest[match.end() :]
        if not rest.startswith("."):
            break
        rest = rest[1:]
    return parts if not rest.strip() else []


def _count_shared(key: Sequence[str], path: Sequence[str]) -> int:
    """How many parts two keys begin with in common; an underscore is taken for a hyphen."""
    count = 0
    for mine, other in zip(key, path, strict=False):
        if mine.replace("_", "-") != other.replace("_", "-"):
            break
        count += 1
    return count
