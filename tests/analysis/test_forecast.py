"""What changes by itself: the days, and why."""

from datetime import date, timedelta
from random import Random

import generators
import pytest
from assessors import assessment_of
from folders import criterion, write_model, write_product
from hypothesis import given, settings
from hypothesis import strategies as st

from os2governance import assess, load_model, load_product
from os2governance.analysis.difference import LevelChange
from os2governance.analysis.forecast import (
    build_turning_state,
    find_changes_through,
    find_turning_points,
)
from os2governance.rules.dates import parse_period

MET_ON = {"fact": "group.met_on", "within": "12 months"}
TODAY = date(2026, 5, 1)


@given(st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_the_days_are_those_of_looking_every_single_day(chance: Random):
    """Of products with registers, observations, partial dates, acceptances and evaluations."""
    main, criteria, schema = generators.governance_model(chance)
    files = generators.product_files(chance, main, criteria, schema)
    start = chance.choice([date(2024, 2, 28), date(2025, 2, 1), date(2026, 3, 31)])
    first = assessment_of(main, criteria, schema, files, start.isoformat())
    before, expected = first, []
    for number in range(1, 400):
        after = assess(first.product, first.model, as_of=start + timedelta(number))
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
    assert (
        LevelChange(
            name="assessed", before="high", after=None, before_state="reached", after_state="below"
        )
        in turn.change.levels
    )
    assert (turned.before.status, turned.after.status) == ("met", "unmet")
    assert (turned.worse, turned.responsible) == (True, "owner")
    assert (reason.kind, reason.subject, reason.written_date) == (
        "fact",
        "group.met_on",
        "2025-10-15",
    )
    assert str(reason.location).endswith("product.yaml:11:13")


def test_an_acceptance_runs_out_and_a_decision_comes(looking):
    accepted = {"A": {"until": "2026-09-01", "action": "Åbne den", "responsible": "owner"}}
    place = {"decision": "place", "level": "low", "by": "board"}
    turns = looking(
        criterion("A", "low", {"fact": "open", "present": True}),
        facts={"open": False},
        decisions=[
            {
                "on": "2026-01-01",
                "decision": "accept",
                "level": "low",
                "accepts": accepted,
                "by": "board",
            },
            {"on": "2026-07-01", **place},
        ],
    )

    assert [turn.on.isoformat() for turn in turns] == ["2026-07-01", "2026-09-02"]
    assert [reason.kind for reason in turns[0].reasons] == ["decision"]
    assert turns[0].outcomes == ()
    (turned,) = turns[1].outcomes
    assert [reason.kind for reason in turned.reasons] == ["acceptance"]
    assert (turned.worse, turned.responsible) == (True, "owner")  # who promised it
    assert turned.reasons[0].acceptance.action == "Åbne den"


def test_of_two_acceptances_the_newest_alone_runs_out(looking):
    """It ends for the level that it counts for; the older one, which is longer, is no reason."""
    usual = {"decision": "accept", "by": "board"}
    (turn,) = looking(
        criterion("A", "low", {"fact": "open", "present": True}),
        facts={"open": False},
        decisions=[
            {"on": "2026-01-01", **usual, "level": "high", "accepts": {"A": {"until": "2027-01-01"}}},
            {"on": "2026-02-01", **usual, "level": "low", "accepts": {"A": {"until": "2026-09-01"}}},
        ],
    )  # fmt: skip

    assert turn.on == date(2026, 9, 2)
    assert (
        LevelChange(
            name="assessed", before="low", after=None, before_state="reached", after_state="below"
        )
        in turn.change.levels
    )
    assert [each.written_date for each in turn.outcomes[0].reasons] == ["2026-09-01"]
    assert turn.outcomes[0].responsible == "board"


FILES_TO_COME = {
    "declaration": {"declared": {"on": "2026-07-01", "by": "X"}},
    "register": {"register": {"registered": {"on": "2026-07-01", "by": "X"}}},
    "observations": {
        "observations": {"observed": {"on": "2026-07-01", "with": "X", "repositories": []}}
    },
}


@pytest.mark.parametrize(("kind", "files"), FILES_TO_COME.items(), ids=FILES_TO_COME)
def test_a_file_that_is_dated_later_comes_into_force(looking, kind, files):
    stated = {"facts": {"open": True}}
    more = files | stated if kind == "declaration" else {kind: files[kind] | stated}
    (turn,) = looking(criterion("A", "low", {"fact": "open", "present": True}), **more)
    [reason] = turn.reasons

    assert (turn.on, reason.kind) == (date(2026, 7, 1), kind)
    assert not turn.outcomes[0].worse
    name = {"declaration": "product"}.get(kind, kind)
    assert reason.location.file.endswith(f"/{name}.yaml")


def test_a_partial_date_turns_after_its_last_day(looking):
    """Of a plan due in a month, and of a date that is a year."""
    answers = {"A": {"answer": "planned", "due": "2026-06"}}
    (turn,) = looking(criterion("A", "low", {"fact": "licence", "present": True}), answers=answers)

    assert turn.on == date(2026, 7, 1)
    assert turn.outcomes[0].reasons[0].written_date == "2026-06"


def test_time_turns_a_fact_against_a_light(looking):
    """The minutes were fresh when the light was given, and grow old: the facts count."""
    lights = {"evaluated": {"on": "2026-04-01", "by": "X"}, "lights": {"A": {"light": "met"}}}
    declared = {"declared": {"on": "2026-03-01", "by": "X"}}
    (turn,) = looking(
        criterion("A", "low", MET_ON),
        facts={"group": {"met_on": "2025-10-15"}},
        evaluations=[lights],
        **declared,
    )
    (turned,) = turn.outcomes

    assert (turned.before.status, turned.before.basis) == ("met", "evaluation")
    assert (turned.after.status, turned.after.basis) == ("unmet", "facts")
    assert [each.subject for each in turned.reasons] == ["group.met_on"]


def test_a_plan_is_overdue(looking):
    answers = {"A": {"answer": "planned", "due": "2026-06-30"}}
    (turn,) = looking(criterion("A", "low", {"fact": "licence", "present": True}), answers=answers)

    assert turn.on == date(2026, 7, 1)
    assert [reason.kind for reason in turn.outcomes[0].reasons] == ["due"]
    assert turn.change.levels == ()  # a plan stops its level too


def test_a_date_to_come_comes(looking):
    (turn,) = looking(criterion("A", "low", MET_ON), facts={"group": {"met_on": "2026-06-01"}})

    assert turn.on == date(2026, 6, 1)
    assert not turn.outcomes[0].worse


def test_nothing_dated_changes_nothing(looking):
    assert looking(criterion("A", "low", {"fact": "open", "present": True})) == []


def test_a_level_by_the_declaration_alone_turns_by_its_own_dates(looking):
    """The register knows a later meeting; only the product's own level grows old."""
    registered = {"registered": {"on": "2026-04-15", "by": "X"}}
    turn, *_ = looking(
        criterion("A", "low", MET_ON),
        facts={"group": {"met_on": "2025-10-15"}},
        register={**registered, "facts": {"group": {"met_on": "2026-04-10"}}},
    )

    assert turn.on == date(2026, 10, 16)
    assert turn.change.levels == (
        LevelChange(
            name="declared", before="high", after=None, before_state="reached", after_state="below"
        ),
    )
    assert turn.outcomes == ()


def test_a_level_by_what_others_confirm_turns_by_their_dates(looking):
    """What was observed before the declaration confirms it, as long as it holds by itself."""
    observed = {"observed": {"on": "2026-04-15", "with": "X", "repositories": []}}
    turn, *_ = looking(
        criterion("A", "low", MET_ON),
        facts={"group": {"met_on": "2026-04-10"}},
        observations={**observed, "facts": {"group": {"met_on": "2025-10-15"}}},
    )

    assert turn.on == date(2026, 10, 16)
    assert [each.name for each in turn.change.levels] == ["confirmed"]


@pytest.mark.parametrize(("until", "count"), [("2026-08-31", 0), ("2026-09-01", 1)])
def test_what_ends_on_the_last_day_looked_at_is_among_the_changes(tmp_path, until, count):
    """It turns on the day after, and nobody would be told otherwise."""
    model = load_model(
        write_model(tmp_path, [criterion("A", "low", {"fact": "open", "equals": True})])
    )
    accepts = {"A": {"until": "2026-09-01"}}
    placed = {"on": "2026-02-01", "decision": "place", "level": "low", "by": "board"}
    log = [{**placed, "accepts": accepts}]
    made = load_product(write_product(tmp_path, facts={"open": False}, decisions=log), model)
    found = find_changes_through(assess(made, model, as_of=TODAY), date.fromisoformat(until))

    assert len(list(found)) == count
    assert list(find_changes_through(assess(made, model, as_of=date.max), date.max)) == []
