"""Dates in words: `6. oktober 2026`, and of partial dates `maj 2018` and `2018`."""

from datetime import date
from typing import Any, NamedTuple

from os2governance.i18n.partial_dates import parse_partial_date
from os2governance.i18n.text import Language, pgettext

_MONTHS = (
    pgettext("month", "January"),
    pgettext("month", "February"),
    pgettext("month", "March"),
    pgettext("month", "April"),
    pgettext("month", "May"),
    pgettext("month", "June"),
    pgettext("month", "July"),
    pgettext("month", "August"),
    pgettext("month", "September"),
    pgettext("month", "October"),
    pgettext("month", "November"),
    pgettext("month", "December"),
)
_MONTH_LENGTH = len("2018-05")


def format_day(day: date, language: Language) -> str:
    """A day in words: `6. oktober 2026` or `6 October 2026`."""
    dot = "." if language == "da" else ""
    return f"{day.day}{dot} {format_month(day, language)}"


class DateInWords(NamedTuple):
    """A day, or a date as it is declared, in a sentence that is rendered later: a finding's."""

    value: Any

    def render(self, language: Language) -> str:
        """Render the date in words, as precisely as it is given; what is no date as it is."""
        if isinstance(self.value, date):
            return format_day(self.value, language)
        return format_partial_date(self.value, language) or str(self.value)


def format_month(day: date, language: Language) -> str:
    """The month of a day, with its year: `maj 2018` or `May 2018`."""
    return f"{_MONTHS[day.month - 1].render(language)} {day.year}"


def format_partial_date(value: Any, language: Language) -> str | None:
    """A declared date as precisely as it is written; None for what is no date."""
    days = parse_partial_date(value)
    if days is None:
        return None
    if days.first == days.last:
        return format_day(days.first, language)
    if isinstance(value, str) and len(value) == _MONTH_LENGTH:
        return format_month(days.first, language)
    return str(days.first.year)
