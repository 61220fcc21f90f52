"""`log`: the decisions of all products, by year, in three forms."""

import json

import pytest


def said(garden, *arguments):
    return json.loads(garden("log", *arguments, "--format", "json").stdout)


def test_json_has_each_decision_and_each_finding(garden):
    found = said(garden)

    assert found["format"].startswith("os2governance/")
    assert found["as_of"] == "2026-05-01"
    assert {each["file"] for each in found["findings"]} == {"products/ulaeselig/product.yaml"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["products/brak"], 0),
        (["products"], 2),
        (["nowhere"], 2),
        (["products/brak", "--year", "1"], 0),
        (["--year", "0"], 2),
        (["--year", "10000"], 2),
        (["--year", "now"], 2),
        (["--format", "csv"], 2),
    ],
)
def test_exit_codes(garden, arguments, code):
    assert garden("log", *arguments).exit_code == code


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_a_year_without_decisions_is_an_empty_log(garden, form):
    empty = garden("log", "products/brak", "--year", "1999", "--format", form)
    full = garden("log", "products/brak", "--year", "2026", "--format", form)

    assert (empty.exit_code, full.exit_code) == (0, 0)
    assert "2026-04-11" not in empty.stdout
    assert len(full.stdout) > len(empty.stdout)


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_it_is_told_in_both_languages(garden, form):
    danish, english = (
        garden("log", "products/brak", "--format", form, "--lang", each).stdout
        for each in ("da", "en")
    )

    assert danish != english
