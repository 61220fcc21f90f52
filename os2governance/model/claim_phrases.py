"""What makes a claim doubtful by a model: `doubts.yaml` in its folder.

Nothing here is needed for a level, so it is read only when somebody asks for doubts.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, chain
from typing import Any, NamedTuple

from os2governance.documents.yaml_reader import Document, read_yaml
from os2governance.findings.finding import Finding, Place, finding
from os2governance.model.model import DOUBTS_FILE, Model
from os2governance.rules.patterns import compiled, is_pattern
from os2governance.schema.read import read_schema
from os2governance.schema.validator import Shape

ROOMY = 16 << 20
"""Bytes for a whole list: in less, RE2 cannot keep what it knows of a text, and is much slower."""


class Phrases:
    """Patterns of one list, held against texts as one; compiled only when the first text comes."""

    def __init__(self, patterns: Sequence[str], around: tuple[str, str], place: Place) -> None:
        """Take patterns, what is written around them, and where they stand."""
        self._patterns = patterns
        self._around = around
        self._place = place

    def _joined(self) -> str:
        before, after = self._around
        return f"{before}{'|'.join(f'(?:{pattern})' for pattern in self._patterns)}{after}"

    @cached_property
    def _one(self) -> tuple[Any, str]:
        if not self._patterns:
            return None, ""
        return compiled(self._joined(), memory=ROOMY, longest=True)

    @cached_property
    def _by_line(self) -> Any:
        """The same for texts on lines of their own; None where a pattern tells those apart."""
        if any(map(_WHERE_TEXT_ENDS.search, self._patterns)):
            return None
        return compiled(f"(?m){self._joined()}", memory=ROOMY, longest=True)[0]

    def _for(self, text: str) -> Any:
        """Give what to hold against a text: nearly all are one line, so that one is compiled."""
        if not self._patterns:
            return None
        return self._by_line if "\n" not in text and self._by_line else self._one[0]

    def holding(self, texts: Sequence[str]) -> Iterator[int]:
        """Give the numbers of the texts in which they find anything."""
        for number, certain in self._suspects(texts):
            if certain or self.search(texts[number]) is not None:
                yield number

    def suspects(self, texts: Sequence[str]) -> Iterator[int]:
        """Give the numbers of the texts in which `search` may find something."""
        return (number for number, _ in self._suspects(texts))

    def _suspects(self, texts: Sequence[str]) -> Iterator[tuple[int, bool]]:
        """Give the texts in which something may be found, and whether it is certain to be.

        All are searched as one, each on a line of its own, since most hold nothing. A text that
        is one line is certain to hold what is found inside that line.
        """
        if not texts or not self._patterns:  # before anything is compiled
            return
        if self._by_line is None:
            yield from ((number, False) for number in range(len(texts)))
            return
        data = "\n".join(texts).encode()
        ends: list[int] = []
        done = 0
        for match in self._by_line.finditer(data):
            ends = ends or [*accumulate(len(text.encode()) + 1 for text in texts)]
            start, end = match.span()
            first, last = bisect_right(ends, start), bisect_right(ends, max(start, end - 1))
            inside = first == last and end < ends[last]
            for number in range(max(first, done), last + 1):
                yield number, inside and "\n" not in texts[number]
            done = last + 1

    def search(self, text: str) -> Any:
        """Find the words in a text that come first, the longest of them; or give None."""
        held = self._for(text)
        return held and held.search(text)

    def left_out(self, text: str) -> str:
        """Give a text without what they find in it."""
        held = self._for(text)
        return held.sub(" - ", text) if held else text

    def refused(self) -> Iterator[Finding]:
        """Find that they are more than RE2 may hold, so that they find nothing."""
        one, problem = self._one
        if one is None and self._patterns:
            yield _refused(f"{self._patterns[0]}|…", self._place, problem)


class Words(NamedTuple):
    """Phrases of one language: what contradicts, and what only looks so."""

    says: Phrases
    unless: Phrases


class Doubts(NamedTuple):
    """What a model finds doubtful; None where it does not care."""

    contradicts: tuple[Words, ...]
    placeholders: Phrases
    private: Phrases
    bulk: tuple[int, float] | None
    copied: int | None

    def refused(self) -> Iterator[Finding]:
        """Find the lists that are too much to be held against anything, though each is right."""
        for phrases in (*chain(*self.contradicts), self.placeholders, self.private):
            yield from phrases.refused()


_NO_PHRASES = Phrases((), ("", ""), Place(""))
NONE = Doubts((), _NO_PHRASES, _NO_PHRASES, None, None)


def doubts_of(model: Model) -> tuple[Doubts | None, tuple[Finding, ...]]:
    """Read what a model finds doubtful; a model without such a file doubts nothing."""
    data = model.beside.get(DOUBTS_FILE)
    if data is None:
        return NONE, ()
    folder = model.file.rsplit("/", 1)[0]
    return read_doubts(data, f"{folder}/{DOUBTS_FILE}")


@lru_cache(maxsize=8)
def read_doubts(data: bytes, file: str) -> tuple[Doubts | None, tuple[Finding, ...]]:
    """Read the file; gives None beside everything that is wrong with it."""
    document, findings = read_yaml(data, file)
    if document is None:
        return None, tuple(findings)
    findings = Shape(read_schema("doubts")).findings(document, document.values)
    if findings:
        return None, tuple(findings)
    reading = _Reading(document)
    doubts = reading.doubts()
    return (None if reading.findings else doubts), tuple(reading.findings)


class _Reading:
    """Reads the patterns of one file; findings for those that are none."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.findings: list[Finding] = []

    def doubts(self) -> Doubts:
        """Give all that the file says."""
        values = self._document.values
        bulk, copied = values.get("bulk"), values.get("copied")
        return Doubts(
            contradicts=tuple(
                Words(
                    self._phrases(("contradicts", language, "says"), _WORDS),
                    self._phrases(("contradicts", language, "unless"), _WORDS),
                )
                for language in values.get("contradicts") or ()
            ),
            placeholders=self._phrases(("placeholders",), _WHOLE),
            private=self._phrases(("private",), _START),
            bulk=(bulk["at_least"], bulk["percent"]) if bulk else None,
            copied=copied["at_least"] if copied else None,
        )

    def _phrases(self, path: Sequence[str], around: tuple[str, str]) -> Phrases:
        """Give the patterns of a list that are some by themselves.

        A bracket too many must not close ours.
        """
        values = self._document.values
        for step in path:
            values = values.get(step) or {}
        patterns = []
        for number, pattern in enumerate(values):
            place = self._document.place((*path, number))
            if is_pattern(pattern):
                patterns.append(pattern)
            else:
                self.findings.append(_refused(pattern, place, compiled(pattern)[1]))
        return Phrases(patterns, around, self._document.place(path))


def _refused(pattern: str, place: Place, problem: str) -> Finding:
    return finding("doubts-pattern", place, pattern=pattern, problem=problem)


# RE2's \b and \w know ASCII only, so words end where no letter follows.
_WORDS = (r"(?i)(?:^|[^\pL\pN])(", r")(?:$|[^\pL\pN])")
_WHOLE = (r"(?is)^\s*(?:", r")\s*$")
_START = (r"(?i)^(?:", r")")

# What holds of a text alone and not of a line among others; flags may ask for that, too.
_WHERE_TEXT_ENDS = re.compile(r"\\[Az]|\(\?[^:P]")  # noqa: TID251 - our own pattern, of one length
