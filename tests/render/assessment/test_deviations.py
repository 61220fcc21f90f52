"""Accepted deviations: by whom, until when, and the level without them."""

import pytest
from folders import criterion
from pages import BOARD, BOTH, LICENCE, OPEN, assessed, lines, loaded

from os2governance.analysis.level_basis import climb_without_acceptances
from os2governance.render.assessment.deviations import render_accepted_deviations
from os2governance.render.common.levels import render_below_lowest

LOW = [criterion(name, "low", OPEN) for name in "ABC"]


def accept(level="high", on="2026-02-01", more=None, **until):
    accepts = {n: {**({"until": day} if day else {}), **(more or {})} for n, day in until.items()}
    return {"on": on, "decision": "place", "level": level, "accepts": accepts, **BOARD}


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
    rows = [line.split(" | ") for line in page if " | " in line][::2]

    assert [row[0] for row in rows] == ["C", "B", "A"]
    assert {"da": "31. december 2026", "en": "31 December 2026"}[language] in rows[0][1]
    assert {"da": "1. januar 2027", "en": "1 January 2027"}[language] in rows[1][1]
    assert not any(letter.isdigit() for letter in rows[2][1])


@pytest.mark.parametrize("language", BOTH)
def test_who_accepted_when_why_and_where(tmp_path, language):
    log = [{**accept(A="2026-12-31"), "grounds": "Småt.", "reference": "Sag 7"}]
    page, _ = said(tmp_path, language, facts={"open": False}, decisions=log)
    [_, row] = [line for line in page if " | " in line]

    board = {"da": "Bestyrelsen, 1. februar 2026", "en": "The board, 1 February 2026"}[language]
    assert row.endswith(f" | {board}. Småt. Sag 7")


TOLD = [
    # the acceptance beside its day and its level, and how it ends
    ({}, "for high, without a deadline", "The board, 1 February 2026. Ja."),
    ({"level": "low", "A": "2026-12-31"}, "for low, through 31 December 2026", "The board, 1 February 2026. Ja."),
    ({"more": {"action": "Mødes."}}, "for high, without a deadline", "The board, 1 February 2026. Ja. Follow-up: Mødes."),
    ({"more": {"action": "Mødes", "responsible": "owner"}}, "for high, without a deadline", "The board, 1 February 2026. Ja. Follow-up: Mødes (The owner)."),
    ({"more": {"responsible": "owner"}}, "for high, without a deadline", "The board, 1 February 2026. Ja. Follow-up: The owner."),
]  # fmt: skip


@pytest.mark.parametrize(("given", "end", "told"), TOLD)
def test_level_end_and_follow_up_are_told(tmp_path, given, end, told):
    page, _ = said(tmp_path, "en", facts={"open": False}, decisions=[accept(**{"A": None, **given})])  # fmt: skip
    rows = [line.split(" | ") for line in page if " | " in line]

    assert rows == [["A", end], ["", told]]


@pytest.mark.parametrize(
    ("times", "told"), [(1, ""), (2, "Renewed once."), (3, "Renewed 2 times.")]
)
def test_a_renewal_has_its_number(tmp_path, times, told):
    log = [accept(on=f"2026-02-0{day}", A="2026-12-31") for day in range(1, times + 1)]
    page, _ = said(tmp_path, "en", facts={"open": False}, decisions=log)
    [_, row] = [line for line in page if " | " in line]

    assert ("Renewed" in row) is (told != "")
    assert told in row


def test_a_grey_light_accepts_for_all_levels(tmp_path):
    rated = {"evaluated": {"on": "2026-05-01", "by": "Eva"}, "lights": {"A": {"light": "not_applicable"}}}  # fmt: skip
    page, _ = said(tmp_path, "en", evaluations=[rated])
    rows = [line.split(" | ") for line in page if " | " in line]

    assert rows == [["A", "for all levels, without a deadline"], ["", "Eva, 1 May 2026."]]


@pytest.mark.parametrize("language", BOTH)
def test_the_level_without_them_is_told_at_the_end(tmp_path, language):
    log = [accept(A="2026-12-31", B="2026-12-31", C="2026-12-31")]
    page, product = said(tmp_path, language, facts={"open": False}, decisions=log)

    assert (product.levels.assessed, climb_without_acceptances(product).reached) == ("high", None)
    assert render_below_lowest(product.model, language) in page[-1]


def test_a_level_that_stays_is_not_named(tmp_path):
    criteria = [*LOW, criterion("D", "high", LICENCE, recommended=True)]
    facts = {"open": True, "licence": None}
    page, product = said(tmp_path, "en", criteria, facts=facts, decisions=[accept(D="2026-12-31")])

    assert climb_without_acceptances(product).reached == product.levels.assessed == "high"
    assert "high" not in page[-1]
