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
from os2governance.checks.date_reach import DATE_LABELS
from os2governance.documents.yaml_reader import Document, ValuePath
from os2governance.findings.finding import Finding, Location, cap_items, make_finding
from os2governance.i18n.date_words import DateInWords
from os2governance.i18n.partial_dates import parse_partial_date
from os2governance.i18n.text import Renderable, Text, format_number, lower_first_letter
from os2governance.product.decisions import Decision
from os2governance.product.facts import FactFile
from os2governance.product.record import Record
from os2governance.rules.sums import add_exactly
from os2governance.rules.texts import is_url
from os2governance.rules.vocabulary import Fact


def check_consistency(assessment: Assessment) -> list[Finding]:
    """Findings of what is inconsistent or unusable in a declaration and its record.

    Each kind of location is capped.
    """
    product, as_of = assessment.product, assessment.as_of
    others = [each for each in (product.register, product.observations) if each]
    files = [*([product.current.fact_file] if product.current else []), *others]
    kinds = (
        _check_folder_name(assessment),
        _check_document_dates(assessment),
        *(
            _FactChecks(each.document, as_of).check(assessment.model.facts, each.facts, ("facts",))
            for each in files
        ),
        *(map(_check_fact_addresses, files)),
        _check_references(assessment),
        _check_decision_log(assessment),
    )
    return [found for kind in kinds for found in cap_items(kind)]


def _check_folder_name(assessment: Assessment) -> Iterator[Finding]:
    """Yield a finding for a product in `products/` whose folder has another name.

    A product's own repository may keep its declaration anywhere.
    """
    document = assessment.document
    product = assessment.product.id
    *_, above, folder, _ = ("", "", *document.file.split("/"))
    if above == _PRODUCTS_FOLDER and folder != product:
        yield make_finding(
            "product-folder", document.locate(["product"]), name=product, folder=folder
        )


_PRODUCTS_FOLDER = "products"


def _check_document_dates(assessment: Assessment) -> Iterator[Finding]:
    """Yield future declarations and evaluations, and evaluations named by another date."""
    declaration, as_of = assessment.product.current, assessment.as_of
    if declaration and declaration.declared_on > as_of:
        place = declaration.document.locate(["declared", "on"])
        yield _make_date_finding(
            "date-in-future",
            place,
            what=DATE_LABELS["declared"],
            day=declaration.declared_on,
            as_of=as_of,
        )
    product = assessment.product
    for file, key in ((product.register, "registered"), (product.observations, "observed")):
        if file and file.on > as_of:
            place = file.document.locate([key, "on"])
            what = DATE_LABELS[key]
            yield _make_date_finding("date-in-future", place, what=what, day=file.on, as_of=as_of)
    for evaluation in assessment.record.evaluations:
        place = evaluation.document.locate(["evaluated", "on"])
        if evaluation.on > as_of:
            yield _make_date_finding(
                "date-in-future",
                place,
                what=DATE_LABELS["evaluated"],
                day=evaluation.on,
                as_of=as_of,
            )
        name = evaluation.document.file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        if name != evaluation.on.isoformat():
            yield make_finding(
                "evaluation-file-name", place, name=name, on=DateInWords(evaluation.on)
            )


def _make_date_finding(
    code: str, place: Location, what: Renderable, day: date, as_of: date
) -> Finding:
    return make_finding(code, place, what=what, date=DateInWords(day), as_of=DateInWords(as_of))


