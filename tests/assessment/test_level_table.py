"""The tables of semantics §5: what a status does to a level, and what each level is from."""

from typing import Any

import pytest
from assessors import by_engine, by_oracle
from small_judgement import (
    MET,
    PARTLY,
    PLANNED,
    SCHEMA,
    SHOWN,
    UNKNOWN,
    UNMET,
    WAIVED,
    accept,
    model,
    place,
)

CRITERIA: list[dict[str, Any]] = [
    {
        "id": name,
        "level": level,
        "met": {"fact": "licence", "present": True},
        "partly": {"fact": "open", "present": True},
    }
    for name, level in (("A", "low"), ("B", "mid"), ("C", "high"))
]
SIGNS = {
    "+": SHOWN,
    "!": MET,
    "/": PARTLY,
    "-": UNMET,
    "e": {**UNMET, "explanation": "fordi"},
    ">": PLANNED,
    "0": WAIVED,
    "?": UNKNOWN,
    " ": None,
}
LIGHTS = {"g": "met", "y": "partly", "r": "unmet", "0": "not_applicable", " ": None}


def answers(signs: str) -> dict[str, Any]:
    given = zip("ABC", signs, strict=True)
    return {
        "declared": {"on": "2026-01-10", "by": "X"},
        "answers": {name: SIGNS[sign] for name, sign in given if SIGNS[sign]},
    }


def lights(signs: str, on: str = "2026-02-01", **more: Any) -> dict[str, Any]:
    given = zip("ABC", signs, strict=True)
    return {
        "evaluated": {"on": on, "by": "X"},
        "lights": {name: {"light": LIGHTS[sign]} for name, sign in given if LIGHTS[sign]},
        **more,
    }


def judge(files: dict[str, Any], **attainment: Any) -> dict[str, Any]:
    """What is known of the product; the oracle and the engine must say the same."""
    asked = (model(**attainment), CRITERIA, SCHEMA, files)
    found = by_engine(*asked)
    assert found == by_oracle(*asked)
    return found


