"""Operators on dates: their age, and whether they have passed. Months are calendar months."""

import calendar
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.text import Language, _, as_text
from os2governance.rules.operator import Operand, OperandProblem, check_fact_type
from os2governance.rules.vocabulary import Fact

CENTURY = 100  # years
_LONGEST_NUMBER = 6  # digits
_WORDS = {
    "day": (_("day"), _("days")),
    "week": (_("week"), _("weeks")),
    "month": (_("month"), _("months")),
    "year": (_("year"), _("years")),
}


class Period(NamedTuple):
    """A number of days, weeks, calendar months or years."""

    number: int
    unit: str

    @lru_cache(maxsize=1024)  # noqa: B019 - periods are few, and live as long as their model
    def before(self, day: date) -> date:
        """The day that lies this long before `day`, limited to the end of a shorter month.

        Twelve months before 2024-02-29 is 2023-02-28. Before year 1 it is the first day of year 1.
        """
        if self.unit in {"day", "week"}:
            days = self.number * (7 if self.unit == "week" else 1)
            return day - timedelta(min(days, (day - date.min).days))
        months = self.number * (12 if self.unit == "year" else 1)
        year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
        if year < 1:
            return date.min
        last = calendar.monthrange(year, month + 1)[1]
        return date(year, month + 1, min(day.day, last))

    def after(self, day: date) -> date | None:
        """The last day on which `day` is at most this long ago; None if there is no end.

        Limited to the end of a shorter month: for a month after 2026-01-31 it is 2026-02-28.
        """
        # `before` is monotonic, so that the day can be found by bisection.
        most = self.number * {"day": 1, "week": 7, "month": 31, "year": 366}[self.unit] + 31
        first, end = day.toordinal(), min(day.toordinal() + most, date.max.toordinal())
        days = range(first, end + 1)
        found = bisect_right(days, day, key=lambda each: self.before(date.fromordinal(each)))
        return date.fromordinal(days[found - 1]) if found < len(days) else None

    def render(self, language: Language) -> str:
        """Render in words, such as `12 måneder`."""
        one, many = _WORDS[self.unit]
        return f"{self.number} {(one if self.number == 1 else many).render(language)}"


def parse_period(text: Any) -> Period | None:
    """Parse `12 months` (days, weeks, months, years); None for anything else."""
    number, _, units = text.partition(" ") if isinstance(text, str) else ("", "", "")
    unit = units.removesuffix("s")
    if unit not in _WORDS or not number.isdecimal() or len(number) > _LONGEST_NUMBER:
        return None
    return Period(int(number), unit) if int(number) else None


class Within(Operand):
    """`within: 12 months`: not after the assessment date, and not older than that."""

    __slots__ = ()
    word = "within"

    @classmethod
    def read(cls, operand: Any, fact: Fact) -> "Within | OperandProblem":
        """Read the period; the fact must be a date."""
        period = parse_period(operand)
        if period is None:
            return OperandProblem("rule-value", operator=cls.word, wanted=as_text("'12 months'"))
        return check_fact_type(fact, cls.word, {"string"}, date=True) or cls(operand, period)

    @classmethod
    def list_other_operands(cls, operand: str) -> Iterator[str]:
        """The periods beside it, in the same unit."""
        number, unit = operand.split()
        for other in (int(number) - 1, int(number) + 1):
            if other:
                yield f"{other} {unit.rstrip('s')}s"

    def holds(self, value: Any, as_of: date) -> bool:
        """Whether the date lies within the period before the assessment date."""
        day = parse_iso_date(value)
        return day is not None and self.compiled.before(as_of) <= day <= as_of

    def find_turning_dates(self, value: Any) -> tuple[date, ...]:
        """The date itself, and the day from which it is too old."""
        day = parse_iso_date(value)
        if day is None:
            return ()
        last = self.compiled.after(day)
        return (day, *([last + timedelta(1)] if last and last < date.max else []))

    def render(self, fact: Fact, language: Language) -> str:
        """Render the limit on the date's age; a century stands for "at any time"."""
        title, period = fact.render_label(language), self.compiled.render(language)
        if self.compiled.unit == "year" and self.compiled.number >= CENTURY:
            return {
                "da": f"{title} ikke ligger i fremtiden",
                "en": f"{title} is not in the future",
            }[language]
        return {
            "da": f"{title} ligger højst {period} tilbage",
            "en": f"{title} is at most {period} ago",
        }[language]


class NotPast(Operand):
    """`not_past: true`: the date is the assessment date or later."""

    __slots__ = ()
    word = "not_past"

    @classmethod
    def read(cls, operand: Any, fact: Fact) -> "NotPast | OperandProblem":
        """Read `true`; the fact must be a date."""
        if operand is not True:
            return OperandProblem("rule-value", operator=cls.word, wanted=as_text("true"))
        return check_fact_type(fact, cls.word, {"string"}, date=True) or cls(operand)

    def holds(self, value: Any, as_of: date) -> bool:
        """Whether the date has not passed yet, today included."""
        day = parse_iso_date(value)
        return day is not None and day >= as_of

    def find_turning_dates(self, value: Any) -> tuple[date, ...]:
        """The day after the date."""
        day = parse_iso_date(value)
        return () if day is None or day == date.max else (day + timedelta(1),)

    def render(self, fact: Fact, language: Language) -> str:
        """Render that the date must not have passed."""
        title = fact.render_label(language)
        return {"da": f"{title} ikke er passeret", "en": f"{title} has not passed"}[language]


DATE_OPERATORS: tuple[type[Operand], ...] = (Within, NotPast)
"""The operators on dates, in the order in which they are suggested."""
