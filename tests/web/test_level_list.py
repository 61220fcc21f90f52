"""The list by level: what comes first, what is open, how far a level is, what it still takes."""

from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance.files.reading import read_product_files
from os2governance.web.build_form import build_product_form
from os2governance.web.level_list import (
    count_warnings,
    describe_state,
    list_filters,
    list_levels,
    render_remaining,
)
from os2governance.web.status_panel import Notice
from os2governance.web.workspace import assess_product_sources
from os2governance.workflows.disk_files import open_library

OPEN = {"fact": "open", "equals": True}
LICENCE = {"fact": "licence", "present": True}


@pytest.fixture
def list_of(tmp_path):
    """A function that lists the levels of a product with some facts, answers and lights."""
    asked = [
        criterion("A", "low", OPEN, effort="word"),
        criterion("B", "low", LICENCE, effort="decision", not_applicable="with_reason"),
        criterion("C", "low", LICENCE, recommended=True),
        criterion("D", "high", LICENCE, applies=OPEN),
    ]
    write_model(tmp_path, asked)
    numbers: list[int] = []

    def build(notices=(), lights=None, **declared):
        evaluations = [{"evaluated": {"on": "2026-05-01", "by": "S"}, "lights": lights or {}}]
        numbers.append(len(numbers))
        home = tmp_path / str(len(numbers))
        folder = write_product(home, evaluations=evaluations, **declared)
        sources, _ = read_product_files(folder / "product.yaml")
        day = date(2026, 5, 1)
        now, _ = assess_product_sources(sources, open_library(tmp_path / "criteria"), day)
        form = build_product_form(now, now.product.document.values)
        return now, list_levels(now.assessment, form, count_warnings(notices, form))

    return build


def describe(levels):
    return [
        (each.level.id, f"{each.satisfied}/{each.asked}", [m.criterion.id for m in each.missing])
        for each in levels
    ]


def test_the_next_level_comes_first_and_those_that_are_reached_last(list_of):
    _, begun = list_of()
    _, half = list_of(facts={"open": True, "licence": "MIT"})
    low = list_of(facts={"open": True}, lights={"B": {"light": "met"}})[1]

    assert describe(begun) == [("low", "0/2", ["A", "B"]), ("high", "0/1", ["D"])]
    assert [each.is_next for each in begun] == [True, False]
    assert describe(half) == [("low", "2/2", []), ("high", "1/1", [])]
    assert all(each.is_reached and not each.is_next for each in half)
    assert describe(low) == [("high", "0/1", ["D"]), ("low", "2/2", [])]
    assert [each.is_reached for each in low] == [False, True]


def test_a_recommendation_is_listed_and_not_counted(list_of):
    _, [low, _] = list_of()

    assert [each.criterion.id for each in low.criteria] == ["A", "B", "C"]
    assert low.asked == 2


@pytest.mark.parametrize(
    ("facts", "expanded"),
    [
        ({}, ["A", "B"]),
        ({"open": True}, ["B"]),
        ({"open": False}, ["B"]),
        ({"licence": "MIT"}, ["A"]),
    ],
)
def test_what_facts_leave_open_is_unfolded_and_what_they_decide_is_not(list_of, facts, expanded):
    _, levels = list_of(facts=facts)

    assert [e.criterion.id for level in levels for e in level.criteria if e.expanded] == expanded


@pytest.mark.parametrize(
    ("declared", "words"),
    [
        ({}, "not answered"),
        ({"facts": {"licence": "MIT"}}, "decided by the facts"),
        ({"answers": {"B": {"answer": "met", "note": "So"}}}, "by your answer"),
        ({"answers": {"B": {"answer": "planned", "due": "2027"}}}, "planned"),
        ({"answers": {"B": {"answer": "not_applicable"}}}, "answered, but does not count yet"),
        ({"lights": {"B": {"light": "partly"}}}, "the evaluator's rating"),
        ({"lights": {"B": {"light": "not_applicable"}}}, "the evaluator's rating"),
    ],
)
def test_where_an_outcome_comes_from_is_said_in_a_word(list_of, declared, words):
    now, _ = list_of(**declared)

    assert describe_state(now.assessment.outcome("B"), now.model).en.lower() == words


def test_what_does_not_apply_by_facts_says_so(list_of):
    now, [_, high] = list_of(facts={"open": False})

    assert (
        describe_state(now.assessment.outcome("D"), now.model).en == "not applicable by the facts"
    )
    assert (high.satisfied, high.asked) == (0, 0)


def test_what_is_left_is_named_with_what_it_takes(list_of):
    _, [low, _] = list_of()
    _, [rest, _] = list_of(facts={"open": True})

    said = render_remaining(low, "en")
    assert said == "Still missing: A and B. 1 takes a few words and 1 takes a decision."
    assert render_remaining(rest, "en") == "Still missing: B. 1 takes a decision."


def test_warnings_are_counted_at_the_criterion_that_asks(list_of):
    notices = [
        Notice("facts.open", "warning", None, None),
        Notice("answers.A.answer", "error", None, None),
        Notice("answers.A", "note", None, None),
        Notice("", "warning", None, None),
    ]
    _, [low, high] = list_of(notices)

    assert {e.criterion.id: e.warnings for level in (low, high) for e in level.criteria} == {
        "A": 2, "B": 0, "C": 0, "D": 0,
    }  # fmt: skip


def test_each_filter_says_how_many_pass_it(list_of):
    notices = [Notice("answers.A", "warning", None, None)]
    now, levels = list_of(notices, facts={"licence": "MIT"})
    found = [(each.label.en, each.passing) for each in list_filters(levels, now.model)]

    assert found == [
        ("All", 4),
        ("Missing for the next level", 1),
        ("Not answered", 1),
        ("With warnings", 1),
        ("The owner", 4),
    ]
