"""Levels, statuses and names as every text format tells them."""

import pytest
from folders import criterion
from hypothesis import given
from hypothesis import strategies as st
from pages import BOARD, BOTH, LICENCE, OPEN, TITLE, TODAY, assessed, lines, loaded

from os2governance.i18n.symbols import LEVEL_KINDS, SEVERITY_SYMBOLS, STATUS_SYMBOLS
from os2governance.render.common.levels import (
    NOT_STATED,
    SHORT_BELOW,
    add_counts,
    group_by_status,
    rank_level,
    render_below_lowest,
    render_criterion_name,
    render_footer,
    render_labelled_status_counts,
    render_legend,
    render_level,
    render_level_cells,
    render_level_differences,
    render_short_level_cells,
    render_status_counts,
)
from os2governance.version import VERSION


def text(spans):
    return "".join(span.text for span in spans)


@pytest.mark.parametrize("language", BOTH)
def test_a_level_that_is_computed_is_below_and_one_that_is_said_is_not_stated(tmp_path, language):
    none = assessed(tmp_path)
    below = render_below_lowest(none.model, language)
    said = {kind: render_level(none, kind, language) for kind in LEVEL_KINDS}

    assert "low" in below
    assert {k for k, each in said.items() if each == below} == {"assessed", "fully"}
    assert said["possible"] == "high"
    assert {k for k, each in said.items() if each == NOT_STATED} == {
        "placed", "evaluated", "recommended", "claimed",
    }  # fmt: skip


def test_an_evaluation_below_the_lowest_is_not_unsaid(tmp_path):
    evaluation = {
        "evaluated": {"on": "2026-03-01", "by": "E"},
        "lights": {"A": {"light": "unmet", "grounds": "x"}},
    }
    rated = assessed(tmp_path, evaluations=[evaluation])

    assert render_level(rated, "evaluated", "en") == render_below_lowest(rated.model, "en")


@pytest.mark.parametrize("language", BOTH)
def test_the_cells_are_seven_and_short_ones_only_shorten_below(tmp_path, language):
    product = assessed(tmp_path)
    whole, short = (
        [text(each) for each in cells(product, language)]
        for cells in (render_level_cells, render_short_level_cells)
    )
    below = render_below_lowest(product.model, language)

    assert len(whole) == len(LEVEL_KINDS)
    assert short == [f"({SHORT_BELOW.render(language)})" if c == below else c for c in whole]


def test_ranks_rise_from_below_the_lowest(tmp_path):
    product = assessed(tmp_path)

    assert [rank_level(product, level) for level in (None, "low", "high")] == [-1, 0, 1]


@pytest.mark.parametrize(
    ("placed", "facts", "severities"),
    [
        ("high", {"open": True}, ["warning"]),
        ("low", {"open": True, "licence": "MIT"}, ["note"]),
        ("low", {"open": True}, []),
    ],
)
def test_a_placement_above_the_rules_weighs_more_than_one_below(
    tmp_path, placed, facts, severities
):
    decision = {"on": "2026-01-01", "decision": "place", "level": placed, **BOARD}
    product = assessed(tmp_path, facts=facts, decisions=[decision])
    found = list(render_level_differences(product, "en"))

    assert [each[0].style for each in found] == severities
    assert [each[0].text for each in found] == [SEVERITY_SYMBOLS[s].glyph for s in severities]


counts = st.fixed_dictionaries({status: st.integers(0, 99) for status in STATUS_SYMBOLS})


@given(st.lists(counts, max_size=4), st.sampled_from(BOTH))
def test_counts_add_up_and_every_status_is_told(several, language):
    whole = add_counts(several)

    assert sum(whole.values()) == sum(sum(each.values()) for each in several)
    for said in (render_status_counts(whole), render_labelled_status_counts(whole, language)):
        assert [s.style for s in said if s.style in STATUS_SYMBOLS] == list(STATUS_SYMBOLS)
        numbers = [int("".join(filter(str.isdigit, s.text))) for s in said
                   if any(map(str.isdigit, s.text))]  # fmt: skip
        assert numbers == list(whole.values())


@pytest.mark.parametrize("language", BOTH)
def test_the_legend_names_every_status(language):
    said = text(render_legend(language))

    for sign in STATUS_SYMBOLS.values():
        assert f"{sign.glyph}\xa0{sign.word.render(language)}" in said


def test_a_name_is_id_and_title_but_never_the_same_twice(tmp_path):
    product = assessed(tmp_path)

    assert text(render_criterion_name(product.outcome("A"), "da")) == f"A\xa0{TITLE['da']}"
    assert text(render_criterion_name(product.outcome("B"), "da")) == "B"


def test_groups_begin_with_the_worst_and_hold_each_once(tmp_path):
    names = {"MET": OPEN, "NO": {"not": OPEN}, "OPEN": LICENCE, "MET2": OPEN}
    model = loaded(tmp_path, [criterion(name, "low", rule) for name, rule in names.items()])
    product = assessed(tmp_path, model, facts={"open": True})
    groups = [
        (head[0].style, text(said)) for head, said in group_by_status(product.outcomes, "en")
    ]

    assert groups == [("unmet", "NO"), ("unknown", "OPEN"), ("met", "MET\xa0· MET2")]
    assert list(group_by_status([], "en")) == []


@pytest.mark.parametrize("language", BOTH)
def test_the_foot_tells_day_models_once_and_version(language):
    [said] = lines([render_footer(["b/1", "a/1", "b/1"], TODAY, language)])

    assert "2026-05-01" in said
    assert "a/1, b/1" in said
    assert said.count("b/1") == 1
    assert VERSION in said
