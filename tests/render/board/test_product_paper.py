"""The board paper on a product: six sections and the annexes, of what the case holds."""

import pytest
from folders import criterion
from pages import BOARD, CRITERIA, HOSTILE, LICENCE, OPEN, assessed, loaded

from os2governance.analysis.board_case import build_board_case
from os2governance.render.board import product_sentences as sentences
from os2governance.render.board.product_paper import MAX_DEVIATIONS, build_product_paper
from os2governance.render.common.paper import (
    PaperField,
    PaperHeading,
    PaperList,
    PaperParagraph,
    PaperSubject,
    PaperTable,
)

REMEDY = {"da": "Åbn koden", "en": "Open the code"}
PLACED = {"on": "2026-02-01", "decision": "place", "level": "high", **BOARD}
RATED = {
    "evaluated": {"on": "2026-03-01", "by": "Eva"},
    "lights": {"A": {"light": "partly", "grounds": "Set"}, "B": {"light": "met", "grounds": "x"}},
    "recommends": "high",
}


def case(folder, criteria=CRITERIA, level="high", **product):
    return build_board_case(assessed(folder, loaded(folder, criteria), **product), level)


def parts(case, kind=object):
    return [part for part in build_product_paper(case) if isinstance(part, kind)]


def table(case, columns):
    return [row for part in parts(case, PaperTable) if part.head == columns for row in part.rows]


def test_six_sections_then_annexes_lettered_in_order(tmp_path):
    found = parts(case(tmp_path, evaluations=[RATED]), PaperHeading)
    second = [each for each in found if each.level == 2]
    titles = (sentences.ANNEX_RATINGS, sentences.ANNEX_CRITERIA, sentences.ANNEX_PROVENANCE)

    assert [each.level for each in found].count(1) == 1
    assert [each.text for each in second[:6]] == list(sentences.HEADINGS.values())
    assert [each.text for each in second[6:]] == [
        title.format(letter=letter) for letter, title in zip("ABC", titles, strict=True)
    ]
    assert [each.annex for each in second[6:]] == [True, False, False]


def test_the_subject_is_the_product_and_each_field_stands_once(tmp_path):
    it = case(tmp_path)
    keys = [field.key for field in parts(it, PaperField)]

    assert parts(it, PaperSubject) == [PaperSubject("tool")]
    assert sorted(keys) == sorted(sentences.PROMPTS)


def test_what_stands_between_is_a_row_with_what_it_takes_and_a_date(tmp_path):
    criteria = [criterion("A", "low", OPEN, remedy=REMEDY)]
    rated = {**RATED, "lights": {"A": RATED["lights"]["A"]}}
    it = case(tmp_path, criteria, facts={"open": False}, evaluations=[rated])
    unmet, partly = (sentences.STATUS_LABELS[each] for each in ("unmet", "partly"))

    assert table(it, sentences.DEVIATION_COLUMNS) == [
        ("A", unmet, partly, REMEDY["da"], it.until.isoformat(), "")
    ]


@pytest.mark.parametrize("count", [0, 1, MAX_DEVIATIONS, MAX_DEVIATIONS + 1])
def test_more_deviations_than_fit_are_in_an_annex(tmp_path, count):
    criteria = [criterion(f"C{n}", "low", LICENCE) for n in range(count)]
    it = case(tmp_path, [*criteria, criterion("A", "low", OPEN)], "low", facts={"open": True})
    headings = [each.text for each in parts(it, PaperHeading)]
    annex = sentences.ANNEX_DEVIATIONS.format(letter="A")

    assert len(table(it, sentences.DEVIATION_COLUMNS)) == count
    assert (annex in headings) == (count > MAX_DEVIATIONS)


def test_the_levels_are_told_and_what_is_not_stated_is_not_below(tmp_path):
    said = dict(table(case(tmp_path, facts={"open": True}), sentences.LEVEL_COLUMNS))
    labels = sentences.LEVEL_LABELS

    assert list(said) == list(labels.values())
    assert said[labels["assessed"]] == "low"
    assert said[labels["placed"]] == sentences.NOT_PLACED
    assert said[labels["claimed"]] == sentences.NOT_STATED
    none = dict(table(case(tmp_path / "x"), sentences.LEVEL_COLUMNS))
    assert none[labels["assessed"]] == sentences.BELOW


@pytest.mark.parametrize("placed", [True, False])
def test_a_product_that_is_placed_there_is_asked_whether_it_stays(tmp_path, placed):
    it = case(tmp_path, facts={"open": True}, decisions=[PLACED] if placed else [])
    asked = sentences.QUESTION_SAME_LEVEL if placed else sentences.QUESTIONS[0]
    names = {"name": "Tool", "level": "high"}
    lists = [item for each in parts(it, PaperList) for item in each.items]

    assert asked.format(**names) in lists
    no = sentences.NO_SAME_LEVEL if placed else sentences.NO
    assert no.format(placed=sentences.NOT_PLACED, **names) in lists


def test_every_criterion_is_in_the_annex_with_result_and_rating(tmp_path):
    rows = table(case(tmp_path, facts={"open": True}, evaluations=[RATED]), sentences.CRITERIA_COLUMNS)  # fmt: skip
    words = sentences.STATUS_LABELS

    assert rows == [
        ("low", "A Åben kode", words["met"], words["partly"]),
        ("high", "B", sentences.UNKNOWN, words["met"]),
    ]


def test_a_hostile_name_changes_no_structure(tmp_path):
    usual, hostile = (
        parts(case(tmp_path / str(n), name=name)) for n, name in enumerate(("x", HOSTILE))
    )

    assert [type(each) for each in usual] == [type(each) for each in hostile]
    assert any(HOSTILE in each.text for each in hostile if isinstance(each, PaperParagraph))
