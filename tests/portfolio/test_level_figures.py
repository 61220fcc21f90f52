"""Products by level: unsettled by itself, and every difference with its reason."""

import pytest
from contributions import MODEL, share

from os2governance.portfolio.level_figures import count_levels, find_level_differences

LOW, ONE, TWO, TOP = MODEL.level_ids


def test_what_is_not_settled_is_neither_below_nor_at_a_level():
    several = [
        share(states={"assessed": "not_settled"}, settled=False),
        share(states={"assessed": "below"}),
        share(levels={"assessed": ONE}, settled=False),
        share(levels={"assessed": ONE}),
    ]
    found = count_levels(several, MODEL)

    assert (found.not_settled.assessed, found.below.assessed) == (1, 1)
    assert [(each.level, each.assessed, each.unsettled) for each in found.rungs] == [
        (LOW, 0, 0),
        (ONE, 2, 1),
        (TWO, 0, 0),
        (TOP, 0, 0),
    ]


@pytest.mark.parametrize(
    ("levels", "states", "row"),
    [
        ({}, {}, {"placed": 1, "evaluated": 1}),
        ({"placed": ONE}, {"evaluated": "below"}, {"placed": 0, "evaluated": 0}),
        ({"evaluated": LOW}, {}, {"placed": 1, "evaluated": 0}),
    ],
)
def test_what_nobody_states_is_no_low_level(levels, states, row):
    found = count_levels([share(levels=levels, states=states)], MODEL)

    assert found.nobody._asdict() == {"assessed": 0, **row}
    assert found.below.evaluated == (states.get("evaluated") == "below")
    assert found.below.placed == 0


@pytest.mark.parametrize(
    ("levels", "states", "kinds"),
    [
        ({"assessed": ONE}, {}, []),
        ({"assessed": ONE, "placed": ONE, "evaluated": ONE, "recommended": ONE}, {}, []),
        ({"assessed": ONE, "placed": TWO}, {}, [("placed", True)]),
        ({"assessed": TWO, "placed": LOW}, {}, [("placed", False)]),
        ({"placed": LOW}, {"assessed": "not_settled"}, [("placed", True)]),
        ({"assessed": LOW}, {"evaluated": "below"}, [("evaluated", False)]),
        ({"assessed": LOW}, {"evaluated": "not_settled"}, []),
        ({"recommended": TWO}, {}, [("recommended", True)]),
    ],
)
def test_where_levels_differ(levels, states, kinds):
    found = list(find_level_differences([share(levels=levels, states=states)], MODEL))

    assert [(each.kind, each.higher) for each in found] == kinds


def test_a_difference_names_what_is_in_between_and_whether_it_is_settled():
    given = {"levels": {"placed": ONE}, "states": {"assessed": "not_settled"}, "settled": False}
    [found] = find_level_differences([share(**given, between={"placed": ("F1",)})], MODEL)

    assert (found.assessed, found.state, found.settled) == (None, "not_settled", False)
    assert found.criteria == ("F1",)
