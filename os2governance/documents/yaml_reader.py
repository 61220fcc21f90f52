"""From bytes to plain values with positions: YAML 1.2 core, treated as hostile.

The C parser's events are turned directly into dicts, lists, texts, numbers, booleans and None.
Beside the values, a tree of positions of the same shape is built, so that values stay plain and
each can still be located in the file. What formats.md forbids (anchors and aliases, tags, merge
keys, duplicate keys, several documents) is a finding with its location, and so is everything that
could do harm: size, depth, encoding, numbers beyond 64 bits.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import yaml
from yaml import events

from os2governance.documents.text_reader import read_text
from os2governance.documents.yaml_breaks import hide_old_breaks
from os2governance.documents.yaml_events import open_events
from os2governance.findings.finding import MAX_FINDINGS_PER_CODE, Finding, Location, make_finding

Value = Any
"""A plain YAML value: dict[str, Value], list[Value], str, int, float, bool or None."""

ValuePath = tuple[str | int, ...]
"""The path to a value: keys and list indexes."""

MAX_YAML_DEPTH = 40
MAX_VALUES = 50_000
MAX_INTEGER_DIGITS = 24  # digits: all 64-bit numbers have fewer, in base 8, 10 and 16

_KEYWORDS: dict[str, bool | None] = {
    **dict.fromkeys(["", "~", "null", "Null", "NULL"]),
    **dict.fromkeys(["true", "True", "TRUE"], True),
    **dict.fromkeys(["false", "False", "FALSE"], False),
}
_NON_TEXT_STARTS = frozenset(["", *"~ntfNTF+-.0123456789"])  # of scalars that may not be text
_NUMBER = re.compile(  # noqa: TID251 - our own pattern, not a file's
    r"(?P<integer>[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|(?P<endless>[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))"
)
_INTEGER_LIMIT = 1 << 63

_NESTING_PROBLEM = "exceeded maximum nesting depth"
"""libyaml's message at 1,000 levels since 0.2.6. It reads ahead and may not have emitted all of
their events: the text before is read by itself, so that our own limit is located exactly."""

# A position is a plain tuple, the cheapest object to create by the hundred: the mark of the
# key, the mark of the value (line and column from 0), and the positions inside the value.
NodePosition = tuple[Any, Any, "NodePositions"]
NodePositions = dict[str, NodePosition] | list[NodePosition] | None


class Document(NamedTuple):
    """The plain values of one file, and their positions."""

    file: str
    values: Value
    positions: NodePositions

    def locate(self, path: Sequence[str | int] = (), *, key: bool = False) -> Location:
        """Location of the value at `path`, or of its nearest existing parent.

        With `key`, the location of the key before the value.
        """
        spots, found = self.positions, None
        for step in path:
            try:
                found = spots[step]  # type: ignore[index]
            except (KeyError, IndexError, TypeError):
                break
            spots = found[2]
        if found is None:
            return Location(self.file, 1, 1)
        return _locate_mark(self.file, found[0] if key else found[1])

    def find_positions(self, path: Sequence[str | int]) -> NodePositions:
        """The positions inside the value at `path`, which must exist."""
        spots = self.positions
        for step in path:
            spots = spots[step][2]  # type: ignore[index]
        return spots


class _StopReading(Exception):  # noqa: N818 - it stops reading one file, it is not an error of the program
    """Stops reading; the finding explains why."""


def _locate_mark(file: str, mark: Any) -> Location:
    return Location(file, mark.line + 1, mark.column + 1)


def read_yaml(data: bytes, file: str) -> tuple[Document | None, list[Finding]]:
    """Read one YAML document; `file` is its name in findings.

    Returns the document, or None and the findings that explain why it cannot be used: all of them,
    capped, as far as the syntax allows reading on.
    """
    text, refused = read_text(data, file)
    if text is None:
        return None, [refused] if refused else []
    if any(mark in text for mark in _MARKS_OF_FOREIGN_CONTENT) and (
        foreign := _find_foreign_content(text, file)
    ):
        return None, [foreign]
    hidden, table = hide_old_breaks(text)
    document, findings = _read_decoded(hidden, table, file)
    if document is None or not table:
        return document, findings
    return _put_breaks_back(document, table), []


_MARKS_OF_FOREIGN_CONTENT = ("\0", "<<<<<<< ", "://git-lfs.", "<html", "<HTML")


def _find_foreign_content(text: str, file: str) -> Finding | None:
    """The finding for a text that is not what it should be, as a merge or a download left it."""
    from os2governance.documents.yaml_errors import (  # noqa: PLC0415 - needed only for a mistake
        find_foreign_content,
    )

    found = find_foreign_content(text)
    if found is None:
        return None
    fault, (_, line, column) = found
    place = Location(file, line + 1, column + 1)
    return make_finding("yaml-syntax", place, problem=fault.problem, hint=fault.hint)


def _put_breaks_back(document: Document, table: dict[int, str]) -> Document:
    """A document with the characters that were hidden from the parser."""

    def restore(value: Any) -> Any:
        if isinstance(value, str):
            return value.translate(table)
        if isinstance(value, dict):
            return {key.translate(table): restore(each) for key, each in value.items()}
        return [restore(each) for each in value] if isinstance(value, list) else value

    def rename(positions: Any) -> Any:
        if isinstance(positions, dict):
            return {
                key.translate(table): (*marks, rename(below))
                for key, (*marks, below) in positions.items()
            }
        if isinstance(positions, list):
            return [(*marks, rename(below)) for *marks, below in positions]
        return positions

    return Document(document.file, restore(document.values), rename(document.positions))


def _read_decoded(
    text: str, table: dict[int, str], file: str
) -> tuple[Document | None, list[Finding]]:
    """Read a text without old line breaks; `table` puts them back into what findings quote."""
    reading = _EventReader(text, table, file)
    try:
        values, spots = reading.document()
    except _StopReading:
        return None, reading.findings
    except yaml.YAMLError as error:
        if isinstance(error, yaml.MarkedYAMLError) and error.problem == _NESTING_PROBLEM:
            mark: Any = error.problem_mark  # always set where there is a problem
            return _read_decoded(text[: mark.index], table, file)
        return None, [*reading.findings, _make_syntax_finding(error, text, table, file)]
    if reading.findings:
        return None, reading.findings
    return Document(file, values, spots), []


def _make_syntax_finding(
    error: yaml.YAMLError, text: str, table: dict[int, str], file: str
) -> Finding:
    from os2governance.documents.yaml_errors import (  # noqa: PLC0415 - needed only for a mistake
        ParserReport,
        explain_control_character,
        explain_syntax_error,
    )

    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        at = _convert_mark(error.problem_mark)
        since = at if error.context_mark is None else _convert_mark(error.context_mark)
        gave = ParserReport(error.problem or "?", at, error.context or "", since)
        fault, (_, line, column) = explain_syntax_error(gave, text.translate(table))
    else:
        position = getattr(error, "position", 0)
        before = text.encode()[:position].decode(errors="ignore")
        fault, (_, line, column) = explain_control_character(text.translate(table), len(before))
    place = Location(file, line + 1, column + 1)
    return make_finding("yaml-syntax", place, problem=fault.problem, hint=fault.hint)


def _convert_mark(mark: Any) -> tuple[int, int, int]:
    return mark.index, mark.line, mark.column


class _EventReader:
    """A single pass over the events of one file."""

    def __init__(self, text: str, table: dict[int, str], file: str) -> None:
        self._file, self._table = file, table
        self._may_have_anchors = any(sign in text for sign in "&!")
        self._may_be_many = len(text) > MAX_VALUES
        self._next: Callable[[], Any] = open_events(text)
        self.findings: list[Finding] = []

    def document(self) -> tuple[Value, NodePositions]:
        """Read the only document of the file."""
        self._next()  # the stream begins
        first = self._next()
        if type(first) is events.StreamEndEvent:
            self._refuse("yaml-empty", first.start_mark)
        values, spots = self._read_root()
        end = self._next()
        if type(end) is not events.StreamEndEvent:
            self._refuse("yaml-several-documents", end.start_mark)
        if values is None:
            self._refuse("yaml-empty", spots[0])
        return values, spots[2]

    def _read_root(self) -> tuple[Value, Any]:  # noqa: C901, PLR0912, PLR0915
        """Read until the document ends; return its value and its position.

        A single loop, because every product goes through it: a call for each node takes half as
        long again as the parser itself.
        """
        read, scalar, may_mark = self._next, events.ScalarEvent, self._may_have_anchors
        mapping, sequence = events.MappingStartEvent, events.SequenceStartEvent
        mapping_end, sequence_end = events.MappingEndEvent, events.SequenceEndEvent
        values: Any = []
        spots: Any = []
        below: Any
        outside: list[tuple[Any, Any]] = []
        keyed = False  # whether `values` is a mapping
        left = MAX_VALUES if self._may_be_many else 0
        key: str | None = None  # the key whose value is not read yet
        key_mark = None
        while True:
            event = read()
            kind = type(event)
            if kind is scalar:
                value, below = event.value, None
                if may_mark and (event.anchor is not None or event.tag is not None):
                    self._find_anchor_or_tag(event)
                if keyed and key is None:
                    if value in values or value == "<<":
                        self._find_odd_key(event, known=value in values)
                    key, key_mark = value, event.start_mark
                    continue
                if value[:1] in _NON_TEXT_STARTS and event.implicit[0]:
                    value = self._resolve_plain_scalar(event)
            elif kind is mapping_end or kind is sequence_end:
                values, spots = outside.pop()
                keyed, key = type(values) is dict, None
                continue
            elif kind is mapping or kind is sequence:
                value, below = ({}, {}) if kind is mapping else ([], [])
                if may_mark:
                    self._find_anchor_or_tag(event)
                if keyed and key is None:
                    self._refuse("yaml-key", event.start_mark)
                if len(outside) == MAX_YAML_DEPTH:
                    self._refuse("yaml-too-deep", event.start_mark, limit=MAX_YAML_DEPTH)
            elif kind is events.AliasEvent:
                value, below = None, None
                self._find("yaml-alias", event.start_mark, name=f"*{event.anchor}")
                if keyed and key is None:
                    self._refuse("yaml-key", event.start_mark)
            else:  # the document ends
                return values[0], spots[0]
            mark = event.start_mark
            if left:
                left -= 1
                if not left:
                    self._refuse("yaml-too-many", mark, limit=MAX_VALUES)
            if key is not None:
                values[key] = value
                spots[key] = (key_mark, mark, below)
                key = None
            else:
                values.append(value)
                spots.append((mark, mark, below))
            if below is not None:
                outside.append((values, spots))
                values, spots, keyed = value, below, kind is mapping

    def _find(self, code: str, mark: Any, **arguments: Any) -> None:
        self.findings.append(make_finding(code, _locate_mark(self._file, mark), **arguments))
        if len(self.findings) > MAX_FINDINGS_PER_CODE:
            raise _StopReading

    def _refuse(self, code: str, mark: Any, **arguments: Any) -> None:
        self._find(code, mark, **arguments)
        raise _StopReading

    def _find_anchor_or_tag(self, event: Any) -> None:
        """Add findings for an anchor or a tag."""
        if event.anchor is not None:
            self._find("yaml-alias", event.start_mark, name=f"&{event.anchor}")
        if event.tag is not None:
            self._find("yaml-tag", event.start_mark, tag=event.tag)

    def _find_odd_key(self, event: Any, *, known: bool) -> None:
        if known:
            key = event.value.translate(self._table)
            self._find("yaml-duplicate-key", event.start_mark, key=key)
        if event.value == "<<" and event.implicit[0]:
            self._find("yaml-merge-key", event.start_mark)

    def _resolve_plain_scalar(self, event: Any) -> Value:
        """Resolve an unquoted scalar by the core schema of YAML 1.2."""
        text: str = event.value
        if text[4:5] == "-" and text[:4].isdecimal():  # usually a date: no number has this form
            return text
        if text in _KEYWORDS:
            return _KEYWORDS[text]
        match = _NUMBER.fullmatch(text)
        if not match:
            return text
        number = self._parse_number(text, match)
        if number is None:
            self._find("yaml-number", event.start_mark, number=text[:40])
        return number

    @staticmethod
    def _parse_number(text: str, match: re.Match[str]) -> float | None:
        """The number, or None where it is not finite or needs more than 64 bits."""
        if match["endless"]:
            return None
        if not match["integer"]:
            number = float(text)
            return number if abs(number) != float("inf") else None
        if len(text.lstrip("+-0")) > MAX_INTEGER_DIGITS:
            return None
        integer = int(text, 0 if text[:2] in {"0o", "0x"} else 10)
        return integer if -_INTEGER_LIMIT <= integer < _INTEGER_LIMIT else None
