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
from yaml._yaml import CParser

from os2governance.findings.finding import MAX_FINDINGS, Finding, Place, finding

Value = Any
"""A plain YAML value: dict[str, Value], list[Value], str, int, float, bool or None."""

Steps = tuple[str | int, ...]
"""The path to a value: keys and list indexes."""

MAX_BYTES = 1 << 20
MAX_DEPTH = 40
MAX_VALUES = 50_000
LONGEST_INTEGER = 24  # digits: all 64-bit numbers have fewer, in base 8, 10 and 16

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(["", "~", "null", "Null", "NULL"]),
    **dict.fromkeys(["true", "True", "TRUE"], True),
    **dict.fromkeys(["false", "False", "FALSE"], False),
}
_STARTS = frozenset(["", *"~ntfNTF+-.0123456789"])  # of scalars that may not be text
_NUMBER = re.compile(  # noqa: TID251 - our own pattern, not a file's
    r"(?P<integer>[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|(?P<endless>[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))"
)
_LARGEST = 1 << 63

_GAVE_UP = "exceeded maximum nesting depth"
"""libyaml's message at 1,000 levels since 0.2.6. It reads ahead and may not have emitted all of
their events: the text before is read by itself, so that our own limit is located exactly."""

# A position is a plain tuple, the cheapest object to create by the hundred: the mark of the
# key, the mark of the value (line and column from 0), and the positions inside the value.
Spot = tuple[Any, Any, "Spots"]
Spots = dict[str, Spot] | list[Spot] | None


class Document(NamedTuple):
    """The plain values of one file, and their positions."""

    file: str
    values: Value
    spots: Spots

    def place(self, path: Sequence[str | int] = (), *, key: bool = False) -> Place:
        """Location of the value at `path`, or of its nearest existing parent.

        With `key`, the location of the key before the value.
        """
        spots, found = self.spots, None
        for step in path:
            try:
                found = spots[step]  # type: ignore[index]
            except (KeyError, IndexError, TypeError):
                break
            spots = found[2]
        if found is None:
            return Place(self.file, 1, 1)
        return _place(self.file, found[0] if key else found[1])

    def spots_at(self, path: Sequence[str | int]) -> Spots:
        """The positions inside the value at `path`, which must exist."""
        spots = self.spots
        for step in path:
            spots = spots[step][2]  # type: ignore[index]
        return spots


class _Refused(Exception):  # noqa: N818 - it stops reading one file, it is not an error of the program
    """Stops reading; the finding explains why."""


def _place(file: str, mark: Any) -> Place:
    return Place(file, mark.line + 1, mark.column + 1)


def read_yaml(data: bytes, file: str) -> tuple[Document | None, list[Finding]]:
    """Read one YAML document; `file` is its name in findings.

    Returns the document, or None and the findings that explain why it cannot be used: all of them,
    capped, as far as the syntax allows reading on.
    """
    text, refused = _decoded(data, file)
    return (None, [refused]) if refused else _read(text, file)


def _read(text: str, file: str) -> tuple[Document | None, list[Finding]]:
    reading = _Reading(text, file)
    try:
        values, spots = reading.document()
    except _Refused:
        return None, reading.findings
    except yaml.YAMLError as error:
        if isinstance(error, yaml.MarkedYAMLError) and error.problem == _GAVE_UP:
            mark: Any = error.problem_mark  # always set where there is a problem
            return _read(text[: mark.index], file)
        return None, [*reading.findings, _syntax(error, text, file)]
    if reading.findings:
        return None, reading.findings
    return Document(file, values, spots), []


