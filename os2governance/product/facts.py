"""The facts about a product, stated by several files, merged fact by fact (semantics §2)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple

from os2governance.documents.yaml_reader import Document, ValuePath
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.date_words import format_partial_date
from os2governance.i18n.text import Language, _
from os2governance.rules.node import Scope
from os2governance.rules.trace import SourcedMark, StatingFile
from os2governance.rules.vocabulary import Fact

FactFileKind = Literal["declaration", "register", "observations"]
DECLARED: FactFileKind = "declaration"
REGISTERED: FactFileKind = "register"
OBSERVED: FactFileKind = "observations"


@dataclass(frozen=True, kw_only=True, slots=True)
class FactFile:
    """The facts that one file states on one date."""

    kind: FactFileKind
    on: date
    by: str
    facts: Mapping[str, Any]
    document: Document

    @property
    def source(self) -> StatingFile:
        """The file as the source of its facts."""
        return StatingFile(self.document.file, self.on)


class Disagreement(NamedTuple):
    """A fact on which two files say different things; the first is the one that counts."""

    path: ValuePath
    counts: "StatedValue"
    other: "StatedValue"


class StatedValue(NamedTuple):
    """A value, and where it is stated."""

    value: Any
    location: Location


class MergedFacts(NamedTuple):
    """The facts of all files as one; each position knows its file (`SourcedMark`)."""

    files: tuple[FactFile, ...]
    values: Mapping[str, Any]
    positions: Any
    disagreements: tuple[Disagreement, ...] = ()

    def scope(self, as_of: date) -> Scope:
        """The facts as rules read them on a date."""
        source = self.files[0].source if self.files else None
        return Scope(self.values, self.positions, as_of, None, source)


class _Stated(NamedTuple):
    """A value of one file or merged from several, its position, and how much it counts."""

    value: Any
    spot: Any
    kind: FactFileKind


def merge_facts(files: Sequence[FactFile], vocabulary: Fact) -> MergedFacts:
    """Merge what files state, at most one of each kind (semantics §2).

    Of each value the register's counts, else what was observed, else what is declared. An
    observation older than the declaration only fills in what is not declared.
    """
    by_kind = {file.kind: file for file in files}
    if len(files) <= 1:
        only = files[0] if files else None
        spots = only.document.find_positions(("facts",)) if only and only.facts else None
        return MergedFacts(files=tuple(files), values=only.facts if only else {}, positions=spots)
    declared, observed = by_kind.get(DECLARED), by_kind.get(OBSERVED)
    older = bool(declared and observed and observed.on < declared.on)
    merging = _Merging(older=older)
    stated = [_read_stated(file) for file in files]
    merged = merging.merge_group(stated, vocabulary, ())
    return MergedFacts(
        files=tuple(files),
        values=merged.value,
        positions=merged.spot[2],
        disagreements=tuple(merging.disagreements),
    )


def _read_stated(file: FactFile) -> _Stated:
    below = file.document.find_positions(("facts",)) if file.facts else {}
    return _Stated(file.facts, (None, None, _stamp(below, file.source)), file.kind)


def _stamp(spots: Any, source: StatingFile) -> Any:
    """The same positions, each with its file."""
    if isinstance(spots, dict):
        return {name: _stamp_one(spot, source) for name, spot in spots.items()}
    if isinstance(spots, list):
        return [_stamp_one(spot, source) for spot in spots]
    return spots


def _stamp_one(spot: Any, source: StatingFile) -> Any:
    key, mark, below = spot
    return (
        SourcedMark(key.line, key.column, source),
        SourcedMark(mark.line, mark.column, source),
        _stamp(below, source),
    )


class _Merging:
    """One merge: which file counts first, and what they disagree about."""

    def __init__(self, *, older: bool) -> None:
        declared_first = (REGISTERED, DECLARED, OBSERVED)
        self.order = declared_first if older else (REGISTERED, OBSERVED, DECLARED)
        self.disagreements: list[Disagreement] = []

    def merge_group(self, stated: Sequence[_Stated], fact: Fact, path: ValuePath) -> _Stated:
        """Merge groups key by key, in the order of the file that counts first."""
        ranked = self._rank(stated)
        names = dict.fromkeys(name for each in ranked for name in each.value)
        values, spots = {}, {}
        for name in names:
            below = [
                _Stated(each.value[name], each.spot[2][name], each.kind)
                for each in ranked
                if name in each.value
            ]
            merged = self._merge(below, fact.fields.get(name), (*path, name))
            values[name], spots[name] = merged.value, merged.spot
        key, mark, _below = ranked[0].spot
        return _Stated(values, (key, mark, spots), ranked[0].kind)

    def _rank(self, stated: Sequence[_Stated]) -> list[_Stated]:
        return sorted(stated, key=lambda each: self.order.index(each.kind))

    def _merge(self, stated: Sequence[_Stated], fact: Fact | None, path: ValuePath) -> _Stated:
        """Merge what several files say of one fact, list or group."""
        counting = self._choose(stated)
        if len(counting) > 1 and fact is not None:
            if all(isinstance(each.value, dict) for each in counting):
                return self.merge_group(counting, fact, path)
            if fact.key and all(isinstance(each.value, list) for each in counting):
                return self._merge_list(counting, fact, path)
        first = counting[0]
        for other in stated:
            if other is not first and not _is_same(first.value, other.value, fact):
                self.disagreements.append(
                    Disagreement(path, self._locate(first), self._locate(other))
                )
        return first

    def _choose(self, stated: Sequence[_Stated]) -> list[_Stated]:
        """Those that count, by rank; groups and lists beside the first may be merged into it.

        A "no" of the register stands alone, a declared "no" is never replaced by an observation,
        and an observed null never replaces something declared.
        """
        given = {each.kind: each for each in stated}
        register = given.get(REGISTERED)
        if register and _is_no(register.value):
            return [register]
        declared, observed = given.get(DECLARED), given.get(OBSERVED)
        if declared and observed and (_is_no(declared.value) or observed.value is None):
            given.pop(OBSERVED)
        ranked = self._rank(list(given.values()))
        first = ranked[0].value
        alike = [each for each in ranked if type(each.value) is type(first)]
        return alike if isinstance(first, dict | list) else ranked[:1]

    def _merge_list(self, stated: Sequence[_Stated], fact: Fact, path: ValuePath) -> _Stated:
        """Merge lists by the key of their elements."""
        elements: dict[object, list[_Stated]] = {}
        for each in stated:
            for number, (value, spot) in enumerate(
                zip(each.value, each.spot[2] or (), strict=True)
            ):
                name = read_element_key(value, fact.key)
                same = elements.setdefault(name or (each.kind, number), [])
                if not any(other.kind == each.kind for other in same):
                    same.append(_Stated(value, spot, each.kind))
        merged = [
            self.merge_group(same, fact.element, (*path, number)) if len(same) > 1 else same[0]
            for number, same in enumerate(elements.values())
        ]
        key, mark, _below = stated[0].spot
        spots = [each.spot for each in merged]
        return _Stated([each.value for each in merged], (key, mark, spots), stated[0].kind)

    def _locate(self, stated: _Stated) -> StatedValue:
        mark = stated.spot[1]
        place = Location(mark.source.file, mark.line + 1, mark.column + 1)
        return StatedValue(stated.value, place)


def _is_no(value: Any) -> bool:
    """Whether a value says that there is none: null, false, an empty list."""
    return value is None or value is False or value == []


def _is_same(value: Any, other: Any, fact: Fact | None) -> bool:
    """Whether two values say the same; a partial date agrees with a date within it."""
    if fact is not None and fact.is_date and value is not None and other is not None:
        short, long = sorted((str(value), str(other)), key=len)
        return long == short or long.startswith(f"{short}-")
    return type(value) is type(other) and bool(value == other)


def read_element_key(element: Any, key: str) -> str | None:
    """The key of a list's element, comparable with those of other files; None without one.

    Addresses are compared without scheme, `.git`, final `/` and case of the host.
    """
    given = element.get(key) if isinstance(element, dict) else None
    if not isinstance(given, str) or not given:
        return None if given is None or isinstance(given, str) else str(given)
    scheme, separator, rest = given.partition("://")
    if not separator or not scheme.isalpha():
        return given
    host, slash, path = rest.rstrip("/").partition("/")
    return f"//{host.lower()}{slash}{path.rstrip('/').removesuffix('.git')}"


def find_repeated_keys(
    facts: Any, vocabulary: Fact, document: Document, path: ValuePath = ("facts",)
) -> Iterator[Finding]:
    """Yield a finding for each element of a list whose key an earlier one has (semantics §2)."""
    if not isinstance(facts, dict):
        return
    for name, value in facts.items():
        fact, at = vocabulary.fields.get(name), (*path, name)
        if fact is None:
            continue
        if isinstance(value, dict):
            yield from find_repeated_keys(value, fact, document, at)
        elif isinstance(value, list) and fact.key:
            yield from _find_repeated_elements(value, fact, document, at)


def _find_repeated_elements(
    elements: Sequence[Any], fact: Fact, document: Document, path: ValuePath
) -> Iterator[Finding]:
    seen: set[str] = set()
    for number, element in enumerate(elements):
        name = read_element_key(element, fact.key)
        if name is not None and name in seen:
            place = document.locate((*path, number, fact.key))
            yield make_finding("element-key-twice", place, name=element[fact.key], fact=fact.title)
        seen.add(name or "")


class _ShownValue(NamedTuple):
    """A stated value in a sentence: the value, and its file with the line."""

    stated: StatedValue
    fact: Fact | None

    def render(self, language: Language) -> str:
        place = self.stated.location
        name = place.file.rsplit("/", 1)[-1]
        return f"{self.unplaced.render(language)} ({name}:{place.line})"

    @property
    def unplaced(self) -> "_Value":
        """The value alone."""
        return _Value(self.stated.value, self.fact)


class _Value(NamedTuple):
    """A value in a sentence."""

    value: Any
    fact: Fact | None

    def render(self, language: Language) -> str:
        value = self.value
        if value is None:
            return _NONE.render(language)
        if isinstance(value, bool):
            return (_YES if value else _NO).render(language)
        if isinstance(value, dict | list):
            return _FILLED_IN.render(language)
        if self.fact is None:
            return str(value)
        day = format_partial_date(value, language) if self.fact.is_date else None
        return day or self.fact.value_title(value).render(language)


_NONE, _YES, _NO, _FILLED_IN = _("there is none"), _("yes"), _("no"), _("filled in")


def find_disagreements(merged: MergedFacts, vocabulary: Fact) -> Iterator[Finding]:
    """Yield a finding for each fact on which two files disagree, where the other is stated."""
    for path, counts, other in merged.disagreements:
        fact = _find_fact(vocabulary, path)
        yield make_finding(
            "facts-disagree",
            other.location,
            title=fact.title,
            counts=_ShownValue(counts, fact),
            other=_ShownValue(other, fact),
        )


def _find_fact(vocabulary: Fact, path: ValuePath) -> Fact:
    fact = vocabulary
    for step in path:
        fact = fact.element if isinstance(step, int) else fact.fields.get(step, fact)
    return fact
