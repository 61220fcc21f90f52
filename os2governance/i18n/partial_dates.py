"""Dates that may be known by their month or their year only: `2018-05-01`, `2018-05`, `2018`."""

from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from os2governance.i18n.iso_dates import parse_iso_date

PARTIAL_DATE_FORMAT = "partial-date"
"""The `format` of JSON Schema for texts that are a day, a month or a year."""
PARTIAL_DATE_PATTERN = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
"""What such a text looks like, for programs that do not know the format."""
FIRST_YEAR, LAST_YEAR = 1000, 9999
"""The years that a whole number can mean: those of four digits."""


class PartialDate(NamedTuple):
    """The days that a date can mean, both included; one and the same for a full date."""

    first: date
    last: date


def parse_partial_date(value: Any) -> PartialDate | None:
    """Parse a day, a month or a year; a year may be a whole number. None for anything else."""
    if type(value) is int and FIRST_YEAR <= value <= LAST_YEAR:
        value = str(value)
    if type(value) is not str or len(value) not in _FIRST_DAYS:
        return None
    return _parse_text(value)


@lru_cache(maxsize=4096)  # one date is read by several rules, and by the schema
def _parse_text(value: str) -> PartialDate | None:
    first = parse_iso_date(f"{value}{_FIRST_DAYS[len(value)]}")
    return PartialDate(first, _find_last_day(first, len(value))) if first else None


_YEAR_LENGTH, _MONTH_LENGTH, _DAY_LENGTH = 4, 7, 10
_FIRST_DAYS = {_YEAR_LENGTH: "-01-01", _MONTH_LENGTH: "-01", _DAY_LENGTH: ""}


def _find_last_day(first: date, length: int) -> date:
    if length == _DAY_LENGTH:
        return first
    month = 12 if length == _YEAR_LENGTH else first.month
    return date(first.year, month, monthrange(first.year, month)[1])
