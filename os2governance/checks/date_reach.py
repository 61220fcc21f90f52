"""Dates that no wheel of the year ever reaches: deadlines far ahead, and files far back."""

from collections.abc import Iterator, Mapping
from datetime import date

from os2governance.assessment.levels import Assessment
from os2governance.findings.finding import Finding, Location, cap_items, make_finding
from os2governance.i18n.date_words import DateInWords
from os2governance.i18n.text import Text, _

MAX_YEARS_AHEAD, MAX_YEARS_BACK = 10, 50
"""Deadlines further ahead are never followed up; files further back are typing errors."""
DATE_LABELS: Mapping[str, Text] = {
    "declared": _("The date of the self-assessment"),
    "evaluated": _("The date of the evaluation"),
    "registered": _("The date of the register"),
    "observed": _("The date of the observations"),
    "decided": _("The decision's date"),
    "until": _("The last day of the acceptance"),
    "due": _("The date of the plan"),
}
"""What the dates of a product's files are called at the beginning of a sentence."""


def is_out_of_reach(day: date, said_on: date) -> bool:
    """Whether a deadline is further ahead of the day that it was set than anybody looks."""
    return day.year - said_on.year > MAX_YEARS_AHEAD


def check_date_reach(assessment: Assessment) -> list[Finding]:
    """Findings of dates that are too far away to be meant, or to be followed up."""
    kinds = (_check_deadlines(assessment), _check_file_dates(assessment))
    return [found for kind in kinds for found in cap_items(kind)]


def _check_deadlines(assessment: Assessment) -> Iterator[Finding]:
    """Yield the plans and acceptances whose last day nobody will ever see."""
    declaration, record = assessment.product.current, assessment.record
    for name, answer in declaration.answers.items() if declaration else ():
        if declaration and answer.due and is_out_of_reach(answer.due, declaration.declared_on):
            place = declaration.document.locate(("answers", name, "due"))
            yield _make_finding(place, "due", answer.due, declaration.declared_on)
    for decision in record.decisions:
        for given in decision.accepts.values():
            if given.until and is_out_of_reach(given.until, decision.on):
                yield _make_finding(given.location, "until", given.until, decision.on)


def _check_file_dates(assessment: Assessment) -> Iterator[Finding]:
    """Yield the files and decisions from before anybody wrote any."""
    for place, key, day in _list_file_dates(assessment):
        if assessment.as_of.year - day.year > MAX_YEARS_BACK:
            yield _make_finding(place, key, day, assessment.as_of)


def _list_file_dates(assessment: Assessment) -> Iterator[tuple[Location, str, date]]:
    """Yield when each file of a product says that it was made, and each decision."""
    product = assessment.product
    if product.current:
        place = product.current.document.locate(("declared", "on"))
        yield place, "declared", product.current.declared_on
    for file, key in ((product.register, "registered"), (product.observations, "observed")):
        if file:
            yield file.document.locate((key, "on")), key, file.on
    for each in assessment.record.evaluations:
        yield each.document.locate(("evaluated", "on")), "evaluated", each.on
    for decision in assessment.record.decisions:
        yield decision.location, "decided", decision.on


def _make_finding(place: Location, key: str, day: date, said_on: date) -> Finding:
    return make_finding(
        "date-out-of-reach",
        place,
        what=DATE_LABELS[key],
        date=DateInWords(day),
        day=DateInWords(said_on),
        years=MAX_YEARS_AHEAD if day > said_on else MAX_YEARS_BACK,
    )
