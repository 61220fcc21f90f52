"""The recommendation in a board paper, and the deviations that it rests on."""

from pages import CRITERIA, assessed, loaded

from os2governance.analysis.board_case import build_board_case
from os2governance.render.board.product_recommendation import (
    build_deviation_table,
    build_recommendation,
    end_sentence,
)


def case(folder, level, **product):
    return build_board_case(assessed(folder, loaded(folder, CRITERIA), **product), level)


def test_a_paper_recommends_only_what_somebody_proposes(tmp_path):
    named = list(build_recommendation(case(tmp_path / "a", "high", facts={"open": True})))
    nobody = list(build_recommendation(case(tmp_path / "b", None, facts={"open": True})))

    assert named != nobody


def test_each_deviation_is_a_row(tmp_path):
    found = case(tmp_path, "high", facts={"open": True})

    assert len(build_deviation_table(found).rows) == len(found.blocking)


def test_a_sentence_ends_once():
    assert [end_sentence(each) for each in ("a", "a.", "a?", "")] == ["a.", "a.", "a?", ""]
