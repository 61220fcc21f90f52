"""Laws of sums, over all finite numbers: exact, in any order, and never too large."""

import json
from fractions import Fraction
from random import Random

import pytest
from folders import FACTS, criterion, write_model, write_product
from hypothesis import given
from hypothesis import strategies as st

from os2governance.i18n.text import LANGUAGES, format_number
from os2governance.rules.sums import add_exactly

FINITE = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**63), 2**63 - 1)
EXTREMES = [1e308, -1e308, 1.7976931348623157e308, 5e-324, 0.1, -0.1, 2**63 - 1, -(2**63), 0]


@given(st.lists(FINITE), st.randoms(use_true_random=False))
def test_order_never_matters(figures, chance):
    shuffled = chance.sample(figures, len(figures))

    assert add_exactly(figures) == add_exactly(shuffled)


@given(st.lists(FINITE))
def test_a_sum_is_the_number_nearest_to_what_is_written(figures):
    exact = sum((Fraction(repr(figure)) for figure in figures), Fraction())
    found = add_exactly(figures)

    assert (found > 0) is (exact > 0) or abs(exact) < Fraction(5e-324)
    assert abs(Fraction(found) - exact) <= max(abs(exact) / 2**52, Fraction(5e-324))


@given(st.lists(FINITE), FINITE)
def test_more_is_never_less(figures, more):
    before, after = add_exactly(figures), add_exactly([*figures, more])

    assert after >= before if more >= 0 else after <= before


@given(st.lists(FINITE | st.integers(-(10**330), 10**330)))
def test_every_sum_can_be_said(figures):
    for figure in (*figures, add_exactly(figures)):
        for language in LANGUAGES:
            said = format_number(figure, language)

            assert "inf" not in said
            assert len(said) <= 40


def test_tenths_add_up():
    assert add_exactly([0.1, 0.2]) == 0.3
    assert add_exactly([0.1] * 10) == 1
    assert add_exactly([1e308, 1e308]) == 2 * 10**308
    assert add_exactly([1e308, 1e308, -1e308, -1e308]) == 0
    assert add_exactly([2**53 + 1, 2**53 + 1]) == 2**54 + 2


MODEL = [
    criterion("S", "low", {"sum": {"in": "users", "of": "pays", "at_least": 1e308}}),
    criterion("M", "low", {"sum": {"in": "users", "of": "pays", "at_most": 0.5}}),
]


@pytest.mark.parametrize("seed", range(4))
def test_no_figure_stops_a_command(tmp_path, run, monkeypatch, seed):
    schema = json.loads(json.dumps(FACTS))
    del schema["properties"]["users"]["items"]["properties"]["pays"]["minimum"]
    write_model(tmp_path, MODEL, schema)
    figures = Random(seed).sample(EXTREMES, 5)
    write_product(tmp_path, "one", facts={"users": [{"pays": figure} for figure in figures]})
    monkeypatch.chdir(tmp_path)
    options = ("--criteria", "criteria", "--as-of", "2026-05-01")
    for command in ("check", "assess", "portfolio", "next", "explain"):
        for form in ("text", "json"):
            result = run(command, "products/one", "--format", form, *options)

            assert result.exception is None or isinstance(result.exception, SystemExit)
            assert result.exit_code in {0, 1}, result.output
            assert form == "text" or json.loads(result.stdout)
