"""A criterion's own texts, as text."""

import pytest
from folders import criterion
from pages import BOTH, LICENCE, OPEN, TITLE, lines, loaded

from os2governance.i18n.text import Text
from os2governance.render.common.blocks import TextTable, cell
from os2governance.render.common.criterion import (
    name_criterion,
    render_criterion_heading,
    render_criterion_rows,
    render_labelled_rows,
)


def heading(folder, language="da", **more):
    model = loaded(folder, [criterion("A", "low", OPEN, **more)])
    return "".join(s.text for s in render_criterion_heading(model, model.by_id["A"], language))


def rows(folder, language, **more):
    model = loaded(folder, [criterion("A", "low", OPEN, **more)])
    return lines(
        [TextTable(tuple(render_criterion_rows(model, model.by_id["A"], language)))]
    ), model.by_id["A"]


@pytest.mark.parametrize(("title", "name"), [("Licence", "A Licence"), ("A", "A"), ("", "A")])
def test_a_name_is_id_and_title(title, name):
    assert name_criterion("A", Text(title, title), "en") == name


@pytest.mark.parametrize("language", BOTH)
def test_a_heading_is_id_title_level_and_theme(tmp_path, language):
    assert heading(tmp_path, language, title=TITLE) == f"A\xa0{TITLE[language]} · low · all"


def test_a_title_that_is_the_id_is_told_once(tmp_path):
    assert heading(tmp_path) == "A · low · all"


def test_a_recommendation_is_told_in_the_heading(tmp_path):
    whole = heading(tmp_path / "one", recommended=True)

    assert whole.startswith(f"{heading(tmp_path / 'other')} · ")


@pytest.mark.parametrize("language", BOTH)
def test_the_rows_tell_question_role_and_rule(tmp_path, language):
    asks = {"da": "Er koden åben?", "en": "Is the code open?"}
    said, it = rows(tmp_path, language, asks=asks)

    assert [line.split(" | ")[1] for line in said[:2]] == [
        asks[language],
        {"da": "Ejeren", "en": "The owner"}[language],
    ]
    assert len(said) == 3
    assert it.met.render(language) in said[2]


@pytest.mark.parametrize(
    "more", [{"partly": LICENCE}, {"basis": "facts"}, {"not_applicable": False}]
)
def test_each_condition_on_an_answer_is_a_row_of_its_own(tmp_path, more):
    said, it = rows(tmp_path / "with", "en", **more)
    usual, _ = rows(tmp_path / "without", "en")

    assert said[: len(usual)] == usual
    assert len(said) == len(usual) + 1
    assert said[-1].startswith(" | ")
    assert it.partly is None or it.partly.render("en") in said[-1]


def test_a_label_is_on_the_first_row_and_what_is_empty_has_none():
    table = [("L", "a"), ("", "b")]

    assert [
        ("".join(s.text for s in left), "".join(s.text for s in right))
        for left, right in render_labelled_rows("L", "", "a", (), cell("b"))
    ] == table
    assert list(render_labelled_rows("L", "", ())) == []
