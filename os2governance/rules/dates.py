"""Operators on dates: their age, and on which side of a day. Months are calendar months."""

import calendar
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, ClassVar, NamedTuple, Protocol, Self

from os2governance.formats.patterns import DURATION
from os2governance.i18n.date_words import format_day
from os2governance.i18n.partial_dates import PartialDate, parse_partial_date
from os2governance.i18n.text import Language, Text, _, as_text
from os2governance.rules.operator import (
    FactOperator,
    Operand,
    OperandProblem,
    UsualOperand,
    check_fact_type,
)
from os2governance.rules.rule_schema import JsonSchema
from os2governance.rules.vocabulary import Fact

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


class DateCondition(Operand, Protocol):
    """A condition on a date, which holds on all days of one span."""

    def find_span(self, as_of: date) -> PartialDate:
        """The first and the last day on which it holds."""


class DateOperator(FactOperator, Protocol):
    """An operator whose conditions are on a date."""

    def read(self, operand: Any, fact: Fact) -> DateCondition | OperandProblem:
        """Read the operand; the fact must be a date."""


class DateOperand(UsualOperand):
    """An operator on a date, which holds on all days of one span.

    A partial date can be any of its days: the operator is true if it is true for each of them,
    false if for none, else undetermined (semantics §2).
    """

    __slots__ = ()
    reads_dates = True

    def holds(
        self: DateCondition, value: Any, as_of: date, latest: date | None = None
    ) -> bool | None:
        """Whether it holds on the days that a date can mean; `latest` limits partial ones."""
        days = parse_partial_date(value)
        if days is None:
            return False
        first, last = limit_days(days, latest)
        low, high = self.find_span(as_of)
        if low <= first and last <= high:
            return True
        return False if last < low or high < first else None


def limit_days(days: PartialDate, latest: date | None) -> PartialDate:
    """The days of a date that are not after `latest`; all, where every one of them is."""
    if latest is None or latest < days.first or days.last <= latest:
        return days
    return PartialDate(days.first, latest)


class Within(DateOperand):
    """`within: 12 months`: not after the assessment date, and not older than that."""

    __slots__ = ()
    word = "within"
    meaning = _("The date is at most this old, and not in the future: 12 months.")
    schema: ClassVar[JsonSchema] = {"type": "string", "pattern": DURATION}
    is_bounded = True

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

    def find_span(self, as_of: date) -> PartialDate:
        """The period before the assessment date, both ends included."""
        return PartialDate(self.compiled.before(as_of), as_of)

    def list_turning_days(self, days: PartialDate) -> Iterator[date]:
        """Either end, and the day from which it is too old."""
        for day in days:
            yield day
            last = self.compiled.after(day)
            if last:
                yield from _list_next_day(last)

    def render(self, fact: Fact, language: Language) -> str:
        """Render the limit on the date's age."""
        title, period = fact.render_label(language), self.compiled.render(language)
        return _WITHIN.render(language).format(title=title, period=period)


class _OnTheSideOfToday(DateOperand):
    """What `past` and `not_past` share: their operand is `true`."""

    __slots__ = ()
    clause: ClassVar[Text]

    @classmethod
    def read(cls, operand: Any, fact: Fact) -> Self | OperandProblem:
        """Read `true`; the fact must be a date."""
        if operand is not True:
            return OperandProblem("rule-value", operator=cls.word, wanted=as_text("true"))
        return check_fact_type(fact, cls.word, {"string"}, date=True) or cls(operand)

    def render(self, fact: Fact, language: Language) -> str:
        """Render on which side of the assessment date it must lie."""
        return self.clause.render(language).format(title=fact.render_label(language))


class Past(_OnTheSideOfToday):
    """`past: true`: the date is the assessment date or earlier."""

    __slots__ = ()
    word = "past"
    meaning = _("The date is the assessment date or earlier.")
    schema: ClassVar[JsonSchema] = {"const": True}
    opposite = "not_past"
    clause = _("{title} is today or earlier")

    def is_said_by_phrase(self, fact: Fact) -> bool:
        """Unless the fact is the last day of something: that should not be past."""
        return not fact.is_end

    def find_span(self, as_of: date) -> PartialDate:
        """Until the assessment date."""
        return PartialDate(date.min, as_of)

    def list_turning_days(self, days: PartialDate) -> Iterator[date]:
        """Either end."""
        yield from days


class NotPast(_OnTheSideOfToday):
    """`not_past: true`: the date is the assessment date or later."""

    __slots__ = ()
    word = "not_past"
    meaning = _("The date is the assessment date or later.")
    schema: ClassVar[JsonSchema] = {"const": True}
    opposite = "past"
    clause = _("{title} has not passed")

    def is_said_by_phrase(self, fact: Fact) -> bool:
        """Where the fact is the last day of something."""
        return fact.is_end

    def find_span(self, as_of: date) -> PartialDate:
        """From the assessment date."""
        return PartialDate(as_of, date.max)

    def list_turning_days(self, days: PartialDate) -> Iterator[date]:
        """The day after either end."""
        for day in days:
            yield from _list_next_day(day)


class _BoundOnDate(DateOperand):
    """What `at_least` and `at_most` share where their bound is a date."""

    __slots__ = ()
    is_bounded = True
    clause: ClassVar[Text]

    def render(self, fact: Fact, language: Language) -> str:
        """Render the bound."""
        bound = format_day(self.compiled, language)
        return self.clause.render(language).format(title=fact.render_label(language), bound=bound)


class AtLeastDate(_BoundOnDate):
    """`at_least: 2026-05-01`: the date is that or later."""

    __slots__ = ()
    word = "at_least"
    clause = _("{title} is {bound} or later")

    def find_span(self, as_of: date) -> PartialDate:  # noqa: ARG002 - an operator's signature
        """From the bound."""
        return PartialDate(self.compiled, date.max)

    def list_turning_days(self, days: PartialDate) -> Iterator[date]:
        """The bound: a past date without a source can mean the days until today."""
        yield from (days.first, self.compiled)


class AtMostDate(_BoundOnDate):
    """`at_most: 2026-05-01`: the date is that or earlier."""

    __slots__ = ()
    word = "at_most"
    clause = _("{title} is {bound} or earlier")

    def find_span(self, as_of: date) -> PartialDate:  # noqa: ARG002 - an operator's signature
        """Until the bound."""
        return PartialDate(date.min, self.compiled)

    def list_turning_days(self, days: PartialDate) -> Iterator[date]:
        """The day after the bound: a past date without a source can mean the days until today."""
        yield days.first
        yield from _list_next_day(self.compiled)


def _list_next_day(day: date) -> Iterator[date]:
    if day < date.max:
        yield day + timedelta(1)


_WITHIN = _("{title} is at most {period} ago")
DATE_OPERATORS: tuple[DateOperator, ...] = (Within, Past, NotPast)
"""The operators on dates, in the order in which they are suggested."""
