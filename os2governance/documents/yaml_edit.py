"""Edits of a YAML text that leave everything else as it is, comments and order included.

The parser reports where each value begins and ends; an edit replaces only that. The new text is
then read again and must have the intended values; where it has not, the text is left unchanged.
"""

import copy
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import yaml

from os2governance.documents.text_reader import read_shown_text
from os2governance.documents.yaml_breaks import hide_in_step, hide_old_breaks
from os2governance.documents.yaml_events import compose_node
from os2governance.documents.yaml_reader import Value, ValuePath, read_yaml
from os2governance.findings.finding import Finding

INDENT = 2


class SetValue(NamedTuple):
    """Set the value at a path; creates missing groups, and appends at the index after the end."""

    path: ValuePath
    value: Value


class RemoveEntry(NamedTuple):
    """Remove the key, or the element of a list, at a path."""

    path: ValuePath


class RenameKey(NamedTuple):
    """Rename the key at a path; its value and its position stay."""

    path: ValuePath
    key: str


class AddComment(NamedTuple):
    """Insert a comment on separate lines above the key, or the element, at a path."""

    path: ValuePath
    text: str


YamlEdit = SetValue | RemoveEntry | RenameKey | AddComment


class NotEditableError(ValueError):
    """The text cannot be edited this way without affecting more than intended.

    `findings` tell why the text cannot be read, or would be refused as a whole after the edit.
    """

    def __init__(self, problem: object, findings: Sequence[Finding] = ()) -> None:
        """Keep the findings."""
        super().__init__(problem)
        self.findings = tuple(findings)


def edit_yaml(data: bytes, changes: Sequence[YamlEdit]) -> bytes:
    """Apply edits, one after the other, to a YAML text in UTF-8.

    Raises:
        NotEditableError: when the text is not YAML that `read_yaml` accepts, a path does not
            exist, or the edited text would not read back as the intended values.
    """
    mark = "\ufeff" if data.startswith(b"\xef\xbb\xbf") else ""
    text, values = _read(data)
    for change in changes:
        values = _apply_to_values(copy.deepcopy(values), change)
        text = "".join(_apply_to_text(text, change))
        document, findings = read_yaml(text.encode(), "")
        if document is None or document.values != values:
            # A finding at a line is about an edit that came to nothing, not about the text.
            raise NotEditableError(change, [each for each in findings if not each.location.line])
    return (mark + text).encode()


def _read(data: bytes) -> tuple[str, Value]:
    document, findings = read_yaml(data, "")
    if document is None:
        raise NotEditableError(findings[0].message.en, findings)
    return read_shown_text(data), document.values


# -- edits of plain values --------------------------------------------------------------------


def _apply_to_values(values: Value, change: YamlEdit) -> Value:
    """Apply an edit to plain values."""
    if isinstance(change, AddComment):
        _find_value(values, change.path)
        return values
    if isinstance(change, SetValue):
        _set_at_path(values, change.path, change.value)
        return values
    *way, last = change.path
    holder = _find_value(values, way)
    if isinstance(change, RemoveEntry):
        _find_value(holder, [last])
        del holder[last]
        return values
    if change.key in holder or last not in holder:
        raise NotEditableError(change)
    renamed = {change.key if key == last else key: value for key, value in holder.items()}
    holder.clear()
    holder.update(renamed)
    return values


def _find_value(values: Value, path: Sequence[str | int]) -> Any:
    for step in path:
        try:
            values = values[step]
        except (KeyError, IndexError, TypeError):
            raise NotEditableError(path) from None
    return values


def _set_at_path(values: Value, path: ValuePath, value: Value) -> None:
    """Set a value; missing or null groups on the way are created."""
    for step, following in pairwise(path):
        _check_holds(values, step)
        there = step in (values if isinstance(values, dict) else range(len(values)))
        if not there or values[step] is None:
            _set_step(values, step, {} if isinstance(following, str) else [])
        values = values[step]
    _check_holds(values, path[-1])
    _set_step(values, path[-1], value)


def _check_holds(values: Value, step: str | int) -> None:
    """Refuse an invalid step: a key into a list, an index beyond its end."""
    if isinstance(values, dict) and isinstance(step, str):
        return
    if isinstance(values, list) and isinstance(step, int) and 0 <= step <= len(values):
        return
    raise NotEditableError(step)


def _set_step(values: Any, step: str | int, value: Value) -> None:
    if isinstance(values, list) and step == len(values):
        values.append(value)
    else:
        values[step] = value


# -- positions --------------------------------------------------------------------------------


class _NodeOnWay(NamedTuple):
    """A node on the way to a path: its key or None, its value, and whether it is in a flow."""

    key: Any
    node: Any
    flow: bool


