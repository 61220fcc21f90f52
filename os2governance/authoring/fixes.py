"""Safe automatic fixes in a file: line ends, the order of keys, quotation marks.

No content changes, and no comment is lost: where that cannot be verified by reading the text
again, it is left unchanged.
"""

import copy
import re
from bisect import bisect
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from os2governance.checks.suppressions import find_suppression_comments, parse_suppressions
from os2governance.documents.text_reader import read_shown_text, split_lines
from os2governance.documents.yaml_reader import (
    Document,
    NodePositions,
    Value,
    ValuePath,
    read_yaml,
)

KeyOrder = Mapping[tuple[str, ...], Sequence[str]]
"""The order of the keys of groups, by path; keys that are not listed come last."""


class _ParsedText(NamedTuple):
    """A text, and its parsed document."""

    text: str
    document: Document


def fix_yaml(data: bytes, order: KeyOrder, texts: Sequence[ValuePath] = ()) -> bytes:
    """Fix the layout of a YAML text; `texts` are the paths of values whose schema wants a text.

    Line ends are made uniform, trailing blanks removed, the keys of the named groups sorted with
    the comments above them, and the numbers and booleans that should be texts quoted.
    """
    document, _ = read_yaml(data, "")
    if document is None:
        return data
    now = _quote_values(_ParsedText(read_shown_text(data), document), texts)
    now = _keep_if_same(now, _fix_whitespace(now.text))
    for path, names in order.items():
        before, now = now, _keep_if_same(now, _order_keys(now, path, names))
        if now is before and not path:  # a suppression in the head may cover the first key
            first = list(_find_group(now.document.values, path))[:1]
            now = _keep_if_same(now, _order_keys(now, path, [*first, *names]))
    return _keep_if_same(now, _fix_whitespace(now.text)).text.encode()


def _keep_if_same(before: _ParsedText, after: str) -> _ParsedText:
    """The new text, if its values, comments and suppressions are the same; else the old one."""
    if after == before.text:
        return before
    document, _ = read_yaml(after.encode(), "")
    if document is None or document.values != before.document.values:
        return before
    now = _ParsedText(after, document)
    same = sorted(_list_comments(before.text)) == sorted(_list_comments(after))
    return now if same and _list_suppressed(before) == _list_suppressed(now) else before


def _list_comments(text: str) -> Iterator[str]:
    """Yield the text after each `#`, whether or not it is a comment: none may be lost."""
    for line in split_lines(text):
        if "#" in line:
            yield line[line.index("#") :].strip()


def _list_suppressed(now: _ParsedText) -> list[tuple[str, list[str]]]:
    """List what is suppressed, with the codes: keys and values by their path, and comments."""
    silences = parse_suppressions("", now.text)
    if not silences:
        return []
    ends = sorted({end for each in silences for end in (each.first_line, each.last_line + 1)})
    codes = [
        sorted(
            {
                code
                for each in silences
                if each.first_line <= end <= each.last_line
                for code in each.codes
            }
        )
        for end in ends
    ]

    def at(line: int) -> list[str]:
        number = bisect(ends, line)
        return codes[number - 1] if number else []

    lines = enumerate(split_lines(now.text), 1)
    remarks = [(line.strip(), at(number)) for number, line in lines if "#" in line]
    paths = [(path, at(line)) for path, line in _list_paths(now.document.positions)]
    return sorted(each for each in (*paths, *remarks) if each[1])


def _list_paths(positions: NodePositions, path: str = "") -> Iterator[tuple[str, int]]:
    """Yield the path of each key and value, with its line.

    The value of a group begins at its first key, whichever that is: it is left out.
    """
    steps = positions.items() if isinstance(positions, dict) else enumerate(positions or ())
    for step, (key, value, below) in steps:
        here = f"{path}/{step}"
        yield f"{here} key", key.line + 1
        if not below:
            yield f"{here} value", value.line + 1
        yield from _list_paths(below, here)


# -- quotation marks --------------------------------------------------------------------------


def _quote_values(now: _ParsedText, texts: Sequence[ValuePath]) -> _ParsedText:
    """Quote the values that should be texts: all at once, or none."""
    meant = copy.deepcopy(now.document.values)
    pieces, done = [], 0
    for start, path in sorted(
        (_find_value_start(now.document, path), path) for path in set(texts)
    ):
        written = _PLAIN_SCALAR.match(now.text, start)
        if written:
            _set_value(meant, path, written.group())
            pieces += [now.text[done:start], f'"{written.group()}"']
            done = written.end()
    if not pieces:
        return now
    text = "".join([*pieces, now.text[done:]])
    document, _ = read_yaml(text.encode(), "")
    return _ParsedText(text, document) if document and document.values == meant else now


