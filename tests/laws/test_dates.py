"""Laws of rules about dates that are known by their month or their year only (semantics §2)."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from rule_facts import parse

from os2governance.documents.yaml_reader import read_yaml
from os2governance.i18n.partial_dates import parse_partial_date
from os2governance.rules.node import Rule, Scope
from os2governance.rules.trace import FactPosition, StatingFile

FIRST = date(2024, 1, 1)
DAYS = st.dates(FIRST, date(2027, 12, 31))
MONTHS = DAYS.map(lambda day: day.isoformat()[:7])
YEARS = DAYS.map(lambda day: day.year)
PARTIAL = st.one_of(DAYS.map(date.isoformat), MONTHS, YEARS, YEARS.map(str))
PERIODS = ["1 day", "3 weeks", "1 month", "6 months", "12 months", "2 years"]
CONDITIONS = st.one_of(
    st.sampled_from([{"past": True}, {"not_past": True}]),
    st.sampled_from(PERIODS).map(lambda period: {"within": period}),
    st.tuples(st.sampled_from(["at_least", "at_most"]), DAYS).map(
        lambda pair: {pair[0]: pair[1].isoformat()}
    ),
)
SOURCES = st.one_of(st.none(), DAYS)


def every_day(value: Any) -> list[date]:
    days = parse_partial_date(value)
    assert days is not None
    return [days.first + timedelta(n) for n in range((days.last - days.first).days + 1)]


def answer(rule: Rule, name: str, value: Any, as_of: date, stated: date | None) -> bool | None:
    document, _ = read_yaml(f"{name}: {value}".encode(), "f.yaml")
    assert document is not None
    source = StatingFile("f.yaml", stated) if stated else None
    return rule.evaluate(Scope(document.values, document.positions, as_of, source=source)).value


def naive(rule: Rule, days: list[date], as_of: date) -> bool | None:
    answers = {answer(rule, "day", day, as_of, None) for day in days}
    return answers.pop() if len(answers) == 1 else None


@given(CONDITIONS, PARTIAL, DAYS, SOURCES)
@settings(max_examples=60, deadline=None)
def test_a_partial_date_is_whatever_all_of_its_days_are(condition, value, as_of, stated):
    rule = parse({"fact": "day", **condition})

    assert answer(rule, "day", value, as_of, stated) is naive(rule, every_day(value), as_of)


@given(CONDITIONS, PARTIAL, DAYS, SOURCES)
@settings(max_examples=60, deadline=None)
def test_what_happened_ends_where_it_is_stated(condition, value, as_of, stated):
    rule, plain = parse({"fact": "happened", **condition}), parse({"fact": "day", **condition})
    days = every_day(value)
    until = [day for day in days if day <= (stated or as_of)]

    expected = naive(plain, until or days, as_of)
    assert answer(rule, "happened", value, as_of, stated) is expected


@given(CONDITIONS, PARTIAL, SOURCES, st.sampled_from(["day", "happened"]))
@settings(max_examples=40, deadline=None)
def test_between_two_turning_dates_nothing_turns(condition, value, stated, name):
    rule = parse({"fact": name, **condition})
    at = FactPosition(1, 1, StatingFile("f.yaml", stated) if stated else None)
    turns = rule.find_turning_dates(value, at)
    span = [FIRST - timedelta(40) + timedelta(n) for n in range(5 * 365)]
    answers = [rule.answer(value, at, day) for day in span]
    turned = [
        day
        for day, before, now in zip(span[1:], answers, answers[1:], strict=False)
        if before is not now
    ]

    assert turned == [day for day in turns if span[0] < day <= span[-1]]


@given(CONDITIONS, MONTHS, DAYS)
@settings(max_examples=60, deadline=None)
def test_to_say_it_more_precisely_only_decides(condition, month, as_of):
    rule = parse({"fact": "day", **condition})
    vague = answer(rule, "day", month[:4], as_of, None)
    known = answer(rule, "day", month, as_of, None)

    assert vague is None or vague is known
