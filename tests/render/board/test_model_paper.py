"""The board paper on a change of the model: what changes, and what that does to products."""

from dataclasses import replace

import pytest
from model_versions import FALLS, OPENS, WHOLE, change_case, two_models
from pages import HOSTILE

from os2governance.findings.finding import Location, make_finding
from os2governance.render.board import model_sentences as sentences
from os2governance.render.board.model_paper import MAX_CRITERIA, MAX_PRODUCTS, build_model_paper
from os2governance.render.board.product_sentences import HEADINGS
from os2governance.render.common.paper import (
    PaperField,
    PaperHeading,
    PaperList,
    PaperParagraph,
    PaperSubject,
    PaperTable,
)


def parts(case, kind=object):
    return [part for part in build_model_paper(case) if isinstance(part, kind)]


def table(case, columns):
    return [row for part in parts(case, PaperTable) if part.head == columns for row in part.rows]


def said(case):
    return [
        text
        for part in parts(case, PaperParagraph | PaperList)
        for text in (part.items if isinstance(part, PaperList) else [part.text])
    ]


def test_six_sections_then_annexes_lettered_in_order(tmp_path):
    it = change_case(tmp_path, {"falls": FALLS})
    second = [each for each in parts(it, PaperHeading) if each.level == 2]

    assert parts(it, PaperSubject) == [PaperSubject("small/1..small/2")]
    assert [each.text for each in second[:6]] == list(HEADINGS.values())
    assert [each.text for each in second[6:]] == [
        sentences.ANNEX_CRITERIA.format(letter="A"),
        sentences.ANNEX_PROVENANCE.format(letter="B"),
    ]
    assert [each.annex for each in second] == [False] * 6 + [True, False]


def test_each_field_stands_once_with_its_prompt(tmp_path):
    it = change_case(tmp_path, {}, words={"evaluator": {"da": "Juryen", "en": "The jury"}})
    found = {part.key: part.prompt for part in parts(it, PaperField)}

    assert found == {
        key: text.format(of_evaluator="juryens") for key, text in sentences.PROMPTS.items()
    }


def test_the_products_at_each_level_are_counted_before_and_after(tmp_path):
    it = change_case(tmp_path, {"falls": FALLS, "whole": WHOLE})
    rows = table(it, sentences.SPREAD_COLUMNS)

    assert sum(int(row[1]) for row in rows) == sum(int(row[2]) for row in rows) == 2
    assert (sentences.BELOW, "0", "1") in rows


def test_a_level_that_is_not_settled_is_counted_apart(tmp_path):
    it = change_case(tmp_path, {"opens": OPENS, "whole": WHOLE})
    rows = table(it, sentences.SPREAD_COLUMNS)
    [row] = [row for row in table(it, sentences.PRODUCT_COLUMNS) if row[0] == "Opens"]

    assert (sentences.NOT_SETTLED, "0", "1") in rows
    assert (sentences.BELOW, "0", "0") in rows
    assert row[1:3] == ("high", sentences.NOT_SETTLED)
    assert any(sentences.OPENED.split("{")[0] in text for text in said(it))


def test_a_product_that_is_touched_is_a_row_and_what_falls_below_its_placement_is_named(tmp_path):
    it = change_case(tmp_path, {"falls": FALLS, "whole": WHOLE})
    [row] = [row for row in table(it, sentences.PRODUCT_COLUMNS) if row[0] == "Falls"]

    assert row[1:3] == ("low", sentences.BELOW)
    assert sentences.UNDECIDED.format(names="falls") in said(it)
    assert sentences.NONE_UNDECIDED not in said(it)
    assert sentences.NONE_UNDECIDED in said(change_case(tmp_path / "x", {"whole": WHOLE}))


@pytest.mark.parametrize("count", [MAX_PRODUCTS, MAX_PRODUCTS + 1])
def test_more_products_than_fit_are_in_an_annex(tmp_path, count):
    it = change_case(tmp_path, {f"p{n}": FALLS for n in range(count)})
    headings = [each.text for each in parts(it, PaperHeading)]

    assert len(table(it, sentences.PRODUCT_COLUMNS)) == count
    assert (sentences.ANNEX_PRODUCTS.format(letter="A") in headings) == (count > MAX_PRODUCTS)


def test_more_criteria_than_fit_in_a_sentence_are_counted(tmp_path):
    it = change_case(tmp_path, {})
    new = next(each for each in it.differences if "new" in each.kinds)
    many = replace(it, differences=(new,) * (MAX_CRITERIA + 7))

    assert any(sentences.MORE_CRITERIA.format(count=7) in text for text in said(many))
    assert len(table(many, sentences.CRITERIA_COLUMNS)) == MAX_CRITERIA + 7


def test_a_draft_of_the_same_version_is_told_as_a_draft(tmp_path):
    one, _ = two_models(tmp_path)
    draft = change_case(tmp_path, {}, models=(one, one))
    change = change_case(tmp_path / "x", {})

    for it, draft_or_not, other in (
        (draft, sentences.QUESTIONS_DRAFT, sentences.QUESTIONS),
        (change, sentences.QUESTIONS, sentences.QUESTIONS_DRAFT),
    ):
        names = {"model": "small", "before": it.before.reference, "after": it.after.reference,
                 "change": "", "who": "", "paper": ""}  # fmt: skip
        assert draft_or_not[0].format(**names) in said(it)
        assert other[0].format(**names) not in said(it)
    assert sentences.NO_CHANGES in said(draft)


def test_files_that_could_not_be_used_are_named(tmp_path):
    found = [make_finding("yaml-key", Location("broken.yaml", 1, 1))]

    assert sentences.UNUSABLE_FILES.format(places="broken.yaml") in said(
        change_case(tmp_path, {}, found)
    )


def test_a_hostile_name_changes_no_structure(tmp_path):
    usual, hostile = (
        parts(change_case(tmp_path / str(n), {"p": {**FALLS, "name": name}}))
        for n, name in enumerate(("x", HOSTILE))
    )

    assert [type(each) for each in usual] == [type(each) for each in hostile]
