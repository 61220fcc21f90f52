"""Agreement over the products of a folder, and what is likely to be questioned in one of them."""

from datetime import date
from pathlib import Path

import pytest
from agreements import ANSWERS, EVALUATED, three
from folders import write_product

from os2governance.workflows.agreement import compare_with_evaluations, question_products
from os2governance.workflows.context import Context


@pytest.fixture
def context(tmp_path, monkeypatch, capfd):
    """Work in a folder of three products, two of them evaluated; a workflow prints nothing."""
    monkeypatch.chdir(tmp_path)
    three(Path())
    for name in ("one", "two"):
        write_product(Path(), name, answers=ANSWERS, evaluations=[EVALUATED])
    write_product(Path(), "three", answers=ANSWERS)
    yield Context(as_of=date(2026, 7, 1), language="en", criteria=(Path("criteria"),))
    assert capfd.readouterr() == ("", "")


def test_all_products_of_a_folder(context):
    found = compare_with_evaluations([], context)
    (group,) = found.figures.groups

    assert [each.product for each in found.pairs] == ["one", "two"]
    assert (group.products, group.overall.counts["self_light"].agree) == (2, 4)
    assert group.contested[0].always
    assert found.findings == []


def test_how_claims_fared_is_counted_over_the_products_beside(context):
    (product, questions), *_ = question_products(["products/three"], context).products

    assert product.product.id == "three"
    assert [(each.criterion, each.reasons) for each in questions] == [("A", ("often_lowered",))]


def test_what_cannot_be_read_is_a_finding(context):
    Path("products/two/product.yaml").write_text("a: [")

    assert [each.code for each in compare_with_evaluations([], context).findings]
    assert [each[0].product.id for each in question_products([], context).products] == [
        "one",
        "three",
    ]


def test_no_products(context):
    Path("empty").mkdir()

    assert [each.code for each in compare_with_evaluations(["empty"], context).findings] == [
        "no-products"
    ]
    assert question_products(["empty"], context).products == []
