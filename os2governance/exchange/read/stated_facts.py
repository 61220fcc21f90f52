"""Facts that the text of a document states: proposed to its product, with the words.

What they are read by is the model's (`proposals.yaml`). A sentence that says that something is not
there states nothing, nor does a row about another product, nor words with two meanings.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from os2governance.checks.model_lint import list_asked_paths
from os2governance.exchange.read.document import EVALUATION, DocumentClaim, ImportedDocument
from os2governance.findings.finding import Location
from os2governance.i18n.folding import fold_name
from os2governance.i18n.partial_dates import parse_partial_date
from os2governance.i18n.typed_dates import parse_typed_date
from os2governance.model.model import Model
from os2governance.model.proposal_terms import (
    ANYWHERE,
    ASKED,
    FIGURE_GROUP,
    NO_ANSWER,
    PRODUCT_GROUP,
    FactReading,
    ProposalTerms,
    ValuePattern,
    read_proposal_terms,
)

FIRST_YEAR = 1990
"""An earlier year in a text is not that of a review or a meeting."""
MIN_COPIED_ROWS = 3
MAX_WORDS_LENGTH = 300
MAX_TEXT_LENGTH = 20_000


class ProposedFact(NamedTuple):
    """A fact that a text states: its path, its value, the words, and where they stand."""

    path: tuple[str, ...]
    value: Any
    words: str
    location: Location


@dataclass(frozen=True, kw_only=True, slots=True)
class _Passage:
    """A text of the document: its criterion, if it has one, its sentences and its addresses."""

    criterion: str
    answer: str
    sentences: tuple[str, ...]
    links: tuple[str, ...]
    location: Location


class _Sighting(NamedTuple):
    """What a pattern found in a passage."""

    value: Any
    words: str
    location: Location


def find_stated_facts(
    imported: ImportedDocument, model: Model, today: date
) -> tuple[ProposedFact, ...]:
    """Find the facts that a document's text states, by the terms of its model."""
    terms, _ = read_proposal_terms(model)
    if not terms or not terms.readings or imported.kind == EVALUATION:
        return ()
    return tuple(_FactFinder(imported, model, terms, imported.on or today).find_all())


