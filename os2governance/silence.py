"""Findings that a comment beside them silences, always with a reason.

`# os2governance: ignore[code, code] the reason` holds for its line and all that is indented below
it, and the list of a key; on a line of its own it holds so for the next line with content, and
above all content for what is found of the file as a whole too.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Literal, NamedTuple

from os2governance.catalogue import CATALOGUE
from os2governance.finding import Finding, Place, finding, suggestion
from os2governance.remarks import comments, lines_of

WORD = "os2governance:"
MOST = 100
"""Comments that silence, in one file."""


Reach = Literal["anywhere", "in the record", "nowhere", "not of check"]
"""Where a comment silences a code."""

_NOT_OF_CHECK = (
    *("import-", "verify-", "decide-", "migrate-", "template-", "layouts-", "publiccode-"),
    *("form-", "folder-", "request-", "branch-", "example-", "mutant-", "lineage-none"),
    *("file-unwritable", "file-exists", "file-changed", "evaluation-unwritable"),
    *("model-missing", "other-model"),
)
_NOWHERE = (
    # what cannot be read, or used
    *("file-", "not-utf8", "yaml-", "json-", "no-products", "no-model-named", "unknown-model"),
    *("unusable-model", "model-", "facts-schema-", "rule-"),
    # in JSON, which has no comments; in no file as it is; the comments themselves
    *("lint-fact-", "level-change-undecided", "log-rewritten", "silence-"),
)
_IN_THE_RECORD = (
    *("unknown-key", "missing-key", "wrong-type", "wrong-choice", "wrong-format"),
    *("out-of-bounds", "shape", "unknown-criterion", "unknown-level"),
)


def reach(code: str) -> Reach:
    """Say where a comment silences a code: a record is left out where it is wrong, and no more."""
    if code.startswith(_NOT_OF_CHECK):
        return "not of check"
    if code.startswith(_NOWHERE) and code != "model-superseded":
        return "nowhere"
    return "in the record" if code in _IN_THE_RECORD else "anywhere"


class Silence(NamedTuple):
    """One comment that silences: the codes, its place, the lines that it holds for, from 1."""

    codes: frozenset[str]
    place: Place
    first: int
    last: int

    def covers(self, found: Finding) -> bool:
        """Whether a finding is silenced by it."""
        return (
            found.code in self.codes
            and found.place.file == self.place.file
            and self.first <= found.place.line <= self.last
        )


class Heard(NamedTuple):
    """What is left of findings, and how many are silenced; `foreseen` are silenced too."""

    findings: list[Finding]
    silenced: int
    foreseen: tuple[Finding, ...] = ()


def heard(
    findings: Sequence[Finding],
    texts: Collection[tuple[str, str]],
    foreseen: Sequence[Finding] = (),
) -> Heard:
    """Leave out what comments silence; `texts` are pairs of file name and text.

    A comment without a reason, with an unknown code, or that silences nothing is a finding.
    `foreseen` may be found by who sees more than these files; a comment on one is of use.
    """
    silences: list[Silence] = []
    wrong: list[Finding] = []
    for file, text in texts:
        for silence, found in _silences(file, text):
            silences += [silence] if silence else []
            wrong += found
    if not silences and not wrong:
        return Heard(list(findings), 0)
    kept = [found for found in findings if not any(each.covers(found) for each in silences)]
    expected = tuple(found for found in foreseen if any(each.covers(found) for each in silences))
    unused = [
        finding("silence-unused", each.place, codes=", ".join(sorted(each.codes)))
        for each in silences
        if not any(each.covers(found) for found in (*findings, *expected))
    ]
    return Heard([*kept, *wrong, *unused], len(findings) - len(kept), expected)


def silences_of(file: str, text: str) -> list[Silence]:
    """Give the silences of a text that hold, in their order."""
    return [silence for silence, _ in _silences(file, text) if silence]


_COMMENT = r"os2governance:\s*ignore\s*\[([^\]]*)\]\s*[-:]*\s*(.*)"


def _silences(file: str, text: str) -> Iterator[tuple[Silence | None, list[Finding]]]:
    lines = lines_of(text) if WORD in text else []
    for number, comment in enumerate(comments(text, WORD)):
        place = Place(file, comment.line, comment.column)
        if number == MOST:
            yield None, [finding("silence-too-many", place, limit=MOST)]
            return
        match = re.fullmatch(_COMMENT, comment.text)
        if not match:
            yield None, [finding("silence-syntax", place)]
            continue
        codes = {code.strip() for code in match[1].split(",")} - {""}
        wrong = [
            finding("silence-unknown-code", place, name=code, meant=suggestion(code, CATALOGUE))
            for code in sorted(codes - CATALOGUE.keys())
        ]
        if not re.search(r"\w.*\w", match[2]):
            wrong.append(finding("silence-without-reason", place))
        if wrong or not codes:
            yield None, wrong or [finding("silence-syntax", place)]
            continue
        first, last = _scope(lines, comment.line, alone=comment.alone)
        yield Silence(frozenset(codes), place, first, last), []


def _scope(lines: Sequence[str], at: int, *, alone: bool) -> tuple[int, int]:
    """Give the first and last line, from 1, that a comment in line `at` holds for.

    What is found of a file as a whole has its first line or none: 0.
    """
    first = at
    if alone:
        below = (n for n in range(at, len(lines)) if _content(lines[n]))
        first = next(below, at - 1) + 1
    depth = _indent(lines[first - 1])
    last = first
    listed = not _is_item(lines[first - 1])  # a key's list may stand in its own column
    for number in range(first, len(lines)):
        if _content(lines[number]):
            deeper = listed and _is_item(lines[number])
            if _indent(lines[number]) + deeper <= depth:
                break
            last = number + 1
    on_top = alone and not any(map(_content, lines[: at - 1]))
    return 0 if on_top else first, last


def _content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _is_item(line: str) -> bool:
    return f"{line.strip()} ".startswith("- ")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
