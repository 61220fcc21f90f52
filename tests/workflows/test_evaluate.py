"""A begun evaluation, and what is left alone."""

from dataclasses import replace
from pathlib import Path

import pytest
from folders import criterion, write_model, write_product

from os2governance.workflows.evaluate import start_evaluation


@pytest.fixture
def small(tmp_path, context):
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    folder = write_product(tmp_path)
    return str(folder), replace(context, criteria=(tmp_path / "criteria",))


def test_the_draft_has_the_assessment_date_and_is_in_force_nowhere(small):
    folder, context = small
    file, findings = start_evaluation(folder, context)

    assert (file, findings) == (f"{folder}/evaluations/{context.as_of}.yaml", [])


def test_an_evaluation_that_is_there_is_left_alone(small):
    folder, context = small
    file, _ = start_evaluation(folder, context)
    Path(file).write_text("mine", encoding="utf-8")
    again, [found] = start_evaluation(folder, context)

    assert (again, found.code) == (None, "file-exists")
    assert Path(file).read_text(encoding="utf-8") == "mine"
