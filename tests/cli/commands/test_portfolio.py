"""`portfolio`: figures that add up in each form."""

import csv
import io
import json

import pytest

USABLE = ["products/brak", "products/kirsebaer", "products/rosenlund"]


def test_json_says_how_many_and_what_could_not_be_used(garden):
    result = garden("portfolio", "--format", "json")
    said = json.loads(result.stdout)

    assert result.exit_code == 2
    assert said["format"].startswith("os2governance/portfolio/")
    assert {each["file"] for each in said["findings"]} == {"products/ulaeselig/product.yaml"}
    assert json.loads(garden("portfolio", *USABLE, "--format", "json").stdout)["findings"] == []


@pytest.mark.parametrize("language", ["da", "en"])
def test_csv_has_a_row_for_each_usable_product(garden, language):
    result = garden("portfolio", "--format", "csv", "--lang", language)
    head, *rows = csv.reader(io.StringIO(result.stdout.lstrip("\ufeff")))

    assert len(rows) == 3
    assert {len(row) for row in rows} == {len(head)}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (USABLE, 0),
        (["nowhere"], 2),
        ([], 2),
        (["--format", "parquet"], 2),
        (["--cluster", "x"], 2),
    ],
)
def test_exit_codes(garden, arguments, code):
    assert garden("portfolio", *arguments).exit_code == code


def test_without_products_there_are_findings_and_no_figures(garden, tmp_path):
    result = garden("portfolio", tmp_path)

    assert result.exit_code == 2
    assert "no-products" in result.stdout
