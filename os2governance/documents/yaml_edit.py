"""Edits of a YAML text that leave everything else as it is, comments and order included.

The parser reports where each value begins and ends; an edit replaces only that. The new text is
then read again and must have the intended values; where that cannot be achieved, the text is left
unchanged.
"""

import copy
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import yaml

from os2governance.documents.yaml_reader import Value, read_yaml

Path = tuple[str | int, ...]
INDENT = 2


class Put(NamedTuple):
    """Set the value at a path; creates missing groups, and appends at the index after the end."""

    path: Path
    value: Value


class Removed(NamedTuple):
    """Remove the key, or the element of a list, at a path."""

    path: Path


class Renamed(NamedTuple):
    """Rename the key at a path; its value and its position stay."""

    path: Path
    key: str


class Remark(NamedTuple):
    """Insert a comment on separate lines above the key, or the element, at a path."""

    path: Path
    text: str


Change = Put | Removed | Renamed | Remark


class NotEditableError(ValueError):
    """The text cannot be edited this way without affecting more than intended."""


def edited(data: bytes, changes: Sequence[Change]) -> bytes:
    """Apply edits, one after the other, to a YAML text in UTF-8.

    Raises:
        NotEditableError: when the text is not YAML that `read_yaml` accepts, a path does not
            exist, or the edited text would not read back as the intended values.
    """
    mark = "\ufeff" if data.startswith(b"\xef\xbb\xbf") else ""
    text, values = _read(data)
    for change in changes:
        values = _meant(copy.deepcopy(values), change)
        text = "".join(_written(text, change))
        if _read(text.encode())[1] != values:
            raise NotEditableError(change)
    return (mark + text).encode()


def _read(data: bytes) -> tuple[str, Value]:
    document, findings = read_yaml(data, "")
    if document is None:
        raise NotEditableError(findings[0].message.en)
    return data.decode("utf-8-sig"), document.values


# -- edits of plain values --------------------------------------------------------------------


def _meant(values: Value, change: Change) -> Value:
    """Apply an edit to plain values."""
    if isinstance(change, Remark):
        _at(values, change.path)
        return values
    if isinstance(change, Put):
        _put(values, change.path, change.value)
        return values
    *way, last = change.path
    holder = _at(values, way)
    if isinstance(change, Removed):
        _at(holder, [last])
        del holder[last]
        return values
    if change.key in holder or last not in holder:
        raise NotEditableError(change)
    renamed = {change.key if key == last else key: value for key, value in holder.items()}
    holder.clear()
    holder.update(renamed)
    return values


def _at(values: Value, path: Sequence[str | int]) -> Any:
    for step in path:
        try:
            values = values[step]
        except (KeyError, IndexError, TypeError):
            raise NotEditableError(path) from None
    return values


def _put(values: Value, path: Path, value: Value) -> None:
    """Set a value; missing or null groups on the way are created."""
    for step, following in pairwise(path):
        _check_holds(values, step)
        there = step in (values if isinstance(values, dict) else range(len(values)))
        if not there or values[step] is None:
            _set(values, step, {} if isinstance(following, str) else [])
        values = values[step]
    _check_holds(values, path[-1])
    _set(values, path[-1], value)


def _check_holds(values: Value, step: str | int) -> None:
    """Refuse an invalid step: a key into a list, an index beyond its end."""
    if isinstance(values, dict) and isinstance(step, str):
        return
    if isinstance(values, list) and isinstance(step, int) and 0 <= step <= len(values):
        return
    raise NotEditableError(step)


def _set(values: Any, step: str | int, value: Value) -> None:
    if isinstance(values, list) and step == len(values):
        values.append(value)
    else:
        values[step] = value


# -- positions --------------------------------------------------------------------------------


class _Spot(NamedTuple):
    """A node on the way to a path: its key or None, its value, and whether it is in a flow."""

    key: Any
    node: Any
    flow: bool


