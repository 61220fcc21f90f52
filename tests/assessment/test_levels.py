"""Levels (semantics §5): reached, fully, possible, placed, evaluated, recommended, claimed."""

from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance import Assessment, assess, load_model, load_product
from os2governance.analysis.level_basis import climb_without_acceptances

TODAY = date(2026, 5, 1)
RULE = {"fact": "open", "present": True}
LEVELS = [{"id": "low", "decided_by": ["owner", "board"]}, {"id": "mid"}, {"id": "high", "decided_by": ["board"]}]  # fmt: skip
ANSWERS = {
    "+": {"answer": "met", "evidence": ["x"]},
    "/": {"answer": "partly"},
    "-": {"answer": "unmet"},
    "0": {"answer": "not_applicable", "reason": "derfor"},
    "?": {"answer": "unknown"},
    "!": {"answer": "met"},
    "e": {"answer": "unmet", "explanation": "fordi"},
}


def assessed(tmp_path, answers: str, criteria=None, **more) -> Assessment:
    """Assess three criteria, A (low), B (mid), C (high), by a sign for each answer."""
    names = criteria or [("A", "low", {}), ("B", "mid", {}), ("C", "high", {})]
    record = {key: more.pop(key) for key in ("evaluations", "decisions", "aims_at") if key in more}
    made = [criterion(name, level, RULE, **extra) for name, level, extra in names]
    model = load_model(write_model(tmp_path, made, **{"levels": LEVELS, **more}))
    given = {name: ANSWERS[sign] for (name, *_), sign in zip(names, answers, strict=True)}
    product = load_product(write_product(tmp_path, answers=given, **record), model)
    return assess(product, model, as_of=TODAY)


@pytest.mark.parametrize(
    ("answers", "reached", "fully", "possible", "reservations"),
    [
        ("+++", "high", "high", "high", ()),
        ("++-", "mid", "mid", "mid", ()),
        ("+-+", "low", "low", "low", ()),
        ("-++", None, None, None, ()),
        ("+/+", "high", "low", "high", ("B",)),
        ("+0+", "high", "low", "high", ("B",)),
        ("/++", "high", None, "high", ("A",)),
        ("++?", "mid", "mid", "high", ()),
        ("?++", None, None, "high", ()),
        ("+!+", "high", "low", "high", ("B",)),
        ("+e+", "low", "low", "high", ()),
        ("?e-", None, None, "mid", ()),
        ("/-/", "low", None, "low", ("A",)),
    ],
)
def test_levels(tmp_path, answers, reached, fully, possible, reservations):
    found = assessed(tmp_path, answers)

    assert (found.levels.assessed, found.levels.fully, found.levels.possible) == (
        reached,
        fully,
        possible,
    )
    assert found.reservations == reservations


def test_blockers_of_each_level_above(tmp_path):
    found = assessed(tmp_path, "+-?")

    assert found.blockers == {"mid": ("B",), "high": ("B", "C")}


def test_a_recommendation_never_stops_a_level(tmp_path):
    criteria = [("A", "low", {"recommended": True}), ("B", "mid", {}), ("C", "high", {})]

    assert assessed(tmp_path, "-++", criteria).levels.fully == "high"


@pytest.mark.parametrize(
    ("mode", "answer", "reached"),
    [
        ("ignored", "?", "high"),
        ("answered", "?", None),
        ("answered", "-", "high"),
        ("required", "-", None),
    ],
)
def test_what_recommendations_do_is_the_models_to_say(tmp_path, mode, answer, reached):
    criteria = [("A", "low", {"recommended": True}), ("B", "mid", {}), ("C", "high", {})]
    found = assessed(tmp_path, f"{answer}++", criteria, attainment={"recommended": mode})

    assert found.levels.assessed == reached


def test_levels_that_do_not_build_on_each_other(tmp_path):
    found = assessed(tmp_path, "--+", attainment={"cumulative": False})

    assert (found.levels.assessed, found.blockers) == ("high", {})


@pytest.mark.parametrize(
    ("attainment", "answers", "reached", "fully"),
    [
        ({"satisfied_by": ["met", "partly"]}, "+/+", "high", "high"),
        ({"tolerated": []}, "+/+", "low", "low"),
        ({"tolerated": ["unknown"]}, "+?+", "high", "low"),
        ({"satisfied_by": ["met", "unknown"], "tolerated": []}, "?0+", "low", "low"),
    ],
)
def test_what_satisfies_and_what_is_tolerated_is_the_models_to_say(
    tmp_path, attainment, answers, reached, fully
):
    found = assessed(tmp_path, answers, attainment=attainment)

    assert (found.levels.assessed, found.levels.fully) == (reached, fully)


@pytest.mark.parametrize(
    ("attainment", "answers", "reached", "fully"),
    [
        ({"satisfied_by": ["met", "explained"]}, "+e+", "high", "high"),
        ({"satisfied_by": ["met", "explained"]}, "+-+", "low", "low"),
        ({"satisfied_by": ["met", "explained"]}, "+0+", "high", "low"),
        ({"tolerated": ["explained"]}, "+e+", "high", "low"),
        ({}, "+e+", "low", "low"),
        ({"satisfied_by": ["met", "explained"]}, "+?+", "low", "low"),
    ],
)
def test_an_explanation_is_enough_where_the_model_says_so(
    tmp_path, attainment, answers, reached, fully
):
    found = assessed(tmp_path, answers, attainment=attainment)

    assert (found.levels.assessed, found.levels.fully) == (reached, fully)


