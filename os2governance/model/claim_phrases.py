"""What makes a claim questionable by a model: `doubts.yaml` in its folder.

It is read only where claims are weighed: its placeholders are no documentation (semantics §3).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, chain
from typing import Any, NamedTuple, Protocol

from os2governance.documents.yaml_reader import Document, read_yaml
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.rules.patterns import compile_pattern, is_pattern
from os2governance.schema.compiled import compile_schema

DOUBTS_FILE = "doubts.yaml"
MAX_PHRASES_MEMORY = 16 << 20
"""Bytes for a whole list: with less, RE2 cannot cache its states, and is much slower."""


class Phrases:
    """One list of patterns, matched as a single pattern; compiled at the first text."""

    def __init__(self, patterns: Sequence[str], around: tuple[str, str], place: Location) -> None:
        """Store patterns, the text around them, and their location."""
        self._patterns = patterns
        self._around = around
        self._place = place

    def _join_patterns(self) -> str:
        before, after = self._around
        return f"{before}{'|'.join(f'(?:{pattern})' for pattern in self._patterns)}{after}"

    @cached_property
    def _joint_pattern(self) -> tuple[Any, str]:
        if not self._patterns:
            return None, ""
        return compile_pattern(self._join_patterns(), memory=MAX_PHRASES_MEMORY, longest=True)

    @cached_property
    def _line_pattern(self) -> Any:
        """The pattern for texts on separate lines; None where it depends on the text's ends."""
        if any(map(_WHERE_TEXT_ENDS.search, self._patterns)):
            return None
        return compile_pattern(
            f"(?m){self._join_patterns()}", memory=MAX_PHRASES_MEMORY, longest=True
        )[0]

    def _choose_pattern(self, text: str) -> Any:
        """The compiled pattern for a text; nearly all are one line: that variant is used."""
        if not self._patterns:
            return None
        return (
            self._line_pattern
            if "\n" not in text and self._line_pattern
            else self._joint_pattern[0]
        )

    def find_matching(self, texts: Sequence[str]) -> Iterator[int]:
        """Yield the indexes of the texts with a match."""
        for number, certain in self._find_candidates(texts):
            if certain or self.search(texts[number]) is not None:
                yield number

    def find_candidates(self, texts: Sequence[str]) -> Iterator[int]:
        """Yield the indexes of the texts in which `search` may find a match."""
        return (number for number, _ in self._find_candidates(texts))

    def _find_candidates(self, texts: Sequence[str]) -> Iterator[tuple[int, bool]]:
        """Yield the indexes of texts with a possible match, and whether it is certain.

        All are searched at once, each on a separate line, since most match nothing. In a
        single-line text, a match within that line is certain.
        """
        if not texts or not self._patterns:  # before compiling anything
            return
        if self._line_pattern is None:
            yield from ((number, False) for number in range(len(texts)))
            return
        data = "\n".join(texts).encode()
        ends: list[int] = []
        done = 0
        for match in self._line_pattern.finditer(data):
            ends = ends or [*accumulate(len(text.encode()) + 1 for text in texts)]
            start, end = match.span()
            first, last = bisect_right(ends, start), bisect_right(ends, max(start, end - 1))
            inside = first == last and end < ends[last]
            for number in range(max(first, done), last + 1):
                yield number, inside and "\n" not in texts[number]
            done = last + 1

    def search(self, text: str) -> Any:
        """The first match in a text, the longest of those; None without one."""
        held = self._choose_pattern(text)
        return held and held.search(text)

    def remove_matches(self, text: str) -> str:
        """The text with all matches removed."""
        held = self._choose_pattern(text)
        return held.sub(" - ", text) if held else text

    def find_refused(self) -> Iterator[Finding]:
        """Finding that the patterns exceed RE2's memory limit, so that they match nothing."""
        one, problem = self._joint_pattern
        if one is None and self._patterns:
            yield _make_refusal(f"{self._patterns[0]}|…", self._place, problem)


class ContradictingPhrases(NamedTuple):
    """Phrases of one language: those that contradict, and those that only look so."""

    says: Phrases
    unless: Phrases


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimPhrases:
    """What a model regards as questionable; None where it has no rule."""

    contradicts: tuple[ContradictingPhrases, ...]
    understates: tuple[ContradictingPhrases, ...]
    on_request: tuple[ContradictingPhrases, ...]
    placeholders: Phrases
    says_nothing: Phrases
    private: Phrases
    perhaps_private: Phrases
    front_pages: Phrases
    shown_on_front_page: frozenset[str]
    bulk: tuple[int, float] | None
    copied: int | None
    same_evidence: int | None

    def find_refused(self) -> Iterator[Finding]:
        """Findings of the lists that exceed the memory limit, though each pattern is valid."""
        by_language = (*self.contradicts, *self.understates, *self.on_request)
        plain = (self.placeholders, self.says_nothing, self.front_pages)
        for phrases in (*chain(*by_language), *plain, self.private, self.perhaps_private):
            yield from phrases.find_refused()

    def documents_nothing(self, text: str) -> bool:
        """Whether a whole text is one that nobody filled in, or that says nothing."""
        empty = (self.placeholders, self.says_nothing)
        return any(phrases.search(text) is not None for phrases in empty)


