"""Models that are linted, and tried by their examples."""

from dataclasses import replace

import pytest
from folders import criterion, write_model

from os2governance.checks.checked_model import CheckedModel
from os2governance.workflows.model_check import lint_models, try_models

EXAMPLES = [
    {"facts": {"open": True}, "expect": "met"},
    {"facts": {"open": False}, "expect": "unmet"},
]


@pytest.fixture
def small(tmp_path, context):
    """Write a model of one criterion; give what finds it."""

    def make(examples):
        rule = {"all": [{"fact": "open", "equals": True}]}
        write_model(tmp_path, [criterion("A", "low", rule, examples=examples)])
        return replace(context, criteria=(tmp_path / "criteria",))

    return make


def test_every_model_is_linted_or_the_wanted_one(context):
    (one,) = lint_models("haven/2", context)
    (same,) = lint_models(None, context)

    assert one.model.reference == same.model.reference == "haven/2"
    assert one.findings == same.findings
    assert one.build_counts()["criteria"] == len(one.model.criteria)


def test_mutants_are_counted_only_where_they_are_asked_for(small):
    made = small(EXAMPLES)
    (plain,) = try_models(None, made, mutate=False)
    (mutated,) = try_models(None, made, mutate=True)

    assert (plain.findings, plain.mutation_counts) == ([], {})
    assert mutated.mutation_counts["mutants"] > 0
    assert mutated.example_count == 2


def test_a_mutant_that_survives_is_a_finding(small):
    (weak,) = try_models(None, small([]), mutate=True)
    counts = weak.mutation_counts

    assert counts["killed"] < counts["mutants"]
    assert len(weak.findings) == counts["mutants"] - counts["killed"]


def test_a_model_that_does_not_load_has_no_counts_of_its_own():
    assert CheckedModel(None, (), {}).build_counts() == {
        "reference": None,
        "criteria": 0,
        "examples": 0,
    }
