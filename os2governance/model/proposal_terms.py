"""Which words and addresses of a document state which fact: `proposals.yaml` of a model.

It is read only where documents are imported. A model without such a file proposes nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from os2governance.documents.yaml_reader import Document, ValuePath, read_yaml
from os2governance.findings.finding import Finding, make_finding
from os2governance.model.model import PROPOSALS_FILE, Model
from os2governance.rules.patterns import compile_pattern
from os2governance.rules.vocabulary import Fact
from os2governance.schema.compiled import compile_schema

ASKED, ANYWHERE, NO_ANSWER = "asked", "anywhere", "none"
"""Where a fact is looked for, and a text without an answer: words of the file."""
PRODUCT_GROUP, FIGURE_GROUP = "product", "figure"
_PATTERN_MEMORY = 1 << 22
_PRODUCT = rf"(?P<{PRODUCT_GROUP}>[\pL\pN_.%-]+)"
_NUMBER = rf"(?P<{FIGURE_GROUP}>[0-9]{{1,5}})"
_DATE = (
    rf"(?P<{FIGURE_GROUP}>(?:[0-9]{{1,2}}\.? ?)?\pL{{3,9}}\.? [0-9]{{4}}"
    r"|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?|[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{4}|[0-9]{4})"
)

ReadingKind = Literal["address", "word", "date", "number"]
_KINDS: Mapping[str, ReadingKind] = {
    "addresses": "address",
    "words": "word",
    "dates": "date",
    "numbers": "number",
}


class ValuePattern(NamedTuple):
    """A compiled pattern, and the value that it stands for; None for what it finds."""

    pattern: Any
    value: str | bool | None


@dataclass(frozen=True, kw_only=True, slots=True)
class FactReading:
    """One fact that documents state, and how: its patterns, tried in their order.

    `path` has the keys of the fact; `element` is the key in each element where the fact is one of
    a list's, else empty. `places` are where it is looked for, `answers` the answers beside which.
    """

    kind: ReadingKind
    path: tuple[str, ...]
    element: str
    places: tuple[str, ...]
    answers: frozenset[str]
    patterns: tuple[ValuePattern, ...]

    @property
    def name(self) -> str:
        """The path of the fact as rules write it."""
        return ".".join(self.path) + (f"[].{self.element}" if self.element else "")


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposalTerms:
    """How the documents of a model state facts; `other_products` finds the names of products.

    `not_products` are names that only look so; `elsewhere` are addresses of others.
    """

    readings: tuple[FactReading, ...]
    other_products: Any = None
    not_products: tuple[Any, ...] = ()
    elsewhere: tuple[Any, ...] = ()


NO_PROPOSAL_TERMS = ProposalTerms(readings=())


def read_proposal_terms(model: Model) -> tuple[ProposalTerms | None, tuple[Finding, ...]]:
    """Read the terms of a model; None with findings where they are invalid."""
    data = model.optional_files.get(PROPOSALS_FILE)
    if data is None:
        return NO_PROPOSAL_TERMS, ()
    file = f"{model.file.rsplit('/', 1)[0]}/{PROPOSALS_FILE}"
    return parse_proposal_terms(data, file, model.facts)


@lru_cache(maxsize=8)
def parse_proposal_terms(
    data: bytes, file: str, facts: Fact
) -> tuple[ProposalTerms | None, tuple[Finding, ...]]:
    """Read the file; a fact that the vocabulary `facts` lacks is a finding."""
    document, findings = read_yaml(data, file)
    if document is None:
        return None, tuple(findings)
    findings = compile_schema("proposals").find_violations(document, document.values)
    if findings:
        return None, tuple(findings)
    reader = _TermReader(document, facts)
    terms = reader.read_all()
    return (None if reader.findings else terms), tuple(reader.findings)


class _TermReader:
    """Reads the entries of one file; collects findings for the invalid ones."""

    def __init__(self, document: Document, facts: Fact) -> None:
        self._document, self._facts = document, facts
        self.findings: list[Finding] = []

    def read_all(self) -> ProposalTerms:
        values = self._document.values
        others = values.get("other_products") or {}
        return ProposalTerms(
            readings=tuple(
                self._read_entry(entry, kind, (key, number))
                for key, kind in _KINDS.items()
                for number, entry in enumerate(values.get(key) or ())
            ),
            other_products=self._compile(others["names"], ("other_products", "names"))
            if others
            else None,
            not_products=self._compile_all(
                others.get("but"), ("other_products", "but"), whole=True
            ),
            elsewhere=self._compile_all(values.get("elsewhere"), ("elsewhere",)),
        )

    def _read_entry(
        self, entry: Mapping[str, Any], kind: ReadingKind, at: ValuePath
    ) -> FactReading:
        way, _, element = entry["fact"].partition("[].")
        path = tuple(way.split("."))
        self._check_fact(path, element, at)
        return FactReading(
            kind=kind,
            path=path,
            element=element,
            places=tuple(entry.get("read") or (ASKED,)),
            answers=frozenset(entry.get("answers") or self._document.values["answers"]),
            patterns=tuple(self._read_patterns(entry, kind, at)),
        )

    def _read_patterns(
        self, entry: Mapping[str, Any], kind: ReadingKind, at: ValuePath
    ) -> Iterator[ValuePattern]:
        if kind == "word":
            for value, texts in entry["values"].items():
                for pattern in self._compile_all(texts, (*at, "values", value)):
                    yield ValuePattern(pattern, _read_value(value))
            return
        # Without patterns, any address.
        texts = entry.get("patterns") or [_ANY]
        for pattern in self._compile_all(texts, (*at, "patterns"), whole=kind == "address"):
            yield ValuePattern(pattern, entry.get("value"))

    def _compile_all(
        self, texts: Sequence[str] | None, at: ValuePath, *, whole: bool = False
    ) -> tuple[Any, ...]:
        found = [
            self._compile(text, (*at, number), whole=whole)
            for number, text in enumerate(texts or ())
        ]
        return tuple(each for each in found if each is not None)

    def _compile(self, text: str, at: ValuePath, *, whole: bool = False) -> Any:
        filled = (
            text.replace("{product}", _PRODUCT)
            .replace("{number}", _NUMBER)
            .replace("{date}", _DATE)
        )
        # Each must be valid by itself: an unbalanced bracket must not close one of ours.
        alone, problem = compile_pattern(f"(?i){filled}", memory=_PATTERN_MEMORY)
        if alone is None:
            place = self._document.locate(at)
            self.findings.append(
                make_finding("proposals-pattern", place, pattern=text, problem=problem)
            )
            return None
        return (
            compile_pattern(f"(?i)^(?:{filled})$", memory=_PATTERN_MEMORY)[0] if whole else alone
        )

    def _check_fact(self, path: tuple[str, ...], element: str, at: ValuePath) -> None:
        fact = self._facts
        for step in (*path, *([element] if element else ())):
            below = fact.fields or fact.element.fields
            if step not in below:
                place, name = self._document.locate((*at, "fact")), ".".join(path)
                said = f"{name}[].{element}" if element else name
                self.findings.append(make_finding("proposals-unknown-fact", place, fact=said))
                return
            fact = below[step]


_ANY = r"https?://\S+"


def _read_value(said: str) -> str | bool:
    """A value as it is declared: `true` and `false` are booleans."""
    return {"true": True, "false": False}.get(said, said)
