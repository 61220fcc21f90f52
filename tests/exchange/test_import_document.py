"""What a document would make of a product's files, before anything is written."""

from datetime import date

from exchange.test_export_document import assessed

from os2governance.exchange.export_document import document, layouts_of
from os2governance.exchange.import_document import Desk, Wish, proposal, wordings_of
from os2governance.product.reader import Library

LIBRARY = Library.at(None)


def desk(out, *, update=False):
    wordings, findings = wordings_of(LIBRARY)
    assert findings == []
    return Desk(date(2026, 5, 1), "da", Wish("eksempel", None, out, update), LIBRARY, wordings)


def report(tmp_path):
    assessment = assessed(tmp_path)
    layouts, _ = layouts_of(LIBRARY, assessment.model)
    layout = layouts.of_kind("governance-report")[0]
    data, _ = document(assessment, layout, layouts, (None, "-"))
    return data


def test_nothing_is_written(tmp_path):
    out = tmp_path / "out"
    found = proposal("rapport.md", report(tmp_path), desk(out))

    assert found.data is not None
    assert found.was is None
    assert found.path == out / "eksempel" / "product.yaml"
    assert not out.exists()


def test_what_is_no_document_makes_nothing(tmp_path):
    found = proposal("brev.md", b"Hej!\n", desk(tmp_path))

    assert found.data is None
    assert [each.code for each in found.outcome.findings] == ["import-no-rows"]


def test_a_product_that_is_there_is_changed_and_not_replaced(tmp_path):
    data = report(tmp_path)
    home = tmp_path / "out" / "eksempel"
    home.mkdir(parents=True)
    text = (tmp_path / "product.yaml").read_text() + "# i hånden\n"
    (home / "product.yaml").write_text(text)
    found = proposal("rapport.md", data, desk(tmp_path / "out", update=True))

    assert found.was == text.encode()
    assert "# i hånden".encode() in (found.data or b"")
