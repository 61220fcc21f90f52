"""The sentences of the board paper on a product: one for each thing that may be said."""

from string import Formatter

import pytest

from os2governance.i18n.symbols import ANSWER_LABELS, LEVEL_KINDS, STATUS_SYMBOLS
from os2governance.render.board import product_sentences


def texts(module):
    """Every text of a module, by its name; those in a group by its name and their place."""
    found = {}
    for name, value in vars(module).items():
        if name.isupper():
            several = value.items() if isinstance(value, dict) else enumerate(value)
            found |= {name: value} if isinstance(value, str) else {f"{name} {k}": v for k, v in several}  # fmt: skip
    return found


def test_each_level_and_each_status_has_its_word():
    assert list(product_sentences.LEVEL_LABELS) == list(LEVEL_KINDS)
    assert {*STATUS_SYMBOLS, *ANSWER_LABELS} <= product_sentences.STATUS_LABELS.keys()
    for labels in (product_sentences.LEVEL_LABELS, product_sentences.STATUS_LABELS):
        assert len(set(labels.values())) == len(labels)


def test_each_reason_for_a_level_and_each_decision_has_its_words():
    assert {"proposed", "recommended", "claimed", "placed", "lowest"} == set(product_sentences.LEVEL_SOURCES)  # fmt: skip
    assert set(product_sentences.DECISION_LABELS) == {
        "admit", "place", "accept", "pause", "resume", "close",
    }  # fmt: skip


@pytest.mark.parametrize("name", texts(product_sentences))
def test_no_text_is_empty_and_every_field_has_a_name(name):
    text = texts(product_sentences)[name]

    assert text.strip() == text != ""
    assert all(field is None or field.isidentifier() for _, field, _, _ in Formatter().parse(text))
