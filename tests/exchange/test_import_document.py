"""What a document would make of a product's files, before anything is written."""

from datetime import date

from exchange.test_export_document import assessed

from os2governance.exchange.export_document import read_model_layouts, render_document
from os2governance.exchange.import_document import (
    ImportOptions,
    ImportSession,
    propose_import,
    read_library_terms,
)
from os2governance.workflows.disk_files import open_library

LIBRARY = open_library(None)


def desk(out, *, update=False):
    wordings, findings = read_library_terms(LIBRARY)
    assert findings == []
    return ImportSession(
        as_of=date(2026, 5, 1),
        language="da",
        options=ImportOptions("eksempel", None, out, update),
        library=LIBRARY,
        document_terms=wordings,
    )


def report(tmp_path):
    assessment = assessed(tmp_path)
    layouts, _ = read_model_layouts(LIBRARY, assessment.model)
    layout = layouts.of_kind("governance-report")[0]
    data, _ = render_document(assessment, layout, layouts, (None, "-"))
    return data


def test_nothing_is_written(tmp_path):
    out = tmp_path / "out"
    found = propose_import("rapport.md", report(tmp_path), desk(out))

    assert found.new_data is not None
    assert found.old_data is None
    assert found.path == out / "eksempel" / "product.yaml"
    assert not out.exists()


def test_what_is_no_document_makes_nothing(tmp_path):
    found = propose_import("brev.md", b"Hej!\n", desk(tmp_path))

    assert found.new_data is None
    assert [each.code for each in found.outcome.findings] == ["import-no-rows"]


def test_a_product_that_is_there_is_changed_and_not_replaced(tmp_path):
    data = report(tmp_path)
    home = tmp_path / "out" / "eksempel"
    home.mkdir(parents=True)
    text = (tmp_path / "product.yaml").read_text() + "# i hånden\n"
    (home / "product.yaml").write_text(text)
    found = propose_import("rapport.md", data, desk(tmp_path / "out", update=True))

    assert found.old_data == text.encode()
    assert "# i hånden".encode() in (found.new_data or b"")
