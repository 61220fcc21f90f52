"""Sentences on the assessed level: settled or not, by acceptances, and confirmed by whom."""

import pytest
from folders import criterion
from pages import BOTH, OPEN, assessed, loaded
from three_levels import BARE, MIT, NO, YES, accept, lights, product

from os2governance.analysis.level_basis import Support, find_open_level
from os2governance.render.common.level_sentences import (
    render_acceptance_clause,
    render_open_clause,
    render_open_reason,
    render_own_support,
    render_stopped_clause,
    render_support_clause,
    render_support_sentence,
)

UNSETTLED = [
    # answers, facts, what is said in English, and in Danish
    ({}, {}, "not settled: F1 is open; at most level 2", "ikke afklaret: F1 er åbent; højst niveau 2"),
    ({}, {"licence": None}, "not settled: F1 is open; at most level 1", "ikke afklaret: F1 er åbent; højst niveau 1"),
    ({"F2": NO}, {}, "not settled: F1 is open; at most sandbox", "ikke afklaret: F1 er åbent; højst sandkasse"),
    ({"F1": YES}, {}, "level 1 is not settled: F2 is open; at most level 2", "niveau 1 er ikke afklaret: F2 er åbent; højst niveau 2"),
    ({"F1": YES, "F2": YES}, {}, "level 2 is not settled: F3 and F4 are open; at most level 2", "niveau 2 er ikke afklaret: F3 og F4 er åbne; højst niveau 2"),
    ({"F1": BARE, "F2": BARE, "F3": BARE}, {}, "level 2 is not settled: F4 is open; at most level 2", "niveau 2 er ikke afklaret: F4 er åbent; højst niveau 2"),
    ({"F1": NO}, {}, "", ""),
    ({"F1": YES, "F2": NO}, {}, "", ""),
    ({"F1": YES, "F2": YES, "F3": NO}, {}, "", ""),
    ({"F1": YES, "F2": YES, "F3": YES}, MIT, "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("answers", "facts", "english", "danish"), UNSETTLED)
def test_what_is_open_is_told_with_the_highest_level_that_it_leaves(
    tmp_path, answers, facts, english, danish
):
    it = product(tmp_path, answers=answers, facts=facts)

    assert render_open_clause(it, "en") == english
    assert render_open_clause(it, "da") == danish
    assert english.endswith(render_open_reason(it, "en"))
    assert it.settled == (english == "") == (find_open_level(it) is None)


def test_on_a_card_criteria_have_their_titles(tmp_path):
    titles = {"title": {"en": "Open code", "da": "Åben kode"}}
    rules = [criterion("A", "low", OPEN, **titles), criterion("B", "low", OPEN)]
    it = assessed(tmp_path, loaded(tmp_path, rules), facts={})

    assert "criteria A Open code and B are open" in render_open_clause(it, "en", titled=True)
    assert "kravene A Åben kode og B er åbne" in render_open_clause(it, "da", titled=True)


STOPPED = [
    ({"F1": NO}, {}, "because of F1", "på grund af F1"),
    ({"F1": YES, "F2": NO}, {}, "because of F2", "på grund af F2"),
    ({"F1": YES, "F2": YES, "F3": NO}, {"licence": None}, "because of F3 and F4", "på grund af F3 og F4"),
    ({"F1": YES, "F2": YES, "F3": NO}, {}, "because of F3", "på grund af F3"),
    ({}, {}, "", ""),
    ({"F1": YES, "F2": YES, "F3": YES}, MIT, "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("answers", "facts", "english", "danish"), STOPPED)
def test_what_stops_a_level_is_told_without_what_is_open(
    tmp_path, answers, facts, english, danish
):
    it = product(tmp_path, answers=answers, facts=facts)

    assert render_stopped_clause(it, "en") == english
    assert render_stopped_clause(it, "da") == danish


ACCEPTED = [
    # answers, acceptances, in English, and in Danish
    ({"F1": YES, "F2": NO}, accept(F2="2026-12-31"), "by 1 accepted deviation (F2), without it sandbox", "ved 1 accepteret afvigelse (F2), uden den sandkasse"),
    ({"F1": NO, "F2": NO}, accept(F1=None, F2=None), "by 2 accepted deviations (F1 and F2), without them not yet at sandbox", "ved 2 accepterede afvigelser (F1 og F2), uden dem endnu ikke på sandkasse"),
    ({"F2": YES}, accept(F1=None), "by 1 accepted deviation (F1), without it not settled", "ved 1 accepteret afvigelse (F1), uden den ikke afklaret"),
    ({"F1": YES, "F2": BARE}, accept(F2=None), "", ""),
    ({"F1": YES, "F2": YES}, accept(F3=None), "", ""),
    ({"F1": NO, "F2": NO}, accept(F1="2026-04-30"), "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("answers", "decision", "english", "danish"), ACCEPTED)
def test_what_a_level_owes_to_acceptances_is_told_with_the_level_without_them(
    tmp_path, answers, decision, english, danish
):
    it = product(tmp_path, answers=answers, decisions=[decision])

    assert render_acceptance_clause(it, "en") == english
    assert render_acceptance_clause(it, "da") == danish


SUPPORTED = [
    # answers, lights, in English, and in Danish
    ({}, {}, "Sandbox: the result of the one criterion is not confirmed by others.", "Sandkasse: resultatet af kravet er ikke bekræftet af andre."),
    ({}, {"F1": "met"}, "Sandbox: the result of the one criterion is confirmed by others.", "Sandkasse: resultatet af kravet er bekræftet af andre."),
    ({"F1": BARE}, {}, "Sandbox: the result of the one criterion is not confirmed by others, 1 is only claimed or planned.", "Sandkasse: resultatet af kravet er ikke bekræftet af andre, 1 bygger kun på egen vurdering eller en plan."),
    ({}, {"F1": "met", "F2": "met"}, "Level 1: the results of all 2 criteria are confirmed by others.", "Niveau 1: resultatet af alle 2 krav er bekræftet af andre."),
    ({"F2": YES}, {"F1": "met"}, "Level 1: the result of 1 of 2 criteria is confirmed by others.", "Niveau 1: resultatet af 1 af 2 krav er bekræftet af andre."),
    ({"F1": BARE, "F2": BARE}, {}, "Level 1: the results of the 2 criteria are not confirmed by others, 2 are only claimed or planned.", "Niveau 1: resultatet af de 2 krav er ikke bekræftet af andre, 2 bygger kun på egen vurdering eller en plan."),
]  # fmt: skip


@pytest.mark.parametrize(("answers", "given", "english", "danish"), SUPPORTED)
def test_how_much_of_a_level_is_confirmed_is_always_told(
    tmp_path, answers, given, english, danish
):
    it = product(tmp_path, answers=answers, evaluations=lights(**given) if given else [])

    assert render_support_sentence(it, "en") == english
    assert render_support_sentence(it, "da") == danish


def test_a_level_that_asks_for_nothing_says_nothing_of_support(tmp_path):
    it = assessed(tmp_path, loaded(tmp_path, [criterion("A", "low", OPEN)]), facts={"open": True})

    assert render_own_support(it, "high", "en") == ""


def test_beside_recommendations_those_required_are_counted(tmp_path):
    criteria = [criterion(n, "low", OPEN, recommended=n == "C") for n in "ABC"]
    it = assessed(tmp_path, loaded(tmp_path, criteria), facts={"open": True})

    english = "the results of the 2 required criteria are not confirmed by others"
    danish = "resultatet af de 2 obligatoriske krav er ikke bekræftet af andre"
    assert render_own_support(it, "low", "en") == english
    assert render_own_support(it, "low", "da") == danish


@pytest.mark.parametrize("language", BOTH)
def test_the_number_of_those_confirmed_is_told_once_it_is_not_all_or_none(language):
    said = [render_support_clause(Support(3, confirmed, 0), language) for confirmed in range(4)]

    assert ["2" in each for each in said] == [False, False, True, False]
    assert len(set(said)) == len(said)
