"""The words of another model's documents are another file, and nothing else."""

import json

from folders import criterion, write_model

from os2governance.files.listing import find_shipped_criteria

CHANGES = {
    "model: os2\n": "model: small\n",
    'criterion: "[RFSG][0-9]{1,2}"': "criterion: '[AB]'",
    "met: [ja,": "met: [aye,",
    "  mark: [efterlevet,": "  mark: [kept,",
    'stated: {"1.1.0": 1.1.0, "1.1"': 'stated: {"one": "1", "1.1"',
    "version: [version for": "version: [small model, version for",
    "'^#+ *governancerapport for (.+)$'": "'^#+ *report on (.+)$'",
    "  sandkasse: [": "  low: [lowest, ",
}
REPORT = """# Report on A Tool

> **Small model:** one
> **Dato:** 2026-05-01

| # | Krav | Niveau | Kept |
|---|---|---|---|
| A | x | lowest | Aye |
| B | x | lowest | Nej |
"""


def test_a_small_model_imports_its_own_reports(run, tmp_path):
    text = (find_shipped_criteria() / "os2" / "documents.yaml").read_text(encoding="utf-8")
    for old, new in CHANGES.items():
        assert old in text
        text = text.replace(old, new, 1)
    rule = {"fact": "open", "equals": True}
    write_model(tmp_path, [criterion("A", "low", rule), criterion("B", "low", rule)])
    (tmp_path / "criteria" / "small" / "documents.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "r.md").write_text(REPORT, encoding="utf-8")
    asked = (
        "import",
        tmp_path / "r.md",
        "--out",
        tmp_path / "p",
        "--criteria",
        tmp_path / "criteria",
    )
    result = run(*asked, "--format", "json")

    (imported,) = json.loads(result.stdout)["imported"]
    assert (imported["model"], imported["product"], imported["counts"]) == (
        "small/1",
        "a-tool",
        {"met": 1, "unmet": 1},
    )
    assert run("verify", tmp_path / "r.md", "--criteria", tmp_path / "criteria").exit_code == 0
