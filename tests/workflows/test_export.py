"""Which document is exported, and the file that it is put into."""

from dataclasses import replace

import pytest

from os2governance.findings.not_possible import NotPossibleError
from os2governance.workflows.export import ExportRequest, export_product, write_export

PRODUCT = """\
format: os2governance/product/1
product: x
name: X
kind: product
model: os2/1.1.0
declared: {on: 2026-05-01, by: Tovholderen}
"""


@pytest.fixture
def product(tmp_path, context):
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "product.yaml").write_text(PRODUCT)
    return str(tmp_path / "x"), replace(context, criteria=())


def export(product, kind=None, layout=None, template=None):
    path, context = product
    return export_product(path, ExportRequest(kind, layout, template), context)


def test_a_layout_is_one_of_its_kind(product):
    first, _ = export(product, "evaluation-report", "0.9.2")
    second, _ = export(product, "evaluation-report", "2026")

    assert first
    assert second
    assert first != second


@pytest.mark.parametrize(
    ("kind", "layout"),
    [(None, None), ("publiccode", "2026"), ("nothing", None), ("publiccode", "")],
)
def test_a_document_that_there_is_not_is_not_possible(product, kind, layout):
    with pytest.raises(NotPossibleError):
        export(product, kind, layout)


def test_a_template_that_cannot_be_read_is_a_finding(product, tmp_path):
    data, [found] = export(product, template=str(tmp_path / "none.md"))

    assert (data, found.code) == (None, "file-unreadable")


def test_a_model_without_layouts_exports_nothing(context):
    data, [found] = export_product(
        "products/rosenlund", ExportRequest("publiccode", None, None), context
    )

    assert (data, found.code) == (None, "layouts-missing")


def test_a_product_that_cannot_be_read_exports_its_findings(context):
    data, findings = export_product(
        "products/ulaeselig", ExportRequest("publiccode", None, None), context
    )

    assert data is None
    assert findings


def test_a_file_is_replaced_and_anything_else_is_not(tmp_path):
    file = tmp_path / "new" / "x.md"
    for data in (b"1", b"2"):
        assert write_export(file, data) == []
    assert file.read_bytes() == b"2"

    assert [found.code for found in write_export(tmp_path / "new", b"3")] == ["file-unreadable"]
