"""What a document would make of a product's files, before anything is written."""

from datetime import date

from exchange.test_export_document import assessed

from os2governance.exchange.export_document import read_model_layouts, render_document
from os2governance.exchange.import_document import (
    ImportOptions,
    ImportSession,
    import_file,
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


def test_what_is_there_is_kept_when_an_import_changes_it(tmp_path):
    (tmp_path / "rapport.md").write_bytes(report(tmp_path))
    file = tmp_path / "out" / "eksempel" / "product.yaml"
    file.parent.mkdir(parents=True)
    text = (tmp_path / "product.yaml").read_text().replace("2026-04-01", "2026-01-15")
    text = text.replace("R1:", "R3:", 1)
    file.write_text(text)
    outcome = import_file(tmp_path / "rapport.md", desk(tmp_path / "out", update=True))
    kept = file.parent / "declarations" / "2026-01-15.yaml"

    assert outcome.written_file == file.as_posix()
    assert outcome.kept_file == kept.as_posix()
    assert kept.read_text() == text
    assert "2026-01-15" not in file.read_text()

    again = import_file(tmp_path / "rapport.md", desk(tmp_path / "out", update=True))
    assert again.kept_file is None
    assert [each.name for each in kept.parent.iterdir()] == ["2026-01-15.yaml"]


def test_an_import_that_cannot_keep_what_is_there_writes_nothing(tmp_path):
    (tmp_path / "rapport.md").write_bytes(report(tmp_path))
    file = tmp_path / "out" / "eksempel" / "product.yaml"
    kept = file.parent / "declarations" / "2026-01-15.yaml"
    kept.parent.mkdir(parents=True)
    kept.write_text("# en anden\n")
    text = (tmp_path / "product.yaml").read_text().replace("2026-04-01", "2026-01-15")
    file.write_text(text.replace("R1:", "R3:", 1))
    outcome = import_file(tmp_path / "rapport.md", desk(tmp_path / "out", update=True))

    assert outcome.written_file is None
    assert "kept-declaration-differs" in [each.code for each in outcome.findings]
    assert (file.read_text(), kept.read_text()) == (text.replace("R1:", "R3:", 1), "# en anden\n")
