"""Collecting something of each product: in the order of the files, and failures apart."""

from pathlib import Path

import pytest

from os2governance.workflows.collect import collect_from_products, open_models
from os2governance.workflows.find_products import list_product_files


def name_and_level(assessment):
    return [(assessment.product.id, assessment.levels.assessed)]


def fail_at_one(assessment):
    if assessment.product.id == "kirsebaer":
        raise ZeroDivisionError
    return [assessment.product.id]


def test_what_each_product_gives_is_collected_in_order(context):
    files, _ = list_product_files([])
    found = collect_from_products(files, name_and_level, context)

    assert [name for name, _level in found.items] == ["brak", "kirsebaer", "rosenlund"]
    assert {each.location.file for each in found.findings} == {"products/ulaeselig/product.yaml"}
    assert found.unread == ["products/ulaeselig/product.yaml"]


@pytest.mark.faults
def test_one_that_raises_is_a_finding_and_the_others_are_collected(context):
    found = collect_from_products(
        [f"products/{name}/product.yaml" for name in ("brak", "kirsebaer")], fail_at_one, context
    )

    assert (found.items, found.unread) == (["brak"], ["products/kirsebaer/product.yaml"])
    assert [each.code for each in found.findings] == ["internal-error"]


def test_models_by_reference(context):
    assert list(open_models(["haven/2", "haven/2", "none/1"], context)) == ["haven/2"]
    assert Path("criteria").is_dir()
