"""The register of accepted deviations: what has become of each, by hand, and a naive recount."""

from dataclasses import replace
from datetime import date

import pytest
from folders import criterion
from hypothesis import given
from hypothesis import strategies as st
from pages import BOARD, LICENCE, OPEN, assessed, loaded

from os2governance.analysis.deviation_register import (
    PROMISE_STATES,
    build_register,
    list_register_entries,
)

CRITERIA = [criterion("A", "low", OPEN), criterion("B", "high", LICENCE)]
CLOSED = {"facts": {"open": False, "licence": None}}
DAY = date(2026, 11, 1)


def accept(on, until=None, **more):
    given = {"until": until, **more} if until else more
    return {"on": on, "decision": "accept", "level": "high", "accepts": {"B": given}, **BOARD}


def register_of(folder, *decisions, **product):
    model = loaded(folder, CRITERIA, wheel={"notice": "2 months"})
    usual = {**CLOSED, "decisions": list(decisions), **product}
    return list_register_entries(assessed(folder, model, DAY, **usual))


@pytest.mark.parametrize(
    ("until", "state"),
    [
        ("2026-10-31", "expired"),
        ("2026-11-01", "ending"),
        ("2027-01-01", "ending"),
        ("2027-01-02", "in_force"),
        ("2026-06-01", "withdrawn"),
        (None, "no_deadline"),
    ],
)
def test_what_has_become_of_a_promise(tmp_path, until, state):
    (entry,) = register_of(tmp_path, accept("2026-06-01", until))

    assert (entry.criterion, entry.state) == ("B", state)


def test_one_that_is_met_by_now_is_not_overdue(tmp_path):
    (entry,) = register_of(tmp_path, accept("2026-06-01", "2026-10-31"), facts={"licence": "MIT"})

    assert (entry.state, entry.status) == ("met", "met")


def test_an_answer_that_it_does_not_apply_is_not_met_by_now(tmp_path):
    answers = {"B": {"answer": "not_applicable", "reason": "Det er en test"}}
    accepted = accept("2026-06-01", "2026-10-31")
    (entry,) = register_of(tmp_path, accepted, facts={}, answers=answers)

    assert (entry.state, entry.status) == ("expired", "not_applicable")


def test_one_that_does_not_apply_by_an_evaluation_is_met_by_now(tmp_path):
    grey = {"light": "not_applicable", "grounds": "Ingen kode"}
    judged = {"evaluated": {"on": "2026-07-01", "by": "x"}, "lights": {"B": grey}}
    accepted = accept("2026-06-01", "2026-10-31")
    (entry,) = register_of(tmp_path, accepted, facts={}, evaluations=[judged])

    assert (entry.state, entry.status) == ("met", "not_applicable")


def test_a_blank_explanation_hides_no_reason(tmp_path):
    answers = {"B": {"answer": "unmet", "explanation": " ", "reason": "Udbuddet er udsat."}}
    (entry,) = register_of(tmp_path, accept("2026-06-01"), answers=answers)

    assert entry.words == "Udbuddet er udsat."


def test_the_newest_counts_with_its_renewals_and_what_is_said_now(tmp_path):
    answers = {"B": {"answer": "unmet", "explanation": "Udbuddet er udsat."}}
    promise = {"action": "Vælge en licens", "responsible": "owner"}
    (entry,) = register_of(
        tmp_path,
        accept("2026-01-10", "2026-06-01"),
        accept("2026-06-01", "2026-09-01"),
        accept("2026-09-01", "2027-03-01", **promise),
        answers=answers,
    )

    assert (entry.first_on, entry.on) == (date(2026, 1, 10), date(2026, 9, 1))
    assert (entry.until, entry.renewals) == (date(2027, 3, 1), 2)
    assert (entry.action, entry.responsible) == ("Vælge en licens", "owner")
    assert (entry.answer, entry.words) == ("unmet", "Udbuddet er udsat.")


def test_a_decision_to_come_is_not_in_the_register(tmp_path):
    assert register_of(tmp_path, accept("2026-11-02", "2027-01-01")) == ()


def test_projects_and_closed_products_stand_apart(tmp_path):
    (entry,) = register_of(tmp_path, accept("2026-06-01", "2026-10-31"))
    register = build_register(
        [
            replace(entry, product="c", lifecycle="closed"),
            replace(entry, product="b", kind="project"),
            entry,
        ]
    )

    assert [(each.kind, each.products) for each in register.groups] == [
        ("product", 1),
        ("project", 1),
    ]
    assert [each.product for each in register.closed] == ["c"]


drawn = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from(["product", "project"]),
        st.sampled_from(PROMISE_STATES),
        st.dates(date(2025, 1, 1), date(2028, 1, 1)) | st.none(),
        st.sampled_from(["", " ", "Ja"]),
        st.sampled_from(["active", "closed"]),
    ),
    max_size=12,
)


@pytest.fixture(scope="module")
def entry(tmp_path_factory):
    return register_of(tmp_path_factory.mktemp("one"), accept("2026-06-01", "2026-10-31"))[0]


@given(drawn)
def test_a_naive_recount_gives_the_same(entry, several):
    keys = ("product", "kind", "state", "until", "action", "lifecycle")
    entries = [replace(entry, **dict(zip(keys, each, strict=True))) for each in several]
    register = build_register(entries)
    for group in register.groups:
        own = [each for each in several if each[1] == group.kind and each[5] != "closed"]
        assert group.products == len({each[0] for each in own})
        assert group.promised == len([each for each in own if each[4] == "Ja"])
        assert sum(group.states.values()) == len(own) == len(group.entries)
        ranks = [PROMISE_STATES.index(each.state) for each in group.entries]
        assert ranks == sorted(ranks)
    counted = sum(len(group.entries) for group in register.groups)
    assert counted + len(register.closed) == len(several)
