"""Dates that may be known by their month or their year only: `2018-05-01`, `2018-05`, `2018`."""

from calendar import monthrange
from datetime import MINYEAR, date
from typing import Any, NamedTuple

from os2governance.i18n.iso_dates import parse_iso_date

PARTIAL_DATE_FORMAT = "partial-date"
"""The `format` of JSON Schema for texts that are a day, a month or a year."""
FIRST_YEAR, LAST_YEAR = 1000, 9999
"""The years that a whole number can mean: those of four digits."""
_YEAR_LENGTH, _MONTH_LENGTH, _LAST_MONTH = 4, 7, 12


class PartialDate(NamedTuple):
    """The days that a date can mean, both included; one and the same for a full date."""

    first: date
    last: date


def parse_partial_date(value: Any) -> PartialDate | None:
    """Parse a day, a month or a year; a year may be a whole number. None for anything else."""
    if type(value) is int:
        return _build_year(value) if FIRST_YEAR <= value <= LAST_YEAR else None
    if type(value) is not str:
        return None
    if day := parse_iso_date(value):
        return PartialDate(day, day)
    year, month = value[:_YEAR_LENGTH], value[_YEAR_LENGTH + 1 :]
    if not _are_digits(year, _YEAR_LENGTH) or int(year) < MINYEAR:
        return None
    if len(value) == _YEAR_LENGTH:
        return _build_year(int(year))
    if len(value) != _MONTH_LENGTH or value[_YEAR_LENGTH] != "-" or not _are_digits(month, 2):
        return None
    return _build_month(int(year), int(month)) if 1 <= int(month) <= _LAST_MONTH else None


def _are_digits(text: str, count: int) -> bool:
    return len(text) == count and text.isascii() and text.isdecimal()


def _build_year(year: int) -> PartialDate:
    return PartialDate(date(year, 1, 1), date(year, _LAST_MONTH, 31))


def _build_month(year: int, month: int) -> PartialDate:
    return PartialDate(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
