"""The shared economy: sums over what is stated, and nothing where nothing is."""

import pytest
from contributions import MODEL, share
from folders import criterion, write_model

from os2governance import load_model
from os2governance.portfolio.contribution import Amount, YearlyContribution
from os2governance.portfolio.economy import count_economy

UNDECLARED, NONE = Amount("undeclared"), Amount("none")


def whole(*amounts):
    return count_economy([share(economy=(each,) * 3) for each in amounts], MODEL).whole


@pytest.mark.parametrize(
    ("amounts", "total", "known"),
    [
        ([UNDECLARED], None, 0),
        ([NONE, UNDECLARED], 0, 1),
        ([Amount("declared", 0)], 0, 1),
        ([Amount("declared", 2), Amount("declared", 3), UNDECLARED, NONE], 5, 3),
    ],
)
def test_a_sum_is_over_what_is_stated(amounts, total, known):
    found = whole(*amounts)

    assert (found.total, found.known) == (total, known)
    assert found.declared + found.none + found.undeclared == len(amounts)


@pytest.mark.parametrize(
    ("contributions", "contributing", "unstated"),
    [(None, 0, 1), ((), 0, 0), ((YearlyContribution(("small", True), UNDECLARED),), 1, 0)],
)
def test_who_has_not_stated_contributions_has_not_none(contributions, contributing, unstated):
    sharing = share(economy=(Amount("declared", 9), NONE, NONE), contributions=contributions)
    found = count_economy([sharing, share()], MODEL)

    assert (found.sharing, found.contributing, found.unstated) == (1, contributing, unstated)


def test_a_contribution_without_an_amount_has_no_lowest():
    by = ("small", True)
    rate = YearlyContribution
    several = [
        share(contributions=(rate(by, UNDECLARED), rate(("large", None), Amount("declared", 7)))),
        share(contributions=(rate(("large", None), Amount("declared", 5)), rate(by, UNDECLARED))),
    ]
    large, small = count_economy(several, MODEL).rates

    assert (small.lowest, small.highest, small.undeclared, small.products) == (None, None, 2, 2)
    assert (large.lowest, large.highest, large.undeclared, large.products) == (5, 7, 0, 2)


def test_a_product_counts_once_for_a_rate():
    rate = YearlyContribution(("small", True), Amount("declared", 1))
    [found] = count_economy([share(contributions=(rate, rate))], MODEL).rates

    assert found.products == 1


def test_a_model_that_names_no_economy_has_none(tmp_path):
    rule = {"fact": "open", "equals": True}
    model = load_model(write_model(tmp_path, [criterion("A", "low", rule)]))

    assert count_economy([share()], model) is None
