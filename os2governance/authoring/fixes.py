"""Safe automatic fixes in a file: line ends, the order of keys, quotation marks.

No content changes, and no comment is lost: where that cannot be verified by reading the text
again, it is left unchanged.
"""

import copy
import re
from bisect import bisect
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from os2governance.checks.suppressions import requests, silences_of
from os2governance.documents.yaml_comments import lines_of
from os2governance.documents.yaml_reader import Document, Spots, Value, read_yaml

Path = tuple[str | int, ...]
Order = Mapping[tuple[str, ...], Sequence[str]]
"""The order of the keys of groups, by path; keys that are not listed come last."""


class _Read(NamedTuple):
    """A text, and its parsed document."""

    text: str
    document: Document


def tidied(data: bytes, order: Order, texts: Sequence[Path] = ()) -> bytes:
    """Fix the layout of a YAML text; `texts` are the paths of values whose schema wants a text.

    Line ends are made uniform, trailing blanks removed, the keys of the named groups sorted with
    the comments above them, and the numbers and booleans that should be texts quoted.
    """
    document, _ = read_yaml(data, "")
    if document is None:
        return data
    now = _quoted(_Read(data.decode("utf-8-sig"), document), texts)
    now = _kept(now, _respaced(now.text))
    for path, names in order.items():
        before, now = now, _kept(now, _ordered(now, path, names))
        if now is before and not path:  # a suppression in the head may cover the first key
            first = list(_group(now.document.values, path))[:1]
            now = _kept(now, _ordered(now, path, [*first, *names]))
    return _kept(now, _respaced(now.text)).text.encode()


def _kept(before: _Read, after: str) -> _Read:
    """The new text, if its values, comments and suppressions are the same; else the old one."""
    if after == before.text:
        return before
    document, _ = read_yaml(after.encode(), "")
    if document is None or document.values != before.document.values:
        return before
    now = _Read(after, document)
    same = sorted(_comments(before.text)) == sorted(_comments(after))
    return now if same and _silenced(before) == _silenced(now) else before


def _comments(text: str) -> Iterator[str]:
    """Yield the text after each `#`, whether or not it is a comment: none may be lost."""
    for line in lines_of(text):
        if "#" in line:
            yield line[line.index("#") :].strip()


def _silenced(now: _Read) -> list[tuple[str, list[str]]]:
    """List what is suppressed, with the codes: keys and values by their path, and comments."""
    silences = silences_of("", now.text)
    if not silences:
        return []
    ends = sorted({end for each in silences for end in (each.first, each.last + 1)})
    codes = [
        sorted(
            {code for each in silences if each.first <= end <= each.last for code in each.codes}
        )
        for end in ends
    ]

    def at(line: int) -> list[str]:
        number = bisect(ends, line)
        return codes[number - 1] if number else []

    lines = enumerate(lines_of(now.text), 1)
    remarks = [(line.strip(), at(number)) for number, line in lines if "#" in line]
    paths = [(path, at(line)) for path, line in _paths(now.document.spots)]
    return sorted(each for each in (*paths, *remarks) if each[1])


def _paths(spots: Spots, path: str = "") -> Iterator[tuple[str, int]]:
    """Yield the path of each key and value, with its line.

    The value of a group begins at its first key, whichever that is: it is left out.
    """
    steps = spots.items() if isinstance(spots, dict) else enumerate(spots or ())
    for step, (key, value, below) in steps:
        here = f"{path}/{step}"
        yield f"{here} key", key.line + 1
        if not below:
            yield f"{here} value", value.line + 1
        yield from _paths(below, here)


# -- quotation marks --------------------------------------------------------------------------


def _quoted(now: _Read, texts: Sequence[Path]) -> _Read:
    """Quote the values that should be texts: all at once, or none."""
    meant = copy.deepcopy(now.document.values)
    pieces, done = [], 0
    for start, path in sorted((_begins(now.document, path), path) for path in set(texts)):
        written = _PLAIN.match(now.text, start)
        if written:
            _put(meant, path, written.group())
            pieces += [now.text[done:start], f'"{written.group()}"']
            done = written.end()
    if not pieces:
        return now
    text = "".join([*pieces, now.text[done:]])
    document, _ = read_yaml(text.encode(), "")
    return _Read(text, document) if document and document.values == meant else now