def _decoded(data: bytes, file: str) -> tuple[str, Finding | None]:
    if len(data) > MAX_BYTES:
        return "", finding("file-too-large", Place(file), limit=MAX_BYTES // 1024)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "", finding("not-utf8", _at(data[: error.start].decode("utf-8"), file))
    if "\0" in text:
        return "", finding("not-utf8", _at(text[: text.index("\0")], file))
    return text, None


def _at(before: str, file: str) -> Place:
    """Location right after the text `before`."""
    lines = re.split("\r\n|\r|\n", before)
    return Place(file, len(lines), len(lines[-1]) + 1)


def _syntax(error: yaml.YAMLError, text: str, file: str) -> Finding:
    from os2governance.documents.yaml_errors import (  # noqa: PLC0415 - needed only for a mistake
        CONTROL,
        Gave,
        explained,
    )

    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        at = _spot(error.problem_mark)
        since = at if error.context_mark is None else _spot(error.context_mark)
        gave = Gave(error.problem or "?", at, error.context or "", since)
        fault, (_, line, column) = explained(gave, text)
        place = Place(file, line + 1, column + 1)
    else:
        position = getattr(error, "position", None)
        before = "" if position is None else text.encode()[:position].decode(errors="ignore")
        fault, place = CONTROL, _at(before, file)
    return finding("yaml-syntax", place, problem=fault.what, hint=fault.hint)


def _spot(mark: Any) -> tuple[int, int, int]:
    return mark.index, mark.line, mark.column


class _Reading:
    """A single pass over the events of one file."""

    def __init__(self, text: str, file: str) -> None:
        self._file = file
        self._may_mark = any(sign in text for sign in "&!")
        self._may_be_many = len(text) > MAX_VALUES
        self._next: Callable[[], Any] = CParser(text.encode()).get_event
        self.findings: list[Finding] = []

    def document(self) -> tuple[Value, Spots]:
        """Read the only document of the file."""
        self._next()  # the stream begins
        first = self._next()
        if type(first) is events.StreamEndEvent:
            self._refuse("yaml-empty", first.start_mark)
        values, spots = self._root()
        end = self._next()
        if type(end) is not events.StreamEndEvent:
            self._refuse("yaml-several-documents", end.start_mark)
        if values is None:
            self._refuse("yaml-empty", spots[0])
        return values, spots[2]

    def _root(self) -> tuple[Value, Any]:  # noqa: C901, PLR0912, PLR0915
        """Read until the document ends; return its value and its position.

        A single loop, because every product goes through it: a call for each node takes half as
        long again as the parser itself.
        """
        read, scalar, may_mark = self._next, events.ScalarEvent, self._may_mark
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
                if may_mark:
                    self._marked(event)
                if keyed and key is None:
                    if value in values or value == "<<":
                        self._odd_key(event, known=value in values)
                    key, key_mark = value, event.start_mark
                    continue
                if value[:1] in _STARTS and event.implicit[0]:
                    value = self._plain(event)
            elif kind is mapping_end or kind is sequence_end:
                values, spots = outside.pop()
                keyed, key = type(values) is dict, None
                continue
            elif kind is mapping or kind is sequence:
                value, below = ({}, {}) if kind is mapping else ([], [])
                if may_mark:
                    self._marked(event)
                if keyed and key is None:
                    self._refuse("yaml-key", event.start_mark)
                if len(outside) == MAX_DEPTH:
                    self._refuse("yaml-too-deep", event.start_mark, limit=MAX_DEPTH)
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
        self.findings.append(finding(code, _place(self._file, mark), **arguments))
        if len(self.findings) > MAX_FINDINGS:
            raise _Refused

    def _refuse(self, code: str, mark: Any, **arguments: Any) -> None:
        self._find(code, mark, **arguments)
        raise _Refused

    def _marked(self, event: Any) -> None:
        """Add findings for an anchor or a tag."""
        if event.anchor is not None:
            self._find("yaml-alias", event.start_mark, name=f"&{event.anchor}")
        if event.tag is not None:
            self._find("yaml-tag", event.start_mark, tag=event.tag)

    def _odd_key(self, event: Any, *, known: bool) -> None:
        if known:
            self._find("yaml-duplicate-key", event.start_mark, key=event.value)
        if event.value == "<<" and event.implicit[0]:
            self._find("yaml-merge-key", event.start_mark)

    def _plain(self, event: Any) -> Value:
        """Resolve an unquoted scalar by the core schema of YAML 1.2."""
        text: str = event.value
        if text[4:5] == "-" and text[:4].isdecimal():  # usually a date: no number has this form
            return text
        if text in _WORDS:
            return _WORDS[text]
        match = _NUMBER.fullmatch(text)
        if not match:
            return text
        number = self._number(text, match)
        if number is None:
            self._find("yaml-number", event.start_mark, number=text[:40])
        return number

    @staticmethod
    def _number(text: str, match: re.Match[str]) -> float | None:
        """The number, or None where it is not finite or needs more than 64 bits."""
        if match["endless"]:
            return None
        if not match["integer"]:
            number = float(text)
            return number if abs(number) != float("inf") else None
        if len(text.lstrip("+-0")) > LONGEST_INTEGER:
            return None
        integer = int(text, 0 if text[:2] in {"0o", "0x"} else 10)
        return integer if -_LARGEST <= integer < _LARGEST else None
