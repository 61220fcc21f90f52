"""`criteria test`: examples, and mutants that they notice."""

import json
import shutil

import pytest


def test_mutants_that_no_example_notices_are_found(said):
    code, tested = said("test", "--mutate")
    [counts] = tested["checked"]

    assert code == 1
    assert {each["code"] for each in tested["findings"]} == {"mutant-survives"}
    assert counts["mutants"] - counts["killed"] == len(tested["findings"])


@pytest.mark.parametrize("mutate", [[], ["--mutate"]])
def test_a_broken_model_is_found_beside_the_others(said, broken, mutate):
    ended, found = said("test", *mutate, criteria=broken)

    [finding] = [each for each in found["findings"] if each["severity"] == "error"]
    assert (ended, finding["code"], finding["line"]) == (2, "rule-unknown-fact", 19)
    assert finding["file"].endswith("haven/3/model.yaml")
    assert finding["column"]


def test_nothing_to_test_is_no_success(run, broken):
    theme = broken / "haven" / "2" / "jord.yaml"
    shutil.rmtree(broken / "haven" / "3")
    lines = theme.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if "examples:" not in line and "expect:" not in line]
    theme.write_text("\n".join(kept), encoding="utf-8")

    result = run("criteria", "test", "--criteria", broken, "--format", "json")

    assert result.exit_code == 2
    assert [each["code"] for each in json.loads(result.stdout)["findings"]] == ["examples-none"]


@pytest.mark.parametrize("arguments", [["haven/9"], ["haven/2", "x"], ["--mutate=1"]])
def test_wrong_use(garden, arguments):
    result = garden("criteria", "test", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
