"""The very lines behind a change, by its causes."""

from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance import load_model, load_product
from os2governance.analysis.attribution import attribute_change
from os2governance.analysis.changed_lines import find_changed_lines, find_record_lines
from os2governance.analysis.state_inputs import ProductState
from os2governance.rules.trace import MISSING

OPEN = criterion("A", "low", {"fact": "open", "present": True})
FRESH = criterion("A", "low", {"fact": "group.met_on", "within": "12 months"})
USERS = criterion(
    "A", "low", {"some": {"in": "users", "where": {"fact": "active", "present": True}}}
)
ACCEPT = {
    "on": "2026-01-01",
    "decision": "accept",
    "level": "low",
    "by": "board",
    "accepts": {"A": {"until": "2026-06-01"}},
}
EVALUATED = {
    "evaluated": {"on": "2026-01-01", "by": "X"},
    "lights": {"A": {"light": "not_applicable"}},
}


@pytest.fixture
def state(tmp_path):
    def made(one, on="2026-05-01", **product):
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        model = load_model(write_model(folder, [one]))
        made = load_product(write_product(folder, **product), model)
        return ProductState(made, model, date.fromisoformat(on))

    return made


def lines(before, after):
    found = attribute_change(before, after)
    (part,) = found.outcomes
    return [
        (each.cause, each.subject, each.before.value, each.after.value,
         each.before.location and each.before.location.line, each.after.location and each.after.location.line)
        for each in find_changed_lines(found, part)
    ]  # fmt: skip


def test_facts(state):
    before, after = (
        state(OPEN, facts={"open": None}),
        state(OPEN, facts={"licence": "x", "open": True}),
    )
    assert lines(before, after) == [("facts", "open", None, True, 10, 11)]
    assert lines(state(OPEN, facts={}), after) == [("facts", "open", MISSING, True, None, 11)]


STATED = {
    "register": ("registered", {"on": "2026-04-01", "by": "X"}),
    "observations": ("observed", {"on": "2026-04-01", "with": "X", "repositories": []}),
}


@pytest.mark.parametrize(
    ("name", "cause"), [("register", "register"), ("observations", "observation")]
)
def test_facts_of_the_register_and_of_observations_are_named_with_their_file(state, name, cause):
    key, head = STATED[name]
    before = state(OPEN, facts={"licence": "x"})
    after = state(OPEN, facts={"licence": "x"}, **{name: {key: head, "facts": {"open": True}}})
    found = attribute_change(before, after)
    [line] = find_changed_lines(found, found.outcomes[0])

    assert (line.cause, line.subject, line.before.value) == (cause, "open", MISSING)
    assert line.after.value is True
    assert str(line.after.location).split("/")[-1].startswith(f"{name}.yaml:")


def test_a_declared_fact_that_the_register_replaces_is_told_of_both_files(state):
    key, head = STATED["register"]
    before = state(OPEN, facts={"open": False})
    after = state(OPEN, facts={"open": False}, register={key: head, "facts": {"open": True}})
    found = attribute_change(before, after)
    [line] = find_changed_lines(found, found.outcomes[0])

    assert [each.location.file.split("/")[-1] for each in (line.before, line.after)] == [
        "product.yaml", "register.yaml",
    ]  # fmt: skip


def test_facts_in_a_list(state):
    before = state(USERS, facts={"users": [{"name": "a", "active": False}]})
    after = state(
        USERS, facts={"users": [{"name": "a", "active": False}, {"name": "b", "active": True}]}
    )
    assert lines(before, after) == [("facts", "users[1].active", MISSING, True, None, 14)]


def test_answers(state):
    after = state(OPEN, answers={"A": {"answer": "partly"}})
    assert lines(state(OPEN), after) == [("answers", "answers.A", MISSING, "partly", None, 10)]


def test_what_of_an_answer_is_new(state):
    said = {"answer": "met", "note": "Se filen"}
    before = state(OPEN, answers={"A": {"answer": "met"}})
    after = state(OPEN, answers={"A": said})

    assert lines(before, after) == [
        ("answers", "answers.A.note", MISSING, "Se filen", None, 12),
    ]  # fmt: skip


def test_a_plan_that_is_overdue(state):
    planned = state(OPEN, answers={"A": {"answer": "planned", "due": "2026-06"}})

    assert lines(planned, planned._replace(as_of=date(2026, 7, 1))) == [
        ("time", "answers.A.due", "2026-06", "2026-06", 12, 12),
    ]  # fmt: skip


def test_a_rating_is_told_from_the_evaluation_that_gave_it(state):
    """The newest evaluation rates another criterion only."""
    newest = {"evaluated": {"on": "2026-02-01", "by": "X"}}
    before = state(OPEN, evaluations=[newest])
    after = state(OPEN, evaluations=[EVALUATED, newest])
    found = attribute_change(before, after)
    [line] = find_changed_lines(found, found.outcomes[0])

    assert str(line.after.location).split("/")[-1].startswith("2026-01-01.yaml:")


def test_decision_and_time(state):
    without = state(OPEN, facts={"open": False})
    given = state(OPEN, facts={"open": False}, decisions=[ACCEPT])
    assert lines(without, given) == [("decision", "accepts.A", MISSING, "accepted", None, 9)]
    later = given._replace(as_of=date(2026, 7, 1))
    assert lines(given, later) == [("time", "accepts.A", "accepted", "expired", 9, 9)]


def test_evaluation(state):
    answers = {"A": {"answer": "not_applicable", "reason": "x"}}
    before = state(OPEN, answers=answers)
    after = state(OPEN, answers=answers, evaluations=[EVALUATED])
    assert lines(before, after) == [
        ("evaluation", "lights.A", MISSING, "not_applicable", None, 8),
    ]  # fmt: skip


def test_time(state):
    before = state(FRESH, facts={"group": {"met_on": "2025-10-15"}})
    later = before._replace(as_of=date(2026, 12, 1))
    assert lines(before, later) == [
        ("time", "group.met_on", "2025-10-15", "2025-10-15", 11, 11),
    ]  # fmt: skip


def test_model(state):
    before, after = (
        state(OPEN, facts={"open": True}),
        state({**OPEN, "met": {"not": OPEN["met"]}}, facts={"open": True}),
    )
    ((cause, subject, was, now, *_),) = lines(before, after)
    assert (cause, subject, was, now) == ("model", "A", "small/1", "small/1")


def test_levels_that_people_say(state):
    place = {"on": "2026-01-01", "decision": "place", "level": "low", "by": "board"}
    found = attribute_change(state(OPEN), state(OPEN, decisions=[place], aims_at="high"))
    said = {
        part.name: [
            (line.cause, line.before.value, line.after.value)
            for line in find_record_lines(found, part)
        ]
        for part in found.levels
    }
    assert said == {
        "placed": [("decision", MISSING, "low")], "claimed": [("answers", MISSING, "high")],
    }  # fmt: skip
