"""The portfolio as CSV: numbers are numbers, and no text is a formula."""

import csv
import io

import pytest
from contributions import MODEL, MODELS, share
from hypothesis import given
from hypothesis import strategies as st

from os2governance.checks.authorities import Authority
from os2governance.i18n.symbols import (
    BACKING_LABELS,
    KIND_LABELS,
    LEVEL_KINDS,
    LIFECYCLE_LABELS,
    STATUS_SYMBOLS,
)
from os2governance.portfolio.contribution import Amount
from os2governance.render.common.levels import render_state
from os2governance.render.portfolio.csv import BOM, render_portfolio_csv


def rows(text, delimiter):
    return list(csv.reader(io.StringIO(text.removeprefix(BOM), newline=""), delimiter=delimiter))


@pytest.mark.parametrize(("language", "delimiter"), [("da", ";"), ("en", ",")])
def test_what_was_not_declared_is_no_zero_in_a_spreadsheet(language, delimiter):
    economy = (Amount("declared", 1250.5), Amount("none"), Amount("undeclared"))
    head, row = rows(render_portfolio_csv([share(economy=economy)], MODELS, language), delimiter)
    said = dict(zip(head, row, strict=True))

    words = {"da": ["1250,5", "ingen", "ikke oplyst"], "en": ["1250.5", "none", "not stated"]}
    assert [said[name] for name in head[20:23]] == words[language]


hostile = st.text(max_size=12) | st.sampled_from(
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        " =1",
        "\t=1",
        "\r=1",
        '";=1',
        "a\nb",
        "\u202e=1",
        "x;y",
        "x,y",
    ]
)


@given(hostile, hostile, st.sampled_from(["da", "en"]))
def test_no_text_becomes_a_formula_a_row_or_a_column(name, file, language):
    text = render_portfolio_csv([share(name=name, file=file)], MODELS, language)
    head, *others = rows(text, ";" if language == "da" else ",")

    assert len(others) == 1
    assert len(others[0]) == len(head)
    for cell in others[0]:
        assert not cell.lstrip().startswith(("=", "+", "-", "@"))
        assert cell.replace("\xa0", " ").isprintable()


@pytest.mark.parametrize("language", ["da", "en"])
def test_products_are_ordered_and_told_in_the_words_of_the_language(language):
    shares = [share(product=name, lifecycle="paused") for name in ("b", "a")]
    head, *found = rows(
        render_portfolio_csv(shares, MODELS, language), ";" if language == "da" else ","
    )

    assert [row[0] for row in found] == ["a", "b"]
    assert found[0][2:4] == [
        KIND_LABELS["product"].render(language),
        LIFECYCLE_LABELS["paused"].render(language),
    ]
    assert head[11:16] == [sign.word.render(language) for sign in STATUS_SYMBOLS.values()]
    assert found[0][11:16] == ["43", "0", "0", "0", "0"]
    assert head[16:20] == [word.render(language) for word in BACKING_LABELS.values()]
    assert found[0][16:20] == ["0", "43", "0", "0"]


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_level_that_is_not_settled_is_no_empty_cell(language):
    unsettled = share(states={"assessed": "not_settled"}, settled=False, open=("F1", "F2"))
    levels = {"placed": MODEL.level_ids[0]}
    shares = [unsettled, share(product="other", levels=levels, draft=True)]
    head, first, second = rows(
        render_portfolio_csv(shares, MODELS, language), ";" if language == "da" else ","
    )
    kinds = [
        LEVEL_KINDS[kind].word.render(language) for kind in ("placed", "assessed", "evaluated")
    ]

    assert head[6:9] == kinds
    assert first[6:9] == ["", render_state(MODEL, "not_settled", "assessed", language), ""]
    assert first[10] == "F1 F2"
    assert second[6:8] == [
        MODEL.levels[0].name.render(language),
        render_state(MODEL, "below", "assessed", language),
    ]
    assert [first[4], second[4]] == [first[9], second[9]]  # no draft, not settled; and a draft
    assert first[4] != second[4]


def test_who_may_use_a_product_or_not_is_in_neither_column():
    def user(uses):
        return Authority(name="A", kind="", size="", member=None, code="", uses=uses)

    authorities = (user(True), user(False), user(None), user(None))
    _head, row = rows(render_portfolio_csv([share(authorities=authorities)], MODELS, "en"), ",")

    assert row[23:26] == ["1", "1", "2"]


def test_no_products_leave_the_head():
    assert len(rows(render_portfolio_csv([], MODELS, "en"), ",")) == 1
