"""Suppressions: comments that suppress findings beside them, always with a reason.

`# os2governance: ignore[code, code] the reason` applies to its line and everything indented below
it, and to the list of a key; on a separate line it also applies to the next line with content, and
above all content to findings about the file as a whole.
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
"""Suppressions in one file."""


Reach = Literal["anywhere", "in the record", "nowhere", "not of check"]
"""Where a comment may suppress a code."""

OF_THE_PAST = ("level-change-undecided", "log-rewritten", "product-removed-undecided")
"""The codes of findings from the comparison with a revision, and only from that."""

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
    # in JSON, which has no comments; in no current file; about suppressions; reported last
    *("lint-fact-", *OF_THE_PAST, "silence-", "findings-left-out"),
)
_IN_THE_RECORD = (
    *("unknown-key", "missing-key", "wrong-type", "wrong-choice", "wrong-format"),
    *("out-of-bounds", "shape", "unknown-criterion", "unknown-level"),
)


def reach(code: str) -> Reach:
    """Where a comment may suppress a code; schema violations only in files of the record.

    An invalid file of the record is merely left out, whereas an invalid declaration has no level.
    """
    if code.startswith(_NOT_OF_CHECK):
        return "not of check"
    if code.startswith(_NOWHERE) and code != "model-superseded":
        return "nowhere"
    return "in the record" if code in _IN_THE_RECORD else "anywhere"


class Silence(NamedTuple):
    """One suppression: the codes, its location, the lines that it applies to, from 1."""

    codes: frozenset[str]
    place: Place
    first: int
    last: int

    def covers(self, found: Finding) -> bool:
        """Whether a finding is suppressed by it."""
        return (
            found.code in self.codes
            and found.place.file == self.place.file
            and self.first <= found.place.line <= self.last
        )


class Heard(NamedTuple):
    """The remaining findings, and the number suppressed; `expected` ones were suppressed too."""

    findings: list[Finding]
    silenced: int
    foreseen: tuple[Finding, ...] = ()


def heard(
    findings: Sequence[Finding],
    texts: Collection[tuple[str, str]],
    foreseen: Sequence[Finding] = (),
) -> Heard:
    """Remove suppressed findings; `texts` are pairs of file name and text.

    A suppression without a reason, with an unknown code, or without effect is a finding.
    `foreseen` are findings that a check of more files may report; a suppression of one is not
    unused.
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
    """The valid suppressions of a text, in their order."""
    return _silences(file, text)[0]


# Begins with a caseless character: the search is as fast as for a plain text.
_LIKELY = re.compile("2[gG][oO][vV][eE][rR][nN][aA][nN][cC][eE]:")  # noqa: TID251 - our own pattern
_ASKS = re.compile(rf"{WORD}|(?i:{WORD}\s*ignore\b)")  # noqa: TID251 - our own pattern
_COMMENT = r"(?i:os2governance:\s*ignore)\s*\[([^\]]*)\]\s*[-:]*\s*(.*)"


def requests(text: str) -> Iterator[Comment]:
    """Yield the comments that are suppressions, valid or not, and one more than the limit.

    In another case than COMMENT_PREFIX it is a name that any comment may contain, unless it asks
    to ignore something.
    """
    asking = (each for each in comments(text, WORD) if _ASKS.search(each.text))
    return islice(asking, MOST + 1)


def _silences(file: str, text: str) -> tuple[list[Silence], list[Finding]]:
    """Parse the suppressions in the comments of a file, with findings about invalid ones."""
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
    """First and last line, from 1, that the comment on each line applies to.

    Findings about the file as a whole are on its first line or on line 0. A single pass down the
    lines: open ranges are ever more deeply indented, so that only the innermost can end.
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
    """Measure the depth of a line; a key's list may start in the key's column, and is below it."""
    indent = len(line) - len(line.lstrip(" "))
    return 2 * indent + f"{line.strip()} ".startswith("- ")
