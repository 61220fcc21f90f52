"""Conditions on dates: calendar months, and the days on which they turn."""

from datetime import date

import pytest
from rule_facts import check_operator, evaluated, mutated, parse

from os2governance.rules.dates import DATE_OPERATORS, parse_period

CASES = [
    # condition, fact, true for, false for; None is declared absent
    ({"within": "1 day"}, "day", ["2026-05-01", "2026-04-30"], ["2026-04-29", "2026-05-02", None]),
    ({"within": "2 weeks"}, "day", ["2026-04-17"], ["2026-04-16"]),
    ({"within": "12 months"}, "day", ["2025-05-01"], ["2025-04-30"]),
    ({"within": "1 year"}, "day", ["2025-05-01"], ["2025-04-30"]),
    ({"not_past": True}, "day", ["2026-05-01", "2027-01-01"], ["2026-04-30", None]),
]  # fmt: skip


def test_every_operator_has_a_case():
    assert {next(iter(condition)) for condition, *_ in CASES} == {o.word for o in DATE_OPERATORS}


@pytest.mark.parametrize(("condition", "name", "true", "false"), CASES)
def test_operators(condition, name, true, false):
    check_operator(condition, name, true, false)


CALENDAR = [
    # as of, period, the first day that is within
    ("2026-05-31", "3 months", "2026-02-28"),
    ("2024-05-31", "3 months", "2024-02-29"),
    ("2024-02-29", "1 year", "2023-02-28"),
    ("2024-02-29", "12 months", "2023-02-28"),
    ("2026-03-31", "1 month", "2026-02-28"),
    ("2026-01-15", "1 month", "2025-12-15"),
    ("2026-01-01", "2 weeks", "2025-12-18"),
    ("2026-01-01", "9999 years", "0001-01-01"),
]


@pytest.mark.parametrize(("as_of", "period", "first"), CALENDAR)
def test_calendar_months(as_of, period, first):
    tree, today = {"fact": "day", "within": period}, date.fromisoformat(as_of)

    assert evaluated(tree, {"day": first}, as_of=today).value is True
    if first != "0001-01-01":
        before = date.fromisoformat(first).fromordinal(date.fromisoformat(first).toordinal() - 1)
        assert evaluated(tree, {"day": before.isoformat()}, as_of=today).value is False


TURNS = [
    ({"within": "1 month"}, "2026-01-31", ["2026-01-31", "2026-03-01"]),
    ({"within": "9999 years"}, "2026-01-31", ["2026-01-31"]),
    ({"not_past": True}, "2026-01-31", ["2026-02-01"]),
    ({"not_past": True}, "9999-12-31", []),
    ({"not_past": True}, "no date", []),
    ({"within": "1 day"}, None, []),
    ({"at_least": "2026-01-01"}, "2026-01-31", []),
]


@pytest.mark.parametrize(("condition", "found", "days"), TURNS)
def test_the_days_on_which_an_answer_turns(condition, found, days):
    rule = parse({"fact": "day", **condition})

    assert [day.isoformat() for day in rule.find_turning_dates(found)] == days
    for day in days:
        on = date.fromisoformat(day)
        before = date.fromordinal(on.toordinal() - 1)
        values = [
            evaluated({"fact": "day", **condition}, {"day": found}, as_of=d).value
            for d in (before, on)
        ]
        assert values[0] is not values[1]


@pytest.mark.parametrize(
    "text", ["", "12", "months", "0 days", "-1 days", "1 fortnight", "1234567 days", 12, None, "½ year"]
)  # fmt: skip
def test_what_is_no_period(text):
    assert parse_period(text) is None


WORDS = [
    ({"fact": "day", "within": "1 month"}, "dagen ligger højst 1 måned tilbage", "the day is at most 1 month ago"),
    ({"fact": "day", "within": "100 years"}, "dagen ikke ligger i fremtiden", "the day is not in the future"),
    ({"fact": "day", "not_past": True}, "dagen ikke er passeret", "the day has not passed"),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "danish", "english"), WORDS)
def test_wording(tree, danish, english):
    rule = parse(tree)

    assert rule.render("da") == danish
    assert rule.render("en") == english


MUTATIONS = [
    ({"fact": "a", "within": "1 year"}, ["within: 1 year → 2 years", ".: within → not within"]),
    ({"fact": "a", "within": "12 months"}, ["within: 12 months → 11 months", "within: 12 months → 13 months", ".: within → not within"]),
    ({"fact": "a", "not_past": True}, [".: not_past → not not_past"]),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "changes"), MUTATIONS)
def test_mutations(tree, changes):
    assert mutated(tree) == changes