class _FactFinder:
    """Looks for the facts of one document."""

    def __init__(
        self, imported: ImportedDocument, model: Model, terms: ProposalTerms, latest: date
    ) -> None:
        self._imported, self._model, self._terms = imported, model, terms
        self._latest = latest
        self._asked = _map_criteria_by_fact(model, terms)
        self._own_names = self._find_own_names()
        claims = imported.claims.values()
        passages = [_read_claim_passage(each) for each in claims if each.id in model.by_id]
        self._passages = [each for each in passages if self._is_own(each)]
        # Some rows are copied from another product's report: the others may be too.
        self._is_copied = len(passages) - len(self._passages) >= MIN_COPIED_ROWS

    def find_all(self) -> Iterator[ProposedFact]:
        found: dict[tuple[str, ...], ProposedFact] = {}
        for reading in self._terms.readings:
            proposed = self._find(reading)
            if proposed and proposed.path not in found and self._fits(proposed):
                found[proposed.path] = proposed
        yield from found.values()

    def _find(self, reading: FactReading) -> ProposedFact | None:
        if reading.kind == "address":
            sightings = list(self._find_addresses(reading))
            if reading.element:
                return _build_list(reading, sightings)
            return _build_fact(reading, sightings[:1])
        sightings = self._find_in_sentences(reading)
        distinct = {each.value for each in sightings}
        return _build_fact(reading, sightings[:1] if len(distinct) == 1 else [])

    def _fits(self, proposed: ProposedFact) -> bool:
        """Whether the vocabulary of this version has the fact, and allows the value."""
        values: Any = proposed.value
        for step in reversed(proposed.path):
            values = {step: values}
        return self._model.compiled_facts_schema.is_valid(values)

    # -- where to look ------------------------------------------------------------------------

    def _list_passages(self, reading: FactReading) -> Iterator[_Passage]:
        """Yield the texts in which a fact is looked for, those of the head first."""
        for place in reading.places:
            if place in self._imported.head:
                text, line = self._imported.head[place]
                yield _Passage(
                    criterion="",
                    answer=NO_ANSWER,
                    sentences=(),
                    links=(text.strip("<> "),),
                    location=Location(self._imported.file, line),
                )
        asked = self._asked.get(reading.name, frozenset())
        for passage in self._passages:
            there = ANYWHERE in reading.places or (
                ASKED in reading.places and passage.criterion in asked
            )
            if there and passage.answer in reading.answers:
                yield passage

    # -- addresses ----------------------------------------------------------------------------

    def _find_addresses(self, reading: FactReading) -> Iterator[_Sighting]:
        """Yield the addresses that state a fact: by pattern, then in the document's order."""
        passages = list(self._list_passages(reading))
        for pattern, value in reading.patterns:
            for passage in passages:
                for link in passage.links:
                    match = pattern.search(link) if not self._is_elsewhere(link) else None
                    if match and self._names_product(match):
                        said = match.group(1) if _has_plain_group(match) else link
                        whole = _complete_address(said) if value is None else value
                        yield _Sighting(whole, _quote(passage, link), passage.location)

    def _is_elsewhere(self, link: str) -> bool:
        starts = any(pattern.match(link) for pattern in self._terms.elsewhere)
        unnamed = self._is_copied and not any(
            self._is_own_name(fold_name(name)) for name in self._names(link)
        )
        return starts or unnamed or self._is_of_other_product(link)

    def _names_product(self, match: Any) -> bool:
        """Whether what stands in the place of the product's name is its name."""
        named = match.groupdict().get(PRODUCT_GROUP)
        return named is None or fold_name(named) in self._own_names

    # -- other products -----------------------------------------------------------------------

    def _find_own_names(self) -> frozenset[str]:
        """The folded names of the product: its own, and those in the addresses of its code."""
        names = {fold_name(self._imported.product)} - {""}
        repositories = [
            each for each in self._terms.readings if each.kind == "address" and each.element
        ]
        links = [text for text, _ in self._imported.head.values()]
        for reading in repositories:
            first = sorted(self._asked.get(reading.name, ()), key=list(self._model.by_id).index)[
                :1
            ]
            links += [
                link
                for claim in self._imported.claims.values()
                if claim.id in first
                for link in claim.links
            ]
        return frozenset(names | {fold_name(name) for link in links for name in self._names(link)})

    def _names(self, text: str) -> Iterator[str]:
        """Yield the names of products in a text."""
        pattern = self._terms.other_products
        for match in pattern.finditer(text) if pattern else ():
            if not any(each.search(match.group()) for each in self._terms.not_products):
                yield match.group()

    def _is_of_other_product(self, text: str) -> bool:
        """Whether a text names other products, and not this one."""
        named = [fold_name(name) for name in self._names(text)]
        return bool(named) and bool(self._own_names) and not any(map(self._is_own_name, named))

    def _is_own_name(self, name: str) -> bool:
        return any(name.startswith(own) or own.startswith(name) for own in self._own_names)

    def _is_own(self, passage: _Passage) -> bool:
        return not self._is_of_other_product(" ".join(passage.sentences))

    # -- words, dates and numbers ---------------------------------------------------------------

    def _find_in_sentences(self, reading: FactReading) -> list[_Sighting]:
        """Find what sentences state: words with any pattern, figures with the first that fits."""
        found: list[_Sighting] = []
        sentences = [
            (sentence, passage)
            for passage in self._list_passages(reading)
            for sentence in passage.sentences
        ]
        for each in reading.patterns:
            for sentence, passage in sentences:
                values = list(self._read_sentence(reading, each, sentence))
                if values and not self._is_denied(sentence):
                    found += (_Sighting(value, sentence, passage.location) for value in values)
            if found and reading.kind != "word":
                break
        return found

    def _read_sentence(
        self, reading: FactReading, sought: ValuePattern, sentence: str
    ) -> Iterator[Any]:
        for match in sought.pattern.finditer(sentence):
            if reading.kind == "word":
                yield sought.value
            elif reading.kind == "number":
                yield int(match.group(FIGURE_GROUP))
            elif day := self._read_day(match.group(FIGURE_GROUP)):
                yield day

    def _read_day(self, said: str) -> str | None:
        """A date as it is declared; None where it cannot be that of something that happened."""
        text = read_partial_date(said)
        days = parse_partial_date(text)
        if days is None or days.first.year < FIRST_YEAR or days.first > self._latest:
            return None
        return text

    def _is_denied(self, sentence: str) -> bool:
        """Whether a sentence says that something is not there, or not yet."""
        phrases = self._model.claim_phrases
        return phrases is not None and any(
            each.says.search(each.unless.remove_matches(sentence)) is not None
            for each in phrases.contradicts
        )


