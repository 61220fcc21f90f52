"""`criteria show`: criteria with their rules, by the newest model that loads."""

import pytest


def test_criteria_are_shown_with_the_facts_that_they_ask_for(said):
    _, shown = said("show", "J3", "V1", "V3", "--lang", "en")

    assert [each["facts"] for each in shown["criteria"]] == [
        ["beds", "beds[].tended_on", "beds[].state"],
        ["water.well", "water.tap"],
        ["contributions"],
    ]
    assert shown["criteria"][0]["rule"]["met"] == (
        "at least 2 of all beds: last tended is at most 1 month ago; "
        "and no beds: the bed's state is abandoned"
    )


def test_the_newest_model_that_loads_is_shown(said, broken):
    code, shown = said("show", "J1", criteria=broken)

    assert code == 0
    assert [each["model"] for each in shown["models"]] == ["haven/2"]
    assert said("show", "J1", "--model", "haven/3", criteria=broken)[0] == 2


def test_without_ids_all_are_shown(said):
    assert len(said("show")[1]["criteria"]) == 9


@pytest.mark.parametrize(
    "arguments", [["J0"], ["j1"], ["J1", "--model", "x"], ["J1", "--format", "csv"]]
)
def test_wrong_use(garden, arguments):
    result = garden("criteria", "show", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
