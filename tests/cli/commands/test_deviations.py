"""`deviations`, as people run it."""

import csv
import io
import json
from pathlib import Path

import pytest
from folders import criterion, write_model, write_product
from pages import BOARD, LICENCE

ACCEPTED = {
    "on": "2026-06-01",
    "decision": "accept",
    "level": "high",
    "accepts": {"B": {"until": "2026-10-31", "action": "Vælge en licens", "responsible": "owner"}},
    **BOARD,
}


@pytest.fixture
def deviations(tmp_path, monkeypatch, run):
    """Run it in a folder with one product, of which one deviation is accepted."""
    monkeypatch.chdir(tmp_path)
    write_model(Path(), [criterion("B", "high", LICENCE)])
    write_product(Path(), facts={"licence": None}, decisions=[ACCEPTED])
    common = ("--criteria", "criteria", "--as-of", "2026-11-01")
    return lambda *arguments: run("deviations", *common, *arguments)


def test_each_form(deviations):
    text = deviations("--lang", "en")
    said = json.loads(deviations("--format", "json").stdout)
    rows = list(csv.reader(io.StringIO(deviations("--format", "csv").stdout), delimiter=";"))

    assert text.exit_code == 0
    assert "1 accepted deviation: 1 past due." in text.stdout
    assert said["groups"][0]["entries"][0]["state"] == "expired"
    assert len(rows) == 2
    assert "Vælge en licens (ejeren)" in deviations("--format", "html", "--lang", "da").stdout


@pytest.mark.parametrize("form", ["text", "json", "csv", "html"])
def test_what_cannot_be_read_is_said_and_the_others_stand_there(deviations, form):
    Path("products/broken").mkdir()
    Path("products/broken/product.yaml").write_text("a: [")
    done = deviations("--format", form)

    assert done.exit_code == 2
    assert "yaml-syntax" in done.stdout + done.stderr
    assert "Tool" in done.stdout


def test_no_products(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)

    assert run("deviations").exit_code == 2
