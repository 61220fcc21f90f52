"""Suppressions: comments that suppress findings beside them, always with a reason.

`# os2governance: ignore[code, code] until 2027-01-01 the reason` applies to its line and to
everything indented below it, and to the list of a key; on a separate line it also applies to the
next line with content, and above all content to the whole file. The date may be left out; after
it the comment has no effect.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from os2governance.documents.text_reader import split_lines
from os2governance.documents.yaml_comments import Comment, find_comments
from os2governance.findings.catalogue import CATALOGUE
from os2governance.findings.finding import Finding, Location, cap_items, make_finding, suggest_word
from os2governance.i18n.date_words import DateInWords
from os2governance.i18n.iso_dates import parse_iso_date

COMMENT_PREFIX = "os2governance:"
MAX_SUPPRESSIONS = 100
"""Suppressions in one file."""
ENDS_SOON = timedelta(days=30)
"""How long before its last day a suppression is warned of."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Suppression:
    """One suppression: the codes, its location, the lines that it applies to, from 1.

    `until` is its last day, None where it has none.
    """

    codes: frozenset[str]
    location: Location
    first_line: int
    last_line: int
    reason: str
    until: date | None

    def covers(self, found: Finding) -> bool:
        """Whether a finding is suppressed by it."""
        return (
            found.code in self.codes
            and found.location.file == self.location.file
            and self.first_line <= found.location.line <= self.last_line
        )


class SuppressedFinding(NamedTuple):
    """A finding that is not reported, and the suppression that says why."""

    finding: Finding
    suppression: Suppression


@dataclass(frozen=True, kw_only=True, slots=True)
class SuppressionUse:
    """A suppression as it is listed, with the number of findings that it suppresses.

    `until` is its last day as an ISO date, None where it has none; `since` is the day on which its
    line was committed, None where that is not known.
    """

    location: Location
    codes: tuple[str, ...]
    reason: str
    until: str | None
    findings: int
    since: str | None = None


def count_suppression_uses(suppressed: Iterable[SuppressedFinding]) -> list[SuppressionUse]:
    """The suppressions that had an effect, each once, in the order of their locations."""
    counts = Counter(each.suppression for each in suppressed)
    return [
        SuppressionUse(
            location=each.location,
            codes=tuple(sorted(each.codes)),
            reason=each.reason,
            until=each.until.isoformat() if each.until else None,
            findings=count,
        )
        for each, count in sorted(counts.items(), key=lambda pair: pair[0].location)
    ]


class SuppressionResult(NamedTuple):
    """The remaining findings, and the suppressed; `expected` ones were suppressed too."""

    findings: list[Finding]
    suppressed: tuple[SuppressedFinding, ...] = ()
    expected: tuple[Finding, ...] = ()


def apply_suppressions(
    findings: Sequence[Finding],
    texts: Collection[tuple[str, str]],
    foreseen: Sequence[Finding] = (),
    *,
    as_of: date,
    complete: bool = True,
) -> SuppressionResult:
    """Remove suppressed findings; `texts` are pairs of file name and text.

    A suppression without a reason, with an unknown code, past its last day or close to it, or
    without effect is a finding; the last only where the findings are `complete`. `foreseen` are
    findings that a check of more files may report; a suppression of one is not unused.
    """
    silences: list[Suppression] = []
    wrong: list[Finding] = []
    for file, text in texts:
        if _QUICK_TEST.search(text):
            held, found = _parse_comments(file, text)
            silences += held
            wrong += found
    if not silences and not wrong:
        return SuppressionResult(list(findings))
    wrong += _check_last_days(silences, as_of)
    silences = [each for each in silences if each.until is None or as_of <= each.until]
    kept: list[Finding] = []
    suppressed: list[SuppressedFinding] = []
    for finding in findings:
        by = next((each for each in silences if each.covers(finding)), None)
        if by is None:
            kept.append(finding)
        else:
            suppressed.append(SuppressedFinding(finding, by))
    expected = tuple(found for found in foreseen if any(each.covers(found) for each in silences))
    unused = [
        make_finding("silence-unused", each.location, codes=_list_codes(each))
        for each in silences
        if complete and not any(each.covers(found) for found in (*findings, *expected))
    ]
    return SuppressionResult([*kept, *wrong, *unused], tuple(suppressed), expected)


