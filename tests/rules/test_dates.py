"""Conditions on dates: calendar months, partial dates, and the days on which they turn."""

from datetime import date, timedelta

import pytest
from rule_facts import check_operator, evaluated, mutated, parse

from os2governance.documents.yaml_reader import read_yaml
from os2governance.i18n.partial_dates import PartialDate
from os2governance.rules.dates import DATE_OPERATORS, limit_days, parse_period
from os2governance.rules.node import Scope
from os2governance.rules.trace import FactPosition, StatingFile

CASES = [
    # condition, fact, true for, false for; None is declared absent
    ({"within": "1 day"}, "day", ["2026-05-01", "2026-04-30"], ["2026-04-29", "2026-05-02", None]),
    ({"within": "2 weeks"}, "day", ["2026-04-17"], ["2026-04-16"]),
    ({"within": "12 months"}, "day", ["2025-05-01", "2025-06"], ["2025-04-30", "2025-04", 2024]),
    ({"within": "1 year"}, "day", ["2025-05-01"], ["2025-04-30", "no date", 12, True]),
    ({"past": True}, "day", ["2026-05-01", "0001-01-01", 2025, "2026-04"], ["2026-05-02", "2026-06", 2027, None]),
    ({"not_past": True}, "day", ["2026-05-01", "2027-01-01", "2026-06", "2027"], ["2026-04-30", "2026-04", 2025, None]),
]  # fmt: skip


def test_every_operator_has_a_case():
    assert {next(iter(condition)) for condition, *_ in CASES} == {o.word for o in DATE_OPERATORS}


@pytest.mark.parametrize(("condition", "name", "true", "false"), CASES)
def test_operators(condition, name, true, false):
    check_operator(condition, name, true, false)


UNDETERMINED = [
    # condition, dates of which some days fit and others do not
    ({"within": "12 months"}, [2025, "2025", "2026-05", 2026]),
    ({"within": "1 day"}, ["2026-04", "2026-05"]),
    ({"past": True}, [2026, "2026-05"]),
    ({"not_past": True}, [2026, "2026"]),
    ({"at_least": "2026-05-01"}, [2026, "2026"]),
    ({"at_most": "2026-05-01"}, [2026, "2026-05"]),
]


@pytest.mark.parametrize(("condition", "dates"), UNDETERMINED)
def test_a_partial_date_that_can_be_either_decides_nothing(condition, dates):
    for value in dates:
        assert evaluated({"fact": "day", **condition}, {"day": value}).value is None


BOUNDS = [
    # condition, true for, false for
    ({"at_least": "2026-05-01"}, ["2026-05", 2027], ["2026-04", 2025]),
    ({"at_most": "2026-05-31"}, ["2026-05", 2025], ["2026-06", 2027]),
]


@pytest.mark.parametrize(("condition", "true", "false"), BOUNDS)
def test_a_bound_that_is_a_date(condition, true, false):
    check_operator(condition, "day", true, false)


AS_OF = date(2026, 5, 1)
STATED = [
    # condition, the date of something that has happened, stated on, value
    ({"within": "12 months"}, 2026, "2026-04-01", True),
    ({"within": "12 months"}, 2026, None, True),
    ({"within": "12 months"}, 2025, "2025-05-20", None),
    ({"within": "12 months"}, 2025, "2025-04-01", False),
    ({"past": True}, 2026, "2026-04-01", True),
    ({"past": True}, 2026, "2026-12-31", None),
    ({"at_least": "2026-04-15"}, 2026, "2026-04-01", False),
    ({"at_most": "2026-04-15"}, 2026, "2026-04-01", True),
    # what is stated before it can have happened is read as it is written
    ({"within": "12 months"}, 2027, "2026-04-01", False),
    ({"past": True}, "2026-05", "2026-04-01", None),
]


@pytest.mark.parametrize(("condition", "value", "stated", "answer"), STATED)
def test_what_has_happened_had_happened_when_it_was_stated(condition, value, stated, answer):
    rule = parse({"fact": "happened", **condition})
    document, _ = read_yaml(f"happened: {value}".encode(), "f.yaml")
    source = StatingFile("f.yaml", date.fromisoformat(stated)) if stated else None
    trace = rule.evaluate(Scope(document.values, document.positions, AS_OF, source=source))

    assert trace.value is answer


