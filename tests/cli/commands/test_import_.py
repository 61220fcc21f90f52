"""`import`: a document in, a file out, and never over another."""

import json
import shutil

import pytest

from os2governance.files.listing import find_shipped_criteria

REPORT = """# Governancerapport for OS2eksempel

> **Version for anvendt governancerapport:** 1.1.0
> **Dato for udfyldelse:** 2026-06-23
> **Udfyldt af:** Fornavn Efternavn, OS2-sekretariatet

| # | Krav | Produktniveau | Retningslinjer | Efterlevet? | Dokumentation |
|---|---|---|---|---|---|
| R1 | x | sandkasse | y | Ja | https://eksempel.dk/r1 |
| R2 | x | 2 | y | Måske | Ingen ved det. |
"""


@pytest.fixture
def report(tmp_path):
    file = tmp_path / "rapport.md"
    file.write_text(REPORT, encoding="utf-8")
    return file


def codes(result):
    return [(found["code"], found["line"]) for found in json.loads(result.stdout)["findings"]]


def test_what_it_writes_can_be_assessed_at_once(run, tmp_path, report):
    result = run("import", report, "--out", tmp_path / "products")
    assessed = run("assess", tmp_path / "products" / "os2eksempel", "--format", "json")

    assert result.exit_code == 0
    assert "Krav: 2. 1 opfyldt, 1 uden svar" in result.stdout
    (product,) = json.loads(assessed.stdout)["products"]
    assert {c["id"]: c["status"] for c in product["criteria"] if c["id"] in {"R1", "R2"}} == {
        "R1": "met",
        "R2": "unknown",
    }


def test_its_json_says_what_was_read_as_what(run, tmp_path, report):
    result = run("import", report, "--out", tmp_path, "--id", "andet", "--format", "json")
    said = json.loads(result.stdout)

    assert said["imported"] == [
        {
            "file": str(report),
            "kind": "report",
            "model": "os2/1.1.0",
            "product": "andet",
            "criteria": 2,
            "counts": {"met": 1, "none": 1},
            "facts": 0,
            "proposed": 1,
            "written": str(tmp_path / "andet" / "product.yaml"),
            "kept": None,
        }
    ]
    assert codes(result) == [
        ("import-rows-missing", None),
        ("import-name-left-out", 5),
        ("import-mark-unknown", 10),
    ]


def test_names_of_people_stay_behind(run, tmp_path, report):
    run("import", report, "--out", tmp_path)
    text = (tmp_path / "os2eksempel" / "product.yaml").read_text(encoding="utf-8")

    assert "by: OS2-sekretariatet" in text
    assert "Efternavn" not in text


def test_a_file_that_is_there_is_left_alone_unless_asked(run, tmp_path, report):
    run("import", report, "--out", tmp_path)
    file = tmp_path / "os2eksempel" / "product.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    mine = file.read_bytes()

    refused = run("import", report, "--out", tmp_path, "--format", "json")
    assert (refused.exit_code, file.read_bytes()) == (1, mine)
    assert ("file-exists", None) in codes(refused)

    report.write_text(REPORT.replace("Måske", "Nej"), encoding="utf-8")
    assert run("import", report, "--out", tmp_path, "--update").exit_code == 0
    text = file.read_text(encoding="utf-8")
    assert text.endswith("# mine\n")
    assert "explanation: Ingen ved det." in text or "note: Ingen ved det." in text


def test_a_folder_is_read_whole(run, tmp_path, report):
    form = {
        "productName": "OS2form",
        "filledBy": "Styregruppen",
        "filledDate": "2026-06-24",
        "krav": [{"id": "R1", "efterlevet": "Ja", "dokumentation": ""}],
    }
    (tmp_path / "b.json").write_text(json.dumps(form), encoding="utf-8")
    (tmp_path / "c.txt").write_text("no document", encoding="utf-8")
    result = run(
        "import",
        tmp_path,
        "--out",
        tmp_path / "products",
        "--model",
        "os2/1.1.0",
        "--format",
        "json",
    )

    said = json.loads(result.stdout)["imported"]
    assert [(each["kind"], each["product"]) for each in said] == [
        ("self-assessment", "os2form"),
        ("report", "os2eksempel"),
    ]


