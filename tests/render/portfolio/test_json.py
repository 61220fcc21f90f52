"""The portfolio's figures, in JSON."""

import json
from dataclasses import fields

import pytest
from contributions import MODEL, MODELS, share
from pages import BOTH, HOSTILE, TODAY

from os2governance.findings.finding import Location, make_finding
from os2governance.portfolio.figures import Portfolio, count_portfolio
from os2governance.render.common.findings_json import build_finding_object, build_finding_objects
from os2governance.render.portfolio.json import FORMAT, build_portfolio_object


def said(shares, language="en", findings=()):
    figures = count_portfolio(shares, MODELS)
    digests = {MODEL.reference: MODEL.digest}
    return build_portfolio_object(figures, TODAY, digests, findings, language), figures


def test_every_figure_has_the_name_of_its_field():
    whole, figures = said([share(), share(product="p", lifecycle="paused")])

    assert whole["format"] == FORMAT
    assert {each.name for each in fields(Portfolio)} <= whole.keys()
    assert (whole["products"], whole["paused"]) == (figures.products, figures.paused) == (2, 1)
    assert whole["made_from"]["models"] == {MODEL.reference: MODEL.digest}


@pytest.mark.parametrize("language", BOTH)
def test_texts_are_told_in_the_language_and_nothing_else_is_changed(language):
    found = make_finding("unanswered", Location(HOSTILE, 1, 1), id="A", title="A")
    whole, figures = said([share(name=HOSTILE, overdue=(found,))], language, [found])

    assert json.loads(json.dumps(whole)) == whole
    [overdue] = whole["overdue"]
    assert (overdue["name"], overdue["found"]) == (HOSTILE, build_finding_object(found, language))
    names = [rung.name.render(language) for rung in figures.groups[0].levels.rungs]
    assert [rung["name"] for rung in whole["groups"][0]["levels"]["rungs"]] == names
    assert whole["findings"] == build_finding_objects([found], language)


def test_what_is_unknown_is_null():
    [group] = said([share()])[0]["groups"]

    assert group["coverage"] is None
    assert group["economy"]["whole"]["total"] is None
    assert group["economy"]["whole"]["undeclared"] == 1


def test_what_is_not_settled_has_a_count_of_its_own():
    [group] = said([share(states={"assessed": "not_settled"}, settled=False)])[0]["groups"]

    assert group["levels"]["not_settled"] == {"placed": 0, "assessed": 1, "evaluated": 0}
    assert group["levels"]["below"]["assessed"] == 0
    assert group["levels"]["nobody"] == {"placed": 1, "assessed": 0, "evaluated": 1}


def test_no_products_are_counted_as_none():
    whole, _ = said([])

    assert (whole["products"], whole["overdue"], whole["groups"]) == (0, [], [])
