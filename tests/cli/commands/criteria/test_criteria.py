"""`criteria`: what it says of models as JSON, and of a model that is broken."""

import json
import shutil
from pathlib import Path

import pytest

GARDEN = Path(__file__).parents[3] / "golden" / "garden"


@pytest.fixture
def broken(tmp_path):
    """Copy the garden's models, and break one of two."""
    folder = tmp_path / "criteria"
    shutil.copytree(GARDEN / "criteria", folder)
    shutil.copytree(folder / "haven" / "2", folder / "haven" / "3")
    main = folder / "haven" / "3" / "model.yaml"
    text = main.read_text(encoding="utf-8").replace('version: "2"', 'version: "3"')
    main.write_text(text.replace("water.well", "water.wel"), encoding="utf-8")
    return folder


def said(run, *arguments):
    result = run("criteria", *arguments, "--format", "json")
    return result.exit_code, json.loads(result.stdout)


def test_one_model_is_listed_with_its_criteria(garden):
    code, listed = said(garden, "list")

    assert code == 0
    assert [each["model"] for each in listed["models"]] == ["haven/2"]
    assert len(listed["criteria"]) == listed["models"][0]["criteria"] == 9


def test_criteria_are_shown_with_the_facts_that_they_ask_for(garden):
    _, shown = said(garden, "show", "J3", "V1", "V3", "--lang", "en")

    assert [each["facts"] for each in shown["criteria"]] == [
        ["beds", "beds[].tended_on", "beds[].state"],
        ["water.well", "water.tap"],
        ["contributions"],
    ]
    assert shown["criteria"][0]["rule"]["met"].startswith("there are at least 2 under beds")


def test_lint_says_what_was_checked(garden):
    code, checked = said(garden, "lint")

    assert code == 0
    assert checked["checked"] == [{"reference": "haven/2", "criteria": 9, "examples": 8}]
    assert {each["severity"] for each in checked["findings"]} == {"warning"}


def test_mutants_that_no_example_notices_are_found(garden):
    code, tested = said(garden, "test", "--mutate")
    [counts] = tested["checked"]

    assert code == 1
    assert {each["code"] for each in tested["findings"]} == {"mutant-survives"}
    assert counts["mutants"] - counts["killed"] == len(tested["findings"])


@pytest.mark.parametrize(
    ("command", "code"),
    [("list", 2), ("lint", 1), ("test", 2), ("test --mutate", 2)],
)
def test_a_broken_model_is_found_beside_the_others(run, broken, command, code):
    ended, found = said(run, *command.split(), "--criteria", broken)

    assert ended == code
    [finding] = [each for each in found["findings"] if each["severity"] == "error"]
    assert finding["code"] == "rule-unknown-fact"
    assert finding["file"].endswith("haven/3/model.yaml")
    assert finding["line"] == 19
    assert finding["column"]


def test_the_newest_model_that_loads_is_shown(run, broken):
    code, shown = said(run, "show", "J1", "--criteria", broken)

    assert code == 0
    assert [each["model"] for each in shown["models"]] == ["haven/2"]
    assert said(run, "show", "J1", "--criteria", broken, "--model", "haven/3")[0] == 2


def test_nothing_to_test_is_no_success(run, broken):
    theme = broken / "haven" / "2" / "jord.yaml"
    shutil.rmtree(broken / "haven" / "3")
    lines = theme.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if "examples:" not in line and "expect:" not in line]
    theme.write_text("\n".join(kept), encoding="utf-8")

    assert run("criteria", "test", "--criteria", broken).exit_code == 2


def test_no_model_is_wrong_use(run, tmp_path):
    result = run("criteria", "list", "--criteria", tmp_path)

    assert result.exit_code == 2
    assert "Der er ingen model i" in result.stderr