def test_the_id_is_that_of_the_product_that_is_there(run, tmp_path, report):
    (tmp_path / "os2-eksempel").mkdir()
    (tmp_path / "os2-eksempel" / "product.yaml").write_text("x", encoding="utf-8")
    result = run("import", report, "--out", tmp_path, "--format", "json")

    assert json.loads(result.stdout)["imported"][0]["product"] == "os2-eksempel"


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("a.md", "# Hej", "import-no-rows"),
        ("a.json", "{}", "import-unknown-kind"),
        ("a.yml", "a: b", "import-unknown-kind"),
        ("publiccode.yml", "a: {", "yaml-syntax"),
    ],
)
def test_what_is_no_document_is_refused(run, tmp_path, name, text, code):
    (tmp_path / name).write_text(text, encoding="utf-8")
    result = run("import", tmp_path / name, "--out", tmp_path, "--format", "json")

    assert result.exit_code == 2
    assert [found for found, _ in codes(result)] == [code]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("> **Version for anvendt governancerapport:** 1.1.0\n", "", "import-no-version"),
        ("governancerapport:** 1.1.0", "governancerapport:** 1.0", "import-no-model"),
        ("# Governancerapport for OS2eksempel", "# Rapport", "import-no-product"),
    ],
)
def test_what_a_document_does_not_say_is_asked_for(run, tmp_path, report, old, new, code):
    report.write_text(REPORT.replace(old, new), encoding="utf-8")
    os2 = tmp_path / "criteria" / "os2"
    shutil.copytree(find_shipped_criteria() / "os2" / "1.1.0", os2 / "1.1.0")
    shutil.copy(find_shipped_criteria() / "os2" / "documents.yaml", os2)
    result = run(
        "import",
        report,
        "--out",
        tmp_path,
        "--criteria",
        tmp_path / "criteria",
        "--format",
        "json",
    )

    assert result.exit_code == 1
    assert code in [found for found, _ in codes(result)]
    assert json.loads(result.stdout)["imported"][0]["written"] is None


def test_a_date_that_is_missing_is_asked_for_and_can_be_given(run, tmp_path, report):
    report.write_text(
        REPORT.replace("> **Dato for udfyldelse:** 2026-06-23\n", ""), encoding="utf-8"
    )
    asked = run("import", report, "--out", tmp_path, "--format", "json")
    assert (asked.exit_code, ("import-no-date", None) in codes(asked)) == (1, True)
    assert not (tmp_path / "os2eksempel").exists()

    result = run("import", report, "--out", tmp_path, "--as-of", "2021-04-13", "--format", "json")
    assert ("import-no-date", None) not in codes(result)
    assert "on: 2021-04-13" in (tmp_path / "os2eksempel" / "product.yaml").read_text(
        encoding="utf-8"
    )


def test_another_version_than_the_document_follows_is_warned_of(run, tmp_path, report):
    report.write_text(REPORT.replace("** 1.1.0", "** 1.0"), encoding="utf-8")
    result = run("import", report, "--out", tmp_path, "--model", "os2/1.1.0", "--format", "json")

    assert ("import-other-version", None) in codes(result)


def test_a_model_without_words_for_documents_cannot_import(run, tmp_path, report):
    from folders import criterion, write_model

    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "equals": True})])
    result = run("import", report, "--criteria", tmp_path / "criteria", "--format", "json")

    assert result.exit_code == 2
    assert codes(result) == [("import-no-documents", None)]


def test_a_tick_that_the_blank_template_came_with_is_doubted(run, tmp_path, report):
    report.write_text(
        "|  | # | Krav | Henvisning | Niveau |\n|---|---|---|---|---|\n| [x] | R1 | x | Hvordan? | 0 |\n"
        + "".join(f"| [] | {name} | x | Hvor? | 1 |\n" for name in ("R5", "F8", "S5")),
        encoding="utf-8",
    )
    result = run("import", report, "--id", "x", "--out", tmp_path, "--format", "json")

    assert ("import-ticked-already", 3) in codes(result)


def test_the_files_point_to_schemas_that_are_there(run, tmp_path, report):
    out = tmp_path / "products"
    result = run("import", report, "--out", out)
    evaluation = tmp_path / "evaluering.md"
    evaluation.write_text(
        REPORT.replace("| Efterlevet? | Dokumentation |", "| Vurdering | Vurderingsgrundlag |")
        .replace("# Governancerapport for", "# Evaluering af OS2-produkt:")
        .replace("| Ja |", "| 🟢 |")
        .replace("| Måske |", "| 🟡 |"),
        encoding="utf-8",
    )
    second = run("import", evaluation, "--out", out, "--model", "os2/1.1.0")
    again = run("import", report, "--out", out, "--update")

    files = sorted(out.rglob("*.yaml"))
    assert [file.name for file in files] == ["2026-06-23.yaml", "product.yaml"]
    for file in files:
        modeline = file.read_text("utf-8").splitlines()[0]
        assert (file.parent / modeline.partition("$schema=")[2]).is_file()
    assert f"Også skrevet: {out}/product.schema.json" in result.stderr
    assert f"Også skrevet: {out}/evaluation.schema.json" in second.stderr
    assert "Også skrevet" not in again.stderr


def test_a_model_beside_another_gets_a_schema_of_its_own(run, tmp_path, report):
    out = tmp_path / "products"
    run("init", "other", "--out", out, "--model", "os2/1.0")
    result = run("import", report, "--out", out)
    text = (out / "os2eksempel" / "product.yaml").read_text("utf-8")

    assert text.startswith("# yaml-language-server: $schema=../product.os2-1.1.0.schema.json\n")
    assert f"Også skrevet: {out}/product.os2-1.1.0.schema.json" in result.stderr
