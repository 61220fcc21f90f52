"""Checked and tested models, as text."""

import pytest
from pages import BOTH, lines, loaded

from os2governance.checks.checked_model import CheckedModel
from os2governance.findings.finding import Location, make_finding
from os2governance.render.common.findings import render_finding_blocks, render_finding_counts
from os2governance.render.model.check_text import (
    render_linted_models_blocks,
    render_tested_models_blocks,
)

FOUND = [make_finding("yaml-key", Location("f", 1, 1))]
RENDERERS = [render_linted_models_blocks, render_tested_models_blocks]


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("render", RENDERERS)
def test_findings_come_first_and_then_what_was_looked_at(tmp_path, render, language):
    said = lines(render([CheckedModel(loaded(tmp_path), FOUND, {})], language))

    assert said[:-1] == lines(render_finding_blocks(FOUND, language))
    assert ": small/1; " in said[-1]
    assert ": 2, " in said[-1]
    assert render_finding_counts(FOUND, language).replace("\xa0", " ") in said[-1]
    assert "{" not in said[-1]


@pytest.mark.parametrize("language", BOTH)
def test_mutants_are_counted_only_where_they_were_made(tmp_path, language):
    model = loaded(tmp_path)
    [plain] = lines(render_tested_models_blocks([CheckedModel(model, [], {})], language))
    counts = {"mutants": 77, "killed": 55}
    [mutated] = lines(render_tested_models_blocks([CheckedModel(model, [], counts)], language))

    assert "77" in mutated
    assert "55" in mutated
    assert plain != mutated


@pytest.mark.parametrize("render", RENDERERS)
def test_a_model_that_does_not_load_is_not_counted(render):
    broken = CheckedModel(None, FOUND, {})

    assert lines(render([broken], "en")) == lines(render_finding_blocks(FOUND, "en"))
    assert lines(render([], "en")) == []


def test_linted_and_tested_are_told_apart(tmp_path):
    checked = [CheckedModel(loaded(tmp_path), [], {})]

    assert lines(RENDERERS[0](checked, "en")) != lines(RENDERERS[1](checked, "en"))
