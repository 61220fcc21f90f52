"""Each product under two models: those on disk, or one as a revision had it."""

from datetime import date

import pytest
from folders import criterion, write_model, write_product
from repository import first_commit, replace

from os2governance.findings.not_possible import NotPossibleError
from os2governance.workflows.context import Context
from os2governance.workflows.model_impact import compare_models

OPEN = {"fact": "open", "equals": True}


@pytest.fixture
def place(tmp_path, monkeypatch):
    write_model(tmp_path, [criterion("A", "low", OPEN)])
    for name in ("b", "a"):
        write_product(tmp_path, name, facts={"open": True})
    first_commit(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def context(place):
    return Context(as_of=date(2026, 5, 1), language="en", criteria=(place / "criteria",))


def test_a_model_and_itself_change_no_product(context):
    found = compare_models("small/1", "small/1", [], context)

    assert [each.reference for each in found.models] == ["small/1", "small/1"]
    assert [each.attribution.change.before.product.id for each in found.impacts] == [
        "a",
        "b",
    ]
    assert found.findings == ()


def test_a_revision_is_the_model_as_it_was(place, context):
    replace(place / "criteria" / "small" / "1" / "all.yaml", "equals: true", "equals: false")
    found = compare_models("HEAD", None, [], context)
    (old, new), impacts = found.models, found.impacts

    assert (old.reference, new.reference) == ("small/1", "small/1")
    assert old.digest != new.digest
    changes = [each.attribution.change for each in impacts]
    assert [(c.before.outcome("A").status, c.after.outcome("A").status) for c in changes] == [
        ("met", "unmet")
    ] * 2


def test_products_of_other_models_are_left_out_and_faults_are_told(place, context):
    write_model(place / "other", [criterion("A", "low", OPEN)], model="other")
    (place / "other" / "criteria" / "small").rename(place / "criteria" / "other")
    write_product(place, "c", model="other/1")
    write_product(place, "d", model="small/7")
    found = compare_models("small/1", "small/1", [], context)

    assert len(found.impacts) == 2
    assert [each.code for each in found.findings] == ["unknown-model"]


def test_only_products_that_follow_the_old_model_are_moved_by_the_change(place, context):
    """Those by another version are counted apart: nobody asks them to move."""
    write_model(place / "next", [criterion("A", "low", OPEN)], version="2")
    (place / "next" / "criteria" / "small" / "1").rename(place / "criteria" / "small" / "2")
    write_product(place, "c", model="small/2", facts={"open": False})
    found = compare_models("small/1", "small/2", [], context)

    assert [each.attribution.change.product for each in found.impacts] == ["a", "b"]
    assert found.elsewhere == {"small/2": 1}


@pytest.mark.parametrize(
    ("before", "after"),
    [("small/9", None), ("HEAD~7", None), ("HEAD", "small/9"), ("--all", None)],
)
def test_models_and_revisions_that_are_none_are_not_possible(context, before, after):
    with pytest.raises(NotPossibleError):
        compare_models(before, after, [], context)


def test_a_model_that_the_revision_lacks_is_not_possible(place, context):
    made = write_model(place / "new", [criterion("A", "low", OPEN)], version="2")
    made.rename(place / "criteria" / "small" / "2")

    with pytest.raises(NotPossibleError) as refused:
        compare_models("HEAD", "small/2", [], context)
    assert "small/2" in refused.value.text.da
