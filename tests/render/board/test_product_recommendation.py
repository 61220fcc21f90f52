"""The recommendation in a board paper, and the deviations that it rests on."""

import pytest
from pages import BOARD, CRITERIA, LICENCE, assessed, criterion, loaded

from os2governance.analysis.board_case import build_board_case
from os2governance.render.board import product_sentences as sentences
from os2governance.render.board.case_names import MAX_DEVIATIONS
from os2governance.render.board.product_recommendation import (
    build_deviation_table,
    build_recommendation,
)
from os2governance.render.common.paper import PaperField, PaperList, PaperTable


def case(folder, level, criteria=CRITERIA, **product):
    found = build_board_case(assessed(folder, loaded(folder, criteria), **product), level)
    assert found
    return found


def items(case, letters):
    [field] = [p for p in build_recommendation(case, letters) if isinstance(p, PaperField)]
    [numbered] = [part for part in field.parts if isinstance(part, PaperList)]
    return numbered.items


def test_it_is_one_field_of_numbered_items_that_people_may_change(tmp_path):
    found = case(tmp_path, "high", facts={"open": True, "licence": None})
    placing, accepting, following = items(found, {})

    assert placing == sentences.RECOMMEND_DIRECTIONS["first"].format(name="Tool", at="på high")
    assert accepting == sentences.RECOMMEND_ACCEPTANCE.format(names="B")
    assert following == sentences.RECOMMEND_FOLLOW_UP.format(roles="ejeren")


def test_what_is_new_is_accepted_and_what_was_accepted_is_renewed(tmp_path):
    given = {"on": "2026-01-01", "decision": "accept", "level": "high",
             "accepts": {"A": {"until": "2026-02-01"}}, **BOARD}  # fmt: skip
    found = case(tmp_path, "high", facts={"open": False, "licence": None}, decisions=[given])
    _, new, again, _ = items(found, {})
    renewed = sentences.WITH_NUMBER.format(name="A Åben kode", number=2)

    assert new == sentences.RECOMMEND_ACCEPTANCE.format(names="B")
    assert again == sentences.RECOMMEND_RENEWAL.format(names=renewed)


@pytest.mark.parametrize("count", [MAX_DEVIATIONS, MAX_DEVIATIONS + 1])
def test_many_deviations_are_counted_and_in_an_annex(tmp_path, count):
    criteria = [criterion(f"C{n}", "low", LICENCE) for n in range(count)]
    found = case(tmp_path, "low", criteria, facts={"licence": None})
    many = count > MAX_DEVIATIONS
    letters = {"deviations": "A"} if many else {}
    tables = [p for p in build_recommendation(found, letters) if isinstance(p, PaperTable)]
    counted = sentences.RECOMMEND_ACCEPTANCES_IN_ANNEX.format(count=count, letter="A")

    assert (counted in items(found, letters)) == many
    assert bool(tables) == (not many)


def test_each_deviation_is_a_row(tmp_path):
    found = case(tmp_path, "high", facts={"open": False, "licence": None})

    assert len(build_deviation_table(found).rows) == len(found.deviations) == 2