@pytest.mark.parametrize(
    ("needs", "answers", "reached"),
    [
        ({"percent": 50}, "+-+-", "low"),
        ({"percent": 51}, "+-+-", None),
        ({"count": 3}, "+-+-", None),
        ({"count": 2}, "+-+-", "low"),
        ({"percent": 50}, "+--?", None),
    ],
)
def test_a_share_of_a_levels_criteria(tmp_path, needs, answers, reached):
    names = [(name, "low", {}) for name in "ABCD"]
    found = assessed(tmp_path, answers, names, attainment={"needs": needs}, levels=[{"id": "low"}])

    assert found.levels.assessed == reached
    stopping = tuple(n for n, sign in zip("ABCD", answers, strict=True) if sign in "-?")
    assert found.blockers == ({} if reached else {"low": stopping})


def test_an_accepted_deviation_satisfies_until_its_day_is_over(tmp_path):
    decision = {
        "on": "2026-01-01",
        "decision": "accept",
        "level": "high",
        "by": "board",
        "accepts": {"B": {"until": "2026-05-01"}},
    }
    found = assessed(tmp_path / "a", "+-+", decisions=[decision])
    assert (found.levels.assessed, found.levels.fully) == ("high", "high")
    assert climb_without_acceptances(found).reached == "low"

    decision["accepts"] = {"B": {"until": "2026-04-30"}}
    found = assessed(tmp_path / "b", "+-+", decisions=[decision])
    assert (found.levels.assessed, found.levels.fully) == ("low", "low")


def place(on, level, by="board", **more):
    return {"on": on, "decision": "place", "level": level, "by": by, **more}


@pytest.mark.parametrize(
    ("decisions", "placed"),
    [
        ([], None),
        ([place("2026-01-01", "mid")], "mid"),
        ([place("2026-01-01", "mid"), place("2026-02-01", "low")], "low"),
        ([place("2026-02-01", "low"), place("2026-01-01", "mid")], "low"),
        ([place("2026-05-01", "mid")], "mid"),
        ([place("2026-05-02", "mid")], None),
    ],
)
def test_placed_is_the_newest_decision_in_force(tmp_path, decisions, placed):
    assert assessed(tmp_path, "---", decisions=decisions).levels.placed == placed


def evaluation(on, lights, **more):
    given = {name: {"light": light} for name, light in lights.items()}
    return {"evaluated": {"on": on, "by": "X"}, "lights": given, **more}


def test_evaluated_and_recommended_are_the_newest_evaluations(tmp_path):
    older = evaluation("2026-01-01", {"A": "met", "B": "met", "C": "met"}, recommends="high")
    newer = evaluation("2026-02-01", {"A": "met", "B": "partly"}, recommends="low")
    future = evaluation("2026-06-01", {"A": "met"}, recommends="mid")
    found = assessed(tmp_path, "---", evaluations=[older, newer, future])

    assert (found.levels.evaluated, found.levels.recommended) == ("mid", "low")
    assert found.outcome("B").rating.status == "partly"


def test_a_light_that_was_not_given_is_unknown_and_grey_stops_nothing(tmp_path):
    lights = evaluation("2026-01-01", {"A": "not_applicable", "C": "met"})

    assert assessed(tmp_path, "---", evaluations=[lights]).levels.evaluated == "low"


def test_an_evaluation_by_another_model_gives_no_level(tmp_path):
    other = {**evaluation("2026-01-01", {"Z": "met"}), "model": "small/0"}
    found = assessed(tmp_path, "+++", evaluations=[other])

    assert (found.levels.evaluated, found.levels.recommended) == (None, None)
    assert [f.code for f in found.findings] == ["evaluation-other-model"]


def test_claimed_is_what_the_declaration_aims_at(tmp_path):
    assert assessed(tmp_path, "---", aims_at="high").levels.claimed == "high"


@pytest.mark.parametrize(
    ("decisions", "standing"),
    [
        ([], "active"),
        ([{"on": "2026-01-01", "decision": "pause", "by": "board"}], "paused"),
        ([{"on": "2026-01-01", "decision": "close", "by": "board"}], "closed"),
        (
            [
                {"on": "2026-01-01", "decision": "pause", "by": "board"},
                {"on": "2026-02-01", "decision": "resume", "by": "board"},
                place("2026-03-01", "low"),
            ],
            "active",
        ),
    ],
)
def test_standing_is_not_the_level(tmp_path, decisions, standing):
    found = assessed(tmp_path, "+++", decisions=decisions)

    assert (found.lifecycle, found.levels.assessed) == (standing, "high")


def test_placed_above_assessed_names_the_criteria_in_between(tmp_path):
    found = assessed(tmp_path, "+--", decisions=[place("2026-01-01", "high")])
    [above] = found.findings

    assert (above.code, above.severity) == ("placed-above-assessed", "warning")
    assert "This is due to B and C." in above.message.en


def test_a_placement_above_an_open_level_is_not_held_against_a_low_one(tmp_path):
    [above] = assessed(tmp_path, "??-", decisions=[place("2026-01-01", "mid")]).findings

    assert "the level is: not settled. This is due to A and B." in above.message.en


def test_after_an_acceptance_of_each_the_rules_and_the_placement_agree(tmp_path):
    decisions = [place("2026-01-01", "high", accepts={"B": {}, "C": {}})]
    found = assessed(tmp_path, "+--", decisions=decisions)

    assert (found.levels.assessed, found.levels.placed, found.findings) == ("high", "high", ())


def test_a_decision_by_another_body_is_found_and_shown(tmp_path):
    found = assessed(tmp_path, "+++", decisions=[place("2026-01-01", "high", by="owner")])

    assert found.levels.placed == "high"
    assert [(f.code, f.severity) for f in found.findings] == [("decision-by-other-body", "error")]


def test_the_same_files_and_date_give_the_same_assessment(tmp_path):
    one, other = assessed(tmp_path / "a", "+/?"), assessed(tmp_path / "b", "+/?")

    assert one.levels == other.levels
    assert one.counts == other.counts
