"""Figures over products: who can be used counts, who cannot is told of."""

from os2governance.workflows.portfolio import assess_portfolio


def test_each_usable_product_counts_once(context):
    found = assess_portfolio(["products", "products/brak"], context)

    assert [each.product for each in found.contributions] == ["brak", "kirsebaer", "rosenlund"]
    assert list(found.models) == ["haven/2"]


def test_what_cannot_be_used_is_told_and_counted_apart(context):
    found = assess_portfolio([], context)
    usable = assess_portfolio(
        ["products/brak", "products/kirsebaer", "products/rosenlund"], context
    )

    assert {each.location.file for each in found.findings} == {"products/ulaeselig/product.yaml"}
    assert usable.findings == []
    assert found.contributions == usable.contributions
    assert (found.figures.unreadable, usable.figures.unreadable) == (1, 0)


def test_a_path_without_products_is_a_finding_and_no_product(context, tmp_path):
    found = assess_portfolio([str(tmp_path)], context)

    assert [each.code for each in found.findings] == ["no-products"]
    assert (found.contributions, found.models) == ([], {})


def test_errors_of_a_record_are_told_and_the_product_counts(context, tmp_path):
    from shutil import copytree

    copytree("products/brak", tmp_path / "brak")
    (tmp_path / "brak" / "decisions.yaml").write_text("a: [")
    found = assess_portfolio([str(tmp_path)], context)

    assert [each.product for each in found.contributions] == ["brak"]
    assert {each.code for each in found.findings} == {"yaml-syntax"}
