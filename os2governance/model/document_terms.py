"""The terms of a model's own documents: `criteria/<model>/documents.yaml`, read and compiled."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from os2governance.documents.yaml_reader import read_yaml
from os2governance.findings.finding import Finding, finding
from os2governance.i18n.folding import key
from os2governance.rules.patterns import compiled
from os2governance.schema.read import read_schema
from os2governance.schema.validator import Shape

UNTICKED = "unticked"


class Clue(NamedTuple):
    """Evidence that a document follows a version."""

    version: str
    has: tuple[str, ...]
    lacks: tuple[str, ...]
    columns: tuple[str, ...]
    titles: Mapping[str, Any]


class Wording(NamedTuple):
    """The meaning of words in the documents of one model; patterns are compiled.

    `answer_marks` and `rating_marks` map a folded word to a status, `columns` to the role of a
    column, `levels` and `themes` map any label to the id; `file_values` is the rest, as it is in
    the file.
    """

    model: str
    criterion: Any
    columns: Mapping[str, str]
    marks: Mapping[str, str]
    lights: Mapping[str, str]
    blank_words: frozenset[str]
    blank_patterns: tuple[Any, ...]
    levels: Mapping[str, str]
    themes: Mapping[str, str]
    products: tuple[Any, ...]
    says: Mapping[str, tuple[Any, ...]]
    clues: tuple[Clue, ...]
    given: Mapping[str, Any]

    def is_blank(self, cell: str) -> bool:
        """Whether a cell contains nothing of its author's own."""
        said = key(cell)
        if not said or said in self.blank_words:
            return True
        return any(pattern.fullmatch(said) for pattern in self.blank_patterns)

    def level(self, label: str) -> str | None:
        """Find the id of the level that a label means."""
        return self.levels.get(key(label)) or self.levels.get(key(label.partition("(")[0]))


def read_wording(data: bytes, file: str) -> tuple[Wording | None, list[Finding]]:
    """Read the terms of a model's documents; None with findings where they are invalid."""
    document, findings = read_yaml(data, file)
    if document is None:
        return None, findings
    findings = Shape(read_schema("documents")).findings(document, document.values)
    if findings:
        return None, findings
    given = document.values
    patterns = {}
    for path, text in _patterns(given):
        # Case-insensitive; lists of words need more memory than a rule's pattern.
        patterns[path], problem = compiled(f"(?i){text}", memory=_MEMORY)
        if problem:
            place = document.place(path)
            findings.append(finding("rule-pattern", place, pattern=text, problem=problem))
    return (None, findings) if findings else (_wording(given, patterns), [])


_MEMORY = 1 << 22
Steps = tuple[str | int, ...]


def _patterns(given: Mapping[str, Any]) -> Iterator[tuple[Steps, str]]:
    """Yield each pattern of the file, with its path."""
    yield ("criterion",), given["criterion"]
    for path in (("placeholders", "patterns"), ("header", "product")):
        for number, text in enumerate(given[path[0]][path[1]]):
            yield (*path, number), text
    labels = [label for group in given["levels"].values() for label in group]
    level = "|".join(sorted((label for label in labels if not label.isdecimal()), key=len))
    for kind, texts in given["says"].items():
        for number, text in enumerate(texts):
            # The longest label first; all are words without pattern characters.
            longest = "|".join(reversed(level.split("|")))
            yield ("says", kind, number), text.replace("{level}", rf"({longest})\b")
    for number, clue in enumerate(given["versions"]["told_by"]):
        for name, text in (clue.get("titles") or {}).items():
            yield ("versions", "told_by", number, "titles", name), text


def _wording(given: Mapping[str, Any], patterns: Mapping[Steps, Any]) -> Wording:
    def below(*path: str) -> tuple[Any, ...]:
        return tuple(found for at, found in patterns.items() if at[: len(path)] == path)

    marks = _by_word(given["marks"])
    lights = _by_word(given["lights"])
    spoken = {word: status for word, status in marks.items() if status in given["lights"]}
    return Wording(
        model=given["model"],
        criterion=patterns["criterion",],
        columns=_by_word(given["columns"]),
        marks=lights | marks,
        lights=spoken | lights,
        blank_words=frozenset(map(key, given["placeholders"]["words"])),
        blank_patterns=below("placeholders", "patterns"),
        levels=_by_word(given["levels"]),
        themes=_by_word(given["themes"]),
        products=below("header", "product"),
        says={kind: below("says", kind) for kind in given["says"]},
        clues=tuple(_clue(n, clue, patterns) for n, clue in _told_by(given)),
        given=given,
    )


def _told_by(given: Mapping[str, Any]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    yield from enumerate(given["versions"]["told_by"])


def _clue(number: int, clue: Mapping[str, Any], patterns: Mapping[Steps, Any]) -> Clue:
    at = ("versions", "told_by", number, "titles")
    return Clue(
        version=clue["version"],
        has=tuple(clue.get("has") or ()),
        lacks=tuple(clue.get("lacks") or ()),
        columns=tuple(clue.get("columns") or ()),
        titles={name: patterns[(*at, name)] for name in clue.get("titles") or ()},
    )


def _by_word(groups: Mapping[str, list[str]]) -> dict[str, str]:
    """Invert lists of words by meaning into meanings by word."""
    return {_word(word): meaning for meaning, words in groups.items() for word in words}


def _word(word: str) -> str:
    return key(word) or word