def _way(text: str, path: Path) -> list[_Spot]:
    """The nodes from the document's root as far along the path as it exists."""
    node: Any = yaml.compose(text, Loader=yaml.CSafeLoader)
    way = [_Spot(None, node, bool(node.flow_style))]
    for step in path:
        found = next((pair for pair in _entries(node) if pair[0] == step), None)
        if found is None:
            break
        _, key, node = found
        flow = way[-1].flow or bool(getattr(node, "flow_style", False))
        way.append(_Spot(key, node, flow))
    return way


def _entries(node: Any) -> Iterator[tuple[str | int, Any, Any]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((key.value, key, value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from ((number, None, value) for number, value in enumerate(node.value))


def _span(text: str, node: Any) -> tuple[int, int]:
    """Start and end index of a node, without the blanks and comments after it."""
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode):
        if node.style in {"|", ">"}:
            end = start + len(text[start:end].rstrip())
    elif not node.flow_style and node.value:
        last = node.value[-1]
        end = _span(text, last[1] if isinstance(last, tuple) else last)[1]
    return start, end


def _line_start(text: str, index: int) -> int:
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def _line_end(text: str, index: int) -> int:
    """Index of the end of the line that contains an index, before its line break."""
    found = re.compile(r"[\r\n]|$").search(text, index)  # noqa: TID251 - our own pattern
    return found.start() if found else len(text)


def _break(text: str) -> str:
    """The line break used in a text."""
    found = re.search("\r\n|\n|\r", text)
    return found.group() if found else "\n"


# -- edits of text ----------------------------------------------------------------------------


def _written(text: str, change: Change) -> Iterator[str]:
    way = _way(text, change.path)
    there = len(way) == len(change.path) + 1
    match change:
        case Put(path, value) if there:
            yield from _replaced(text, way, path, value)
        case Put(path, value):
            depth = len(way) - 1
            yield from _added(text, way, path[depth], _wrapped(path[depth + 1 :], value))
        case _ if not there:
            raise NotEditableError(change)
        case Removed():
            yield from _taken_out(text, way)
        case Renamed(_, key):
            start, end = _span(text, way[-1].key)
            yield from (text[:start], _scalar(key), text[end:])
        case Remark(_, words):
            yield from _remarked(text, way[-1], words)


def _wrapped(path: Path, value: Value) -> Value:
    for step in reversed(path):
        value = {step: value} if isinstance(step, str) else [value]
    return value


def _replaced(text: str, way: Sequence[_Spot], path: Path, value: Value) -> Iterator[str]:
    spot = way[-1]
    start, end = _span(text, spot.node)
    block = not way[-2].flow and isinstance(value, dict | list) and bool(value)
    below = not spot.flow and not isinstance(spot.node, yaml.ScalarNode)
    column = way[-2].node.start_mark.column
    if isinstance(path[-1], int) or not (block or below):  # stays on its line
        said = _block(value, start - _line_start(text, start), text) if block else _flow(value)
        gap = " " if start and text[start - 1] in ":-" else ""
        yield from (text[:start], gap, said, text[end:])
        return
    colon = text.index(":", spot.key.end_mark.index) + 1
    if below:  # the old block goes, with its lines
        cut = _line_start(text, start)
        head, tail = text[:cut].rstrip(" "), text[end:]
        yield head[:colon]
        rest = head[colon:]
        if block:
            yield from (rest, " " * (column + INDENT), _block(value, column + INDENT, text))
        else:
            yield from (" ", _flow(value), rest.rstrip("\r\n"))
        yield tail
        return
    stop = _line_end(text, end)
    newline = _break(text)
    yield from (text[:colon], text[end:stop].rstrip(), newline, " " * (column + INDENT))
    yield from (_block(value, column + INDENT, text), text[stop:])


def _added(text: str, way: Sequence[_Spot], step: str | int, value: Value) -> Iterator[str]:
    """Append an entry to a group or list."""
    spot = way[-1]
    node = spot.node
    start, end = _span(text, node)
    entry = _flow({step: value})[1:-1] if isinstance(step, str) else _flow(value)
    if isinstance(node, yaml.ScalarNode) or not node.value:
        whole = {step: value} if isinstance(step, str) else [value]
        if len(way) == 1:
            raise NotEditableError(step)
        path = ("",) if way[-1].key is not None else (0,)
        yield from _replaced(text, way, path, whole)
    elif spot.flow:
        inside = text[start : end - 1].rstrip().rstrip(",")
        yield from (text[:start], inside, ", ", entry, text[end - 1 :])
    else:
        column = node.start_mark.column
        stop = _line_end(text, end)
        yield from (text[:stop], _break(text), " " * column)
        if isinstance(step, str):
            yield _block({step: value}, column, text)
        else:
            yield _block([value], column, text)
        yield text[stop:]


def _taken_out(text: str, way: Sequence[_Spot]) -> Iterator[str]:
    holder, spot = way[-2].node, way[-1]
    first = spot.key or spot.node
    start, end = _span(text, first)[0], _span(text, spot.node)[1]
    if len(holder.value) == 1:
        empty: Value = {} if isinstance(holder, yaml.MappingNode) else []
        if len(way) == 2:  # noqa: PLR2004 - the parent is the whole document
            raise NotEditableError("the last entry")
        path = ("",) if way[-2].key is not None else (0,)
        yield from _replaced(text, way[:-1], path, empty)
    elif way[-2].flow:
        before, after = text[:start], text[end:]
        if after.lstrip().startswith(","):
            yield from (before, after.lstrip()[1:].lstrip())
        else:
            yield from (before.rstrip().rstrip(","), after)
    else:
        begin = _line_start(text, start)
        if text[begin:start].strip(" -") or text[begin:start].count("-") > 1:
            raise NotEditableError("not on a line of its own")
        if spot.key is not None and "-" in text[begin:start]:
            raise NotEditableError("the first key of an element")
        stop = _line_end(text, end)
        behind = re.match("\r\n|\n|\r|", text[stop:])
        yield from (text[:begin], text[stop + (behind.end() if behind else 0) :])


def _remarked(text: str, spot: _Spot, words: str) -> Iterator[str]:
    start = (spot.key or spot.node).start_mark.index
    begin = _line_start(text, start)
    before = text[begin:start]
    if before.strip(" -"):
        raise NotEditableError("not on a line of its own")
    lines = [f"{' ' * (len(before) - len(before.lstrip(' ')))}# {line}" for line in _safe(words)]
    yield from (text[:begin], *(line + _break(text) for line in lines), text[begin:])


def _safe(words: str) -> Iterator[str]:
    """Yield lines that are safe in a comment."""
    for line in words.splitlines() or [""]:
        yield "".join(letter if letter.isprintable() else " " for letter in line).rstrip()


# -- values as YAML ---------------------------------------------------------------------------

_PLAIN = r"[A-Za-zÆØÅæøå0-9][\w ./()+%§-]*(:[\w/.][\w ./?=&%+~#:-]*)*"


def _scalar(value: Value) -> str:
    """Format a plain value so that YAML 1.2 reads it as that value."""
    if not isinstance(value, str):
        return json.dumps(value, allow_nan=False)
    plain = re.fullmatch(_PLAIN, value) and " #" not in value and not value.endswith((" ", ":"))
    if plain:
        document, _ = read_yaml(f"k: {value}".encode(), "")
        if document and document.values == {"k": value}:
            return value
    return f'"{"".join(map(_escaped, value))}"'


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    return letter if letter.isprintable() else f"\\U{ord(letter):08x}"


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def _flow(value: Value) -> str:
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_scalar(k)}: {_flow(v)}' for k, v in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    return _scalar(value)


def _block(value: Value, column: int, text: str) -> str:
    """Format a value whose first line begins at a column, in block style unless it is empty."""
    newline = f"{_break(text)}{' ' * column}"
    if isinstance(value, Mapping) and value:
        return newline.join(
            f"{_scalar(key)}:{_below(each, column, text)}" for key, each in value.items()
        )
    if isinstance(value, list) and value:
        return newline.join(f"- {_block(each, column + INDENT, text)}" for each in value)
    return _flow(value)


def _below(value: Value, column: int, text: str) -> str:
    if isinstance(value, dict | list) and value:
        deeper = column + INDENT
        return f"{_break(text)}{' ' * deeper}{_block(value, deeper, text)}"
    return f" {_flow(value)}"
