"""`verify`: wrong figures, where they stand; the exit code says whether there are any."""

import json

import pytest

REPORT = """# Evaluering af OS2-produkt: OS2eksempel

> **Version for anvendt evalueringsskabelon:** 0.9.2

| # | Niveau | Krav | Vurderingskriterie | Vurdering | Vurderingsgrundlag |
|---|---|---|---|---|---|
"""
LEVELS = "| Niveau | 🟢 Grøn | I alt |\n|---|---|---|\n| Samlet | 43 | 43 |\n"


@pytest.fixture
def report(tmp_path):
    from os2governance import load_model
    from os2governance.files.listing import find_shipped_criteria

    model = load_model(find_shipped_criteria() / "os2" / "1.1.0")
    rows = [f"| {each.id} | {each.level} | x | y | 🟢 | a |\n" for each in model.criteria]
    file = tmp_path / "rapport.md"
    file.write_text(REPORT + "".join(rows) + "\n" + LEVELS, encoding="utf-8")
    return file


def test_a_report_that_adds_up(run, report):
    result = run("verify", report)

    assert result.exit_code == 0
    said = " ".join(result.stdout.split())
    assert said.endswith("efter os2/1.1.0. Krav: 43. Tal talt efter: 2. Fund: ingen.")


def test_a_report_that_does_not(run, report):
    report.write_text(
        report.read_text(encoding="utf-8").replace("| 43 | 43 |", "| 42 | 43 |"), encoding="utf-8"
    )
    result = run("verify", report, "--format", "json")
    said = json.loads(result.stdout)

    assert result.exit_code == 1
    assert (said["criteria"], said["figures"], said["model"]) == (43, 2, "os2/1.1.0")
    (found,) = said["findings"]
    assert (found["code"], found["line"], found["severity"]) == ("verify-count", 53, "error")
    assert "42" in found["message"]
    assert "43" in found["message"]


@pytest.mark.parametrize("name", ["none.md", "form.json"])
def test_what_has_no_rows_is_refused(run, tmp_path, name):
    (tmp_path / "form.json").write_text('{"krav": [{"id": "R1"}]}', encoding="utf-8")
    result = run("verify", tmp_path / name, "--format", "json")

    assert result.exit_code == 2
    assert json.loads(result.stdout)["findings"]
