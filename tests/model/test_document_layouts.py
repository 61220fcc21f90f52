"""Layouts: whole, or said what is wrong with them and where."""

import pytest
from documents_out import FOLDER, LAYOUTS

from os2governance.files.reading import read_model_files
from os2governance.model.document_layouts import read_layouts

FILES, _ = read_model_files(FOLDER)


def test_every_kind_has_one_default():
    kinds = {layout.kind for layout in LAYOUTS.layouts}

    assert kinds == {
        "governance-report",
        "evaluation-report",
        "self-assessment-json",
        "publiccode",
    }
    for kind in kinds:
        assert [layout.default for layout in LAYOUTS.of_kind(kind)].count(True) == 1
        assert LAYOUTS.of_kind(kind)[0].default


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("marks.yaml", b"format: os2governance/marks/1\n", "missing-key"),
        ("x.yaml", b"format: os2governance/layout/1\nkind: poem\n", "wrong-choice"),
        ("x.yaml", b"kind: [\n", "yaml-syntax"),
        ("x.yaml", b"[]\n", "wrong-type"),
        (
            "x.yaml",
            b"format: os2governance/layout/1\nkind: publiccode\nlayout: a\nfills: facts\nvalue: []\n",
            "unknown-key",
        ),
    ],
)
def test_what_is_wrong_is_said(name, text, code):
    layouts, findings = read_layouts({**FILES, name: text}, "f")

    assert layouts is None
    assert code in {found.code for found in findings}
    assert {found.location.file for found in findings} == {f"f/{name}"}


def test_a_folder_without_them():
    layouts, findings = read_layouts({}, "f")

    assert layouts is None
    assert [found.code for found in findings] == ["layouts-missing"]