_NO_PHRASES = Phrases((), ("", ""), Location(""))
NO_CLAIM_PHRASES = ClaimPhrases(
    contradicts=(),
    understates=(),
    on_request=(),
    placeholders=_NO_PHRASES,
    says_nothing=_NO_PHRASES,
    private=_NO_PHRASES,
    perhaps_private=_NO_PHRASES,
    front_pages=_NO_PHRASES,
    shown_on_front_page=frozenset(),
    bulk=None,
    copied=None,
    same_evidence=None,
)


class ModelFolder(Protocol):
    """A model by its file, and by the bytes of the optional files beside it."""

    @property
    def file(self) -> str:
        """The path of its main file."""

    @property
    def optional_files(self) -> Mapping[str, bytes]:
        """The bytes of the optional files by name."""


def read_claim_phrases(
    model: ModelFolder,
) -> tuple[ClaimPhrases | None, tuple[Finding, ...]]:
    """Read the claim phrases of a model; without such a file no claim is questionable."""
    data = model.optional_files.get(DOUBTS_FILE)
    if data is None:
        return NO_CLAIM_PHRASES, ()
    folder = model.file.rsplit("/", 1)[0]
    return parse_claim_phrases(data, f"{folder}/{DOUBTS_FILE}")


@lru_cache(maxsize=16)
def parse_claim_phrases(data: bytes, file: str) -> tuple[ClaimPhrases | None, tuple[Finding, ...]]:
    """Read the file; None with findings where it is invalid."""
    document, findings = read_yaml(data, file)
    if document is None:
        return None, tuple(findings)
    findings = compile_schema("doubts").find_violations(document, document.values)
    if findings:
        return None, tuple(findings)
    reading = _PhraseReader(document)
    doubts = reading.read_all()
    return (None if reading.findings else doubts), tuple(reading.findings)


class _PhraseReader:
    """Reads the patterns of one file; collects findings for invalid ones."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.findings: list[Finding] = []

    def read_all(self) -> ClaimPhrases:
        """Read all claim phrases of the file."""
        values = self._document.values
        bulk, copied = values.get("bulk"), values.get("copied")
        front = values.get("front_pages") or {}
        return ClaimPhrases(
            contradicts=self._read_languages("contradicts"),
            understates=self._read_languages("understates"),
            on_request=self._read_languages("on_request"),
            placeholders=self._read_phrases(("placeholders",), _AROUND_WHOLE_TEXT),
            says_nothing=self._read_phrases(("says_nothing",), _AROUND_WHOLE_TEXT),
            private=self._read_phrases(("private",), _AROUND_START),
            perhaps_private=self._read_phrases(("perhaps_private",), _AROUND_START),
            front_pages=self._read_phrases(("front_pages", "patterns"), _AROUND_WHOLE_TEXT),
            shown_on_front_page=frozenset(front.get("shown_there") or ()),
            bulk=(bulk["at_least"], bulk["percent"]) if bulk else None,
            copied=copied["at_least"] if copied else None,
            same_evidence=values.get("same_evidence"),
        )

    def _read_languages(self, key: str) -> tuple[ContradictingPhrases, ...]:
        return tuple(
            ContradictingPhrases(
                self._read_phrases((key, language, "says")),
                self._read_phrases((key, language, "unless")),
            )
            for language in self._document.values.get(key) or ()
        )

    def _read_phrases(self, path: Sequence[str], around: tuple[str, str] | None = None) -> Phrases:
        """Read the patterns of a list, each of which must be valid by itself.

        An unbalanced bracket must not close one of ours. They are words, unless it is said what is
        `around` them.
        """
        values = self._document.values
        for step in path:
            values = values.get(step) or {}
        patterns = []
        for number, pattern in enumerate(values):
            place = self._document.locate((*path, number))
            if is_pattern(pattern):
                patterns.append(pattern)
            else:
                self.findings.append(_make_refusal(pattern, place, compile_pattern(pattern)[1]))
        surrounding = around or _surround_words(patterns)
        return Phrases(patterns, surrounding, self._document.locate(path))


def _make_refusal(pattern: str, place: Location, problem: str) -> Finding:
    return make_finding("doubts-pattern", place, pattern=pattern, problem=problem)


def _surround_words(patterns: Sequence[str]) -> tuple[str, str]:
    r"""What stands around words: a word ends where no letter follows (`\b` is for ASCII only).

    Around Latin words the Latin letters do: all letters take RE2 ten times as long to compile.
    """
    is_latin = all(each <= _LAST_LATIN or not each.isalpha() for each in "".join(patterns))
    letters = f"0-9A-Za-zÀ-{_LAST_LATIN}" if is_latin else r"\pL\pN"
    return rf"(?i)(?:^|[^{letters}])(", rf")(?:$|[^{letters}])"


_LAST_LATIN = "\u024f"
_AROUND_WHOLE_TEXT = (r"(?is)^\s*(?:", r")\s*$")
_AROUND_START = (r"(?i)^(?:", r")")

# What depends on where a text ends and so differs for a line among others; so may flags.
_WHERE_TEXT_ENDS = re.compile(r"\\[Az]|\(\?[^:P]")  # noqa: TID251 - our own pattern, of one length
