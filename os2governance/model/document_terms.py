"""The terms of a model's own documents: `criteria/<model>/documents.yaml`, read and compiled."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from os2governance.documents.yaml_reader import ValuePath, read_yaml
from os2governance.findings.finding import Finding, make_finding
from os2governance.i18n.folding import fold_label
from os2governance.i18n.text import Text
from os2governance.model.inheritance import read_bilingual_text
from os2governance.rules.patterns import compile_pattern
from os2governance.schema.compiled import compile_schema

UNTICKED = "unticked"


@dataclass(frozen=True, kw_only=True, slots=True)
class VersionClue:
    """Evidence that a document follows a version."""

    version: str
    has: tuple[str, ...]
    lacks: tuple[str, ...]
    columns: tuple[str, ...]
    titles: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class CountWords:
    """The folded words with which documents print counts.

    `rating_words`, and the `colours` of slices, map to a status. `left_in` are the figures that a
    blank template carried from another product, as in the file.
    """

    totals: frozenset[str]
    of: tuple[str, ...]
    criteria: tuple[str, ...]
    in_all: tuple[str, ...]
    rating_words: Mapping[str, str]
    colours: Mapping[str, str]
    left_in: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentTerms:
    """The meaning of words in the documents of one model; patterns are compiled.

    `answer_marks` and `rating_marks` map a folded word to a status, `columns` to the role of a
    column, `levels` and `themes` map any label to the id; `other_kinds` are documents that answer
    no criteria, each with the words of its title; `file_values` is the rest, as it is in
    the file.
    """

    model: str
    criterion_pattern: Any
    columns: Mapping[str, str]
    answer_marks: Mapping[str, str]
    rating_marks: Mapping[str, str]
    blank_words: frozenset[str]
    blank_patterns: tuple[Any, ...]
    levels: Mapping[str, str]
    themes: Mapping[str, str]
    product_patterns: tuple[Any, ...]
    file_name_patterns: tuple[Any, ...]
    denial_patterns: tuple[Any, ...]
    level_patterns: Mapping[str, tuple[Any, ...]]
    clues: tuple[VersionClue, ...]
    count_words: CountWords
    other_kinds: tuple[tuple[Text, frozenset[str]], ...]
    file_values: Mapping[str, Any]

    def is_blank(self, cell: str) -> bool:
        """Whether a cell contains nothing of its author's own."""
        said = fold_label(cell)
        if not said or said in self.blank_words:
            return True
        return any(pattern.fullmatch(said) for pattern in self.blank_patterns)

    def find_level(self, label: str) -> str | None:
        """Find the id of the level that a label means."""
        return self.levels.get(fold_label(label)) or self.levels.get(
            fold_label(label.partition("(")[0])
        )


def read_document_terms(data: bytes, file: str) -> tuple[DocumentTerms | None, list[Finding]]:
    """Read the terms of a model's documents; None with findings where they are invalid."""
    document, findings = read_yaml(data, file)
    if document is None:
        return None, findings
    findings = compile_schema("documents").find_violations(document, document.values)
    if findings:
        return None, findings
    given = document.values
    patterns = {}
    for path, text in _list_patterns(given):
        # Case-insensitive; lists of words need more memory than a rule's pattern.
        patterns[path], problem = compile_pattern(f"(?i){text}", memory=_PATTERN_MEMORY)
        if problem:
            place = document.locate(path)
            findings.append(make_finding("rule-pattern", place, pattern=text, problem=problem))
    return (None, findings) if findings else (_build_terms(given, patterns), [])


_PATTERN_MEMORY = 1 << 22


