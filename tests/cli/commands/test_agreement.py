"""`agreement`, as people run it."""

import csv
import io
import json
from pathlib import Path

import pytest
from agreements import ANSWERS, EVALUATED, three
from folders import write_product


@pytest.fixture
def agreement(tmp_path, monkeypatch, run):
    """Run it in a folder with one product that answered in May and was evaluated in June."""
    monkeypatch.chdir(tmp_path)
    three(Path())
    write_product(Path(), answers=ANSWERS, evaluations=[EVALUATED])
    common = ("--criteria", "criteria", "--as-of", "2026-07-01")
    return lambda *arguments: run("agreement", *common, *arguments)


def test_text(agreement):
    text = agreement("--lang", "en").stdout

    assert text.startswith("Agreement between self-assessment, rules and evaluation\n")
    assert "2 of 3" in text


def test_json_holds_figures_pairs_and_findings(agreement):
    said = json.loads(agreement("--format", "json").stdout)

    assert said["groups"][0]["overall"]["counts"]["self_light"]["agree"] == 2
    assert len(said["pairs"]) == 1
    assert said["findings"] == []


def test_csv_and_html(agreement):
    rows = list(csv.reader(io.StringIO(agreement("--format", "csv", "--lang", "en").stdout)))
    page = agreement("--format", "html").stdout

    assert len(rows) == 4
    assert page.startswith("<!doctype html>")


def test_questions(agreement):
    said = json.loads(agreement("--questions", "--format", "json").stdout)

    assert [each["criterion"] for each in said["products"][0]["questions"]] == ["A"]
    assert "yellow" in agreement("--questions", "--lang", "en").stdout
    assert agreement("--questions", "--format", "csv").exit_code == 2


@pytest.mark.parametrize("form", ["text", "json", "csv", "html"])
def test_what_cannot_be_read_is_said_and_the_others_are_counted(agreement, form):
    Path("products/broken").mkdir()
    Path("products/broken/product.yaml").write_text("a: [")
    done = agreement("--format", form)

    assert done.exit_code == 2
    assert "yaml-syntax" in done.stdout + done.stderr
    assert "Tool" in done.stdout


def test_no_products(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)

    assert run("agreement").exit_code == 2
    assert run("agreement", "--questions").exit_code == 2
