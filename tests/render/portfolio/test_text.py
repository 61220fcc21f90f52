"""The portfolio's figures, as text."""

import pytest
from contributions import MODEL, MODELS, share
from pages import BOTH, TODAY, lines

from os2governance.findings.finding import Location, make_finding
from os2governance.portfolio.contribution import Amount
from os2governance.portfolio.figures import count_portfolio
from os2governance.render.common.levels import render_footer
from os2governance.render.portfolio.text import render_portfolio_blocks


def page(shares, language="en", unreadable=0):
    figures = count_portfolio(shares, MODELS, unreadable)
    return lines(render_portfolio_blocks(figures, MODELS, TODAY, language))


@pytest.mark.parametrize("language", BOTH)
def test_products_that_are_otherwise_are_counted_beside(language):
    usual = page([share()], language)[1]
    shares = [
        share(),
        share(product="p", lifecycle="paused"),
        share(product="c", lifecycle="closed"),
    ]
    others = page(shares, language, unreadable=7)[1]

    assert len(usual.split("; ")) == 1
    assert len(others.split("; ")) == 4
    assert others.endswith("7")


@pytest.mark.parametrize(("language", "amount"), [("da", "1.250.000"), ("en", "1,250,000")])
def test_an_amount_is_told_in_the_numbers_of_the_language(language, amount):
    economy = (Amount("declared", 1250000), Amount("none"), Amount("undeclared"))
    said = page([share(economy=economy)], language)

    assert any(f"| {amount} DKK |" in line for line in said)
    assert not any("0 DKK" in line for line in page([share()], language))


@pytest.mark.parametrize("language", BOTH)
def test_what_is_not_known_is_said_and_no_zero(language):
    stated = share(product="b", economy=(Amount("declared", 7),) * 3, authorities=())
    nothing, some = "\n".join(page([share()], language)), page([share(), stated], language)

    assert "98" not in nothing
    assert "0 DKK" not in nothing
    assert any("98" in line for line in some)
    assert any("1" in line and "2" in line and "7 DKK" in line for line in some)


@pytest.mark.parametrize("language", BOTH)
def test_projects_have_figures_of_their_own(language):
    said = page([share(), share(product="b", kind="project")], language)

    assert sum(MODEL.reference in line and line.endswith(": 1") for line in said) == 2


@pytest.mark.parametrize("language", BOTH)
def test_never_met_is_said_with_how_many_it_is_known_of(language):
    statuses = ("unmet", "unknown", "not_applicable") + ("met",) * 40
    others = ("unknown", "unknown", "not_applicable") + ("met",) * 40
    said = page([share(statuses=statuses), share(product="b", statuses=others)], language)
    [line] = [line for line in said if line.startswith("✗ ") and "R1" in line]

    assert all(each in line for each in ("R1", "1", "2"))
    assert not any(f"{name} " in line for name in ("R2", "R3", "R4"))


@pytest.mark.parametrize("language", BOTH)
def test_what_is_overdue_is_a_row_and_the_page_ends_with_what_it_was_made_from(language):
    found = make_finding("unanswered", Location("f", 1, 1), id="A", title="A")
    said = page([share(overdue=(found,))], language)

    message = found.message.render(language).replace("\xa0", " ")
    assert f"Navn | {message}" in said
    assert said[-1] == lines([render_footer(MODELS, TODAY, language)])[0]
