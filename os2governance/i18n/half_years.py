"""Half-years, in which the work on a portfolio goes round: `2026-2` is July to December 2026."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from os2governance.i18n.text import Language, _

_SECOND_HALF = 7
"""The month that the second half of a year begins with."""
_NAMES = {1: _("first half of {year}"), 2: _("second half of {year}")}


class HalfYear(NamedTuple):
    """A half of a year, first (1) or second (2)."""

    year: int
    number: int

    @property
    def id(self) -> str:
        """How it is written in files and on the command line: `2026-2`."""
        return f"{self.year:04}-{self.number}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 1 if self.number == 1 else _SECOND_HALF, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, 6, 30) if self.number == 1 else date(self.year, 12, 31)

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last

    def render(self, language: Language) -> str:
        """Its name inside a sentence: `2. halvår 2026`, `second half of 2026`."""
        return _NAMES[self.number].render(language).format(year=self.year)


def find_half_year(day: date) -> HalfYear:
    """The half-year that a day lies in."""
    return HalfYear(day.year, 1 if day.month < _SECOND_HALF else 2)


def parse_half_year(text: str) -> HalfYear | None:
    """Parse `2026-2`; None for anything else."""
    year, _dash, number = text.partition("-")
    if len(year) != len("2026") or not (year.isascii() and year.isdecimal()) or year == "0000":
        return None
    return HalfYear(int(year), int(number)) if number in {"1", "2"} else None


def list_half_years(first: HalfYear, last: HalfYear) -> Iterator[HalfYear]:
    """Yield the half-years from one to another, both included."""
    for count in range(first.year * 2 + first.number, last.year * 2 + last.number + 1):
        yield HalfYear((count - 1) // 2, (count - 1) % 2 + 1)
