"""What the assessed level rests on: what is open, acceptances, and who stands behind it."""

import pytest
from folders import criterion
from pages import LICENCE, OPEN, assessed, loaded
from three_levels import BARE, NO, PLAN, YES, accept, product

from os2governance.analysis.level_basis import (
    Support,
    climb_without_acceptances,
    count_support,
    find_open_level,
    list_level_outcomes,
    list_needed_acceptances,
)


def test_the_lowest_level_that_is_not_settled_is_the_open_one(tmp_path):
    assert find_open_level(product(tmp_path / "a", answers={})) == ("0", ("F1",))
    assert find_open_level(product(tmp_path / "b", answers={"F1": YES})) == ("1", ("F2",))
    assert find_open_level(product(tmp_path / "c", answers={"F1": YES, "F2": NO})) is None


def test_without_acceptances_a_level_is_what_they_do_not_carry(tmp_path):
    log = [accept(F1=None, F2=None)]
    both = product(tmp_path / "a", answers={"F1": NO, "F2": NO}, decisions=log)
    one = product(tmp_path / "b", answers={"F1": YES, "F2": NO}, decisions=log)

    assert (both.levels.assessed, climb_without_acceptances(both).reached) == ("1", None)
    assert (one.levels.assessed, climb_without_acceptances(one).reached) == ("1", "0")


def test_only_acceptances_that_the_level_needs_are_counted(tmp_path):
    answers = {"F1": {"answer": "partly"}, "F2": NO, "F3": NO}
    it = product(tmp_path, answers=answers, decisions=[accept(F1=None, F2=None, F3=None)])

    assert it.levels.assessed == "1"
    assert [each.criterion.id for each in list_needed_acceptances(it)] == ["F2"]


COUNTED = [
    # the answer to F1, whether it counts as only claimed
    (BARE, 1),
    (YES, 0),
    ({"answer": "partly"}, 1),
    (PLAN, 1),
    (NO, 0),
    ({"answer": "unknown"}, 0),
]


@pytest.mark.parametrize(("answer", "claimed"), COUNTED)
def test_a_no_claims_nothing_and_a_plan_is_only_one(tmp_path, answer, claimed):
    it = product(tmp_path, answers={"F1": answer})
    support = count_support(it, list_level_outcomes(it, "0"), "0")

    assert support == Support(criteria=1, confirmed=0, claimed=claimed)


def test_an_acceptance_confirms_for_its_level_and_not_above(tmp_path):
    it = product(tmp_path, answers={"F1": YES, "F2": NO}, decisions=[accept(F2=None)])

    assert count_support(it, list_level_outcomes(it, "1"), "1").confirmed == 1
    assert count_support(it, list_level_outcomes(it, "2"), "2").confirmed == 0


def test_what_does_not_apply_and_what_is_only_recommended_asks_for_nothing(tmp_path):
    criteria = [
        criterion("A", "low", OPEN),
        criterion("B", "low", OPEN, applies=LICENCE),
        criterion("C", "low", OPEN, recommended=True),
    ]
    it = assessed(tmp_path, loaded(tmp_path, criteria), facts={"open": True, "licence": None})

    assert [each.criterion.id for each in list_level_outcomes(it, "low")] == ["A"]
