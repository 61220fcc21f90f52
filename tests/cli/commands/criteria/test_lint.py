"""`criteria lint`: what a model lacks, and what is wrong with it."""

import pytest


def test_lint_says_what_was_checked(said):
    code, checked = said("lint")

    assert code == 0
    assert checked["checked"] == [{"reference": "haven/2", "criteria": 9, "examples": 8}]
    assert {each["severity"] for each in checked["findings"]} == {"warning"}


def test_a_broken_model_is_found_beside_the_others(said, broken):
    ended, found = said("lint", criteria=broken)

    [finding] = [each for each in found["findings"] if each["severity"] == "error"]
    assert (ended, finding["code"], finding["line"]) == (1, "rule-unknown-fact", 19)
    assert finding["file"].endswith("haven/3/model.yaml")
    assert finding["column"]
    assert [each["reference"] for each in found["checked"]] == ["haven/2"]


@pytest.mark.parametrize("arguments", [["haven/9"], ["haven/2", "x"], ["\x1b[31m"]])
def test_wrong_use(garden, arguments):
    result = garden("criteria", "lint", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "\x1b" not in result.stderr
