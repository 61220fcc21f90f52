"""What is counted of a model that was checked, also of one that does not load."""

import json

import pytest
from folders import criterion, write_model

from os2governance import load_model
from os2governance.checks.checked_model import CheckedModel

OPEN = {"fact": "open", "present": True}
EXAMPLES = [{"facts": {"open": True}, "expect": "met"}, {"facts": {}, "expect": "unmet"}]


def test_examples_and_criteria_are_counted(tmp_path):
    criteria = [criterion("A", "low", OPEN, examples=EXAMPLES), criterion("B", "high", OPEN)]
    checked = CheckedModel(load_model(write_model(tmp_path, criteria)), (), {"mutants": 3})

    assert checked.example_count == 2
    assert checked.build_counts() == {
        "reference": "small/1", "criteria": 2, "examples": 2, "mutants": 3,
    }  # fmt: skip


@pytest.mark.parametrize("counts", [{}, {"mutants": 0, "killed": 0}])
def test_of_a_model_that_does_not_load_nothing_is_counted(counts):
    checked = CheckedModel(None, (), counts)

    assert checked.example_count == 0
    assert checked.build_counts() == {"reference": None, "criteria": 0, "examples": 0, **counts}
    assert json.loads(json.dumps(checked.build_counts())) == checked.build_counts()