def _list_codes(suppression: Suppression) -> str:
    return ", ".join(sorted(suppression.codes))


def _check_last_days(silences: Sequence[Suppression], as_of: date) -> Iterator[Finding]:
    """Yield a finding for each suppression that has ended, or ends within ENDS_SOON."""
    for each in silences:
        if each.until is None or each.until - as_of > ENDS_SOON:
            continue
        codes, until = _list_codes(each), DateInWords(each.until)
        if each.until < as_of:
            yield make_finding("silence-expired", each.location, codes=codes, until=until)
        else:
            yield make_finding("silence-ends-soon", each.location, codes=codes, until=until)


def parse_suppressions(file: str, text: str) -> list[Suppression]:
    """The valid suppressions of a text, in their order."""
    return _parse_comments(file, text)[0]


# Begins with a caseless character: the search is as fast as for a plain text.
_QUICK_TEST = re.compile("2[gG][oO][vV][eE][rR][nN][aA][nN][cC][eE]:")  # noqa: TID251 - our own pattern
_REQUEST = re.compile(rf"{COMMENT_PREFIX}|(?i:{COMMENT_PREFIX}\s*ignore\b)")  # noqa: TID251 - our own pattern
_SUPPRESSION_COMMENT = (
    r"(?i:os2governance:\s*ignore)\s*\[([^\]]*)\]"
    r"(?:\s*[-:]*\s*(?i:until)\b:?\s*([^\s:,;]*))?[-:,;\s]*(.*)"
)


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
    held: list[tuple[frozenset[str], Comment, str, date | None]] = []
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
        firm = [code for code in sorted(codes & CATALOGUE.keys()) if not _is_suppressible(code)]
        wrong += [make_finding("silence-not-allowed", place, name=code) for code in firm]
        until = parse_iso_date(match[2]) if match[2] is not None else None
        if match[2] is not None and until is None:
            wrong.append(make_finding("silence-date", place, said=match[2]))
        elif not re.search(r"\w.*\w", match[3]):
            wrong.append(make_finding("silence-without-reason", place))
        elif not codes:
            wrong.append(make_finding("silence-syntax", place))
        elif not strange and not firm:
            held.append((codes, comment, match[3], until))
    wrong += [
        make_finding("silence-unknown-code", place, name=code, meant=suggest_word(code, CATALOGUE))
        for code, place in cap_items(unknown)
    ]
    scopes = _find_line_ranges(text, [comment for _, comment, _, _ in held])
    silences = [
        Suppression(
            codes=codes,
            location=Location(file, comment.line, comment.column),
            first_line=scopes[comment.line][0],
            last_line=scopes[comment.line][1],
            reason=reason,
            until=until,
        )
        for codes, comment, reason, until in held
    ]
    return silences, wrong


def _is_suppressible(code: str) -> bool:
    return CATALOGUE[code].suppressible in {"anywhere", "in the record"}


def _find_line_ranges(text: str, remarks: Sequence[Comment]) -> dict[int, tuple[int, int]]:
    """First and last line, from 1, that the comment on each line applies to.

    Above all content that is the whole file, of which findings may be on line 0. A single pass
    down the lines: open ranges are ever more deeply indented, so that only the innermost can end.
    """
    scopes: dict[int, tuple[int, int]] = {}
    lines = split_lines(text) if remarks else []
    alone = {comment.line: comment.own_line for comment in remarks}
    left, top, last = len(alone), 0, 0
    waiting: list[int] = []
    open_: list[tuple[int, int, list[int]]] = []

    def close(depth: int) -> None:
        while open_ and open_[-1][0] >= depth:
            _, first, several = open_.pop()
            scopes.update((line, (first, last)) for line in several)

    for number, line in enumerate(lines, 1):
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
    whole = {line: (0, len(lines)) for line in alone if line < top}
    return scopes | whole | {line: (line, line) for line in waiting}


def _has_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _measure_depth(line: str) -> int:
    """Measure the depth of a line; a key's list may start in the key's column, and is below it."""
    indent = len(line) - len(line.lstrip(" "))
    return 2 * indent + f"{line.strip()} ".startswith("- ")
