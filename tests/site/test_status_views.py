"""What the table of all products can show: the outcome, either side, or the difference."""

import pytest
from folders import criterion
from pages import BOTH, LICENCE, OPEN, assessed, loaded

from os2governance.i18n.symbols import STATUS_SYMBOLS
from os2governance.site.status_views import (
    ASSESSED,
    DECLARED,
    DIFFERENCE,
    EVALUATED,
    STATUS_VIEWS,
    build_view_signs,
    compare_statuses,
    list_view_values,
    name_view,
)
from os2governance.site.summary import build_product_summary

CRITERIA = [
    criterion("A", "low", OPEN),
    criterion("B", "low", LICENCE),
    criterion("C", "low", {"fact": "users", "present": True}),
]
RATED = {"evaluated": {"on": "2026-04-01", "by": "x"},
         "lights": {"A": {"light": "partly"}, "C": {"light": "met"}}}  # fmt: skip


def summary(folder, **files):
    it = assessed(folder, loaded(folder, CRITERIA), **files)
    return build_product_summary(it, [], [])


VALUES = {
    ASSESSED: ["partly", "met", "met"],
    DECLARED: ["met", "met", "unknown"],
    EVALUATED: ["partly", "", "met"],
    DIFFERENCE: ["lower", "", ""],
}


@pytest.mark.parametrize("view", STATUS_VIEWS)
def test_each_view_has_its_own_value_of_each_criterion(tmp_path, view):
    files = {
        "facts": {"open": True, "licence": "MIT"},
        "declared": {"on": "2026-01-01", "by": "X"},
    }
    rated = summary(tmp_path / "rated", evaluations=[RATED], **files)
    alone = summary(tmp_path / "alone", **files)
    nothing = [""] * 3

    assert list(list_view_values(rated, view)) == VALUES[view]
    expected = nothing if view in {EVALUATED, DIFFERENCE} else ["met", "met", "unknown"]
    assert list(list_view_values(alone, view)) == expected


DIFFERENCES = [
    ("met", "met", "same"),
    ("met", "partly", "lower"),
    ("unmet", "partly", "higher"),
    ("not_applicable", "unmet", "otherwise"),
    ("met", "not_applicable", "otherwise"),
    ("unknown", "met", ""),
    ("met", "", ""),
]


@pytest.mark.parametrize(("declared", "rating", "expected"), DIFFERENCES)
def test_a_difference_has_a_direction_where_both_have_said_something(declared, rating, expected):
    assert compare_statuses(declared, rating) == expected


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("view", STATUS_VIEWS)
def test_each_value_that_there_may_be_has_a_sign_with_words_of_its_own(tmp_path, view, language):
    signs = build_view_signs(view, language)
    either = {compare_statuses(a, b) for a in STATUS_SYMBOLS for b in (*STATUS_SYMBOLS, "")}
    rated = {*STATUS_SYMBOLS, ""} - {"unknown"}
    values = {EVALUATED: rated, DIFFERENCE: either}.get(view, set(STATUS_SYMBOLS))

    assert set(signs) == values
    assert len({each.words for each in signs.values()}) == len(values)
    assert all(each.words in each.sign for each in signs.values())
    assert name_view(view, loaded(tmp_path, CRITERIA), language)