_PLAIN_SCALAR = re.compile(r"[\w.+-]+")  # noqa: TID251 - our own pattern


def _find_value_start(document: Document, path: ValuePath) -> int:
    """Index in the text at which a value begins."""
    spots: Any = document.find_positions(path[:-1])
    index: int = spots[path[-1]][1].index
    return index


def _set_value(values: Any, path: ValuePath, text: str) -> None:
    *way, last = path
    for step in way:
        values = values[step]
    values[last] = text


# -- layout -----------------------------------------------------------------------------------


def _fix_whitespace(text: str) -> str:
    """A text with uniform line ends, without trailing blanks and final blank lines."""
    lines = (line.rstrip(" \t") for line in re.split("\r\n|[\r\n]", text))
    return "\n".join(lines).strip("\n") + "\n"


# -- the order of keys ------------------------------------------------------------------------


def _order_keys(now: _ParsedText, path: Sequence[str], names: Sequence[str]) -> str:
    """A text in which the keys of the group at a path are in their order."""
    group = _find_group(now.document.values, path)
    if not group or _rank_keys(group, names) == list(group):
        return now.text
    places = {name: now.document.locate((*path, name), key=True) for name in group}
    if len({place.line for place in places.values()}) < len(group):
        return now.text  # on one line
    if len({place.column for place in places.values()}) > 1:
        return now.text
    lines = now.text.split("\n")
    if lines != split_lines(now.text):
        return now.text
    silences = {each.line - 1 for each in find_suppression_comments(now.text) if each.own_line}
    at = {name: place.line - 1 for name, place in places.items()}
    return "\n".join(_move_blocks(lines, at, _rank_keys(group, names), silences))


def _find_group(values: Value, path: Sequence[str]) -> dict[str, Value]:
    for step in path:
        values = values.get(step) if isinstance(values, dict) else None
    return values if isinstance(values, dict) else {}


def _rank_keys(group: Mapping[str, Value], names: Sequence[str]) -> list[str]:
    ranks = {name: rank for rank, name in enumerate(dict.fromkeys(names))}
    return sorted(group, key=lambda name: ranks.get(name, len(ranks)))


def _move_blocks(
    lines: list[str], at: Mapping[str, int], names: Sequence[str], silences: Collection[int]
) -> list[str]:
    """Move the lines of each key, with the comments about it.

    What is above the first of them stays there, and so does what is below the last, and the head
    of the file.
    """
    numbers = sorted(at.values())
    head = _find_head_end(lines)
    starts = [max(head, _find_block_start(lines, number, silences)) for number in numbers]
    end = _find_block_end(lines, numbers[-1], silences)
    blocks = dict(zip(numbers, zip(starts, [*starts[1:], end], strict=True), strict=True))
    moved = [line for name in names for line in lines[slice(*blocks[at[name]])]]
    return [*lines[: starts[0]], *moved, *lines[end:]]


def _find_head_end(lines: Sequence[str]) -> int:
    """Index of the line below the head of a file: the comments at its top, without a gap."""
    marks = ("#", "%", "---")
    return next((n for n, line in enumerate(lines) if not line.startswith(marks)), len(lines))


def _find_block_start(lines: Sequence[str], number: int, silences: Collection[int]) -> int:
    """Index of the first line of what belongs to the key on a line.

    That is the comments right above the key that are not indented more deeply; and from a
    suppression on, everything between, since a suppression applies to what comes next, however it
    is indented.
    """
    top = number
    while top and not _has_content(lines[top - 1]):
        top -= 1
    start = next((n for n in range(top, number) if n in silences), number)
    indent = _measure_indent(lines[number])
    while start > top and lines[start - 1].strip() and _measure_indent(lines[start - 1]) <= indent:
        start -= 1
    return start


def _find_block_end(lines: Sequence[str], last: int, silences: Collection[int]) -> int:
    """Index of the line below a group's last key, and below the more deeply indented comments."""
    indent = _measure_indent(lines[last])
    end = number = last + 1
    for number in range(last + 1, len(lines)):
        line = lines[number]
        if _has_content(line) and _measure_indent(line) < indent:
            break
        if _has_content(line):
            end = number + 1
    for number in range(end, len(lines)):
        line = lines[number]
        if line.strip() and (
            _has_content(line) or number in silences or _measure_indent(line) <= indent
        ):
            break
        end = number + 1 if line.strip() else end
    return end


def _has_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _measure_indent(line: str) -> int:
    return len(line) - len(line.lstrip())
