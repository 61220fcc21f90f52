"""What changes by itself: the days, and why."""

from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import generators
import pytest
from folders import criterion, write_model, write_product
from hypothesis import given, settings
from hypothesis import strategies as st

from os2governance import assess, load_model, load_product
from os2governance.analysis.difference import ValueChange
from os2governance.analysis.forecast import build_turning_state, find_turning_points
from os2governance.rules.dates import parse_period

MET_ON = {"fact": "group.met_on", "within": "12 months"}
TODAY = date(2026, 5, 1)


@given(st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_the_days_are_those_of_looking_every_single_day(chance: Random):
    main, criteria, schema = generators.model(chance)
    declared, evaluations, decisions = generators.product(chance, main, criteria, schema)
    more = {k: v for k, v in main.items() if k not in {"format", "model", "version"}}
    with TemporaryDirectory() as name:
        folder = Path(name)
        model = load_model(write_model(folder, criteria, schema=schema, **more))
        records = {"evaluations": evaluations, "decisions": decisions}
        product = load_product(write_product(folder, **declared, **records), model)
    start = chance.choice([date(2024, 2, 28), date(2025, 2, 1), date(2026, 3, 31)])
    before, expected = assess(product, model, as_of=start), []
    first = before
    for number in range(1, 400):
        after = assess(product, model, as_of=start + timedelta(number))
        if build_turning_state(after) != build_turning_state(before):
            expected.append((after.as_of, build_turning_state(after)))
        before = after

    found = [
        (turn.on, build_turning_state(turn.after))
        for turn in find_turning_points(first, start + timedelta(399))
    ]

    assert found == expected


@given(
    st.dates(date(2023, 1, 1), date(2029, 1, 1)),
    st.integers(1, 40),
    st.sampled_from(["days", "weeks", "months", "years"]),
)
def test_the_last_good_day_of_a_period(day, number, unit):
    period = parse_period(f"{number} {unit}")
    last = period.after(day)

    assert period.before(last) <= day < period.before(last + timedelta(1))


def test_a_period_that_never_ends():
    assert parse_period("999999 years").after(TODAY) is None


LAST_DAYS = [
    ("2025-01-31", "1 month", "2025-02-28"),
    ("2024-02-29", "12 months", "2025-02-28"),
    ("2025-02-28", "12 months", "2026-02-28"),
    ("2026-03-31", "1 month", "2026-04-30"),
    ("2026-03-30", "1 day", "2026-03-31"),
]


@pytest.mark.parametrize(("day", "period", "last"), LAST_DAYS)
def test_the_ends_of_months(day, period, last):
    assert parse_period(period).after(date.fromisoformat(day)).isoformat() == last


@pytest.fixture
def looking(tmp_path):
    """Look a year ahead for a product under some criteria."""

    def looks(*criteria, **product):
        model = load_model(write_model(tmp_path, list(criteria)))
        made = load_product(write_product(tmp_path, **product), model)
        return list(find_turning_points(assess(made, model, as_of=TODAY), TODAY + timedelta(365)))

    return looks


def test_minutes_grow_old(looking):
    (turn,) = looking(criterion("A", "low", MET_ON), facts={"group": {"met_on": "2025-10-15"}})
    (turned,) = turn.outcomes
    (reason,) = turned.reasons

    assert (turn.last, turn.on) == (date(2026, 10, 15), date(2026, 10, 16))
    assert ValueChange("assessed", "high", None) in turn.change.levels
    assert (turned.before.status, turned.after.status) == ("met", "unmet")
    assert (turned.worse, turned.responsible) == (True, "owner")
    assert (reason.kind, reason.subject, reason.written_date) == (
        "fact",
        "group.met_on",
        "2025-10-15",
    )
    assert str(reason.location).endswith("product.yaml:11:13")


def test_an_acceptance_runs_out_and_a_decision_comes(looking):
    accepted = {"A": {"until": "2026-09-01"}}
    place = {"decision": "place", "level": "low", "by": "board"}
    turns = looking(
        criterion("A", "low", {"fact": "open", "present": True}),
        facts={"open": False},
        decisions=[
            {"on": "2026-01-01", "decision": "accept", "accepts": accepted, "by": "board"},
            {"on": "2026-07-01", **place},
        ],
    )

    assert [turn.on.isoformat() for turn in turns] == ["2026-07-01", "2026-09-02"]
    assert [reason.kind for reason in turns[0].reasons] == ["decision"]
    assert turns[0].outcomes == ()
    (turned,) = turns[1].outcomes
    assert [reason.kind for reason in turned.reasons] == ["acceptance"]
    assert (turned.worse, turned.responsible) == (True, "board")


def test_a_plan_is_overdue(looking):
    answers = {"A": {"answer": "planned", "due": "2026-06-30"}}
    (turn,) = looking(criterion("A", "low", {"fact": "licence", "present": True}), answers=answers)

    assert turn.on == date(2026, 7, 1)
    assert [reason.kind for reason in turn.outcomes[0].reasons] == ["due"]
    assert turn.change.levels == ()


def test_a_date_to_come_comes(looking):
    (turn,) = looking(criterion("A", "low", MET_ON), facts={"group": {"met_on": "2026-06-01"}})

    assert turn.on == date(2026, 6, 1)
    assert not turn.outcomes[0].worse


def test_nothing_dated_changes_nothing(looking):
    assert looking(criterion("A", "low", {"fact": "open", "present": True})) == []
