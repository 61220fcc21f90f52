"""What evaluations and decisions say of a product, as its page shows it."""

from datetime import date

import pytest
from pages import BOTH, HOSTILE, assessed

from os2governance.analysis.decision_log import list_log_entries
from os2governance.site.history import (
    find_newest_evaluation,
    list_accepted_rows,
    list_history_events,
)

LIGHTS = {"A": {"light": "unmet", "grounds": "x"}, "B": {"light": "met"}}


def evaluation(on, **more):
    evaluated = {"on": on, "by": "Eva", **more.pop("evaluated", {})}
    return {"evaluated": evaluated, "lights": more.pop("lights", LIGHTS), **more}


def test_the_newest_evaluation_is_told_in_full(tmp_path):
    newest = evaluation(
        "2026-03-01",
        evaluated={"reference": "https://a.example"},
        recommends={"level": "low", "grounds": HOSTILE},
        summary=HOSTILE,
    )
    found = assessed(tmp_path, evaluations=[evaluation("2026-01-01", summary="Old"), newest])
    said = find_newest_evaluation(found, "en")

    assert (said.on, said.by, said.reference) == (date(2026, 3, 1), "Eva", "https://a.example")
    assert (said.recommended, said.rationale, said.summary) == ("low", HOSTILE, HOSTILE)
    assert (said.counts["met"], said.counts["unmet"], said.other_model) == (1, 1, "")
    assert [each.rationale for each in list_history_events(found, [], "en")] == ["", "Old"]


@pytest.mark.parametrize("more", [{"draft": True}, {"on": "2027-01-01"}])
def test_what_is_not_in_force_is_not_told(tmp_path, more):
    found = assessed(tmp_path, evaluations=[evaluation("2026-03-01", evaluated=more)])

    assert find_newest_evaluation(found, "en") is None
    assert list_history_events(found, [], "en") == []


def test_an_evaluation_without_lights_and_recommendation_has_none(tmp_path):
    bare = {"evaluated": {"on": "2026-03-01", "by": "Eva"}}
    said = find_newest_evaluation(assessed(tmp_path, evaluations=[bare]), "en")

    assert (said.counts, said.recommended, said.rationale, said.summary) == ({}, "", "", "")


def test_decisions_and_evaluations_are_one_list_newest_first(tmp_path):
    decisions = [
        {"on": "2026-01-01", "decision": "admit", "by": "board", "grounds": "Ja"},
        {"on": "2026-04-01", "decision": "place", "level": "low", "by": "board"},
    ]
    found = assessed(tmp_path, evaluations=[evaluation("2026-03-01")], decisions=decisions)
    events = list_history_events(found, list_log_entries([found]), "en")

    assert [each.on.month for each in events] == [4, 3, 1]
    assert events[-1].rationale == "Ja"


# -- accepted deviations (semantics §4) -------------------------------------------------------


def accept(on, decision="accept", **given):
    level = {"level": "low"} if decision == "place" else {}
    return {"on": on, "decision": decision, **level, "by": "board", "accepts": {"A": given}}


@pytest.mark.parametrize("language", BOTH)
def test_an_acceptance_says_what_was_promised_until_when_and_for_which_level(tmp_path, language):
    given = {
        "until": "2026-12-31", "grounds": "Fordi", "action": "Åbn koden", "responsible": "owner",
    }  # fmt: skip
    decisions = [accept("2026-01-01", "place", **given), accept("2026-04-01", **given)]
    [row] = list_accepted_rows(
        assessed(tmp_path, facts={"open": False}, decisions=decisions), language
    )

    assert (row.id, row.status, row.on) == ("A", "unmet", date(2026, 4, 1))
    assert (row.until, row.action, row.renewal) == (date(2026, 12, 31), "Åbn koden", 1)
    assert row.level.endswith(" low")
    assert row.rationale == "Fordi"
    assert {"da": "Ejeren", "en": "The owner"}[language] == row.responsible


def test_an_acceptance_that_has_ended_is_in_no_list(tmp_path):
    decisions = [accept("2026-01-01", "place", until="2026-04-30")]

    found = assessed(tmp_path, facts={"open": False}, decisions=decisions)
    assert list_accepted_rows(found, "en") == []


def test_a_grey_light_is_no_accepted_deviation(tmp_path):
    grey = evaluation(
        "2026-03-01", lights={"A": {"light": "not_applicable"}, "B": {"light": "met"}}
    )
    found = assessed(tmp_path, facts={"licence": "MIT"}, evaluations=[grey])

    assert [each.status for each in found.outcomes] == ["not_applicable", "met"]
    assert list_accepted_rows(found, "en") == []


def test_what_ends_first_is_first(tmp_path):
    placed = {"on": "2026-01-01", "decision": "place", "level": "high", "by": "board"}
    placed["accepts"] = {"A": {}, "B": {"until": "2026-12-31"}}
    found = assessed(tmp_path, facts={"open": False, "licence": None}, decisions=[placed])

    assert [row.id for row in list_accepted_rows(found, "en")] == ["B", "A"]