def _list_patterns(given: Mapping[str, Any]) -> Iterator[tuple[ValuePath, str]]:
    """Yield each pattern of the file, with its path."""
    yield ("criterion",), given["criterion"]
    for path in (
        ("placeholders", "patterns"),
        ("header", "product"),
        ("header", "file_names"),
        ("denies",),
    ):
        group = given if len(path) == 1 else given[path[0]]
        for number, text in enumerate(group.get(path[-1]) or ()):
            yield (*path, number), text
    level = _build_level_pattern(given["levels"])
    for kind, texts in given["says"].items():
        for number, text in enumerate(texts):
            yield ("says", kind, number), text.replace("{level}", level)
    for number, clue in enumerate(given["versions"]["told_by"]):
        for name, text in (clue.get("titles") or {}).items():
            yield ("versions", "told_by", number, "titles", name), text


def _build_level_pattern(levels: Mapping[str, list[str]]) -> str:
    """The RE2 pattern of any label of a level, escaped, the longest first; numbers are no label.

    RE2's word boundary knows only ASCII letters, so it is added only after those.
    """
    labels = {label for group in levels.values() for label in group if not label.isdecimal()}
    alternatives = [
        re.escape(label) + (r"\b" if re.match(r"[A-Za-z0-9_]", label[-1]) else "")
        for label in sorted(labels, key=lambda each: (-len(each), each))
    ]
    return f"({'|'.join(alternatives) or _NO_MATCH})"


_NO_MATCH = r"[^\x{0}-\x{10FFFF}]"


def _build_terms(given: Mapping[str, Any], patterns: Mapping[ValuePath, Any]) -> DocumentTerms:
    def below(*path: str) -> tuple[Any, ...]:
        return tuple(found for at, found in patterns.items() if at[: len(path)] == path)

    marks = _invert_words(given["marks"])
    lights = _invert_words(given["lights"])
    spoken = {word: status for word, status in marks.items() if status in given["lights"]}
    return DocumentTerms(
        model=given["model"],
        criterion_pattern=patterns["criterion",],
        columns=_invert_words(given["columns"]),
        answer_marks=lights | marks,
        rating_marks=spoken | lights,
        blank_words=frozenset(map(fold_label, given["placeholders"]["words"])),
        blank_patterns=below("placeholders", "patterns"),
        levels=_invert_words(given["levels"]),
        themes=_invert_words(given["themes"]),
        product_patterns=below("header", "product"),
        file_name_patterns=below("header", "file_names"),
        denial_patterns=below("denies"),
        level_patterns={kind: below("says", kind) for kind in given["says"]},
        clues=tuple(_build_clue(n, clue, patterns) for n, clue in _list_clues(given)),
        other_kinds=tuple(
            (read_bilingual_text(each["name"], ""), frozenset(map(_fold_word, each["words"])))
            for each in given.get("others") or ()
        ),
        count_words=_build_count_words(given["counts"]),
        file_values=given,
    )


def _build_count_words(given: Mapping[str, Any]) -> CountWords:
    return CountWords(
        totals=frozenset(map(_fold_word, given["total"])),
        of=tuple(map(_fold_word, given["of"])),
        criteria=tuple(map(_fold_word, given["criteria"])),
        in_all=tuple(map(_fold_word, given["in_all"])),
        rating_words=_invert_words(given["words"]),
        colours=_invert_words(given.get("colours") or {}),
        left_in=tuple(given["left_in"]),
    )


def _list_clues(given: Mapping[str, Any]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    yield from enumerate(given["versions"]["told_by"])


def _build_clue(
    number: int, clue: Mapping[str, Any], patterns: Mapping[ValuePath, Any]
) -> VersionClue:
    at = ("versions", "told_by", number, "titles")
    return VersionClue(
        version=clue["version"],
        has=tuple(clue.get("has") or ()),
        lacks=tuple(clue.get("lacks") or ()),
        columns=tuple(clue.get("columns") or ()),
        titles={name: patterns[(*at, name)] for name in clue.get("titles") or ()},
    )


def _invert_words(groups: Mapping[str, list[str]]) -> dict[str, str]:
    """Invert lists of words by meaning into meanings by word."""
    return {_fold_word(word): meaning for meaning, words in groups.items() for word in words}


def _fold_word(word: str) -> str:
    return fold_label(word) or word.casefold()
