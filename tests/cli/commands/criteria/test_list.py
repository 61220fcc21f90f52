"""`criteria list`: models, and the criteria of one."""

import json

import pytest


def test_one_model_is_listed_with_its_criteria(said):
    code, listed = said("list")

    assert code == 0
    assert [each["model"] for each in listed["models"]] == ["haven/2"]
    assert len(listed["criteria"]) == listed["models"][0]["criteria"] == 9


def test_a_broken_model_is_found_beside_the_others(said, broken):
    ended, found = said("list", criteria=broken)

    [finding] = [each for each in found["findings"] if each["severity"] == "error"]
    assert (ended, finding["code"], finding["line"]) == (2, "rule-unknown-fact", 19)
    assert finding["file"].endswith("haven/3/model.yaml")
    assert finding["column"]
    assert [each["model"] for each in found["models"]] == ["haven/2"]


def test_of_several_models_none_is_shown_whole(run):
    found = json.loads(run("criteria", "list", "--format", "json").stdout)

    assert len(found["models"]) > 1
    assert found["criteria"] == []


@pytest.mark.parametrize("arguments", [["x"], ["os2/1.0", "os2/1.1.0"], ["--format", "csv"]])
def test_wrong_use(run, arguments):
    result = run("criteria", "list", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")


def test_no_model_is_wrong_use(run, tmp_path):
    result = run("criteria", "list", "--criteria", tmp_path)

    assert (result.exit_code, result.stdout) == (2, "")
    assert tmp_path.as_posix() in result.stderr
