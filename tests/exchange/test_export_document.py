"""OS2's own documents made of an assessment."""

import json
from dataclasses import replace
from datetime import date

import pytest

from os2governance import assess, load_product
from os2governance.exchange.export_document import read_model_layouts, render_document
from os2governance.workflows.disk_files import open_library

LIBRARY = open_library()
DECLARED = """\
format: os2governance/product/1
product: eksempel
name: Eksempel
kind: product
model: os2/1.1.0
declared: {on: 2026-04-01, by: Styregruppen}
answers:
  R1: {answer: met, note: "Det virker.", evidence: [https://www.os2.eu/eksempel]}
"""


def assessed(tmp_path):
    (tmp_path / "product.yaml").write_text(DECLARED, encoding="utf-8")
    model, _ = LIBRARY.model("os2/1.1.0")
    return assess(load_product(tmp_path, model), model, as_of=date(2026, 5, 1))


def test_every_layout_makes_a_document(tmp_path):
    assessment = assessed(tmp_path)
    layouts, findings = read_model_layouts(LIBRARY, assessment.model)

    assert findings == []
    assert {each.kind for each in layouts.layouts} >= {
        "governance-report",
        "evaluation-report",
        "self-assessment-json",
        "publiccode",
    }
    for layout in layouts.layouts:
        data, _ = render_document(assessment, layout, layouts, (None, "-"))
        assert data, layout.name
        if layout.kind == "self-assessment-json":
            assert json.loads(data)
        else:
            assert "Eksempel" in data.decode()


@pytest.mark.parametrize("name", ["haven"])
def test_a_model_without_layouts_makes_none(tmp_path, name):
    assessment = assessed(tmp_path)
    other = replace(assessment.model, id=name)

    layouts, findings = read_model_layouts(LIBRARY, other)

    assert layouts is None
    assert [each.code for each in findings] == ["layouts-missing"]