def _build_fact(reading: FactReading, sightings: Sequence[_Sighting]) -> ProposedFact | None:
    return next(
        (ProposedFact(reading.path, each.value, each.words, each.location) for each in sightings),
        None,
    )


def _build_list(reading: FactReading, sightings: Sequence[_Sighting]) -> ProposedFact | None:
    """The list of all addresses; one of an organisation gives way to those within it."""
    by_key: dict[str, _Sighting] = {}
    for each in sightings:
        by_key.setdefault(_fold_address(each.value), each)
    kept = [
        each
        for key, each in by_key.items()
        if not any(other != key and other.startswith(f"{key}/") for other in by_key)
    ]
    if not kept:
        return None
    words = "; ".join(dict.fromkeys(each.words for each in kept))
    elements = [{reading.element: each.value} for each in kept]
    return ProposedFact(reading.path, elements, words[:MAX_WORDS_LENGTH], kept[0].location)


def _read_claim_passage(claim: DocumentClaim) -> _Passage:
    return _Passage(
        criterion=claim.id,
        answer=claim.status or NO_ANSWER,
        sentences=tuple(_split_sentences(claim.text[:MAX_TEXT_LENGTH])),
        links=claim.links,
        location=claim.location,
    )


def _split_sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text; a line ends one too."""
    for line in text.split("\n"):
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])", line):
            if sentence.strip():
                yield sentence.strip()


def _quote(passage: _Passage, link: str) -> str:
    """The words around an address: the sentence that has it, or the address alone."""
    said = next((each for each in passage.sentences if link in each), link)
    return said if len(said) <= MAX_WORDS_LENGTH else link


def _has_plain_group(match: Any) -> bool:
    """Whether a pattern has a group for the part of the address that is used."""
    return bool(match.groups()) and PRODUCT_GROUP not in match.groupdict()


def _complete_address(link: str) -> str:
    """A whole web address, without the slash at its end where it names a folder of code."""
    return link if re.match(r"[a-z][a-z0-9+.-]*:", link, re.IGNORECASE) else f"https://{link}"


def _fold_address(address: str) -> str:
    """An address for comparison: what it names, however it is written."""
    plain = re.sub(r"^https?://(www\.)?", "", address.casefold()).rstrip("/")
    return plain.removesuffix(".git")


def _map_criteria_by_fact(model: Model, terms: ProposalTerms) -> Mapping[str, frozenset[str]]:
    """The criteria whose rules ask for each fact, or for the list that it is in."""
    found: dict[str, set[str]] = {}
    for criterion in model.criteria:
        for rule in criterion.rules:
            for path in list_asked_paths(rule):
                found.setdefault(path, set()).add(criterion.id)
    for reading in terms.readings:
        group = found.get(".".join(reading.path), set())
        found.setdefault(reading.name, set()).update(group)
    return {path: frozenset(names) for path, names in found.items()}


# -- dates in running text ----------------------------------------------------------------------

_WORD_BEFORE_YEAR = re.compile(r"[^\W\d_]+\.?\s+(?=\d{4}$)")  # noqa: TID251 - our own pattern


def read_partial_date(said: str) -> str | None:
    """A day, month or year as written in running text, as it is declared; None for others.

    Of a year after a word that is no month, such as `ultimo`, the year.
    """
    text = said.strip()
    return parse_typed_date(text) or parse_typed_date(_WORD_BEFORE_YEAR.sub("", text, count=1))
