"""Consistency of a product's files: dates, sums, references, names.

Which date lies in the past, which is a last day, and which figure is part of which is defined by
the model's vocabulary (`x-time`, `x-not-before`, `x-part-of`).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from os2governance.assessment.levels import Assessment
from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Finding, Place, enough, finding
from os2governance.i18n.iso_dates import iso_date
from os2governance.i18n.text import Sayable, Text, midsentence, number
from os2governance.product.declaration import Declaration
from os2governance.product.record import Decision, Record
from os2governance.rules.facts import is_url
from os2governance.rules.lists import total
from os2governance.rules.vocabulary import Fact

Path = tuple[str | int, ...]


def unsound(assessment: Assessment) -> list[Finding]:
    """Findings of what is inconsistent or unusable in a declaration and its record.

    Each kind of location is capped.
    """
    declaration, as_of = assessment.declaration, assessment.as_of
    facts = _Facts(declaration.document, as_of, as_of.isoformat())
    kinds = (
        _names(assessment),
        _stamps(assessment),
        facts.walk(assessment.model.facts, declaration.facts, ("facts",)),
        _odd_addresses(declaration),
        _references(assessment),
        _log(assessment),
    )
    return [found for kind in kinds for found in enough(kind)]


def _names(assessment: Assessment) -> Iterator[Finding]:
    """Yield a finding for a product in `products/` whose folder has another name.

    A product's own repository may keep its declaration anywhere.
    """
    document = assessment.declaration.document
    product = assessment.declaration.product
    *_, above, folder, _ = ("", "", *document.file.split("/"))
    if above == _PRODUCTS and folder != product:
        yield finding("product-folder", document.place(["product"]), name=product, folder=folder)


_PRODUCTS = "products"
_DECLARED = Text("Datoen for erklæringen", "The date of the declaration")
_EVALUATED = Text("Datoen for evalueringen", "The date of the evaluation")


def _stamps(assessment: Assessment) -> Iterator[Finding]:
    """Yield future declarations and evaluations, and evaluations named by another date."""
    declaration, as_of = assessment.declaration, assessment.as_of
    if declaration.declared_on > as_of:
        place = declaration.document.place(["declared", "on"])
        yield _dated("date-in-future", place, _DECLARED, declaration.declared_on, as_of)
    for evaluation in assessment.record.evaluations:
        place = evaluation.document.place(["evaluated", "on"])
        if evaluation.on > as_of:
            yield _dated("date-in-future", place, _EVALUATED, evaluation.on, as_of)
        name = evaluation.document.file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        if name != evaluation.on.isoformat():
            yield finding("evaluation-file-name", place, name=name, on=evaluation.on.isoformat())


def _dated(code: str, place: Place, what: Sayable, day: date, as_of: date) -> Finding:
    return finding(code, place, what=what, date=day.isoformat(), as_of=as_of.isoformat())


class _Facts(NamedTuple):
    """Checks of the dates and sums among the facts; `today` is the assessment date."""

    document: Document
    as_of: date
    today: str

    def walk(self, fact: Fact, value: Any, path: Path) -> Iterator[Finding]:
        """Check a group or list of facts, and everything below it that is watched."""
        if type(value) is dict:
            for name, known in fact.watched.items():
                below = value.get(name)
                kind = type(below)
                if kind is dict or kind is list:
                    yield from self.walk(known, below, (*path, name))
                elif type(below) is str and (known.time or known.not_before):
                    yield from self._date(known, below, value, (*path, name), fact)
            if fact.totals:
                yield from self._totals(fact, value, path)
        elif type(value) is list:
            for index, each in enumerate(value):
                yield from self.walk(fact.element, each, (*path, index))

    def _date(
        self, fact: Fact, value: str, group: Mapping[str, Any], path: Path, holder: Fact
    ) -> Iterator[Finding]:
        """Check a date: neither in the future, nor expired, nor before the one that it follows.

        ISO dates sort as their texts do; most dates are correct.
        """
        follows = group.get(fact.not_before) if fact.not_before else None
        late, early = value > self.today, value < self.today
        reversed_ = type(follows) is str and value < follows
        if not (reversed_ or (late if fact.time == "past" else early and fact.time == "end")):
            return
        day, first = iso_date(value), iso_date(follows)
        if day is None:
            return
        if fact.time == "past" and late:
            place = self.document.place(path)
            yield _dated("date-in-future", place, fact.title, day, self.as_of)
        if fact.time == "end" and early:
            place = self.document.place(path)
            yield _dated("expired", place, fact.title, day, self.as_of)
        if first and day < first:
            other = holder.fields[fact.not_before].title
            yield finding(
                "dates-reversed",
                self.document.place(path),
                what=fact.title,
                date=day.isoformat(),
                other=_within(other),
                first=first.isoformat(),
            )

    def _totals(self, fact: Fact, group: Mapping[str, Any], path: Path) -> Iterator[Finding]:
        """Check figures that are parts of another figure beside them."""
        for whole, names in fact.totals.items():
            figures = [group[name] for name in names if _is_figure(group.get(name))]
            said: Any = group.get(whole)
            if _is_figure(said) and (together := total(figures)) > said:
                yield finding(
                    "parts-exceed-total",
                    self.document.place((*path, whole)),
                    sum=_amount(together),
                    what=_within(fact.fields[whole].title),
                    total=_amount(said),
                )


def _within(title: Text) -> Text:
    """Format a title for use inside a sentence."""
    return Text(midsentence(title.da), midsentence(title.en))


def _amount(figure: float) -> Text:
    return Text(number(figure, "da"), number(figure, "en"))


def _is_figure(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_DECISION = Text("Beslutningens dato", "The decision's date")
_LAST_DAY = Text("Acceptens sidste dag", "The last day of the acceptance")


def _log(assessment: Assessment) -> Iterator[Finding]:
    """Yield decisions that are in the future, out of order, without rationale, or ended early."""
    before = date.min
    for at, decision in _as_written(assessment.record):
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
        for name, accepted in decision.accepts.items():
            if accepted.until and accepted.until < decision.on:
                place = _in_log(assessment.record, (*at, "accepts", name, "until"))
                yield _ended_before(decision.on, name, accepted.until, place)


def _ended_before(decided: date, criterion: str, until: date, place: Place) -> Finding:
    return finding(
        "dates-reversed",
        place,
        criterion=criterion,
        what=_LAST_DAY,
        date=until.isoformat(),
        other=_within(_DECISION),
        first=decided.isoformat(),
    )


def _as_written(record: Record) -> Iterator[tuple[Path, Decision]]:
    """Yield the decisions in the order of the log, each with its path there."""
    in_order = sorted(record.decisions, key=lambda each: each.place)
    yield from ((("decisions", index), decision) for index, decision in enumerate(in_order))


def _in_log(record: Record, path: Path) -> Place:
    return record.log.place(path) if record.log else Place("")


def _all_grounded(decision: Decision) -> bool:
    return bool(decision.accepts) and all(each.grounds for each in decision.accepts.values())


# -- references -------------------------------------------------------------------------------


def _odd_addresses(declaration: Declaration) -> Iterator[Finding]:
    """Yield addresses among the facts that nobody can open; most products have none."""
    if _holds_odd_address(declaration.facts):
        yield from _addresses(declaration.facts, declaration.document, ("facts",))


def _addresses(value: Any, document: Document, path: Path) -> Iterator[Finding]:
    """Yield addresses that nobody can open, at any depth of a group or list of facts."""
    for key, below in value.items() if type(value) is dict else enumerate(value):
        if type(below) is str:
            if _odd_address(below):
                place = document.place((*path, key))
                yield finding("evidence-unusable", place, value=_short(below))
        elif type(below) is dict or type(below) is list:
            yield from _addresses(below, document, (*path, key))


def _holds_odd_address(value: Any) -> bool:
    """Whether `_find_unusable_addresses` finds any, without computing their locations."""
    whole = _WHOLE_ADDRESS.fullmatch
    for below in value.values() if type(value) is dict else value:
        kind = type(below)
        if kind is str:
            if not whole(below) and _odd_address(below):
                return True
        elif (kind is dict or kind is list) and _holds_odd_address(below):
            return True
    return False


def _references(assessment: Assessment) -> Iterator[Finding]:
    """Yield evidence and references that lead nowhere."""
    declaration = assessment.declaration
    for name, answer in declaration.answers.items():
        for index, value in enumerate(answer.evidence):
            if not _WHOLE_ADDRESS.fullmatch(value) and unusable(value):
                place = declaration.document.place(("answers", name, "evidence", index))
                yield finding("evidence-unusable", place, criterion=name, value=_short(value))
    for value, where in _stated(assessment):
        if value and unusable(value):
            yield finding("evidence-unusable", where(), value=_short(value))


def _stated(assessment: Assessment) -> Iterator[tuple[str, Callable[[], Place]]]:
    """Yield the references of declaration, evaluations and decisions, with their locations."""
    declaration, record = assessment.declaration, assessment.record
    yield declaration.reference, partial(declaration.document.place, ("declared", "reference"))
    for each in record.evaluations:
        yield each.reference, partial(each.document.place, ("evaluated", "reference"))
    for at, decision in _as_written(record):
        yield decision.reference, partial(_in_log, record, (*at, "reference"))


def unusable(reference: str) -> bool:
    """Whether a reference cannot be followed: it names nothing, or is a broken address.

    A link must be a complete web address; anything else that contains a letter or digit is taken
    as the name of a document.
    """
    return not any(letter.isalnum() for letter in reference) or _odd_address(reference)


# Nearly all addresses; any other form is examined closely.
_WHOLE_ADDRESS = re.compile(  # noqa: TID251 - our own pattern, linear
    r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/[!-~]*)?"
)
_MARKS = r"<(\[{'`\"\xab\xb4\xbb\u2018-\u201f\u2039\u203a"
# Text in quotation marks or brackets is not a link either.
_LIKE_ADDRESS = re.compile(  # noqa: TID251 - our own pattern, linear
    r"\s*(?:(https?:|www\.|file:|ftp:|mailto:|javascript:|data:)|\\\\|[^\W\d_]:[\\/]"
    r"|[a-z][a-z0-9+.-]*://"
    rf"|[{_MARKS}][{_MARKS}\s]*(?:www\.|mailto:|\\\\|[a-z][a-z0-9+.-]*:[\\/]))",
    re.IGNORECASE,
)


def _odd_address(text: str) -> bool:
    """Whether a text looks like an address, but is not one that others can open."""
    like = _LIKE_ADDRESS.match(text)
    if like is None or _WHOLE_ADDRESS.fullmatch(text):
        return False
    if like[1]:  # others are on a local machine, or have a scheme that no browser opens
        value = text.strip()
        return any(letter.isspace() for letter in value) or not (
            is_url(value) and "." in (urlsplit(value).hostname or "")
        )
    return True


def _short(value: str) -> str:
    return value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"


_LONGEST = 60
