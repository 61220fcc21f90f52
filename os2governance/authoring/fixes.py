"""What is safe to mend in a file by itself: ends of lines, the order of keys, quotation marks.

Nothing that is said changes, and no comment is lost: a text of which that cannot be shown by
reading it again is left as it is.
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
"""For the paths of groups, the order of their keys; keys that are not named come last."""


class _Read(NamedTuple):
    """A text, and what it says."""

    text: str
    document: Document


def tidied(data: bytes, order: Order, texts: Sequence[Path] = ()) -> bytes:
    """Give a YAML text in good order; `texts` are the paths of what its schema wants as texts.

    Ends of lines become one kind, blanks at their ends go, the keys of the named groups get their
    order with the comments above them, and the numbers and truth values that should be texts get
    quotation marks.
    """
    document, _ = read_yaml(data, "")
    if document is None:
        return data
    now = _quoted(_Read(data.decode("utf-8-sig"), document), texts)
    now = _kept(now, _respaced(now.text))
    for path, names in order.items():
        before, now = now, _kept(now, _ordered(now, path, names))
        if now is before and not path:  # a silence in the head may be about the first key, too
            first = list(_group(now.document.values, path))[:1]
            now = _kept(now, _ordered(now, path, [*first, *names]))
    return _kept(now, _respaced(now.text)).text.encode()


def _kept(before: _Read, after: str) -> _Read:
    """Give the text after, if it says, remarks and silences the same; else the one before."""
    if after == before.text:
        return before
    document, _ = read_yaml(after.encode(), "")
    if document is None or document.values != before.document.values:
        return before
    now = _Read(after, document)
    same = sorted(_comments(before.text)) == sorted(_comments(after))
    return now if same and _silenced(before) == _silenced(now) else before


def _comments(text: str) -> Iterator[str]:
    """Give what stands behind each `#`, whether it is a comment or not: none may be lost."""
    for line in lines_of(text):
        if "#" in line:
            yield line[line.index("#") :].strip()


def _silenced(now: _Read) -> list[tuple[str, list[str]]]:
    """Give what is silenced, with the codes: keys and values by their path, and comments."""
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
    """Give the path of each key and value, with its line.

    The value of a group stands where its first key does, whichever that is: it is left out.
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
    """Put in quotation marks what is no text, and should be one: all at once, or none."""
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
    """Give where in the text a value begins."""
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
    """Give a text whose lines end alike, without blanks at their ends and below the last."""
    lines = (line.rstrip(" \t") for line in re.split("\r\n|[\r\n]", text))
    return "\n".join(lines).strip("\n") + "\n"


# -- the order of keys ------------------------------------------------------------------------


def _ordered(now: _Read, path: Sequence[str], names: Sequence[str]) -> str:
    """Give a text in which the keys of the group at a path have their order."""
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
    """Move the lines of each key, with the comments that are about it.

    What stands above the first of them stays there, and what stands below the last; so does the
    head of the file.
    """
    numbers = sorted(at.values())
    head = _head(lines)
    starts = [max(head, _start(lines, number, silences)) for number in numbers]
    end = _end(lines, numbers[-1], silences)
    blocks = dict(zip(numbers, zip(starts, [*starts[1:], end], strict=True), strict=True))
    moved = [line for name in names for line in lines[slice(*blocks[at[name]])]]
    return [*lines[: starts[0]], *moved, *lines[end:]]


def _head(lines: Sequence[str]) -> int:
    """Give the line below the head of a file: the comments at its very top, without a gap."""
    marks = ("#", "%", "---")
    return next((n for n, line in enumerate(lines) if not line.startswith(marks)), len(lines))


def _start(lines: Sequence[str], number: int, silences: Collection[int]) -> int:
    """Give the first line of what is about the key in a line.

    It is the comments right above the key that are no deeper than it; and from a silence on all
    that is between them, since a silence holds for what comes next however it stands above it.
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
    """Give the line below the last key of a group, and below the comments deeper than it."""
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
