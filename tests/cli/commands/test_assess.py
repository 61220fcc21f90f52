"""`assess`: a product or many, for people and for programs; never half of anything."""

import csv
import io
import json

import pytest


@pytest.mark.parametrize(
    ("path", "code"),
    [("products/rosenlund", 0), ("products", 2), ("products/ulaeselig", 2), ("nowhere", 2)],
)
@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_the_exit_code_says_whether_all_could_be_read(garden, path, code, form):
    assert garden("assess", path, "--format", form).exit_code == code


def test_each_product_is_in_the_json_or_among_the_unreadable(garden):
    said = json.loads(garden("assess", "--format", "json").stdout)

    assert [each["product"] for each in said["products"]] == ["brak", "kirsebaer", "rosenlund"]
    assert [each["file"] for each in said["unreadable"]] == ["products/ulaeselig/product.yaml"]


def test_csv_has_a_row_for_each_criterion_and_findings_stand_elsewhere(garden):
    result = garden("assess", "--format", "csv")
    head, *rows = csv.reader(io.StringIO(result.stdout.lstrip("\ufeff")))

    assert {len(row) for row in rows} == {len(head)}
    assert len(rows) == 3 * 9
    assert "ulaeselig" not in result.stdout
    assert "ulaeselig" in result.stderr


def test_a_file_has_what_is_else_printed(garden, tmp_path):
    printed = garden("assess", "--format", "json")
    written = garden("assess", "--format", "json", "--out", tmp_path / "a.json")

    assert (written.exit_code, written.stdout) == (printed.exit_code, "")
    assert (tmp_path / "a.json").read_text("utf-8") == printed.stdout


@pytest.mark.parametrize(
    "arguments",
    [["--out", "x.txt"], ["--format", "xml"], ["--format", "json", "--out", "products"]],
)
def test_wrong_use(garden, arguments):
    result = garden("assess", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr


def test_a_cluster_s_address_is_checked_before_anything_is_written(garden, tmp_path):
    out = tmp_path / "a.json"
    result = garden("assess", "--format", "json", "--out", out, "--cluster", "nowhere")

    assert result.exit_code == 2
    assert "tcp://10.0.0.1:8786" in result.stderr
    assert not out.exists()
