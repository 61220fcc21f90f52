"""Accepted deviations: by whom, until when, and the level without them."""

import pytest
from folders import criterion
from pages import BOARD, BOTH, LICENCE, OPEN, assessed, lines, loaded

from os2governance.assessment.levels import find_level_without_acceptances
from os2governance.render.assessment.deviations import render_accepted_deviations
from os2governance.render.common.levels import render_below_lowest

LOW = [criterion(name, "low", OPEN) for name in "ABC"]


def accept(**until):
    accepts = {name: {"until": day} if day else {} for name, day in until.items()}
    return {"on": "2026-02-01", "decision": "accept", "accepts": accepts, **BOARD}


def said(folder, language="da", criteria=LOW, **product):
    product = assessed(folder, loaded(folder, criteria), **product)
    return lines(render_accepted_deviations(product, language)), product


@pytest.mark.parametrize("language", BOTH)
def test_without_acceptances_nothing_is_said(tmp_path, language):
    assert said(tmp_path, language, facts={"open": False})[0] == []


@pytest.mark.parametrize("language", BOTH)
def test_the_first_to_end_comes_first_and_what_has_no_end_last(tmp_path, language):
    log = [accept(A=None, B="2027-01-01", C="2026-12-31")]
    page, _ = said(tmp_path, language, facts={"open": False}, decisions=log)
    rows = [line.split(" | ") for line in page if " | " in line]

    assert [row[0] for row in rows] == ["C", "B", "A"]
    assert "2026-12-31" in rows[0][1]
    assert "2027-01-01" in rows[1][1]
    assert not any(letter.isdigit() for letter in rows[2][1])


@pytest.mark.parametrize("language", BOTH)
def test_who_accepted_when_why_and_where(tmp_path, language):
    log = [{**accept(A="2026-12-31"), "grounds": "Småt.", "reference": "Sag 7"}]
    page, _ = said(tmp_path, language, facts={"open": False}, decisions=log)
    [row] = [line for line in page if " | " in line]

    board = {"da": "Bestyrelsen", "en": "The board"}[language]
    assert row.endswith(f" | {board}, 2026-02-01. Småt. Sag 7")


@pytest.mark.parametrize("language", BOTH)
def test_the_level_without_them_is_told_at_the_end(tmp_path, language):
    log = [accept(A="2026-12-31", B="2026-12-31", C="2026-12-31")]
    page, product = said(tmp_path, language, facts={"open": False}, decisions=log)

    assert (product.levels.assessed, find_level_without_acceptances(product)) == ("high", None)
    assert render_below_lowest(product.model, language) in page[-1]


def test_a_level_that_stays_is_not_named(tmp_path):
    criteria = [*LOW, criterion("D", "high", LICENCE, recommended=True)]
    facts = {"open": True, "licence": None}
    page, product = said(tmp_path, "en", criteria, facts=facts, decisions=[accept(D="2026-12-31")])

    assert find_level_without_acceptances(product) == product.levels.assessed == "high"
    assert "high" not in page[-1]
