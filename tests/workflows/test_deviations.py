"""The register over the products of a folder."""

from os2governance.workflows.deviations import collect_deviations


def test_the_register_of_all_products(context):
    found = collect_deviations([], context)
    entries = [each for group in found.register.groups for each in group.entries]

    assert {each.product for each in entries} <= {"brak", "kirsebaer", "rosenlund"}
    assert list(found.models) == ["haven/2"]
    assert {each.location.file for each in found.findings} == {"products/ulaeselig/product.yaml"}


def test_no_products(context, tmp_path):
    found = collect_deviations([str(tmp_path)], context)

    assert [each.code for each in found.findings] == ["no-products"]
    assert found.register.groups == ()
