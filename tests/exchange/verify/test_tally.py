"""Counts of rows: each row is in every scope that it belongs to, and in no other."""

import pytest
from exchange.words import wording
from hypothesis import given
from hypothesis import strategies as st

from os2governance import load_model
from os2governance.exchange.read.rows import CriterionRow
from os2governance.exchange.verify.tally import RowScope, count_rows
from os2governance.files.listing import find_shipped_criteria
from os2governance.findings.finding import Location
from os2governance.formats.words import LIGHTS

MODEL = load_model(find_shipped_criteria() / "os2" / "1.1.0")
IDS = [each.id for each in MODEL.criteria]
PLACE = Location("r.md", 1, 1)
RATED = st.dictionaries(st.sampled_from(IDS), st.none() | st.sampled_from(LIGHTS), max_size=12)


def tally(statuses, level=None):
    cells = {} if level is None else {"level": level}
    rows = [CriterionRow(id_, 1, cells) for id_ in statuses]
    return count_rows(rows, statuses, MODEL, wording())


def found(findings):
    return [(each.code, str(each.arguments.get("right"))) for each in findings]


@given(RATED)
def test_the_levels_and_the_themes_add_up_to_all(statuses):
    counted = tally(statuses)

    for status in (*LIGHTS, None):
        of_levels = [counted.count(RowScope(level=id_), status) for id_ in MODEL.level_ids]
        of_themes = [counted.count(RowScope(theme=each.id), status) for each in MODEL.themes]
        assert sum(of_levels) == sum(of_themes) == counted.count(RowScope(), status)
        assert counted.count(RowScope(), status) == list(statuses.values()).count(status)
    assert counted.count_inherited(RowScope(MODEL.level_ids[-1])) == len(statuses)


@given(RATED)
def test_right_figures_are_never_found(statuses):
    counted = tally(statuses)

    for status in LIGHTS:
        number = counted.count(RowScope(), status)
        assert list(counted.check_count(number, RowScope(), status, PLACE)) == []
        if statuses:
            percent = f"{100 * number / len(statuses):.1f}".replace(".", ",")
            assert list(counted.check_percent(percent, RowScope(), status, PLACE)) == []


def test_rows_without_a_rating_may_count_as_not_met_and_as_nothing_else():
    counted = tally({"R1": "unmet", "R2": None, "R3": "met"})

    assert counted.list_allowed_counts(RowScope(), "unmet") == {1, 2}
    assert counted.list_allowed_counts(RowScope(), "met") == {1}
    assert found(counted.check_count(3, RowScope(), "unmet", PLACE)) == [("verify-count", "1")]


@pytest.mark.parametrize(
    ("printed", "wrong"),
    [("12", False), ("13", False), ("12,5", False), ("12.5", False), ("12,4", True), ("14", True)],
)
def test_a_half_may_be_rounded_both_ways(printed, wrong):
    counted = tally({**dict.fromkeys(IDS[:7], "unmet"), IDS[7]: "met"})

    assert bool(found(counted.check_percent(printed, RowScope(), "met", PLACE))) is wrong


def test_a_figure_that_is_left_out_is_missed_only_where_there_are_rows():
    counted = tally({"R1": "met", "R2": "partly"})

    assert found(counted.check_missing(RowScope(), {"met"}, PLACE)) == [
        ("verify-missing-figure", "1")
    ]
    assert found(counted.check_percent("50", RowScope("nowhere"), "met", PLACE)) == []


@pytest.mark.parametrize(
    ("label", "scope"),
    [
        ("**Sandkasse** (6 krav)", RowScope(level="sandbox")),
        ("Niveau 3", RowScope(level="3")),
        ("relevans", RowScope(theme="relevance")),
        ("I alt", RowScope()),
        ("<script>x</script>", None),
        ("", None),
    ],
)
def test_a_label_names_a_scope_or_nothing(label, scope):
    own = tally({}).find_scope(label)

    assert (own is None) == (scope is None)
    if own and scope and scope.level:
        assert own.level in MODEL.level_ids
        assert own.theme is None
    if own and scope and scope.theme:
        assert own.theme in {each.id for each in MODEL.themes}


def test_the_level_that_is_printed_counts_for_more_than_the_model_s():
    counted = tally({"R1": "met"}, level="Niveau 3")
    own = counted.find_scope("Niveau 3")

    assert MODEL.by_id["R1"].level != own.level
    assert (counted.count(own), counted.count(RowScope(MODEL.by_id["R1"].level))) == (1, 0)


def test_scopes_are_named_in_both_languages():
    counted = tally({})

    for scope in (RowScope(), RowScope(MODEL.level_ids[0]), RowScope(None, MODEL.themes[0].id)):
        assert all(counted.name_scope(scope, "met"))
    named = counted.name_scope(RowScope(), "met")
    assert named.da != named.en
