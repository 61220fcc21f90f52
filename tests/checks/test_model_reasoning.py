"""What a valid model says and cannot mean."""

from pathlib import Path

import pytest
from folders import criterion, write_model

from os2governance import load_model
from os2governance.checks.model_reasoning import reason_about_model
from os2governance.files.listing import find_shipped_criteria, list_model_references

OPEN = {"fact": "open", "present": True}
FREE = {"fact": "licence", "present": True}
LOW, HIGH = criterion("A", "low", OPEN), criterion("B", "high", OPEN)


@pytest.fixture
def found(tmp_path):
    """Find what a model of some criteria cannot mean."""

    def finds(*criteria, **more):
        model = load_model(write_model(tmp_path, list(criteria), **more))
        return [(each.code, each.arguments.get("name")) for each in reason_about_model(model)]

    return finds


def levels(**high):
    return [{"id": "low"}, {"id": "high", **high}]


def test_a_sound_model_gives_no_thought(found):
    assert found(LOW, HIGH) == []


@pytest.mark.parametrize(
    ("needs", "codes"),
    [
        ({"count": 1}, []),
        ({"count": 2}, [("lint-level-unreachable", "high")]),
        ({"percent": 100}, []),
        ({"percent": 1}, []),
    ],
)
def test_a_level_that_needs_more_than_it_has(found, needs, codes):
    assert found(LOW, HIGH, levels=levels(needs=needs)) == codes


@pytest.mark.parametrize(
    ("attainment", "codes"),
    [
        ({"satisfied_by": ["met"], "tolerated": []}, []),
        (
            {"satisfied_by": [], "tolerated": []},
            [
                ("lint-level-unreachable", "low"),
                ("lint-level-unreachable", "high"),
                ("lint-met-not-enough", None),
            ],
        ),
        ({"satisfied_by": [], "tolerated": ["met"]}, [("lint-met-not-enough", None)]),
        ({"satisfied_by": ["accepted"]}, [("lint-met-not-enough", None)]),
    ],
)
def test_outcomes_that_satisfy_nothing(found, attainment, codes):
    assert found(LOW, HIGH, attainment=attainment) == codes


@pytest.mark.parametrize(
    ("attainment", "codes"),
    [
        ({}, [("lint-level-optional", "high")]),
        ({"recommended": "ignored"}, [("lint-level-optional", "high")]),
        ({"recommended": "answered"}, []),
        ({"recommended": "required"}, []),
    ],
)
def test_a_level_of_recommendations_only(found, attainment, codes):
    assert found(LOW, {**HIGH, "recommended": True}, attainment=attainment) == codes


def test_a_level_without_criteria(found):
    assert found(LOW) == [("lint-level-empty", "high")]


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ({"basis": "facts"}, [("lint-no-yes", "B")]),
        ({"basis": "answer"}, []),
        ({}, []),
    ],
)
def test_a_criterion_that_nothing_but_an_evaluation_can_meet(found, more, codes):
    assert found(LOW, {"id": "B", "level": "high", **more}) == codes


@pytest.mark.parametrize(
    ("met", "partly", "codes"),
    [
        ({"all": [OPEN, FREE]}, {"any": [OPEN, FREE]}, []),
        ({"any": [OPEN, FREE]}, {"all": [OPEN, FREE]}, [("lint-partly-implied", "B")]),
        (OPEN, {"use": "open"}, [("lint-partly-implied", "B")]),
        ({"use": "open"}, FREE, []),
    ],
)
def test_a_partly_that_never_decides(found, met, partly, codes):
    high = criterion("B", "high", met, partly=partly)

    assert found(LOW, high, conditions={"open": OPEN}) == codes


def test_a_model_without_a_vocabulary(tmp_path):
    folder = write_model(tmp_path, [LOW, HIGH])
    file = folder / "model.yaml"
    file.write_text(file.read_text().replace("facts: facts.schema.json\n", ""))
    (found,) = reason_about_model(load_model(folder))

    assert (found.code, found.location.file) == ("lint-no-vocabulary", str(file))


def test_the_shipped_models_give_no_thought():
    folder = find_shipped_criteria()
    for reference in list_model_references(folder):
        assert list(reason_about_model(load_model(Path(folder) / reference))) == [], reference
