"""Findings that a comment beside them silences, always with a reason.

`# os2governance: ignore[code, code] the reason` holds for its line and all that is indented below
it, and the list of a key; on a line of its own it holds so for the next line with content, and
above all content for what is found of the file as a whole too.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Literal, NamedTuple

from os2governance.documents.yaml_comments import Comment, comments, lines_of
from os2governance.findings.catalogue import CATALOGUE
from os2governance.findings.finding import Finding, Place, enough, finding, suggestion

WORD = "os2governance:"
MOST = 100
"""Comments that silence, in one file."""


Reach = Literal["anywhere", "in the record", "nowhere", "not of check"]
"""Where a comment silences a code."""

OF_THE_PAST = ("level-change-undecided", "log-rewritten", "product-removed-undecided")
"""What is found beside a revision, and only there."""

_NOT_OF_CHECK = (
    *("import-", "verify-", "decide-", "migrate-", "template-", "layouts-", "publiccode-"),
    *("form-", "folder-", "request-", "branch-", "example-", "mutant-", "lineage-none"),
    *("file-unwritable", "file-exists", "file-changed", "evaluation-unwritable"),
    *("model-missing", "other-model"),
)
_NOWHERE = (
    # what cannot be read, or used
    *("file-", "name-not-read", "not-utf8", "yaml-", "json-", "no-products", "no-model-named"),
    *("unknown-model", "unusable-model", "model-", "facts-schema-", "rule-", "rules-", "list-"),
    # in JSON, which has no comments; in no file as it is; comments themselves; what is told last
    *("lint-fact-", *OF_THE_PAST, "silence-", "findings-left-out"),
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
        if _LIKELY.search(text):
            held, found = _silences(file, text)
            silences += held
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
    return _silences(file, text)[0]


# Begins with a letter that has no case: searching is as fast as for a plain text.
_LIKELY = re.compile("2[gG][oO][vV][eE][rR][nN][aA][nN][cC][eE]:")  # noqa: TID251 - our own pattern
_ASKS = re.compile(rf"{WORD}|(?i:{WORD}\s*ignore\b)")  # noqa: TID251 - our own pattern
_COMMENT = r"(?i:os2governance:\s*ignore)\s*\[([^\]]*)\]\s*[-:]*\s*(.*)"


def requests(text: str) -> Iterator[Comment]:
    """Give the comments that ask for silence, rightly or wrongly, and one more than may.

    In other letters than WORD's own it is a name that any comment may hold, unless it asks.
    """
    asking = (each for each in comments(text, WORD) if _ASKS.search(each.text))
    return islice(asking, MOST + 1)


def _silences(file: str, text: str) -> tuple[list[Silence], list[Finding]]:
    """Give what the comments of a file silence, and what is wrong with them."""
    wrong: list[Finding] = []
    held: list[tuple[frozenset[str], Comment]] = []
    unknown: list[tuple[str, Place]] = []
    for number, comment in enumerate(requests(text)):
        place = Place(file, comment.line, comment.column)
        if number == MOST:
            wrong.append(finding("silence-too-many", place, limit=MOST))
            break
        match = re.fullmatch(_COMMENT, comment.text)
        if not match:
            wrong.append(finding("silence-syntax", place))
            continue
        codes = frozenset(code.strip() for code in match[1].split(",")) - {""}
        strange = sorted(codes - CATALOGUE.keys())
        unknown += [(code, place) for code in strange]
        if not re.search(r"\w.*\w", match[2]):
            wrong.append(finding("silence-without-reason", place))
        elif not codes:
            wrong.append(finding("silence-syntax", place))
        elif not strange:
            held.append((codes, comment))
    wrong += [
        finding("silence-unknown-code", place, name=code, meant=suggestion(code, CATALOGUE))
        for code, place in enough(unknown)
    ]
    scopes = _scopes(text, [comment for _, comment in held])
    silences = [
        Silence(codes, Place(file, comment.line, comment.column), *scopes[comment.line])
        for codes, comment in held
    ]
    return silences, wrong


def _scopes(text: str, remarks: Sequence[Comment]) -> dict[int, tuple[int, int]]:
    """Give the first and last line, from 1, that the comment of each line holds for.

    What is found of a file as a whole has its first line or none: 0. One walk down the lines: what
    is open is ever deeper in, so that only the innermost can end.
    """
    scopes: dict[int, tuple[int, int]] = {}
    alone = {comment.line: comment.alone for comment in remarks}
    left, top, last = len(alone), 0, 0
    waiting: list[int] = []
    open_: list[tuple[int, int, list[int]]] = []

    def close(depth: int) -> None:
        while open_ and open_[-1][0] >= depth:
            _, first, several = open_.pop()
            scopes.update((line, (0 if line < top else first, last)) for line in several)

    for number, line in enumerate(lines_of(text) if remarks else [], 1):
        if number in alone:
            waiting.append(number)
            left -= 1
        if not _content(line) and alone.get(number, True):
            continue
        depth = _depth(line)
        close(depth)
        top, last = top or number, number
        if waiting:
            open_.append((depth, number, waiting))
            waiting = []
        elif not left and not open_:
            break
    close(0)
    return scopes | {line: (line, line) for line in waiting}


def _content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _depth(line: str) -> int:
    """Say how deep a line stands; a key's list may stand in its own column, and is below it."""
    indent = len(line) - len(line.lstrip(" "))
    return 2 * indent + f"{line.strip()} ".startswith("- ")