ROWS = [
    # answers; assessed, state, settled, fully, possible; what stands in the way, what of it is open
    ("+++", "high", "reached", True, "high", "high", {}, {}),
    # what is tolerated: partly met, not applicable and pending
    ("+/+", "high", "reached", True, "low", "high", {}, {}),
    ("+0+", "high", "reached", True, "low", "high", {}, {}),
    ("+!+", "high", "reached", True, "low", "high", {}, {}),
    # what stops a level: an answer of unmet, or a plan alone
    ("-++", None, "below", True, None, None, {"low": "A", "mid": "A", "high": "A"}, {}),
    ("+-+", "low", "reached", True, "low", "low", {"mid": "B", "high": "B"}, {}),
    ("+>+", "low", "reached", True, "low", "low", {"mid": "B", "high": "B"}, {}),
    ("+e+", "low", "reached", True, "low", "high", {"mid": "B", "high": "B"}, {}),
    # what is unknown is open
    ("?++", None, "not_settled", False, None, "high", {"low": "A", "mid": "A", "high": "A"}, {"low": "A", "mid": "A", "high": "A"}),
    (" ++", None, "not_settled", False, None, "high", {"low": "A", "mid": "A", "high": "A"}, {"low": "A", "mid": "A", "high": "A"}),
    ("+?+", "low", "reached", False, "low", "high", {"mid": "B", "high": "B"}, {"mid": "B", "high": "B"}),
    ("++?", "mid", "reached", False, "mid", "high", {"high": "C"}, {"high": "C"}),
    ("   ", None, "not_settled", False, None, "high", {"low": "A", "mid": "AB", "high": "ABC"}, {"low": "A", "mid": "AB", "high": "ABC"}),
    # not reached if one stops, also where others are open
    ("-??", None, "below", True, None, None, {"low": "A", "mid": "AB", "high": "ABC"}, {"mid": "B", "high": "BC"}),
    ("+?-", "low", "reached", False, "low", "mid", {"mid": "B", "high": "BC"}, {"mid": "B", "high": "B"}),
    ("+-?", "low", "reached", True, "low", "low", {"mid": "B", "high": "BC"}, {"high": "C"}),
    ("?-+", None, "not_settled", False, None, "low", {"low": "A", "mid": "AB", "high": "AB"}, {"low": "A", "mid": "A", "high": "A"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("signs", "assessed", "state", "settled", "fully", "possible", "blockers", "left_open"),
    ROWS,
    ids=[row[0] for row in ROWS],
)
def test_levels_are_three_valued(
    signs, assessed, state, settled, fully, possible, blockers, left_open
):
    found = judge({"product": answers(signs)})
    levels = found["levels"]

    assert (levels["assessed"], levels["fully"], levels["possible"]) == (assessed, fully, possible)
    assert (found["states"]["assessed"], found["settled"]) == (state, settled)
    assert found["blockers"] == {level: list(names) for level, names in blockers.items()}
    assert {k: v for k, v in found["open"].items() if v} == {
        level: list(names) for level, names in left_open.items()
    }
    assert (levels["declared"], found["states"]["declared"]) == (assessed, state)


SOURCES = [
    # level, files, its value, its state
    ("placed", {}, None, "none"),
    ("placed", {"decisions": [place("2026-01-01", "mid"), place("2026-02-01", "low")]}, "low", "reached"),
    ("placed", {"decisions": [place("2026-02-01", "low"), place("2026-01-01", "mid")]}, "low", "reached"),
    ("placed", {"decisions": [place("2026-05-02", "high")]}, None, "none"),
    ("assessed", {"product": answers("++-"), "evaluations": [lights("g g")]}, "high", "reached"),
    ("assessed", {"product": answers("+++"), "evaluations": [lights("gr ")]}, "low", "reached"),
    ("declared", {"product": answers("++-"), "evaluations": [lights("g g")]}, "mid", "reached"),
    ("declared", {"product": answers("-++"), "evaluations": [lights("ggg")]}, None, "below"),
    ("declared", {"evaluations": [lights("ggg")]}, None, "none"),
    ("declared", {"product": {**answers("+++"), "declared": {"on": "2026-05-02", "by": "X"}}, "evaluations": [lights("ggg")]}, None, "none"),
    ("declared", {"product": {**answers("+++"), "declared": {"on": "2026-05-02", "by": "X"}}, "declarations": [answers("++-")], "evaluations": [lights("ggg")]}, "mid", "reached"),
    ("declared", {"product": answers("+-+"), "decisions": [accept("2026-03-01", "mid", name="B")]}, "mid", "reached"),
    ("declared", {"product": answers("   "), "register": {"registered": {"on": "2026-03-01", "by": "X"}, "facts": {"licence": "MIT"}}}, None, "not_settled"),
    ("evaluated", {"product": answers("---"), "evaluations": [lights("gyr")]}, "mid", "reached"),
    ("evaluated", {"evaluations": [lights("g0g")]}, "high", "reached"),
    ("evaluated", {"evaluations": [lights("g g")]}, "low", "reached"),
    ("evaluated", {"evaluations": [lights(" gg")]}, None, "not_settled"),
    ("evaluated", {"evaluations": [lights("rgg")]}, None, "below"),
    ("evaluated", {"evaluations": [lights("   ")]}, None, "none"),
    ("evaluated", {"product": answers("+++")}, None, "none"),
    ("evaluated", {"evaluations": [lights("ggg"), lights("gr ", "2026-03-01")]}, "low", "reached"),
    ("evaluated", {"evaluations": [lights("ggg"), lights("rrr", "2026-03-01", evaluated={"on": "2026-03-01", "by": "X", "draft": True})]}, "high", "reached"),
    ("confirmed", {"product": answers("+++")}, None, "not_settled"),
    ("confirmed", {"product": answers("+++"), "evaluations": [lights("gg ")]}, "mid", "reached"),
    ("confirmed", {"product": answers("+-+"), "evaluations": [lights("g  ")], "decisions": [accept("2026-03-01", "mid", name="B")]}, "mid", "reached"),
    ("confirmed", {"product": answers("-  "), "evaluations": [lights("rgg")]}, None, "below"),
    ("recommended", {"evaluations": [lights("g  ", recommends="mid")]}, "mid", None),
    ("recommended", {"evaluations": [lights("g  ", recommends={"level": "mid", "grounds": "x"})]}, "mid", None),
    ("recommended", {"evaluations": [lights("g  ", recommends="mid"), lights("g  ", "2026-03-01")]}, None, None),
    ("claimed", {"product": {**answers("---"), "aims_at": "high"}}, "high", None),
    ("possible", {"product": answers("   "), "evaluations": [lights("gr ")]}, "low", None),
    ("possible", {"product": answers("   "), "evaluations": [lights("gy ")]}, "high", None),
    ("possible", {"product": {**answers("   "), "facts": {"licence": None}}}, "high", None),
    ("fully", {"product": answers("+-+"), "decisions": [accept("2026-03-01", "mid", name="B")]}, "mid", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "files", "level", "state"),
    SOURCES,
    ids=[f"{number}: {row[0]}" for number, row in enumerate(SOURCES)],
)
def test_where_each_level_comes_from(name, files, level, state):
    # a product of which nothing but decisions is known has no model
    found = judge({"evaluations": [lights("   ")], **files})

    assert found["levels"][name] == level
    assert found["states"].get(name) == state


def test_the_best_of_what_is_open_where_the_rule_is_false_is_partly():
    files = {"product": {**answers("   "), "facts": {"licence": None}}}

    assert judge(files, tolerated=["not_applicable"])["levels"]["possible"] is None
    assert judge(files)["levels"]["possible"] == "high"


def test_an_acceptance_for_a_lower_level_stands_in_the_way_of_the_higher():
    """It is B's level that is asked for, and A that stops it."""
    files = {"product": answers("-+-"), "decisions": [accept("2026-03-01", "low")]}
    found = judge(files)

    assert found["levels"]["assessed"] == "low"
    assert found["blockers"] == {"mid": ["A"], "high": ["A", "C"]}


@pytest.mark.parametrize(
    ("needs", "signs", "state", "settled"),
    [
        ({"percent": 50}, "+-+", "reached", True),
        ({"percent": 100}, "+?+", "not_settled", False),
        ({"percent": 100}, "-?+", "below", True),
        ({"percent": 67}, "+?-", "below", True),
        ({"percent": 60}, "+?-", "not_settled", False),
        ({"percent": 60}, "++?", "reached", True),
        ({"count": 2}, "+?-", "not_settled", False),
        ({"count": 2}, "++-", "reached", True),
        ({"count": 3}, "++-", "below", True),
    ],
)
def test_where_a_part_is_enough_what_is_open_may_still_do(needs, signs, state, settled):
    criteria = [{**each, "level": "low"} for each in CRITERIA]
    main = {**model(needs=needs), "levels": [{"id": "low"}]}
    asked = (main, criteria, SCHEMA, {"product": answers(signs)})
    found = by_engine(*asked)

    assert found == by_oracle(*asked)
    assert (found["states"]["assessed"], found["settled"]) == (state, settled)


def test_what_does_not_apply_leaves_the_denominator_of_what_is_possible_too():
    """Also where it was once accepted, for a lower level: here one of one is unmet, not of two."""
    gone, stopping, _ = ({**each, "level": "high"} for each in CRITERIA)
    gone["applies"] = {"fact": "open", "equals": True}
    files = {
        "product": {**answers(" - "), "facts": {"open": False}},
        "decisions": [accept("2026-03-01", "low")],
    }
    asked = (model(needs={"percent": 50}), [gone, stopping], SCHEMA, files)
    found = by_engine(*asked)

    assert found == by_oracle(*asked)
    assert found["levels"]["possible"] == "mid"
