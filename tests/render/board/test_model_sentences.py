"""The sentences of the board paper on a model: a change and a draft have one each."""

from string import Formatter

import pytest

from os2governance.i18n.text import CountedText
from os2governance.render.board import model_sentences


def texts(module):
    """Every text of a module, by its name; those in a group by its name and their place."""
    found = {}
    for name, value in vars(module).items():
        if name.isupper():
            several = value.items() if isinstance(value, dict) else enumerate(value)
            found |= {name: value} if isinstance(value, str) else {f"{name} {k}": getattr(v, "da", v) for k, v in several}  # fmt: skip
    return found


def fields(text):
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


@pytest.mark.parametrize("name", texts(model_sentences))
def test_no_text_is_empty_and_every_field_has_a_name(name):
    text = texts(model_sentences)[name]

    assert text.strip() == text != ""
    assert all(field.isidentifier() for field in fields(text))


def test_a_draft_is_asked_about_as_often_as_a_change():
    assert len(model_sentences.QUESTIONS) == len(model_sentences.QUESTIONS_DRAFT)
    assert set(model_sentences.DRAFT_NAMES) == {"before", "after"}


@pytest.mark.parametrize(
    ("alone", "together"),
    [
        *(
            tuple(form.da for form in each)
            for each in vars(model_sentences).values()
            if isinstance(each, CountedText)
        ),
        (model_sentences.COMPARED_NONE, model_sentences.COMPARED.several.da),
        (model_sentences.NO_MOVEMENTS, model_sentences.MOVEMENTS.several.da),
    ],
)
def test_one_asks_for_nothing_that_several_do_not(alone, together):

    assert alone != together
    assert fields(alone) <= fields(together)


def test_each_annex_has_a_letter_and_a_title_of_its_own():
    annexes = {v for k, v in texts(model_sentences).items() if k.startswith("ANNEX_")}

    assert len(annexes) == 4
    assert all(fields(each) == {"letter"} for each in annexes)
