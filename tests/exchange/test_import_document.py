"""What a document would make of a product's files, before anything is written."""

from dataclasses import replace
from datetime import date

import pytest
from exchange.test_export_document import assessed

from os2governance.documents.yaml_reader import read_yaml
from os2governance.exchange.export_document import read_model_layouts, render_document
from os2governance.exchange.import_document import (
    ImportOptions,
    ImportSession,
    import_with_change,
    propose_import,
    read_library_terms,
)
from os2governance.workflows.disk_files import open_library

LIBRARY = open_library()


def desk(out, *, update=False, stated_on=None):
    wordings, findings = read_library_terms(LIBRARY)
    assert findings == []
    return ImportSession(
        as_of=date(2026, 5, 1),
        language="da",
        options=ImportOptions("eksempel", None, out, update),
        library=LIBRARY,
        document_terms=wordings,
        stated_on=stated_on,
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
    outcome, _ = import_with_change(tmp_path / "rapport.md", desk(tmp_path / "out", update=True))
    kept = file.parent / "declarations" / "2026-01-15.yaml"

    assert outcome.written_file == file.as_posix()
    assert outcome.kept_file == kept.as_posix()
    assert kept.read_text() == text
    assert "2026-01-15" not in file.read_text()

    again, _ = import_with_change(tmp_path / "rapport.md", desk(tmp_path / "out", update=True))
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
    outcome, _ = import_with_change(tmp_path / "rapport.md", desk(tmp_path / "out", update=True))

    assert outcome.written_file is None
    assert "kept-declaration-differs" in [each.code for each in outcome.findings]
    assert (file.read_text(), kept.read_text()) == (text.replace("R1:", "R3:", 1), "# en anden\n")


UNDATED = """# Governancerapport for OS2eksempel

| # | Krav | Niveau | Efterlevet? | Dokumentation |
|---|---|---|---|---|
| R1 | x | sandkasse | Ja | Referatet. |
"""


def propose(file, text, out, stated_on=None):
    session = desk(out, stated_on=stated_on)
    session = replace(
        session, options=session.options._replace(model=LIBRARY.model("os2/1.1.0")[0])
    )
    return propose_import(file, text.encode(), session)


def read_yaml_values(data):
    return read_yaml(data, "x.yaml")[0].values


@pytest.mark.parametrize(
    ("file", "text", "stated_on", "on", "code"),
    [
        ("rapport.md", UNDATED, None, None, "import-no-date"),
        ("rapport.md", UNDATED, date(2024, 2, 3), "2024-02-03", None),
        ("2023-01-26.md", UNDATED, date(2024, 2, 3), "2023-01-26", "import-date-from-name"),
        ("2023-01-26.md", f"Dato: 2. maj 2022\n{UNDATED}", date(2024, 2, 3), "2022-05-02", None),
        ("2023-01-26.md", f"Dato: i går\n{UNDATED}", None, "2023-01-26", "import-date-from-name"),
        ("publiccode.yml", "publiccodeYmlVersion: '0.4'\nname: OS2x\n", None, None, "import-no-date"),
    ],
)  # fmt: skip
def test_a_document_is_dated_by_its_text_its_file_or_the_user_but_never_by_today(
    file, text, stated_on, on, code, tmp_path
):
    found = propose(file, text, tmp_path, stated_on)

    dated = read_yaml_values(found.new_data)["declared"]["on"] if found.new_data else None
    codes = {
        each.code
        for each in found.outcome.findings
        if each.code.endswith(("no-date", "from-name"))
    }
    assert (dated, codes) == (on, {code} if code else set())


def test_a_draft_is_a_draft_until_the_final_document_is_imported(tmp_path):
    draft = propose("2026-04-01.md", UNDATED.replace("# ", "# [KLADDE] ", 1), tmp_path)
    assert read_yaml_values(draft.new_data)["declared"]["draft"] is True
    draft.path.parent.mkdir(parents=True)
    draft.path.write_bytes(draft.new_data)
    session = replace(
        desk(tmp_path, update=True),
        options=ImportOptions("eksempel", LIBRARY.model("os2/1.1.0")[0], tmp_path, update=True),
    )
    final = propose_import("2026-04-02.md", UNDATED.encode(), session)

    assert "draft" not in read_yaml_values(final.new_data)["declared"]


EVALUATION = """# Evaluering af OS2eksempel

**Dato:** 2026-04-01

## Resumé

Det går godt.

## Anbefaling

Det anbefales, at produktet placeres på niveau 2, fordi det er modent.

| # | Krav | Vurdering | Vurderingsgrundlag | Anbefaling |
|---|---|---|---|---|
| R1 | x | 🟢 | Fordi. | Skriv [mere](https://os2.eu/x). |
| R2 | x | 🔴 | Nej. | - |
"""


def test_what_an_evaluation_says_is_in_its_file(tmp_path):
    values = read_yaml_values(propose("e.md", EVALUATION, tmp_path).new_data)

    assert values["summary"] == "Det går godt."
    assert values["recommends"] == {
        "level": "2",
        "grounds": "Det anbefales, at produktet placeres på niveau 2, fordi det er modent.",
    }
    assert values["lights"] == {
        "R1": {"light": "met", "grounds": "Fordi.", "advice": "Skriv mere.\nhttps://os2.eu/x"},
        "R2": {"light": "unmet", "grounds": "Nej."},
    }
