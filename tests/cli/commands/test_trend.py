"""`trend`, as people run it."""

import csv
import io
import json
from pathlib import Path

import pytest
from trends import trend_of


@pytest.fixture
def trend(tmp_path, monkeypatch, run):
    """Run it in a folder with one product that is known since spring."""
    monkeypatch.chdir(tmp_path)
    trend_of(Path())
    common = ("--criteria", "criteria", "--as-of", "2026-11-23")
    return lambda *arguments: run("trend", *common, *arguments)


def test_each_form(trend):
    said = json.loads(trend("--format", "json").stdout)
    rows = list(csv.reader(io.StringIO(trend("--format", "csv").stdout), delimiter=";"))

    assert "2. halvår 2026" in trend("--lang", "da").stdout
    assert [each["half"] for each in said["products"]] == ["2026-1", "2026-2"]
    assert said["findings"] == []
    assert len(rows) == 3
    assert trend("--format", "html").stdout.startswith("<!doctype html>")


@pytest.mark.parametrize("form", ["text", "json", "csv", "html"])
def test_what_cannot_be_read_is_said_and_the_others_are_shown(trend, form):
    Path("products/broken").mkdir()
    Path("products/broken/product.yaml").write_text("a: [")
    done = trend("--format", form)

    assert done.exit_code == 2
    assert "yaml-syntax" in done.stdout + done.stderr
    assert "Tool" in done.stdout


def test_no_products(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)

    assert run("trend").exit_code == 2
