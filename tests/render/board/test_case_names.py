"""The names in a board case, by the model's words."""

from pages import BOARD, CRITERIA, OPEN, assessed, loaded

from os2governance.analysis.board_case import build_board_case
from os2governance.render.board.case_names import (
    STATUS_RANK,
    collect_names,
    list_criteria,
    render_status,
)

WORDS = {"evaluator": {"da": "Juryen", "en": "The jury"}, "paper": {"da": "Oplæg", "en": "Paper"}}


def case(folder, level="high", **product):
    model = loaded(folder, CRITERIA, words=WORDS)
    return build_board_case(assessed(folder, model, **product), level)


def test_the_sentences_have_the_models_words(tmp_path):
    names = collect_names(case(tmp_path, facts={"open": True}))

    assert (names["paper"], names["evaluator"], names["evaluators"]) == (
        "Oplæg",
        "Juryen",
        "Juryens",
    )
    assert (names["name"], names["placed"]) == ("Tool", "")


def test_the_level_placed_at_is_named_beside_the_one_asked_for(tmp_path):
    place = {"on": "2026-01-01", "decision": "place", "level": "low", **BOARD}
    names = collect_names(case(tmp_path, decisions=[place]))

    assert (names["placed"], names["level"]) == ("low", "high")


def test_every_status_has_a_word_and_a_rank(tmp_path):
    for outcome in case(tmp_path, facts={OPEN["fact"]: True}).assessment.outcomes:
        assert render_status(outcome)
        assert outcome.status in STATUS_RANK
    assert list_criteria([]) == ""
