"""The deviations from a level, from every source, and what was promised with earlier ones."""

import pytest
from folders import criterion
from pages import BOARD, LICENCE, OPEN, assessed, loaded

from os2governance.analysis.deviations import (
    FULFILLED,
    OVERDUE,
    RUNNING,
    WITHDRAWN,
    list_deviations,
    list_promises,
    list_unanswered,
)

JUDGED = {"fact": "users", "present": True}
MEETING = {"fact": "group", "present": True}
CRITERIA = [
    criterion("A", "low", OPEN),
    criterion("B", "low", JUDGED),
    criterion("C", "high", LICENCE),
    criterion("D", "high", MEETING),
]


def light(status, grounds=""):
    return {"light": status, "grounds": grounds}


def product(folder, **files):
    return assessed(folder, loaded(folder, CRITERIA), **files)


def accept(until=None, on="2026-02-01", name="A", level="low", **given):
    accepts = {name: {**({"until": until} if until else {}), **given}}
    return {"on": on, "decision": "accept", "level": level, "accepts": accepts, **BOARD}


def test_a_deviation_comes_from_a_fact_a_light_or_an_answer_and_silence_is_none(tmp_path):
    it = product(
        tmp_path,
        facts={"open": False},
        answers={"C": {"answer": "unmet", "explanation": "Venter på jura"}},
        evaluations=[
            {
                "evaluated": {"on": "2026-03-01", "by": "x"},
                "lights": {"B": light("unmet", "Ingen")},
            }
        ],
    )
    found = list_deviations(it, "high")

    assert [(each.outcome.criterion.id, each.source) for each in found] == [
        ("A", "facts"),
        ("B", "evaluation"),
        ("C", "answer"),
    ]
    assert [each.evaluator_says for each in found] == ["", "Ingen", ""]
    assert [each.product_says for each in found] == ["", "", "Venter på jura"]
    assert [each.criterion.id for each in list_unanswered(it, "high")] == ["D"]
    assert [each.outcome.criterion.id for each in list_deviations(it, "low")] == ["A", "B"]


def test_a_blank_explanation_hides_no_reason(tmp_path):
    answers = {"C": {"answer": "unmet", "explanation": " ", "reason": "Venter på jura"}}
    found = list_deviations(product(tmp_path, facts={"open": True}, answers=answers), "high")

    assert [each.product_says for each in found] == ["Venter på jura"]


@pytest.mark.parametrize("level", ["low", "high"])
def test_a_level_that_is_reached_has_no_deviations(tmp_path, level):
    known = {"open": True, "users": [{"name": "x"}], "licence": "MIT", "group": {"terms": "y"}}
    it = product(tmp_path, facts=known)

    assert (list_deviations(it, level), list_unanswered(it, level)) == ((), ())


def test_an_earlier_acceptance_says_what_was_promised_by_whom_and_which_number_this_is(tmp_path):
    promised = {"action": "Åbn koden", "responsible": "board"}
    log = [accept("2026-03-01", **promised), accept("2026-04-01", on="2026-03-02", **promised)]
    [new, *_] = list_deviations(product(tmp_path / "a", facts={"open": False}), "low")
    [old, *_] = list_deviations(
        product(tmp_path / "b", facts={"open": False}, decisions=log), "low"
    )

    assert (new.earlier, new.number, new.responsible) == (None, 1, "owner")
    assert old.earlier
    assert (old.earlier.action, old.number, old.responsible) == ("Åbn koden", 3, "board")
    assert old.follow_up.da == "Åbn koden"
    assert new.follow_up == new.outcome.criterion.remedy


def test_what_is_accepted_for_the_level_is_no_deviation_but_is_one_above_it(tmp_path):
    it = product(tmp_path, facts={"open": False}, decisions=[accept("2026-12-01")])

    assert "A" not in [each.outcome.criterion.id for each in list_deviations(it, "low")]
    assert "A" in [each.outcome.criterion.id for each in list_deviations(it, "high")]


STATES = [
    # what the fact is, the last day accepted, what has become of the promise on 1 May 2026
    (True, "2026-04-30", FULFILLED),
    (True, "2026-12-01", FULFILLED),
    (False, None, RUNNING),
    (False, "2026-05-01", RUNNING),
    (False, "2026-04-30", OVERDUE),
    (False, "2026-02-01", WITHDRAWN),
]


@pytest.mark.parametrize(("is_open", "until", "state"), STATES)
def test_a_promise_is_kept_running_overdue_or_withdrawn(tmp_path, is_open, until, state):
    it = product(tmp_path, facts={"open": is_open}, decisions=[accept(until)])

    assert [each.state for each in list_promises(it)] == [state]


def test_what_no_longer_applies_by_a_grey_light_needs_nothing_more(tmp_path):
    grey = {"evaluated": {"on": "2026-03-01", "by": "x"}, "lights": {"A": light("not_applicable")}}
    it = product(tmp_path, decisions=[accept("2026-04-01")], evaluations=[grey])

    assert [each.state for each in list_promises(it)] == [FULFILLED]


def test_only_the_newest_acceptance_counts_and_it_knows_those_that_it_renews(tmp_path):
    log = [accept("2026-03-01"), accept("2026-12-01", on="2026-03-02")]
    [found] = list_promises(product(tmp_path, facts={"open": False}, decisions=log))

    assert (str(found.acceptance.until), found.state) == ("2026-12-01", RUNNING)
    assert [str(each.until) for each in found.earlier] == ["2026-03-01"]