def test_the_days_of_a_date_are_limited_to_those_that_there_are():
    may = PartialDate(date(2026, 5, 1), date(2026, 5, 31))

    assert limit_days(may, None) == may
    assert limit_days(may, date(2026, 5, 4)) == (date(2026, 5, 1), date(2026, 5, 4))
    assert limit_days(may, date(2026, 6, 4)) == may
    assert limit_days(may, date(2026, 4, 4)) == may


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
    ({"within": "12 months"}, "2025-03", ["2025-03-01", "2025-03-31", "2026-03-02", "2026-04-01"]),
    ({"within": "1 day"}, "2025-03", ["2025-03-01", "2025-04-02"]),
    ({"past": True}, "2026-01-31", ["2026-01-31"]),
    ({"past": True}, "2026-01", ["2026-01-01", "2026-01-31"]),
    ({"past": True}, "0001-01-01", []),
    ({"not_past": True}, "2026-01-31", ["2026-02-01"]),
    ({"not_past": True}, 2026, ["2026-01-02", "2027-01-01"]),
    ({"not_past": True}, "9999-12-31", []),
    ({"not_past": True}, "no date", []),
    ({"within": "1 day"}, None, []),
    ({"at_least": "2026-01-01"}, "2026-01-31", []),
    ({"at_most": "2026-01-10"}, "2026-01", []),
]


@pytest.mark.parametrize(("condition", "found", "days"), TURNS)
def test_the_days_on_which_an_answer_turns(condition, found, days):
    rule = parse({"fact": "day", **condition})

    assert [day.isoformat() for day in rule.find_turning_dates(found)] == days
    for day in days:
        on = date.fromisoformat(day)
        values = [
            evaluated({"fact": "day", **condition}, {"day": found}, as_of=d).value
            for d in (on - timedelta(1), on)
        ]
        assert values[0] is not values[1]


HAPPENED_TURNS = [
    # condition, the date, stated on, the days on which the answer turns
    ({"within": "12 months"}, "2025", "2025-03-31", ["2025-01-01", "2025-03-31", "2026-01-02", "2026-04-01"]),
    ({"within": "12 months"}, "2025", None, ["2025-01-01", "2026-01-02", "2027-01-01"]),
    ({"past": True}, "2026", None, ["2026-01-01"]),
    ({"at_least": "2026-02-01"}, "2026", None, ["2026-01-01", "2026-02-01"]),
    ({"at_most": "2026-02-01"}, "2026", None, ["2026-01-01", "2026-02-02"]),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "found", "stated", "days"), HAPPENED_TURNS)
def test_the_days_on_which_an_answer_about_the_past_turns(condition, found, stated, days):
    source = StatingFile("f.yaml", date.fromisoformat(stated)) if stated else None
    turns = parse({"fact": "happened", **condition}).find_turning_dates(
        found, FactPosition(1, 1, source)
    )

    assert [day.isoformat() for day in turns] == days


@pytest.mark.parametrize(
    "text", ["", "12", "months", "0 days", "-1 days", "1 fortnight", "1234567 days", 12, None, "½ year"]
)  # fmt: skip
def test_what_is_no_period(text):
    assert parse_period(text) is None


WORDS = [
    ({"fact": "day", "within": "1 month"}, "dagen ligger højst 1 måned tilbage", "the day is at most 1 month ago"),
    ({"fact": "day", "within": "100 years"}, "dagen ligger højst 100 år tilbage", "the day is at most 100 years ago"),
    ({"fact": "day", "past": True}, "dagen er i dag eller tidligere", "the day is today or earlier"),
    ({"fact": "day", "not_past": True}, "dagen er ikke passeret", "the day has not passed"),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "danish", "english"), WORDS)
def test_wording(tree, danish, english):
    rule = parse(tree)

    assert rule.render("da") == danish
    assert rule.render("en") == english


MUTATIONS = [
    ({"fact": "a", "within": "1 year"}, ["within: 1 year → 2 years", ".: within → not within"]),
    ({"fact": "a", "within": "12 months"}, ["within: 12 months → 11 months", "within: 12 months → 13 months", ".: within → not within"]),
    ({"fact": "a", "past": True}, ["past: past → not_past"]),
    ({"fact": "a", "not_past": True}, ["not_past: not_past → past"]),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "changes"), MUTATIONS)
def test_mutations(tree, changes):
    assert mutated(tree) == changes
