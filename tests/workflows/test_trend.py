"""The trend over the products of a folder."""

from os2governance.workflows.trend import find_trend


def test_each_product_since_it_is_known(context):
    found = find_trend([], context)

    assert [each.product for each in found.points] == sorted(each.product for each in found.points)
    assert {each.product for each in found.points} == {"brak", "kirsebaer", "rosenlund"}
    assert {each.half.id for each in found.points} >= {"2026-1"}
    assert list(found.models) == ["haven/2"]
    assert {each.location.file for each in found.findings} == {"products/ulaeselig/product.yaml"}


def test_no_products(context, tmp_path):
    found = find_trend([str(tmp_path)], context)

    assert [each.code for each in found.findings] == ["no-products"]
    assert (found.points, found.groups) == ([], ())
