"""Suppressions: comments that suppress findings beside them, always with a reason.

`# os2governance: ignore[code, code] the reason` applies to its line and everything indented below
it, and to the list of a key; on a separate line it also applies to the next line with content, and
above all content to findings about the file as a whole.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from os2governance.documents.yaml_comments import Comment, find_comments, split_lines
from os2governance.findings.catalogue import CATALOGUE
from os2governance.findings.finding import Finding, Location, cap_items, make_finding, suggest_word

COMMENT_PREFIX = "os2governance:"
MAX_SUPPRESSIONS = 100
"""Suppressions in one file."""


class Suppression(NamedTuple):
    """One suppression: the codes, its location, the lines that it applies to, from 1."""

    codes: frozenset[str]
    location: Location
    first_line: int
    last_line: int

    def covers(self, found: Finding) -> bool:
        """Whether a finding is suppressed by it."""
        return (
            found.code in self.codes
            and found.location.file == self.location.file
            and self.first_line <= found.location.line <= self.last_line
        )


class SuppressionResult(NamedTuple):
    """The remaining findings, and the number suppressed; `expected` ones were suppressed too."""

    findings: list[Finding]
    suppressed: int
    expected: tuple[Finding, ...] = ()


def apply_suppressions(
    findings: Sequence[Finding],
    texts: Collection[tuple[str, str]],
    foreseen: Sequence[Finding] = (),
    *,
    complete: bool = True,
) -> SuppressionResult:
    """Remove suppressed findings; `texts` are pairs of file name and text.

    A suppression without a reason, with an unknown code, or without effect is a finding; the last
    only where the findings are `complete`. `foreseen` are findings that a check of more files may
    report; a suppression of one is not unused.
    """
    silences: list[Suppression] = []
    wrong: list[Finding] = []
    for file, text in texts:
        if _QUICK_TEST.search(text):
            held, found = _parse_comments(file, text)
            silences += held
            wrong += found
    if not silences and not wrong:
        return SuppressionResult(list(findings), 0)
    kept = [found for found in findings if not any(each.covers(found) for each in silences)]
    expected = tuple(found for found in foreseen if any(each.covers(found) for each in silences))
    unused = [
        make_finding("silence-unused", each.location, codes=", ".join(sorted(each.codes)))
        for each in silences
        if complete and not any(each.covers(found) for found in (*findings, *expected))
    ]
    return SuppressionResult([*kept, *wrong, *unused], len(findings) - len(kept), expected)


def parse_suppressions(file: str, text: str) -> list[Suppression]:
    """The valid suppressions of a text, in their order."""
    return _parse_comments(file, text)[0]


# Begins with a caseless character: the search is as fast as for a plain text.
_QUICK_TEST = re.compile("2[gG][oO][vV][eE][rR][nN][aA][nN][cC][eE]:")  # noqa: TID251 - our own pattern
_REQUEST = re.compile(rf"{COMMENT_PREFIX}|(?i:{COMMENT_PREFIX}\s*ignore\b)")  # noqa: TID251 - our own pattern
_SUPPRESSION_COMMENT = r"(?i:os2governance:\s*ignore)\s*\[([^\]]*)\]\s*[-:]*\s*(.*)"


def find_suppression_comments(text: str) -> Iterator[Comment]:
    """Yield the comments that are suppressions, valid or not, and one more than the limit.

    In another case than COMMENT_PREFIX it is a name that any comment may contain, unless it asks
    to ignore something.
    """
    asking = (each for each in find_comments(text, COMMENT_PREFIX) if _REQUEST.search(each.text))
    return islice(asking, MAX_SUPPRESSIONS + 1)


def _parse_comments(file: str, text: str) -> tuple[list[Suppression], list[Finding]]:
    """Parse the suppressions in the comments of a file, with findings about invalid ones."""
    wrong: list[Finding] = []
    held: list[tuple[frozenset[str], Comment]] = []
    unknown: list[tuple[str, Location]] = []
    for number, comment in enumerate(find_suppression_comments(text)):
        place = Location(file, comment.line, comment.column)
        if number == MAX_SUPPRESSIONS:
            wrong.append(make_finding("silence-too-many", place, limit=MAX_SUPPRESSIONS))
            break
        match = re.fullmatch(_SUPPRESSION_COMMENT, comment.text)
        if not match:
            wrong.append(make_finding("silence-syntax", place))
            continue
        codes = frozenset(code.strip() for code in match[1].split(",")) - {""}
        strange = sorted(codes - CATALOGUE.keys())
        unknown += [(code, place) for code in strange]
        if not re.search(r"\w.*\w", match[2]):
            wrong.append(make_finding("silence-without-reason", place))
        elif not codes:
            wrong.append(make_finding("silence-syntax", place))
        elif not strange:
            held.append((codes, comment))
    wrong += [
        make_finding("silence-unknown-code", place, name=code, meant=suggest_word(code, CATALOGUE))
        for code, place in cap_items(unknown)
    ]
    scopes = _find_line_ranges(text, [comment for _, comment in held])
    silences = [
        Suppression(codes, Location(file, comment.line, comment.column), *scopes[comment.line])
        for codes, comment in held
    ]
    return silences, wrong


def _find_line_ranges(text: str, remarks: Sequence[Comment]) -> dict[int, tuple[int, int]]:
    """First and last line, from 1, that the comment on each line applies to.

    Findings about the file as a whole are on its first line or on line 0. A single pass down the
    lines: open ranges are ever more deeply indented, so that only the innermost can end.
    """
    scopes: dict[int, tuple[int, int]] = {}
    alone = {comment.line: comment.own_line for comment in remarks}
    left, top, last = len(alone), 0, 0
    waiting: list[int] = []
    open_: list[tuple[int, int, list[int]]] = []

    def close(depth: int) -> None:
        while open_ and open_[-1][0] >= depth:
            _, first, several = open_.pop()
            scopes.update((line, (0 if line < top else first, last)) for line in several)

    for number, line in enumerate(split_lines(text) if remarks else [], 1):
        if number in alone:
            waiting.append(number)
            left -= 1
        if not _has_content(line) and alone.get(number, True):
            continue
        depth = _measure_depth(line)
        close(depth)
        top, last = top or number, number
        if waiting:
            open_.append((depth, number, waiting))
            waiting = []
        elif not left and not open_:
            break
    close(0)
    return scopes | {line: (line, line) for line in waiting}


def _has_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _measure_depth(line: str) -> int:
    """Measure the depth of a line; a key's list may start in the key's column, and is below it."""
    indent = len(line) - len(line.lstrip(" "))
    return 2 * indent + f"{line.strip()} ".startswith("- ")
