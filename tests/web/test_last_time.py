"""What the form tells of last time: changes since, promises, and what may be asked."""

import pytest
from web.conftest import find_question

from os2governance.analysis.evaluation_pairs import ClaimRecord
from os2governance.web.edit_session import read_current_product
from os2governance.web.form_actions import open_session
from os2governance.web.last_time import (
    find_since_last_time,
    list_promised_steps,
    render_likely_questions,
)

EVALUATED = """\
format: os2governance/evaluation/1
product: eksempel
model: os2/1.1.0
evaluated: {on: 2026-04-20, by: OS2-sekretariatet}
lights:
  R1: {light: met, grounds: "Set."}
  F2: {light: met, grounds: "Licensen er set."}
"""
DECIDED = """\
format: os2governance/decisions/1
product: eksempel
decisions:
  - on: 2026-04-25
    decision: place
    by: board
    level: "2"
    grounds: Det bruges.
    accepts:
      F3: {until: 2026-06-30, grounds: Undtaget., action: Nyt udbud, responsible: steering_group}
      F4: {until: 2026-04-28, grounds: Undtaget.}
      R1: {grounds: Undtaget.}
"""


@pytest.fixture
def evaluated(file):
    (file.parent / "evaluations").mkdir()
    (file.parent / "evaluations" / "2026-04-20.yaml").write_text(EVALUATED, encoding="utf-8")
    (file.parent / "decisions.yaml").write_text(DECIDED, encoding="utf-8")
    return file


@pytest.fixture
def read(workplace_pages):
    return lambda: read_current_product(open_session(workplace_pages, "eksempel"))[0]


def test_what_has_changed_since_the_evaluation_and_why(evaluated, read, visitor):
    visitor.open()
    visitor.press({"answers.R1.answer": "unmet", "facts.ownership.licence": "Proprietary"})
    since = find_since_last_time(read(), "da")

    assert (since.on.isoformat(), since.evaluated) == ("2026-04-20", True)
    assert [(each.word, each.before, each.after) for each in since.levels] == [
        ("Placeret", "–", "Niveau 2"),
        ("Vurderet", "ikke afklaret", "endnu ikke i sandkassen"),
    ]
    steps = {each.criterion.id: (each.before, each.after, each.why.da) for each in since.outcomes}
    assert steps == {
        "R1": ("met", "unmet", "accepteret afvigelse"),
        "F2": ("met", "unmet", "afgjort af oplysningerne"),
        "S2": ("partly", "unknown", "svar mangler"),
    }
    text = visitor.open()
    assert "Siden evalueringen 20. april 2026" in text
    assert '<a href="#answers.R1">R1 Lokal værdi</a>' in text


def test_without_an_evaluation_it_is_since_the_self_assessment_before(read, visitor):
    assert find_since_last_time(read(), "da") is None
    assert "Siden" not in visitor.open().split("<h2")[1]

    visitor.press({"answers.R1.answer": "unmet"})
    since = find_since_last_time(read(), "da")
    assert (since.on.isoformat(), since.evaluated) == ("2026-04-01", False)
    assert [each.criterion.id for each in since.outcomes] == ["R1"]
    assert "Siden selvevalueringen 1. april 2026" in visitor.open()


def test_what_was_promised_by_whom_and_by_when(evaluated, read, visitor):
    visitor.open()
    visitor.press(
        {
            "answers.F1.answer": "planned",
            "answers.F1.due": "marts 2026",
            "answers.F5.answer": "planned",
            "answers.F5.note": "Vi skriver det",
        }
    )
    promised = [
        (each.criterion.id, each.action, each.who, each.due, each.overdue)
        for each in list_promised_steps(read().assessment, "da")
    ]

    assert promised == [
        ("F4", "Accepteret afvigelse.", "", "28. april 2026", True),
        ("F3", "Nyt udbud", "styregruppen", "30. juni 2026", False),
        ("F1", "Planlagt.", "styregruppen", "marts 2026", True),
        ("F5", "Vi skriver det", "produktkoordinatoren", "", False),
    ]
    assert "Nyt udbud" in visitor.open()


def test_what_is_likely_to_be_asked_is_a_hint_at_its_criterion(evaluated, visitor, read):
    record = {"R1": ClaimRecord(4, 3), "R2": ClaimRecord(4, 3)}
    assert render_likely_questions(read().assessment, record, "da") == {}  # a light confirms it

    file = evaluated.parent / "evaluations" / "2026-04-20.yaml"
    file.write_text(EVALUATED.replace("R1: {light: met", "R1: {light: partly"), encoding="utf-8")
    hint = "Sekretariatet spørger sandsynligvis til dette: den seneste vurdering var gul"
    assert render_likely_questions(read().assessment, record, "da") == {
        "R1": f"{hint}; vurderet lavere i evalueringer: 3 af 4."
    }
    assert f"{hint}." in find_question(visitor.open(), "R1")
    assert visitor.send({})["hints"]["R1"] == f"{hint}."
    assert visitor.send({"answers.R1.answer": "unmet"})["hints"]["R1"] == ""


def test_a_warning_beside_the_answer_is_not_said_again(visitor, read):
    visitor.open()
    visitor.press({"answers.F5.answer": "met"})

    assert "F5" not in render_likely_questions(read().assessment, {}, "da")
