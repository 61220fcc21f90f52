"""Documents that are imported: each path is one, holds some, or is told of."""

from dataclasses import replace

import pytest

from os2governance.findings.not_possible import NotPossibleError
from os2governance.workflows.import_ import ImportRequest, import_documents

REPORT = "# Governancerapport for OS2x\n\n> **Dato:** 1. april 2026\n> **Version for anvendt governancerapport:** 1.1.0\n\n| # | Efterlevet? |\n|---|---|\n| R1 | Ja |\n"


@pytest.fixture
def do(tmp_path, context):
    def imports(*files, product=None, model=None, criteria=None):
        request = ImportRequest(product, model, tmp_path / "out", update=False)
        paths = [str(tmp_path / file) for file in files]
        return import_documents(
            paths, request, replace(context, criteria=(criteria,) if criteria else ())
        )

    return imports


def test_a_folder_means_its_documents_each_once(do, tmp_path):
    (tmp_path / "in").mkdir()
    for name in ("b.md", "a.MD", "c.txt"):
        (tmp_path / "in" / name).write_text(REPORT)
    outcomes, findings = do("in", "in/b.md", product="x")

    assert findings == []
    assert [each.file.rpartition("/")[2] for each in outcomes] == ["a.MD", "b.md"]
    assert [each.written_file is None for each in outcomes] == [False, True]


def test_a_folder_without_documents_is_told_of(do, tmp_path):
    (tmp_path / "empty").mkdir()
    outcomes, _ = do("empty")

    assert [(each.kind, [f.code for f in each.findings]) for each in outcomes] == [
        (None, ["import-unknown-kind"])
    ]


def test_a_file_that_is_not_there_does_not_stop_the_others(do, tmp_path):
    (tmp_path / "a.md").write_text(REPORT)
    outcomes, _ = do("none.md", "a.md", product="x")

    assert [each.kind for each in outcomes] == [None, "report"]
    assert (tmp_path / "out" / "x" / "product.yaml").exists()


@pytest.mark.parametrize("product", ["X", "../x", "", "a b", "\x1b[31m", "x" * 200])
def test_what_cannot_be_an_id_is_not_possible(do, product):
    with pytest.raises(NotPossibleError):
        do("a.md", product=product)


def test_a_model_that_is_not_there_is_not_possible(do):
    with pytest.raises(NotPossibleError):
        do("a.md", model="os2/0")


def test_without_terms_of_documents_nothing_is_begun(do, tmp_path):
    (tmp_path / "a.md").write_text(REPORT)
    (tmp_path / "criteria").mkdir()
    outcomes, findings = do("a.md", criteria=tmp_path / "criteria")

    assert outcomes is None
    assert [found.code for found in findings] == ["import-no-documents"]
