"""A letter in the words of its model."""

import pytest
from pages import BOTH, HOSTILE, assessed, loaded

from os2governance.analysis.letter import build_evaluation_letter
from os2governance.render.board.letter import build_letter
from os2governance.render.common.paper_html import render_paper_html
from os2governance.render.common.paper_markdown import render_paper_markdown

EVALUATION = {
    "evaluated": {"on": "2026-01-01", "by": "x"},
    "lights": {"B": {"light": "unmet", "grounds": HOSTILE}},
}


def letter(folder, language):
    found = assessed(folder, loaded(folder), evaluations=[EVALUATION])
    return list(build_letter(build_evaluation_letter(found), language))


@pytest.mark.parametrize("language", BOTH)
def test_a_model_without_words_gets_a_plain_letter(tmp_path, language):
    said = render_paper_markdown(letter(tmp_path, language), {})

    assert {"da": "1. januar 2026", "en": "1 January 2026"}[language] in said
    assert "OS2" not in said
    assert "{" not in said.replace("\\{", "")


@pytest.mark.parametrize("language", BOTH)
def test_what_people_wrote_in_a_field_is_kept(tmp_path, language):
    assert "Vi ses på mandag" in render_paper_markdown(
        letter(tmp_path, language), {"remarks": "Vi ses på mandag"}
    )


def test_whatever_an_evaluator_wrote_is_no_markup(tmp_path):
    assert "<script" not in render_paper_html(letter(tmp_path, "da"), {}, "da")
