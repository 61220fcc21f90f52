"""What a changed model does to the products that follow it, in words."""

from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance import assess, load_model, load_product
from os2governance.analysis.changed_models import ChangedModel, check_changed_model
from os2governance.analysis.difference import ProductChange
from os2governance.findings.finding import Location

PLACE = Location("criteria/small/1/model.yaml", 1, 1)
OPEN, LICENCE = ({"fact": name, "present": True} for name in ("open", "licence"))
OLD = [criterion("A", "low", OPEN), criterion("B", "high", LICENCE)]


@pytest.fixture
def changed(tmp_path):
    """Change the model of a product, and assess it by both."""

    def make(criteria=OLD, products=1, **more):
        models = [
            load_model(write_model(tmp_path / name, each, **extra))
            for name, each, extra in (("old", OLD, {}), ("new", criteria, more))
        ]
        folders = [
            write_product(tmp_path / "made", f"p{n}", facts={"open": True})
            for n in range(products)
        ]
        effects = [
            ProductChange(*(assess(load_product(f, m), m, as_of=date(2026, 5, 2)) for m in models))
            for f in folders
        ]
        return list(
            check_changed_model(ChangedModel("small/1", *models, ("a.yaml",)), effects, PLACE)
        )

    return make


def test_one_without_products_is_nobodys_concern(changed):
    assert changed(products=0) == []


def test_what_does_nothing_is_said_to_do_nothing(changed):
    [found] = changed()

    assert found.code == "model-changed"
    assert found.location == PLACE
    assert found.message.render("en") == (
        "The model small/1 has changed (a.yaml). Products that follow it: 1; none of them gets "
        "another level or another criterion."
    )


def test_levels_that_change_are_named(changed):
    [found] = changed([criterion("A", "low", OPEN), criterion("B", "high", OPEN)])

    assert "p0 goes from low to high" in found.message.render("en")


@pytest.mark.parametrize(
    ("rule", "danish"),
    [
        (LICENCE, "p0: low → ikke afklaret"),
        ({"not": OPEN}, "p0: low → det laveste niveau er ikke nået"),
    ],
)
def test_a_level_that_is_lost_is_told_in_words(changed, rule, danish):
    [found] = changed([criterion("A", "low", rule), criterion("B", "high", LICENCE)])

    assert danish in found.message.render("da")


def test_outcomes_that_change_alone_are_counted(changed):
    [found] = changed([criterion("A", "low", OPEN), criterion("B", "high", {"not": OPEN})])

    assert "p0 gets another result for 1 criterion" in found.message.render("en")


def test_many_products_are_not_all_named(changed):
    criteria = [criterion("A", "low", OPEN), criterion("B", "high", OPEN)]
    [found] = changed(criteria, products=8)

    assert "and 3 more" in found.message.render("en")


def test_other_rights_are_a_finding_of_their_own(changed):
    levels = [{"id": "low"}, {"id": "high", "decided_by": ["board", "owner"]}]
    roles = [
        {"id": "board", "name": {"da": "Bestyrelsen", "en": "The board"}},
        {"id": "owner", "name": {"da": "Ejeren", "en": "The owner"}},
    ]
    codes = changed(levels=levels, roles=roles)

    assert [each.code for each in codes] == ["model-changed", "model-rights-changed"]
    said = codes[1].arguments["changes"]
    assert said.render("en") == (
        "high: the board → the board and the owner; the owner fills in self-assessments no more, "
        "and can accept deviations"
    )
    assert said.render("da") == (
        "high: bestyrelsen → bestyrelsen og ejeren; ejeren udfylder ikke længere "
        "selvevalueringer og kan derfor acceptere afvigelser"
    )