def _find_way(text: str, path: ValuePath) -> list[_NodeOnWay]:
    """The nodes from the document's root as far along the path as it exists."""
    hidden, table = hide_old_breaks(text)
    node: Any = compose_node(hidden)
    way = [_NodeOnWay(None, node, bool(node.flow_style))]
    for step in path:
        sought = hide_in_step(step, table)
        found = next((pair for pair in _list_entries(node) if pair[0] == sought), None)
        if found is None:
            break
        _, key, node = found
        flow = way[-1].flow or bool(getattr(node, "flow_style", False))
        way.append(_NodeOnWay(key, node, flow))
    return way


def _list_entries(node: Any) -> Iterator[tuple[str | int, Any, Any]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((key.value, key, value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from ((number, None, value) for number, value in enumerate(node.value))


def _find_span(text: str, node: Any) -> tuple[int, int]:
    """Start and end index of a node, without the blanks and comments after it."""
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode):
        if node.style in {"|", ">"}:
            end = start + len(text[start:end].rstrip())
    elif not node.flow_style and node.value:
        last = node.value[-1]
        end = _find_span(text, last[1] if isinstance(last, tuple) else last)[1]
    return start, end


def _find_line_start(text: str, index: int) -> int:
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def _find_line_end(text: str, index: int) -> int:
    """Index of the end of the line that contains an index, before its line break."""
    found = re.compile(r"[\r\n]|$").search(text, index)  # noqa: TID251 - our own pattern
    return found.start() if found else len(text)


def _find_line_break(text: str) -> str:
    """The line break used in a text."""
    found = re.search("\r\n|\n|\r", text)
    return found.group() if found else "\n"


# -- edits of text ----------------------------------------------------------------------------


def _apply_to_text(text: str, change: YamlEdit) -> Iterator[str]:
    way = _find_way(text, change.path)
    there = len(way) == len(change.path) + 1
    match change:
        case SetValue(path, value) if there:
            yield from _replace(text, way, path, value)
        case SetValue(path, value):
            depth = len(way) - 1
            yield from _add_entry(text, way, path[depth], _wrap(path[depth + 1 :], value))
        case _ if not there:
            raise NotEditableError(change)
        case RemoveEntry():
            yield from _remove_entry(text, way)
        case RenameKey(_, key):
            start, end = _find_span(text, way[-1].key)
            yield from (text[:start], _format_scalar(key), text[end:])
        case AddComment(_, words):
            yield from _add_comment(text, way[-1], words)


def _wrap(path: ValuePath, value: Value) -> Value:
    for step in reversed(path):
        value = {step: value} if isinstance(step, str) else [value]
    return value


def _replace(text: str, way: Sequence[_NodeOnWay], path: ValuePath, value: Value) -> Iterator[str]:
    spot = way[-1]
    start, end = _find_span(text, spot.node)
    block = not way[-2].flow and isinstance(value, dict | list) and bool(value)
    below = not spot.flow and not isinstance(spot.node, yaml.ScalarNode)
    column = way[-2].node.start_mark.column
    if isinstance(path[-1], int) or not (block or below):  # stays on its line
        said = (
            _format_block(value, start - _find_line_start(text, start), text)
            if block
            else _format_flow(value)
        )
        gap = " " if start and text[start - 1] in ":-" else ""
        yield from (text[:start], gap, said, text[end:])
        return
    colon = text.index(":", spot.key.end_mark.index) + 1
    if below:  # the old block goes, with its lines
        cut = _find_line_start(text, start)
        head, tail = text[:cut].rstrip(" "), text[end:]
        yield head[:colon]
        rest = head[colon:]
        if block:
            yield from (rest, " " * (column + INDENT), _format_block(value, column + INDENT, text))
        else:
            yield from (" ", _format_flow(value), rest.rstrip("\r\n"))
        yield tail
        return
    stop = _find_line_end(text, end)
    newline = _find_line_break(text)
    yield from (text[:colon], text[end:stop].rstrip(), newline, " " * (column + INDENT))
    yield from (_format_block(value, column + INDENT, text), text[stop:])


def _add_entry(
    text: str, way: Sequence[_NodeOnWay], step: str | int, value: Value
) -> Iterator[str]:
    """Append an entry to a group or list."""
    spot = way[-1]
    node = spot.node
    start, end = _find_span(text, node)
    entry = _format_flow({step: value})[1:-1] if isinstance(step, str) else _format_flow(value)
    if isinstance(node, yaml.ScalarNode) or not node.value:
        whole = {step: value} if isinstance(step, str) else [value]
        if len(way) == 1:
            raise NotEditableError(step)
        path = ("",) if way[-1].key is not None else (0,)
        yield from _replace(text, way, path, whole)
    elif spot.flow:
        inside = text[start : end - 1].rstrip().rstrip(",")
        yield from (text[:start], inside, ", ", entry, text[end - 1 :])
    else:
        column = node.start_mark.column
        stop = _find_line_end(text, end)
        yield from (text[:stop], _find_line_break(text), " " * column)
        if isinstance(step, str):
            yield _format_block({step: value}, column, text)
        else:
            yield _format_block([value], column, text)
        yield text[stop:]


def _remove_entry(text: str, way: Sequence[_NodeOnWay]) -> Iterator[str]:
    holder, spot = way[-2].node, way[-1]
    first = spot.key or spot.node
    start, end = _find_span(text, first)[0], _find_span(text, spot.node)[1]
    if len(holder.value) == 1:
        empty: Value = {} if isinstance(holder, yaml.MappingNode) else []
        if len(way) == 2:  # noqa: PLR2004 - the parent is the whole document
            raise NotEditableError("the last entry")
        path = ("",) if way[-2].key is not None else (0,)
        yield from _replace(text, way[:-1], path, empty)
    elif way[-2].flow:
        before, after = text[:start], text[end:]
        if after.lstrip().startswith(","):
            yield from (before, after.lstrip()[1:].lstrip())
        else:
            yield from (before.rstrip().rstrip(","), after)
    else:
        begin = _find_line_start(text, start)
        if text[begin:start].strip(" -") or text[begin:start].count("-") > 1:
            raise NotEditableError("not on a line of its own")
        if spot.key is not None and "-" in text[begin:start]:
            raise NotEditableError("the first key of an element")
        stop = _find_line_end(text, end)
        behind = re.match("\r\n|\n|\r|", text[stop:])
        yield from (text[:begin], text[stop + (behind.end() if behind else 0) :])


def _add_comment(text: str, spot: _NodeOnWay, words: str) -> Iterator[str]:
    start = (spot.key or spot.node).start_mark.index
    begin = _find_line_start(text, start)
    before = text[begin:start]
    if before.strip(" -"):
        raise NotEditableError("not on a line of its own")
    lines = [
        f"{' ' * (len(before) - len(before.lstrip(' ')))}# {line}"
        for line in _clean_comment(words)
    ]
    yield from (text[:begin], *(line + _find_line_break(text) for line in lines), text[begin:])


def _clean_comment(words: str) -> Iterator[str]:
    """Yield lines that are safe in a comment."""
    for line in words.splitlines() or [""]:
        yield "".join(letter if letter.isprintable() else " " for letter in line).rstrip()


# -- values as YAML ---------------------------------------------------------------------------

_PLAIN_PATTERN = r"[A-Za-zÆØÅæøå0-9][\w ./()+%§-]*(:[\w/.][\w ./?=&%+~#:-]*)*"


def _format_scalar(value: Value) -> str:
    """Format a plain value so that YAML 1.2 reads it as that value."""
    if not isinstance(value, str):
        return json.dumps(value, allow_nan=False)
    plain = (
        re.fullmatch(_PLAIN_PATTERN, value)
        and " #" not in value
        and not value.endswith((" ", ":"))
    )
    if plain:
        document, _ = read_yaml(f"k: {value}".encode(), "")
        if document and document.values == {"k": value}:
            return value
    return f'"{"".join(map(_escape, value))}"'


def _escape(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    return letter if letter.isprintable() else f"\\U{ord(letter):08x}"


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def _format_flow(value: Value) -> str:
    if isinstance(value, Mapping):
        return (
            f"{{{', '.join(f'{_format_scalar(k)}: {_format_flow(v)}' for k, v in value.items())}}}"
        )
    if isinstance(value, list):
        return f"[{', '.join(map(_format_flow, value))}]"
    return _format_scalar(value)


def _format_block(value: Value, column: int, text: str) -> str:
    """Format a value whose first line begins at a column, in block style unless it is empty."""
    newline = f"{_find_line_break(text)}{' ' * column}"
    if isinstance(value, Mapping) and value:
        return newline.join(
            f"{_format_scalar(key)}:{_format_below(each, column, text)}"
            for key, each in value.items()
        )
    if isinstance(value, list) and value:
        return newline.join(f"- {_format_block(each, column + INDENT, text)}" for each in value)
    return _format_flow(value)


def _format_below(value: Value, column: int, text: str) -> str:
    if isinstance(value, dict | list) and value:
        deeper = column + INDENT
        return f"{_find_line_break(text)}{' ' * deeper}{_format_block(value, deeper, text)}"
    return f" {_format_flow(value)}"
