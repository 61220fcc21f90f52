"""Several products: what differs between them, and what is not active or has another model."""

from datetime import date

from folders import criterion, write_model, write_product

from os2governance import assess, load_model, load_product
from os2governance.render.assessment.overview import (
    render_overview_blocks,
    render_overview_product,
)
from os2governance.render.common.layout import lay_out

TODAY = date(2026, 5, 1)
OPEN = {"fact": "open", "equals": True}


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

    assert "2 produkter er vurderet: 1 på high og 1 endnu ikke low." in page([low, high])
    assert "1 product is assessed: 1 at high." in page([high], "en")


def test_a_placement_that_differs_is_said_both_ways(tmp_path):
    above = assessed(tmp_path, "above", decisions=[decision(decision="place", level="high")])
    below = assessed(
        tmp_path,
        "below",
        facts={"open": True},
        decisions=[decision(decision="place", level="low")],
    )
    said = page([above, below])

    assert "  ▲ Placeret på high, men efter reglerne er niveauet: endnu ikke low." in said
    assert "  • Placeret på low, men efter reglerne er niveauet: high." in said


def test_a_product_that_is_paused_or_closed_says_so(tmp_path):
    closed = assessed(tmp_path, "tool", decisions=[decision(decision="close")])

    assert any(line.startswith("Tool (lukket)") for line in page([closed]))


def test_a_long_name_is_cut(tmp_path):
    long = assessed(tmp_path, "tool", name="n" * 90)

    assert any(line.startswith("n" * 39 + "…  ") for line in page([long]))


def test_without_products_only_the_date_is_left():
    assert page([]) == ["Vurderet pr. 2026-05-01 efter – med os2governance 0.1.0."]
