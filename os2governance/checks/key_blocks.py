"""The lines of each key of a group, in sections: what moves together, and what stays in its place.

A comment belongs to the key right below it. A heading, and a comment that stands by itself, begin
a section instead: they stay, and no key crosses them. A key that is commented out is one like the
others.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from os2governance.checks.suppressions import find_suppression_comments
from os2governance.documents.text_reader import split_lines
from os2governance.documents.yaml_reader import Document, Value


class KeyBlock(NamedTuple):
    """The lines of one key, from 0: those from `start` until before `end`, its own at `line`."""

    name: str
    line: int
    start: int
    end: int


class _Comments(NamedTuple):
    """What stands above a key: where its own comments begin, and whether it begins a section."""

    start: int
    begins_section: bool


def find_key_sections(
    text: str, document: Document, path: Sequence[str], names: Sequence[str]
) -> list[list[KeyBlock]]:
    """The sections of the group at a path of a document, each with its blocks in their order.

    `names` are the keys that the group may have. Empty where the keys do not each have lines of
    their own.
    """
    group = find_group(document.values, path)
    places = {name: document.locate((*path, name), key=True) for name in group}
    lines = split_lines(text)
    numbers = {place.line for place in places.values()}
    if len(numbers) < len(group) or len({place.column for place in places.values()}) != 1:
        return []
    if _find_value_start(lines, document, path) == "{":
        return []
    at = {place.line - 1: name for name, place in places.items()}
    silences = {each.line - 1 for each in find_suppression_comments(text) if each.own_line}
    return _Group(lines, at, {*names, *group}, silences).list_sections()


def _find_value_start(lines: Sequence[str], document: Document, path: Sequence[str]) -> str:
    """The sign that the value at a path begins with."""
    if path:
        place = document.locate(path)
        return lines[place.line - 1][place.column - 1 : place.column]
    return next(
        (
            line.lstrip()[0]
            for line in lines
            if has_content(line) and not line.startswith(("%", "---"))
        ),
        "",
    )


def find_group(values: Value, path: Sequence[str]) -> dict[str, Value]:
    """The group at a path of plain values; an empty one where there is none."""
    for step in path:
        values = values.get(step) if isinstance(values, dict) else None
    return values if isinstance(values, dict) else {}


class _Group:
    """The keys of one group, those that are commented out among them, and the lines between."""

    def __init__(
        self,
        lines: Sequence[str],
        at: Mapping[int, str],
        known: Collection[str],
        silences: Collection[int],
    ) -> None:
        """Find the keys that are commented out among the others."""
        self._lines = lines
        self._keys = at
        self._known = known
        self._silences = silences
        self._indent = measure_indent(lines[min(at)])
        self._ends: dict[int, int] = {}
        out = {
            number: name
            for key in sorted(at)
            for number, name in self._find_commented_out(key).items()
        }
        self._at = dict(sorted({**out, **at}.items()))

    def list_sections(self) -> list[list[KeyBlock]]:
        """The blocks of all keys, in sections."""
        numbers = list(self._at)
        above = [self._find_comments(index, numbers) for index in range(len(numbers))]
        sections: list[list[KeyBlock]] = []
        for index, (number, name) in enumerate(self._at.items()):
            following = above[index + 1] if index + 1 < len(numbers) else None
            if following and not following.begins_section:
                end = following.start
            else:
                end = self._find_end(number, following.start if following else len(self._lines))
            block = KeyBlock(name, number, above[index].start, end)
            if index == 0 or above[index].begins_section:
                sections.append([])
            sections[-1].append(block)
        return sections

    # -- keys that are commented out ----------------------------------------------------------

    def _find_commented_out(self, key: int) -> dict[int, str]:
        """The keys that are commented out above a key, by line; not below a suppression."""
        found: dict[int, str] = {}
        top = self._find_top(key)
        stop = next((n for n in range(top, key) if n in self._silences), key)
        number = top
        while number < stop:
            name = self._read_commented_out(self._lines[number])
            number += 1
            if name is None:
                continue
            first, depth = number - 1, _measure_comment(self._lines[number - 1])
            while number < stop and _measure_comment(self._lines[number]) > depth:
                number += 1
            found[first], self._ends[first] = name, number
        return found

    def _read_commented_out(self, line: str) -> str | None:
        match = _COMMENTED_OUT.match(line)
        is_shallow = measure_indent(line) <= self._indent
        return match[1] if match and is_shallow and match[1] in self._known else None

    # -- what stands above a key --------------------------------------------------------------

    def _find_top(self, number: int) -> int:
        """The line below what stands above a key with content, and below the head of the file."""
        top = number
        while top and not has_content(self._lines[top - 1]):
            top -= 1
        return top or min(_find_head_end(self._lines), number)

    def _find_comments(self, index: int, numbers: Sequence[int]) -> _Comments:
        """The comments of a key, from a suppression or a heading on."""
        number = numbers[index]
        top = self._find_top(number)
        if index and numbers[index - 1] in self._ends:
            top = max(top, self._ends[numbers[index - 1]])
        silence = next((n for n in range(top, number) if n in self._silences), None)
        start = self._find_run(top, number if silence is None else silence)
        if silence is None:
            heading = self._find_heading(start, index, numbers)
            if heading is not None:
                return _Comments(heading, begins_section=True)
        return _Comments(start, begins_section=self._has_comment(top, start))

    def _find_run(self, top: int, number: int) -> int:
        """The first line of the comments right above a line that are not indented more deeply."""
        start = number
        while start > top and self._is_own_comment(self._lines[start - 1]):
            start -= 1
        return start

    def _is_own_comment(self, line: str) -> bool:
        return bool(line.strip()) and measure_indent(line) <= self._indent

    def _has_comment(self, top: int, end: int) -> bool:
        """Whether a comment stands by itself between two lines, on the level of the keys."""
        return any(self._is_own_comment(line) for line in self._lines[top:end])

    def _find_heading(self, start: int, index: int, numbers: Sequence[int]) -> int | None:
        """The line below the heading in the comments right above a key; None where none is one."""
        number = numbers[index]
        decorated = [n for n in range(start, number) if _DECORATION.search(self._lines[n])]
        if decorated:
            return decorated[-1] + 1
        if start == number or not self._heads_paragraph(start, index, numbers):
            return None
        words = {word for line in self._lines[start:number] for word in _WORD.findall(line)}
        return None if words & set(self._known) else number

    def _heads_paragraph(self, start: int, index: int, numbers: Sequence[int]) -> bool:
        """Whether comments stand above several keys without a gap, and only above the first."""
        if index and self._lines[start - 1].strip():
            return False
        if index + 1 == len(numbers):
            return False
        following = numbers[index + 1]
        top = self._find_top(following)
        if any(not line.strip() for line in self._lines[top:following]):
            return False
        for later in numbers[index + 1 :]:
            between = self._lines[self._find_top(later) : later]
            if any(not line.strip() for line in between):
                break
            if any(self._is_own_comment(line) for line in between):
                return False
        return True

    def _find_end(self, number: int, limit: int) -> int:
        """The line below a key's last, and below the more deeply indented comments there."""
        if number in self._ends:
            return self._ends[number]
        end = number + 1
        for n in range(number + 1, limit):
            line = self._lines[n]
            if has_content(line) and measure_indent(line) < self._indent:
                break
            if has_content(line):
                end = n + 1
        for n in range(end, limit):
            line = self._lines[n]
            if line.strip() and (
                has_content(line) or n in self._silences or measure_indent(line) <= self._indent
            ):
                break
            end = n + 1 if line.strip() else end
        return end


_COMMENTED_OUT = re.compile(r"\s*#\s*[\"']?([\w.-]+)[\"']?\s*:(?:\s|$)")  # noqa: TID251 - our own pattern
_DECORATION = re.compile(r"#\s*([=\-#*~_+])\1{2}|([=\-#*~_+])\2{2}\s*$")  # noqa: TID251 - our own pattern
_WORD = re.compile(r"[\w-]+")  # noqa: TID251 - our own pattern


def _measure_comment(line: str) -> int:
    """How far the text of a comment is indented; -1 where a line is none."""
    bare = line.lstrip()
    if not bare.startswith("#"):
        return -1
    inner = bare.lstrip("#")
    return len(line) - len(inner.lstrip()) if inner.strip() else -1


def _find_head_end(lines: Sequence[str]) -> int:
    """Index of the line below the head of a file: the comments at its top, without a gap."""
    marks = ("#", "%", "---")
    return next((n for n, line in enumerate(lines) if not line.startswith(marks)), len(lines))


def has_content(line: str) -> bool:
    """Whether a line holds more than blanks and a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def measure_indent(line: str) -> int:
    """How many blanks a line begins with."""
    return len(line) - len(line.lstrip())