class _FactChecks(NamedTuple):
    """Checks of the dates and sums among the facts."""

    document: Document
    as_of: date

    def check(self, fact: Fact, value: Any, path: ValuePath) -> Iterator[Finding]:
        """Check a group or list of facts, and everything below it that is watched."""
        if type(value) is dict:
            for name, known in fact.watched.items():
                below = value.get(name)
                kind = type(below)
                if kind is dict or kind is list:
                    yield from self.check(known, below, (*path, name))
                elif known.time or known.not_before:
                    yield from self._check_date(known, below, value, (*path, name), fact)
            if fact.totals:
                yield from self._check_totals(fact, value, path)
        elif type(value) is list:
            for index, each in enumerate(value):
                yield from self.check(fact.element, each, (*path, index))

    def _check_date(
        self, fact: Fact, value: Any, group: Mapping[str, Any], path: ValuePath, holder: Fact
    ) -> Iterator[Finding]:
        """Check a date: neither in the future, nor expired, nor before the one that it follows.

        A partial date is wrong only if it is wrong whichever of its days is meant.
        """
        days = parse_partial_date(value)
        if days is None:
            return
        if fact.is_past and days.first > self.as_of:
            yield self._make_finding("date-in-future", fact, value, path)
        if fact.is_end and days.last < self.as_of:
            yield self._make_finding("expired", fact, value, path)
        follows = group.get(fact.not_before) if fact.not_before else None
        begin = parse_partial_date(follows)
        if begin and days.last < begin.first:
            other = holder.fields[fact.not_before].title
            yield make_finding(
                "dates-reversed",
                self.document.locate(path),
                what=fact.title,
                date=DateInWords(value),
                other=_format_midsentence(other),
                first=DateInWords(follows),
            )

    def _make_finding(self, code: str, fact: Fact, value: Any, path: ValuePath) -> Finding:
        place = self.document.locate(path)
        said, today = DateInWords(value), DateInWords(self.as_of)
        return make_finding(code, place, what=fact.title, date=said, as_of=today)

    def _check_totals(
        self, fact: Fact, group: Mapping[str, Any], path: ValuePath
    ) -> Iterator[Finding]:
        """Check figures that are parts of another figure beside them."""
        for whole, names in fact.totals.items():
            figures = [group[name] for name in names if _is_figure(group.get(name))]
            said: Any = group.get(whole)
            if _is_figure(said) and (together := add_exactly(figures)) > said:
                yield make_finding(
                    "parts-exceed-total",
                    self.document.locate((*path, whole)),
                    sum=_format_figure(together),
                    what=_format_midsentence(fact.fields[whole].title),
                    total=_format_figure(said),
                )


def _format_midsentence(title: Text) -> Text:
    """Format a title for use inside a sentence."""
    return Text(lower_first_letter(title.da), lower_first_letter(title.en))


def _format_figure(figure: float) -> Text:
    return Text(format_number(figure, "da"), format_number(figure, "en"))


