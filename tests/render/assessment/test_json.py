"""Assessments of many products in JSON: a head, the products, and what was counted."""

import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import BOTH, TODAY, assessed

from os2governance.findings.finding import Location, make_finding
from os2governance.render.assessment.json import (
    AssessmentTotals,
    ProductTally,
    render_assessments_head,
    render_assessments_tail,
    tally_product,
    tally_unreadable_product,
)
from os2governance.render.assessment.product_json import FORMAT, render_product_json
from os2governance.render.common.findings_json import build_finding_objects

FOUND = make_finding("no-products", Location("x"), path="x")


def tallied(level, model="m/1", kind="product", *, draft=False):
    state = level if level in {"below", "not_settled"} else "reached"
    return ProductTally(
        model=model,
        digest="d",
        kind=kind,
        draft=draft,
        assessed=level if state == "reached" else None,
        state=state,
        records_read=True,
    )


def whole(products, totals, findings=(), language="en"):
    tail = render_assessments_tail(totals, findings, language)
    return json.loads(render_assessments_head(TODAY) + ",".join(products) + tail)


@given(st.lists(st.sampled_from(["below", "not_settled", "low", "high"]), max_size=8))
def test_every_product_is_counted_once(levels):
    totals = AssessmentTotals()
    for level in levels:
        totals.add(tallied(level))
    said = whole([], totals)["portfolio"]

    assert said["products"] == len(levels)
    assert said["below"] == levels.count("below")
    assert said["not_settled"] == levels.count("not_settled")
    assert said["assessed"] == {n: levels.count(n) for n in ("high", "low") if n in levels}


def test_a_draft_is_in_no_figure():
    totals = AssessmentTotals()
    totals.add(tallied("low"))
    totals.add(tallied("high", draft=True))
    said = whole([], totals)["portfolio"]

    assert (said["products"], said["assessed"], said["drafts"]) == (1, {"low": 1}, 1)


def test_those_that_cannot_be_compared_are_counted_by_themselves():
    totals = AssessmentTotals()
    for each in (tallied("low"), tallied("below", "m/2"), tallied("low", kind="project")):
        totals.add(each)
    said = whole([], totals)["portfolio"]

    assert said["products"] == 3
    assert said["ladders"] == [
        {"model": "m/1", "kind": "product", "products": 1, "assessed": {"low": 1}, "below": 0, "not_settled": 0},
        {"model": "m/1", "kind": "project", "products": 1, "assessed": {"low": 1}, "below": 0, "not_settled": 0},
        {"model": "m/2", "kind": "product", "products": 1, "assessed": {}, "below": 1, "not_settled": 0},
    ]  # fmt: skip


@pytest.mark.parametrize("language", BOTH)
def test_head_products_and_tail_are_one_object(tmp_path, language):
    product, totals = assessed(tmp_path, facts={"open": True}), AssessmentTotals()
    totals.add(tally_product(product, records_read=True))
    said = whole([render_product_json(product, language)], totals, [FOUND], language)

    assert (said["format"], said["as_of"]) == (FORMAT, "2026-05-01")
    assert [each["product"] for each in said["products"]] == ["tool"]
    assert said["made_from"]["models"] == {"small/1": product.model.digest}
    assert said["findings"] == build_finding_objects([FOUND], language)


@pytest.mark.parametrize("language", BOTH)
def test_what_cannot_be_read_says_why_and_has_no_level(language):
    totals = AssessmentTotals()
    totals.add(tally_unreadable_product('"}]\n', [FOUND], language))
    said = whole([], totals)

    assert said["unreadable"] == [
        {"file": '"}]\n', "findings": build_finding_objects([FOUND], language)}
    ]  # fmt: skip
    assert said["portfolio"]["unreadable"] == 1
    assert said["portfolio"]["products"] == 0
    assert said["made_from"]["models"] == {}


def test_one_record_that_was_not_read_is_enough():
    totals = AssessmentTotals()
    totals.add(tallied("low"))
    assert totals.all_records_read
    totals.add(tally_unreadable_product("x", [], "da"))
    totals.add(tallied("low"))

    assert not totals.all_records_read


def test_a_tally_crosses_a_pipe(tmp_path):
    tally = tally_product(assessed(tmp_path), records_read=False)

    assert pickle.loads(pickle.dumps(tally)) == tally
    assert (tally.assessed, tally.state) == (None, "not_settled")
