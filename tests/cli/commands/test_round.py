"""`round`, as people run it."""

import csv
import io
import json
from pathlib import Path

import icalendar
import pytest
from folders import criterion, write_model, write_product
from pages import OPEN

FILE = """\
format: os2governance/round/1
half_year: 2026-2
due: {self_assessment: 2026-09-15, evaluation: 2026-10-15}
"""


@pytest.fixture
def round_(tmp_path, monkeypatch, run):
    """Run it in a folder with one product that has not answered yet."""
    monkeypatch.chdir(tmp_path)
    write_model(Path(), [criterion("A", "low", OPEN)])
    write_product(Path())
    Path("rounds").mkdir()
    Path("rounds/2026-2.yaml").write_text(FILE)
    common = ("--criteria", "criteria", "--as-of", "2026-10-01")
    return lambda *arguments: run("round", *common, *arguments)


def test_each_form(round_):
    text = round_("--lang", "da")
    said = json.loads(round_("--format", "json").stdout)
    rows = list(csv.reader(io.StringIO(round_("--format", "csv").stdout), delimiter=";"))
    events = icalendar.Calendar.from_ical(round_("--format", "ics").stdout_bytes).walk("VEVENT")

    assert text.exit_code == 0
    assert text.stdout.startswith("Runden i 2. halvår 2026\n")
    assert said["groups"][0]["products"][0]["steps"][1]["state"] == "late"
    assert len(rows) == 1 + 8
    assert len(events) == 2
    assert round_("--format", "html").stdout.startswith("<!doctype html>")


def test_another_half_year(round_):
    assert json.loads(round_("--half-year", "2026-1", "--format", "json").stdout)["file"] is None
    assert round_("--half-year", "2026-3").exit_code == 2
    assert "rounds/2026-1.yaml" in round_("--half-year", "2026-1", "--lang", "en").stdout


@pytest.mark.parametrize("form", ["text", "json", "csv", "html", "ics"])
def test_a_file_that_cannot_be_used_is_said_and_the_products_are_shown(round_, form):
    Path("rounds/2026-2.yaml").write_text(FILE.replace("evaluation:", "evaluering:"))
    done = round_("--format", form)

    assert done.exit_code == 2
    assert "unknown-key" in done.stdout + done.stderr
    assert "2026-2.yaml" in done.stdout + done.stderr


def test_a_warning_does_not_fail_the_command(round_):
    Path("rounds/2026-2.yaml").write_text(f"{FILE}products: {{toll: {{}}}}\n")
    done = round_("--lang", "en")

    assert done.exit_code == 0
    assert "round-unknown-product" in done.stdout


def test_no_products(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)

    assert run("round").exit_code == 2