def _is_figure(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _check_decision_log(assessment: Assessment) -> Iterator[Finding]:
    """Yield decisions that are in the future, out of order, without rationale, or ended early."""
    before = date.min
    for at, decision in _list_decisions_in_file_order(assessment.record):
        if decision.on > assessment.as_of:
            yield _make_date_finding(
                "date-in-future",
                decision.location,
                what=DATE_LABELS["decided"],
                day=decision.on,
                as_of=assessment.as_of,
            )
        if decision.on < before:
            on, other = DateInWords(decision.on), DateInWords(before)
            yield make_finding("log-out-of-order", decision.location, date=on, before=other)
        before = max(before, decision.on)
        weighty = decision.decision in {"place", "accept", "withdraw"}
        if weighty and not (decision.rationale or _has_rationale_for_each_acceptance(decision)):
            yield make_finding("decision-without-grounds", decision.location)
        asked = assessment.model.procedure.reference_for_placement
        if asked and decision.decision == "place" and not decision.reference.strip():
            yield make_finding("decision-without-reference", decision.location)
        for name, accepted in decision.accepts.items():
            if accepted.until and accepted.until < decision.on:
                place = _locate_in_log(assessment.record, (*at, "accepts", name, "until"))
                yield _make_reversed_dates_finding(decision.on, name, accepted.until, place)


def _make_reversed_dates_finding(
    decided: date, criterion: str, until: date, place: Location
) -> Finding:
    return make_finding(
        "dates-reversed",
        place,
        criterion=criterion,
        what=DATE_LABELS["until"],
        date=DateInWords(until),
        other=_format_midsentence(DATE_LABELS["decided"]),
        first=DateInWords(decided),
    )


def _list_decisions_in_file_order(record: Record) -> Iterator[tuple[ValuePath, Decision]]:
    """Yield the decisions in the order of the log, each with its path there."""
    in_order = sorted(record.decisions, key=lambda each: each.location)
    yield from ((("decisions", index), decision) for index, decision in enumerate(in_order))


def _locate_in_log(record: Record, path: ValuePath) -> Location:
    return record.log.locate(path) if record.log else Location("")


def _has_rationale_for_each_acceptance(decision: Decision) -> bool:
    return bool(decision.accepts) and all(each.rationale for each in decision.accepts.values())


# -- references -------------------------------------------------------------------------------


def _check_fact_addresses(file: FactFile) -> Iterator[Finding]:
    """Yield addresses among a file's facts that nobody can open; most have none."""
    if _has_unusable_address(file.facts):
        yield from _find_unusable_addresses(file.facts, file.document, ("facts",))


def _find_unusable_addresses(value: Any, document: Document, path: ValuePath) -> Iterator[Finding]:
    """Yield addresses that nobody can open, at any depth of a group or list of facts."""
    for key, below in value.items() if type(value) is dict else enumerate(value):
        if type(below) is str:
            if _is_unusable_address(below):
                place = document.locate((*path, key))
                yield make_finding("evidence-unusable", place, value=_shorten(below))
        elif type(below) is dict or type(below) is list:
            yield from _find_unusable_addresses(below, document, (*path, key))


def _has_unusable_address(value: Any) -> bool:
    """Whether `_find_unusable_addresses` finds any, without computing their locations."""
    whole = _WHOLE_ADDRESS.fullmatch
    for below in value.values() if type(value) is dict else value:
        kind = type(below)
        if kind is str:
            if not whole(below) and _is_unusable_address(below):
                return True
        elif (kind is dict or kind is list) and _has_unusable_address(below):
            return True
    return False


def _check_references(assessment: Assessment) -> Iterator[Finding]:
    """Yield evidence and references that lead nowhere."""
    for name, answer in assessment.answers.items():
        for index, value in enumerate(answer.evidence):
            if not _WHOLE_ADDRESS.fullmatch(value) and is_unusable_reference(value):
                place = assessment.document.locate(("answers", name, "evidence", index))
                yield make_finding(
                    "evidence-unusable", place, criterion=name, value=_shorten(value)
                )
    for value, where in _list_references(assessment):
        if value and is_unusable_reference(value):
            yield make_finding("evidence-unusable", where(), value=_shorten(value))


def _list_references(assessment: Assessment) -> Iterator[tuple[str, Callable[[], Location]]]:
    """Yield the references of declaration, evaluations and decisions, with their locations."""
    declaration, record = assessment.declaration, assessment.record
    if declaration:
        place = partial(declaration.document.locate, ("declared", "reference"))
        yield declaration.reference, place
    for each in record.evaluations:
        yield each.reference, partial(each.document.locate, ("evaluated", "reference"))
    for at, decision in _list_decisions_in_file_order(record):
        yield decision.reference, partial(_locate_in_log, record, (*at, "reference"))


def is_unusable_reference(reference: str) -> bool:
    """Whether a reference cannot be followed: it names nothing, or is a broken address.

    A link must be a complete web address; anything else that contains a letter or digit is taken
    as the name of a document.
    """
    return not any(letter.isalnum() for letter in reference) or _is_unusable_address(reference)


# Nearly all addresses; any other form is examined closely.
_WHOLE_ADDRESS = re.compile(  # noqa: TID251 - our own pattern, linear
    r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/[!-~]*)?"
)
_OPENING_QUOTES = r"<(\[{'`\"\xab\xb4\xbb\u2018-\u201f\u2039\u203a"
# Text in quotation marks or brackets is not a link either.
_LIKE_ADDRESS = re.compile(  # noqa: TID251 - our own pattern, linear
    r"\s*(?:(https?:|www\.|file:|ftp:|mailto:|javascript:|data:)|\\\\|[^\W\d_]:[\\/]"
    r"|[a-z][a-z0-9+.-]*://"
    rf"|[{_OPENING_QUOTES}][{_OPENING_QUOTES}\s]*(?:www\.|mailto:|\\\\|[a-z][a-z0-9+.-]*:[\\/]))",
    re.IGNORECASE,
)


def _is_unusable_address(text: str) -> bool:
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


def _shorten(value: str) -> str:
    return value if len(value) <= _MAX_SHOWN_LENGTH else f"{value[:_MAX_SHOWN_LENGTH]}…"


_MAX_SHOWN_LENGTH = 60
