"""Whether what a product's files say can be so: dates, sums, references, names.

Which date has happened, which is a last day, and which figure is a part of which, the vocabulary
of the model says (`x-time`, `x-not-before`, `x-part-of`).
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from os2governance.assessment import Assessment
from os2governance.bilingual import Sayable, Text, number
from os2governance.finding import Finding, Place, finding
from os2governance.iso import iso_date
from os2governance.record import Decision
from os2governance.rules.facts import is_url
from os2governance.rules.vocabulary import Fact
from os2governance.yamlfile import MAX_FINDINGS, Document

Path = tuple[str | int, ...]


def unsound(assessment: Assessment) -> list[Finding]:
    """Find what cannot be so, or cannot be used, in a declaration and the record beside it.

    At most MAX_FINDINGS of each kind of place.
    """
    declaration, as_of = assessment.declaration, assessment.as_of
    facts = _Facts(declaration.document, as_of)
    kinds = (
        _names(assessment),
        _stamps(assessment),
        facts.walk(assessment.model.facts, declaration.facts, ("facts",)),
        _references(assessment),
        _log(assessment),
    )
    return [found for kind in kinds for found in islice(kind, MAX_FINDINGS)]


def _names(assessment: Assessment) -> Iterator[Finding]:
    """Find a product in `products/` whose folder has another name.

    A product's own repository may keep its declaration where it likes.
    """
    document = assessment.declaration.document
    product = assessment.declaration.product
    *_, above, folder, _ = ("", "", *document.file.split("/"))
    if above == _PRODUCTS and folder != product:
        yield finding("product-folder", document.place(["product"]), name=product, folder=folder)


_PRODUCTS = "products"
_DECLARED = Text("Datoen for erklæringen", "The date of the declaration")


def _stamps(assessment: Assessment) -> Iterator[Finding]:
    """Find a declaration of tomorrow, and an evaluation whose file is named by another date."""
    declaration, as_of = assessment.declaration, assessment.as_of
    if declaration.declared_on > as_of:
        place = declaration.document.place(["declared", "on"])
        yield _dated("date-in-future", place, _DECLARED, declaration.declared_on, as_of)
    newest = assessment.evaluation
    if newest:
        name = newest.document.file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        if name != newest.on.isoformat():
            place = newest.document.place(["evaluated", "on"])
            yield finding("evaluation-file-name", place, name=name, on=newest.on.isoformat())


def _dated(code: str, place: Place, what: Sayable, day: date, as_of: date) -> Finding:
    return finding(code, place, what=what, date=day.isoformat(), as_of=as_of.isoformat())


class _Facts(NamedTuple):
    """The facts of one declaration, looked at one by one."""

    document: Document
    as_of: date

    def walk(self, fact: Fact, value: Any, path: Path) -> Iterator[Finding]:
        """Look at a fact that is not plain, and all that is below it."""
        kind = type(value)
        if kind is str:
            yield finding("evidence-unusable", self.document.place(path), value=_short(value))
        elif kind is dict:
            yield from self._group(fact, value, path)
        elif kind is list:
            for index, each in enumerate(value):
                if not _plain(each):
                    yield from self.walk(fact.element, each, (*path, index))

    def _group(self, fact: Fact, group: Mapping[str, Any], path: Path) -> Iterator[Finding]:
        fields = fact.fields
        for name, value in group.items():
            known = fields.get(name)
            if known is None:
                continue
            if type(value) is str and known.is_date:
                if known.time or known.not_before:
                    yield from self._date(known, value, group, (*path, name), fact)
            elif not _plain(value):
                yield from self.walk(known, value, (*path, name))
        if fact.totals:
            yield from self._totals(fact, group, path)

    def _date(
        self, fact: Fact, value: str, group: Mapping[str, Any], path: Path, holder: Fact
    ) -> Iterator[Finding]:
        """Look at a date: is it past, run out, before the one that it follows."""
        day = iso_date(value)
        if day is None:
            return
        if fact.time == "past" and day > self.as_of:
            place = self.document.place(path)
            yield _dated("date-in-future", place, fact.title, day, self.as_of)
        if fact.time == "end" and day < self.as_of:
            place = self.document.place(path)
            yield _dated("expired", place, fact.title, day, self.as_of)
        first = iso_date(group.get(fact.not_before))
        if first and day < first:
            other = holder.fields[fact.not_before].title
            yield finding(
                "dates-reversed",
                self.document.place(path),
                what=fact.title,
                date=day.isoformat(),
                other=other,
                first=first.isoformat(),
            )

    def _totals(self, fact: Fact, group: Mapping[str, Any], path: Path) -> Iterator[Finding]:
        """Look at figures that are parts of another one beside them."""
        for whole, names in fact.totals.items():
            figures = [group[name] for name in names if _is_figure(group.get(name))]
            total: Any = group.get(whole)
            if _is_figure(total) and sum(figures) > total:
                yield finding(
                    "parts-exceed-total",
                    self.document.place((*path, whole)),
                    sum=_amount(sum(figures)),
                    what=fact.fields[whole].title,
                    total=_amount(total),
                )


def _plain(value: Any) -> bool:
    """Whether there is nothing to look at: most facts are such, and are not walked to."""
    kind = type(value)
    return kind is not dict and kind is not list and not (kind is str and _odd_address(value))


def _amount(figure: float) -> Text:
    return Text(number(figure, "da"), number(figure, "en"))


def _is_figure(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_DECISION = Text("Beslutningens dato", "The decision's date")


def _log(assessment: Assessment) -> Iterator[Finding]:
    """Find decisions of tomorrow, out of order, or without grounds."""
    before = date.min
    for decision in sorted(assessment.record.decisions, key=lambda each: each.place.line):
        if decision.on > assessment.as_of:
            yield _dated(
                "date-in-future", decision.place, _DECISION, decision.on, assessment.as_of
            )
        if decision.on < before:
            on, other = decision.on.isoformat(), before.isoformat()
            yield finding("log-out-of-order", decision.place, date=on, before=other)
        before = max(before, decision.on)
        weighty = decision.decision in {"place", "accept"}
        if weighty and not (decision.grounds or _all_grounded(decision)):
            yield finding("decision-without-grounds", decision.place)


def _all_grounded(decision: Decision) -> bool:
    return bool(decision.accepts) and all(each.grounds for each in decision.accepts.values())


# -- references -------------------------------------------------------------------------------


def _references(assessment: Assessment) -> Iterator[Finding]:
    """Find evidence and references that lead nowhere."""
    declaration = assessment.declaration
    for name, answer in declaration.answers.items():
        for index, value in enumerate(answer.evidence):
            if unusable(value):
                place = declaration.document.place(("answers", name, "evidence", index))
                yield finding("evidence-unusable", place, criterion=name, value=_short(value))
    places = [(declaration.reference, declaration.document, ("declared", "reference"))]
    if evaluation := assessment.evaluation:
        places.append((evaluation.reference, evaluation.document, ("evaluated", "reference")))
    for value, document, path in places:
        if value and unusable(value):
            yield finding("evidence-unusable", document.place(path), value=_short(value))


def unusable(reference: str) -> bool:
    """Whether nobody can follow a reference: it names nothing, or is a broken address.

    A link must be a whole web address; anything else that has a letter or digit is taken for the
    name of a document.
    """
    return not any(letter.isalnum() for letter in reference) or _odd_address(reference)


# Nearly all addresses; what is not of this form is looked at closely.
_WHOLE_ADDRESS = re.compile(  # noqa: TID251 - our own pattern, linear
    r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(/[!-~]*)?"
)
_ADDRESSES = ("http:", "https:", "www.", "file:", "ftp:", "mailto:", "javascript:", "data:")


def _odd_address(text: str) -> bool:
    """Whether a text looks like an address, and is none that others can open."""
    if _WHOLE_ADDRESS.fullmatch(text):
        return False
    value = text.strip()
    if value[:11].lower().startswith(_ADDRESSES):
        return any(letter.isspace() for letter in value) or not (
            is_url(value) and "." in (urlsplit(value).hostname or "")
        )
    return value.startswith("\\\\") or (value[1:3] in {":\\", ":/"} and value[:1].isalpha())


def _short(value: str) -> str:
    return value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"


_LONGEST = 60
