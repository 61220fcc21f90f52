"""Several products: what differs between them, and what is not active or has another model."""

from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance import assess, load_model, load_product
from os2governance.render.assessment.overview import (
    render_overview_blocks,
    render_overview_product,
)
from os2governance.render.common.layout import lay_out
from os2governance.version import VERSION

TODAY = date(2026, 5, 1)
OPEN = {"fact": "open", "equals": True}
LICENCE = {"fact": "licence", "present": True}


def page(assessments, language="da", unreadable=()):
    products = [render_overview_product(each, language) for each in assessments]
    blocks = render_overview_blocks(products, unreadable, language, TODAY)
    return ["".join(span.text for span in line) for line in lay_out(blocks, 100)]


def assessed(tmp_path, identity, **more):
    folder = tmp_path / "criteria" / "small" / "1"
    if not folder.exists():
        write_model(tmp_path, [criterion("A", "low", OPEN), criterion("B", "high", OPEN)])
    model = load_model(folder)
    return assess(
        load_product(write_product(tmp_path, identity, **more), model), model, as_of=TODAY
    )


def decision(**more):
    return {"on": "2026-04-01", "by": "board", "grounds": "x", **more}


def test_the_highest_level_is_counted_first(tmp_path):
    low, high = assessed(tmp_path, "low"), assessed(tmp_path, "high", facts={"open": True})

    assert "2 produkter vurderet (high: 1, ikke afklaret: 1)." in page([low, high])
    assert "1 product assessed (high: 1)." in page([high], "en")


COUNTED = [
    # the facts of some products, and how they are counted
    ([{"open": True}, {"open": True}], "2 products assessed (high: 2)."),
    ([{}, {"open": True}, {"open": False}], "3 products assessed (high: 1, not settled: 1, not yet at low: 1)."),
    ([{}, {}], "2 products assessed (not settled: 2)."),
]  # fmt: skip


@pytest.mark.parametrize(("products", "said"), COUNTED)
def test_what_is_not_settled_is_counted_apart_and_never_as_low(tmp_path, products, said):
    those = [assessed(tmp_path, f"p{n}", facts=facts) for n, facts in enumerate(products)]

    assert said in page(those, "en")


def test_a_draft_is_marked_and_counted_nowhere(tmp_path):
    draft = assessed(tmp_path, "draft", declared={"on": "2026-05-01", "by": "E", "draft": True})
    said = page([draft, assessed(tmp_path, "tool")], "en")

    assert any(line.startswith("Draft (draft)  ") for line in said)
    assert "1 product assessed (not settled: 1)." in said
    assert "1 draft is not counted." in said


def test_projects_and_other_models_are_counted_by_themselves(tmp_path):
    project = assessed(tmp_path, "plan", kind="project", facts={"open": True})
    said = page([project, assessed(tmp_path, "tool")], "en")

    assert "small/1, product: 1 assessed (not settled: 1)." in said
    assert "small/1, project: 1 assessed (high: 1)." in said


CELLS = [
    # facts, the cells of the placed, assessed, own and highest possible level
    ({}, ["–", "not settled", "not settled", "high"]),
    ({"open": False}, ["–", "(none yet)", "(none yet)", "(none yet)"]),
    ({"open": True}, ["–", "high", "high", "high"]),
]


@pytest.mark.parametrize(("facts", "cells"), CELLS)
def test_the_table_tells_open_from_low(tmp_path, facts, cells):
    row = render_overview_product(assessed(tmp_path, "tool", facts=facts), "en").row
    said = ["".join(span.text for span in each) for each in row]

    assert [said[n] for n in (1, 2, 3, 5)] == cells


def test_a_level_below_an_open_one_may_yet_be_higher(tmp_path):
    criteria = [criterion("A", "low", OPEN), criterion("B", "high", LICENCE)]
    write_model(tmp_path, criteria)
    product = assessed(tmp_path, "tool", facts={"open": True})
    said = page([product], "en")

    assert (product.levels.assessed, product.settled) == ("low", False)
    assert any("at least low" in line for line in said[:4])
    assert (
        "  High is not settled: B is open; at most high. low: the result of the one criterion is not"
        in " ".join(said)
    )


def test_a_product_without_a_self_assessment_has_no_gaps(tmp_path):
    lights = {"A": {"light": "met"}, "B": {"light": "unmet"}}
    rated = {"evaluated": {"on": "2026-03-01", "by": "E"}, "lights": lights}
    product = assessed(tmp_path, "tool", evaluations=[rated])
    (tmp_path / "products" / "tool" / "product.yaml").unlink()
    product = assess(load_product(tmp_path / "products" / "tool", product.model), product.model, as_of=TODAY)  # fmt: skip
    said = page([product], "en")

    assert product.declaration is None
    assert said[1].split() == ["tool", "–", "low", "–", "low", "low", "–"]
    assert "" not in said[3:5]


def test_a_placement_that_differs_is_said_both_ways(tmp_path):
    above = assessed(tmp_path, "above", decisions=[decision(decision="place", level="high")])
    below = assessed(
        tmp_path,
        "below",
        facts={"open": True},
        decisions=[decision(decision="place", level="low")],
    )
    said = page([above, below])

    assert any(line.startswith("  ▲ Placeringen (high) er højere end") for line in said)
    assert "  • Placeringen (low) er lavere end det vurderede niveau (high)." in said


def test_a_product_that_is_paused_or_closed_says_so(tmp_path):
    closed = assessed(tmp_path, "tool", decisions=[decision(decision="close")])

    assert any(line.startswith("Tool (lukket)") for line in page([closed]))


def test_a_long_name_is_cut(tmp_path):
    long = assessed(tmp_path, "tool", name="n" * 90)

    assert any(line.startswith("n" * 39 + "…  ") for line in page([long]))


def test_without_products_only_the_date_is_left():
    assert page([]) == [f"Vurderet pr. 1. maj 2026 efter – med os2governance {VERSION}."]
