"""How products are distributed over levels, as text."""

import pytest
from contributions import MODEL, share
from pages import BOTH, lines

from os2governance.i18n.symbols import LEVEL_KINDS
from os2governance.portfolio.level_figures import count_levels, find_level_differences
from os2governance.render.common.levels import render_below_lowest, render_state
from os2governance.render.portfolio.level_text import render_differences, render_level_distribution

LOW, ONE, *_, TOP = MODEL.level_ids


def distribution(shares, language="en"):
    said = lines(render_level_distribution(count_levels(shares, MODEL), MODEL, language))
    return [[part.strip() for part in line.split(" | ")] for line in said]


@pytest.mark.parametrize("language", BOTH)
def test_levels_are_rows_highest_first_and_what_has_none_is_below_them(language):
    head, *rows = distribution([share()], language)
    names = [level.name.render(language) for level in reversed(MODEL.levels)]

    words = [LEVEL_KINDS[kind].word.render(language) for kind in ("placed", "assessed")]
    assert head[1:3] == words
    assert [row[0] for row in rows[:-1]] == [
        *names,
        render_below_lowest(MODEL, language),
        render_state(MODEL, "not_settled", "assessed", language),
    ]
    assert [row[1:] for row in rows] == [
        *[["0", "0", "0"]] * len(names),
        ["", "1", "0"],
        ["", "0", "0"],
        ["1", "", "1"],
    ]


@pytest.mark.parametrize("language", BOTH)
def test_that_a_level_may_be_higher_is_said(language):
    settled = distribution([share(levels={"assessed": ONE})], language)
    open_ = distribution([share(levels={"assessed": ONE}, settled=False)], language)

    assert open_[:-1] == settled
    assert "1" in open_[-1][0]


def differences(language="en", **given):
    found = find_level_differences([share(**given)], MODEL)
    return lines(render_differences(list(found), MODEL, language))


@pytest.mark.parametrize("language", BOTH)
def test_a_difference_is_told_with_the_product_and_what_is_in_between(language):
    levels = {"placed": TOP, "assessed": ONE}
    [line] = differences(language, name="{level} Navn", levels=levels, between={"placed": ("F1",)})

    assert line.startswith("{level} Navn ")
    assert "F1" in line
    assert differences(language) == []


@pytest.mark.parametrize("language", BOTH)
def test_a_level_that_is_not_settled_is_not_told_as_a_low_one(language):
    states = {"assessed": "not_settled"}
    [unsettled] = differences(language, levels={"placed": ONE}, states=states, settled=False)
    [stopped] = differences(language, levels={"placed": ONE})
    [higher] = differences(language, levels={"placed": TOP, "assessed": LOW}, settled=False)
    [settled] = differences(language, levels={"placed": TOP, "assessed": LOW})

    assert render_state(MODEL, "not_settled", "assessed", language) in unsettled
    assert render_below_lowest(MODEL, language) not in unsettled
    assert render_below_lowest(MODEL, language) in stopped
    assert higher != settled
