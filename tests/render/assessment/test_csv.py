"""Rows for analysis: one for each criterion of each product, safe in a spreadsheet."""

import csv
import io
import json
import os
import shutil
from pathlib import Path

import pytest

from os2governance.render.assessment.rows import COLUMNS

GARDEN = Path(__file__).parents[2] / "golden" / "garden"
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}".encode()


def rows(data, language="en"):
    text = data.removeprefix(BOM).decode()
    return list(
        csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if language == "da" else ",")
    )


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_rows_are_those_of_json(garden, language):
    data = garden("assess", "--format", "csv", "--lang", language).stdout_bytes
    said = json.loads(garden("assess", "--format", "json").stdout)
    found = rows(data, language)
    expected = [
        {
            "product": product["product"],
            "name": product["name"],
            "kind": product["kind"],
            "standing": product["standing"],
            "file": product["file"],
            "model": product["model"],
            "as_of": said["as_of"],
            **{f"level_{name}": level or "" for name, level in product["levels"].items()},
            **{f"state_{name}": state for name, state in product["states"].items()},
            "settled": json.dumps(product["settled"]),
            "draft": json.dumps(product["declaration"]["draft"]),
            "criterion": each["id"],
            "criterion_level": each["level"],
            "theme": each["theme"],
            "recommended": json.dumps(each["recommended"]),
            "status": each["status"],
            "basis": each["basis"] or "",
            "facts": each["facts"],
            "answer": each["answer"] or "",
            "evaluated": each["evaluated"] or "",
            "accepted": json.dumps(each["accepted"] is not None),
            "backing": each["backing"],
            "declared": each["declared"],
            "planned": json.dumps(each["planned"]),
            "evaluated_on": each["evaluated_on"] or "",
            "accepted_level": (each["accepted"] or {}).get("level") or "",
            "accepted_until": (each["accepted"] or {}).get("until") or "",
            "findings": " ".join(finding["code"] for finding in each["findings"]),
        }
        for product in said["products"]
        for each in product["criteria"]
    ]

    assert data.startswith(BOM)
    assert data.count(b"\r\n") == len(found) + 1
    assert found == expected != []
    assert tuple(found[0]) == COLUMNS


def test_what_cannot_be_read_is_said_beside(garden):
    result = garden("assess", "--format", "csv")

    assert result.exit_code == 2
    assert "ulaeselig" in result.stderr
    assert "ulaeselig" not in result.stdout


def test_a_path_without_products_leaves_the_head(garden):
    result = garden("assess", "criteria", "--format", "csv")

    assert result.exit_code == 2
    assert rows(result.stdout_bytes) == []
    assert "no-products" in result.stderr


@pytest.mark.parametrize("start", ["=1+2", "+1", "-1", "@sum", "  =1"])
def test_a_name_is_no_formula(tmp_path, run, start):
    shutil.copytree(GARDEN / "products/brak", tmp_path / "brak")
    file = tmp_path / "brak/product.yaml"
    lines = file.read_text().splitlines()
    named = [f"name: '{start}'" if line.startswith("name:") else line for line in lines]
    file.write_text("\n".join(named) + "\n")
    common = ["--criteria", GARDEN / "criteria", "--as-of", "2026-05-01", "--lang", "en"]
    result = run("assess", tmp_path, "--format", "csv", *common)

    assert {row["name"] for row in rows(result.stdout_bytes)} == {f"'{start}"}


def test_a_file_name_that_is_no_text_stays_an_escape(tmp_path, run):
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/h\xe6kken"))
    shutil.copytree(GARDEN / "products/brak", folder)
    result = run("assess", folder, "--format", "csv", "--criteria", GARDEN / "criteria")

    assert b"h\\udce6kken" in result.stdout_bytes


def test_a_file_is_whole_or_as_it_was(garden, tmp_path):
    file = tmp_path / "rows.csv"
    printed = garden("assess", "--format", "csv").stdout_bytes
    file.write_text("before")
    result = garden("assess", "--format", "csv", "--out", file)

    assert result.stdout_bytes == b""
    assert file.read_bytes() == printed
    assert [each.name for each in tmp_path.iterdir()] == ["rows.csv"]


def test_a_file_that_cannot_be_written_is_said(garden, tmp_path):
    result = garden("assess", "--format", "csv", "--out", tmp_path / "missing" / "rows.csv")

    assert result.exit_code == 2
    assert "missing" in result.stderr


def test_text_is_not_put_into_a_file(garden, tmp_path):
    result = garden("assess", "--out", tmp_path / "page.txt")

    assert result.exit_code == 2
    assert "--out" in result.stderr
    assert list(tmp_path.iterdir()) == []
