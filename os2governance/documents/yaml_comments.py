"""The comments of a YAML text, told apart from `#` inside values."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from os2governance.documents.text_reader import split_lines
from os2governance.documents.yaml_breaks import hide_old_breaks
from os2governance.documents.yaml_events import iterate_events


class Comment(NamedTuple):
    """One comment: line and column from 1, its text after the `#`, whether it has its own line."""

    line: int
    column: int
    text: str
    own_line: bool


def find_comments(text: str, word: str) -> Iterator[Comment]:
    """Yield the comments that contain a word, case-insensitively, in their order.

    In a text that is not valid YAML, a value after the fault may be taken for a comment.
    """
    if word not in text.lower():
        return
    spans = _find_values_with_hash(text)
    starts, ends = [start for start, _ in spans], [end for _, end in spans]

    def inside(line: int, column: int) -> bool:
        before = bisect_right(starts, (line, column))
        return before > 0 and (line, column) < ends[before - 1]

    for number, line in enumerate(split_lines(text)):
        if word not in line.lower():
            continue
        for column, letter in enumerate(line):
            begins = letter == "#" and (column == 0 or line[column - 1] in " \t")
            if begins and not inside(number, column):
                alone = not line[:column].strip()
                if word in line[column:].lower():
                    yield Comment(number + 1, column + 1, line[column + 1 :].strip(), alone)
                break


def find_block_text_lines(text: str) -> set[int]:
    """The lines, from 0, of texts after | or >, in which every blank is content."""
    lines: set[int] = set()
    event: Any
    for event in iterate_events(hide_old_breaks(text)[0]):
        if isinstance(event, yaml.ScalarEvent) and event.style in {"|", ">"}:
            start: Any = event.start_mark
            end: Any = event.end_mark
            lines.update(range(start.line + 1, end.line + bool(end.column)))
    return lines


def _find_values_with_hash(text: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Start and end of the values that contain a `#`, in order, as line and column from 0."""
    spans = []
    event: Any
    for event in iterate_events(hide_old_breaks(text)[0]):
        if isinstance(event, yaml.ScalarEvent) and "#" in event.value:
            start: Any = event.start_mark
            end: Any = event.end_mark
            spans.append(((start.line, start.column), (end.line, end.column)))
    return spans
