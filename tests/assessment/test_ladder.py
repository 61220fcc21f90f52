"""From verdicts to levels (semantics §5): reached, not reached, or not settled."""

import pytest
from folders import criterion, write_model

from os2governance import load_model
from os2governance.assessment.ladder import NOT_REACHED, NOT_SETTLED, REACHED, climb_levels
from os2governance.assessment.verdicts import BLOCKS, EXCLUDED, OPEN, SATISFIED, TOLERATED

RULE = {"fact": "open", "present": True}
SIGNS = {"+": SATISFIED, "/": TOLERATED, "-": BLOCKS, "?": OPEN, "0": EXCLUDED}
LEVELS = [{"id": "low"}, {"id": "high"}]


def climbed(folder, verdicts: str, **more):
    """The ladder of two levels of two criteria each, by a sign for each criterion."""
    names = [("A", "low"), ("B", "low"), ("C", "high"), ("D", "high")]
    made = [criterion(name, level, RULE) for name, level in names]
    model = load_model(write_model(folder, made, **{"levels": LEVELS, **more}))
    given = [SIGNS[sign] for sign in verdicts]
    return climb_levels(model, dict.fromkeys(model.level_ids, given))


STATES = [
    # verdicts, low, high, reached, fully
    ("++++", REACHED, REACHED, "high", "high"),
    ("+/++", REACHED, REACHED, "high", None),
    ("++/+", REACHED, REACHED, "high", "low"),
    ("+++?", REACHED, NOT_SETTLED, "low", "low"),
    ("++-?", REACHED, NOT_REACHED, "low", "low"),
    ("+?++", NOT_SETTLED, NOT_SETTLED, None, None),
    ("+?+-", NOT_SETTLED, NOT_REACHED, None, None),
    ("+-+?", NOT_REACHED, NOT_REACHED, None, None),
    ("+0+0", REACHED, REACHED, "high", "high"),
    ("0000", REACHED, REACHED, "high", "high"),
]


@pytest.mark.parametrize(("verdicts", "low", "high", "reached", "fully"), STATES)
def test_a_level_has_one_of_three_states(tmp_path, verdicts, low, high, reached, fully):
    found = climbed(tmp_path, verdicts)

    assert found.states == {"low": low, "high": high}
    assert (found.reached, found.fully) == (reached, fully)


@pytest.mark.parametrize(
    ("verdicts", "low", "high", "still_open"),
    [
        ("+-+?", ["B"], ["B", "D"], ["D"]),
        ("?-++", ["A", "B"], ["A", "B"], ["A"]),
        ("+++-", [], ["D"], []),
    ],
)
def test_what_is_in_the_way_is_own_and_inherited(tmp_path, verdicts, low, high, still_open):
    found = climbed(tmp_path, verdicts)

    assert (list(found.blocking["low"]), list(found.blocking["high"])) == (low, high)
    assert list(found.open["high"]) == still_open


@pytest.mark.parametrize(
    ("needs", "verdicts", "state"),
    [
        ({"percent": 50}, "+-++", REACHED),
        ({"percent": 50}, "?-++", NOT_SETTLED),
        ({"percent": 50}, "--++", NOT_REACHED),
        ({"percent": 100}, "0+++", REACHED),
        ({"percent": 50}, "0-++", NOT_REACHED),
        ({"count": 1}, "0-++", REACHED),
        ({"count": 2}, "0-++", NOT_REACHED),
        ({"count": 2}, "0?++", NOT_SETTLED),
    ],
)
def test_a_level_may_need_some_of_its_criteria(tmp_path, needs, verdicts, state):
    levels = [{"id": "low", "needs": needs}, {"id": "high"}]

    assert climbed(tmp_path, verdicts, levels=levels).states["low"] == state


def test_levels_that_do_not_build_on_each_other(tmp_path):
    found = climbed(tmp_path, "+-++", attainment={"cumulative": False})

    assert (found.reached, found.states) == ("high", {"low": NOT_REACHED, "high": REACHED})
    assert found.state == REACHED
    found = climbed(tmp_path / "b", "+-+?", attainment={"cumulative": False})
    assert (found.reached, found.state) == (None, NOT_SETTLED)
