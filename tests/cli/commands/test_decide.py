"""`decide`: a decision is recorded whole, or refused and the log is as it was."""

import json

import pytest
from folders import criterion, write_model, write_product

from os2governance.documents.text_reader import MAX_BYTES

ADMIT = {"on": "2026-01-01", "decision": "admit", "by": "board"}
LOG = """format: os2governance/decisions/1
product: tool
decisions:
  - {on: 2026-01-01, decision: admit, by: board}
"""
FLOW = LOG.replace("decisions:\n  - ", "decisions: [\n").replace("board}", "board} # x\n]")
FULL = f"#{'x' * (MAX_BYTES - 200)}\n{LOG}"


@pytest.fixture
def decide(tmp_path, run):
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "equals": True})])
    folder = write_product(tmp_path, decisions=[ADMIT])

    def runs(*arguments, by="board"):
        usual = ("--criteria", tmp_path / "criteria", "--as-of", "2026-05-01")
        before = (folder / "decisions.yaml").read_bytes()
        result = run("decide", folder, *arguments, "--by", by, *usual)
        return result, before, (folder / "decisions.yaml").read_bytes()

    return runs


def test_a_decision_is_added_to_the_log(decide):
    result, before, after = decide("pause", "--grounds", "Æ: #x", "--yes")

    assert result.exit_code == 0
    assert after.startswith(before)
    assert "2026-05-01" in after[len(before) :].decode()


def test_in_json_the_consequences_are_the_result(decide):
    result, _, _ = decide("place", "--level", "low", "--yes", "--format", "json")

    assert isinstance(json.loads(result.stdout), dict)


@pytest.mark.parametrize(
    "arguments",
    [
        ["pause", "--grounds", "x"],
        ["fire", "--yes"],
        ["accept", "--accept", "A=tomorrow", "--yes"],
        ["accept", "--accept", "=2027-01-01", "--yes"],
        ["accept", "--accept", "A=2027-01-01", "--accept", "A=2027-02-01", "--yes"],
        ["pause", "--on", "1. maj", "--yes"],
        ["pause", "--yes", "--format", "csv"],
    ],
)
def test_wrong_use_leaves_the_log_as_it_was(decide, arguments):
    result, before, after = decide(*arguments)

    assert (result.exit_code, after) == (2, before)
    assert result.stderr


@pytest.mark.parametrize(
    ("log", "grounds", "code"),
    [
        (FULL, "y" * 200, "file-too-large"),
        (FLOW, "y", "decide-not-appendable"),
        (LOG.replace("decisions:", "decisions: 7 #"), "y", "yaml-syntax"),
    ],
)
def test_it_says_why_nothing_can_be_added_to_the_log(tmp_path, decide, log, grounds, code):
    file = tmp_path / "products" / "tool" / "decisions.yaml"
    file.write_text(log)
    result, before, after = decide("pause", "--grounds", grounds, "--yes", "--format", "json")

    (found,) = json.loads(result.stdout)["findings"]
    assert found["code"] == code
    assert (result.exit_code, after) == (1, before)


@pytest.mark.parametrize(
    ("arguments", "by"),
    [
        (["place", "--level", "highest"], "board"),
        (["place"], "board"),
        (["pause"], "nobody"),
        (["accept", "--accept", "Z=2027-01-01"], "board"),
        (["resume"], "board"),
    ],
)
def test_what_is_refused_leaves_the_log_as_it_was(decide, arguments, by):
    result, before, after = decide(*arguments, "--yes", "--format", "json", by=by)

    assert result.exit_code in {1, 2}
    assert after == before
    assert result.exit_code == 2 or json.loads(result.stdout)["findings"]
    assert after == before
    assert result.exit_code == 2 or json.loads(result.stdout)["findings"]


def test_an_acceptance_that_nobody_sees_the_end_of_is_refused(decide):
    result, before, after = decide(
        "accept", "--level", "low", "--accept", "A=9999-12-31: x", "--grounds", "x", "--yes"
    )

    assert result.exit_code == 1
    assert "decide-accepts-too-long" in result.output
    assert before == after
