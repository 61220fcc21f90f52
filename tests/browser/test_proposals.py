"""Proposals of a document, confirmed in the form: in a real browser, with and without scripts."""

import pytest
import yaml
from browser.test_form import field, product, saved, serve  # noqa: F401 - fixtures
from playwright.sync_api import expect

from os2governance.documents.yaml_reader import read_yaml

PROPOSED = {
    "facts": {
        "ownership": {"copyright_holder": "OS2"},
        "development": {"review": {"on": "2018-05"}},
    },
    "from": {"development.review.on": "rapport.md:9: Gennemført i maj 2018."},
}


@pytest.fixture
def proposing(product):  # noqa: F811 - the fixture
    file = product / "product.yaml"
    values = yaml.safe_load(file.read_text())
    values["facts"]["development"].pop("review", None)
    values["facts"]["ownership"].pop("copyright_holder", None)
    text = yaml.safe_dump({**values, "proposed": PROPOSED}, sort_keys=False, allow_unicode=True)
    file.write_text(text)
    return product


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_one_is_used_and_one_rejected(proposing, serve, opened, axe, shot, scripts):  # noqa: F811
    page = opened(serve(proposing), java_script_enabled=scripts)
    review = field(page, "facts.development.review.on")
    expect(review).to_contain_text("maj 2018")
    expect(review).to_contain_text("Gennemført i maj 2018.")
    if scripts:
        assert axe(page) == []
        shot(page, "form-proposals")
        review.scroll_into_view_if_needed()
        shot(page, "form-proposal")
    review.get_by_role("button", name="Brug").click()

    holder = field(page, "facts.ownership.copyright_holder")
    expect(field(page, "facts.development.review.on").locator(".proposal")).to_have_count(0)
    holder.get_by_role("button", name="Afvis").click()
    expect(page.locator(".proposal")).to_have_count(0)

    values = read_yaml((proposing / "product.yaml").read_bytes(), "x")[0].values
    assert values["facts"]["development"]["review"]["on"] == "2018-05"
    assert "copyright_holder" not in values["facts"]["ownership"]
    assert "proposed" not in values


def test_what_is_typed_beside_it_is_not_lost(proposing, serve, opened):  # noqa: F811
    page = opened(serve(proposing), java_script_enabled=False)
    page.goto(f"{page.url}#f-facts.ownership.licence")  # what lies folded is opened
    field(page, "facts.ownership.licence").locator("input").first.fill("EUPL-1.2")
    holder = field(page, "facts.ownership.copyright_holder")
    holder.get_by_role("button", name="Brug").click()

    expect(field(page, "facts.ownership.licence").locator("input").first).to_have_value("EUPL-1.2")
    values = yaml.safe_load((proposing / "product.yaml").read_text())
    assert values["facts"]["ownership"]["copyright_holder"] == "OS2"
