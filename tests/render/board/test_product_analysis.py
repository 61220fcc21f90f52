"""The analysis in a board paper: levels, what is in the way, judgements."""

from folders import criterion
from pages import BOARD, CRITERIA, LICENCE, assessed, loaded

from os2governance.analysis.board_case import build_board_case
from os2governance.render.board import product_sentences as sentences
from os2governance.render.board.product_analysis import (
    build_analysis,
    find_last_acceptance,
    render_basis_clause,
)
from os2governance.render.common.paper import PaperParagraph, PaperTable

ACCEPT = {"on": "2026-01-01", "decision": "accept", "level": "high", "accepts": {"B": {}}, **BOARD}


def case(folder, **product):
    return build_board_case(assessed(folder, loaded(folder, CRITERIA), **product), "high")


def test_what_is_in_the_way_is_named_from_whichever_source(tmp_path):
    red = {"evaluated": {"on": "2026-04-01", "by": "X"}, "lights": {"B": {"light": "unmet"}}}
    parts = list(build_analysis(case(tmp_path, facts={"open": True}, evaluations=[red]), {}))
    said = " ".join(each.text for each in parts if isinstance(each, PaperParagraph))

    assert "B" in said
    assert any(isinstance(each, PaperTable) for each in parts)


def test_what_has_no_answer_is_counted_for_the_lowest_level_that_is_not_settled(tmp_path):
    unanswered = [criterion(name, "low", LICENCE) for name in ("C", "D")]
    model = loaded(tmp_path, [*CRITERIA, *unanswered], attainment={"cumulative": False})
    found = build_board_case(assessed(tmp_path, model, facts={"open": False}), "high")

    assert render_basis_clause(found).startswith(sentences.LACK_ANSWERS.one.da)


def test_the_last_acceptance_is_that_of_the_deviation(tmp_path):
    outcomes = {o.criterion.id: o for o in case(tmp_path, decisions=[ACCEPT]).assessment.outcomes}

    assert find_last_acceptance(outcomes["B"]).level == "high"
    assert find_last_acceptance(outcomes["A"]) is None
