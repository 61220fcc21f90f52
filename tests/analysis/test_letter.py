"""What letters are about."""

from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance import load_model, load_product
from os2governance.analysis.letter import (
    build_deadline_letter,
    build_decision_letter,
    build_evaluation_letter,
    find_deadline_days,
)
from os2governance.assessment.levels import assess

EVALUATION = {
    "evaluated": {"on": "2026-03-01", "by": "x"},
    "recommends": "high",
    "lights": {
        "A": {"light": "unmet", "grounds": "Mangler", "advice": "Skriv den"},
        "B": {"light": "partly", "grounds": "Næsten"},
    },
}


def assessed(tmp_path, as_of="2026-05-01", **record):
    rule = {"fact": "open", "present": True}
    model = load_model(write_model(tmp_path, [criterion(name, "high", rule) for name in "ABC"]))
    product = load_product(write_product(tmp_path, **record), model)
    return assess(product, model, as_of=date.fromisoformat(as_of))


def accept(until):
    accepts = {"A": {"until": until, "action": "Et notat", "responsible": "owner"}}
    place = {"decision": "place", "level": "high", "by": "board", "grounds": "Ja"}
    return {"on": "2026-02-01", "accepts": accepts, **place}


def test_an_evaluation_letter_has_what_was_found_and_what_is_asked(tmp_path):
    letter = build_evaluation_letter(assessed(tmp_path, evaluations=[EVALUATION]))
    [unmet], [partly], [unanswered] = (letter.lists[name] for name in ("unmet", "partly", "open"))

    assert (unmet.outcome.criterion.id, unmet.found, unmet.asked.da) == (
        "A",
        "Mangler",
        "Skriv den",
    )
    assert (partly.outcome.criterion.id, partly.found, partly.asked.da) == ("B", "Næsten", "")
    assert unanswered.outcome.criterion.id == "C"
    assert letter.levels == {"recommended": "high"}
    assert letter.days == {"evaluated": date(2026, 3, 1)}


def test_a_decision_letter_has_the_newest_days_decisions_and_what_stops_the_level(tmp_path):
    answers = {
        "A": {"answer": "unmet"},
        "B": {"answer": "unmet"},
        "C": {"answer": "met", "note": "x"},
    }
    letter = build_decision_letter(
        assessed(tmp_path, answers=answers, decisions=[accept("2026-12-01")])
    )

    assert [each.kind for each in letter.decided] == ["placed"]
    assert [each.outcome.criterion.id for each in letter.lists["accepted"]] == ["A"]
    assert [each.outcome.criterion.id for each in letter.lists["stopping"]] == ["B"]


@pytest.mark.parametrize(
    ("as_of", "days"),
    [
        ("2026-10-01", None),
        ("2026-10-02", 60),
        ("2026-10-31", 60),
        ("2026-11-01", 30),
        ("2026-11-30", 30),
        ("2026-12-01", 0),
        ("2027-03-01", 0),
    ],
)
def test_a_deadline_asks_for_a_letter_60_30_and_0_days_before(tmp_path, as_of, days):
    found = assessed(
        tmp_path, as_of, answers={"A": {"answer": "unmet"}}, decisions=[accept("2026-12-01")]
    )
    letter = build_deadline_letter(found)

    assert find_deadline_days(date(2026, 12, 1), date.fromisoformat(as_of)) == days
    assert (letter.kind if letter else None) == (None if days is None else f"deadline_{days}")


def test_where_nothing_has_happened_there_is_no_letter(tmp_path):
    found = assessed(tmp_path)

    assert build_evaluation_letter(found) is None
    assert build_decision_letter(found) is None
    assert build_deadline_letter(found) is None