_PLAIN = re.compile(r"[\w.+-]+")  # noqa: TID251 - our own pattern


def _begins(document: Document, path: Path) -> int:
    """Index in the text at which a value begins."""
    spots: Any = document.spots_at(path[:-1])
    index: int = spots[path[-1]][1].index
    return index


def _put(values: Any, path: Path, text: str) -> None:
    *way, last = path
    for step in way:
        values = values[step]
    values[last] = text


# -- layout -----------------------------------------------------------------------------------


def _respaced(text: str) -> str:
    """A text with uniform line ends, without trailing blanks and final blank lines."""
    lines = (line.rstrip(" \t") for line in re.split("\r\n|[\r\n]", text))
    return "\n".join(lines).strip("\n") + "\n"


# -- the order of keys ------------------------------------------------------------------------


def _ordered(now: _Read, path: Sequence[str], names: Sequence[str]) -> str:
    """A text in which the keys of the group at a path are in their order."""
    group = _group(now.document.values, path)
    if not group or _ranked(group, names) == list(group):
        return now.text
    places = {name: now.document.place((*path, name), key=True) for name in group}
    if len({place.line for place in places.values()}) < len(group):
        return now.text  # on one line
    if len({place.column for place in places.values()}) > 1:
        return now.text
    lines = now.text.split("\n")
    if lines != lines_of(now.text):
        return now.text
    silences = {each.line - 1 for each in requests(now.text) if each.alone}
    at = {name: place.line - 1 for name, place in places.items()}
    return "\n".join(_moved(lines, at, _ranked(group, names), silences))


def _group(values: Value, path: Sequence[str]) -> dict[str, Value]:
    for step in path:
        values = values.get(step) if isinstance(values, dict) else None
    return values if isinstance(values, dict) else {}


def _ranked(group: Mapping[str, Value], names: Sequence[str]) -> list[str]:
    ranks = {name: rank for rank, name in enumerate(dict.fromkeys(names))}
    return sorted(group, key=lambda name: ranks.get(name, len(ranks)))


def _moved(
    lines: list[str], at: Mapping[str, int], names: Sequence[str], silences: Collection[int]
) -> list[str]:
    """Move the lines of each key, with the comments about it.

    What is above the first of them stays there, and so does what is below the last, and the head
    of the file.
    """
    numbers = sorted(at.values())
    head = _head(lines)
    starts = [max(head, _start(lines, number, silences)) for number in numbers]
    end = _end(lines, numbers[-1], silences)
    blocks = dict(zip(numbers, zip(starts, [*starts[1:], end], strict=True), strict=True))
    moved = [line for name in names for line in lines[slice(*blocks[at[name]])]]
    return [*lines[: starts[0]], *moved, *lines[end:]]


def _head(lines: Sequence[str]) -> int:
    """Index of the line below the head of a file: the comments at its top, without a gap."""
    marks = ("#", "%", "---")
    return next((n for n, line in enumerate(lines) if not line.startswith(marks)), len(lines))


def _start(lines: Sequence[str], number: int, silences: Collection[int]) -> int:
    """Index of the first line of what belongs to the key on a line.

    That is the comments right above the key that are not indented more deeply; and from a
    suppression on, everything between, since a suppression applies to what comes next, however it
    is indented.
    """
    top = number
    while top and not _content(lines[top - 1]):
        top -= 1
    start = next((n for n in range(top, number) if n in silences), number)
    indent = _indent(lines[number])
    while start > top and lines[start - 1].strip() and _indent(lines[start - 1]) <= indent:
        start -= 1
    return start


def _end(lines: Sequence[str], last: int, silences: Collection[int]) -> int:
    """Index of the line below a group's last key, and below the more deeply indented comments."""
    indent = _indent(lines[last])
    end = number = last + 1
    for number in range(last + 1, len(lines)):
        line = lines[number]
        if _content(line) and _indent(line) < indent:
            break
        if _content(line):
            end = number + 1
    for number in range(end, len(lines)):
        line = lines[number]
        if line.strip() and (_content(line) or number in silences or _indent(line) <= indent):
            break
        end = number + 1 if line.strip() else end
    return end


def _content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
