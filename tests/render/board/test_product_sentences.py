"""The sentences of the board paper on a product: one for each thing that may be said."""

from string import Formatter
from typing import get_args

import pytest

from os2governance.analysis.board_case import DOWN, FIRST, KEPT, PROPOSED, RECOMMENDED, UP
from os2governance.analysis.deviations import FULFILLED, OVERDUE, RUNNING
from os2governance.formats.words import DecisionKind
from os2governance.i18n.symbols import KIND_LABELS, LIFECYCLE_LABELS
from os2governance.render.board import product_sentences


def texts(module):
    """Every text of a module, by its name; those in a group by its name and their place."""
    found = {}
    for name, value in vars(module).items():
        if name.isupper():
            several = value.items() if isinstance(value, dict) else enumerate(value)
            found |= {name: value} if isinstance(value, str) else {f"{name} {k}": getattr(v, "da", v) for k, v in several}  # fmt: skip
    return found


def test_each_kind_of_product_has_a_sentence_for_each_standing():
    assert set(product_sentences.STANDING) == {
        (kind, standing) for kind in KIND_LABELS for standing in LIFECYCLE_LABELS
    }
    assert len(set(product_sentences.STANDING.values())) == len(product_sentences.STANDING)


def test_each_source_of_a_result_has_its_words():
    bases = {"facts", "answer", "evaluation"}

    assert set(product_sentences.BASIS_LABELS) == set(product_sentences.BETWEEN_BY) == bases


def test_each_reason_for_a_level_and_each_decision_has_its_words():
    assert set(product_sentences.LEVEL_SOURCES) == {PROPOSED, RECOMMENDED}
    assert set(product_sentences.DECISION_LABELS) == set(get_args(DecisionKind))


def test_each_direction_and_each_end_of_a_promise_has_its_words():
    directions = {FIRST, UP, DOWN, KEPT}

    assert set(product_sentences.PURPOSE_DIRECTIONS) == directions
    assert set(product_sentences.RECOMMEND_DIRECTIONS) == directions
    assert set(product_sentences.PROMISE_STATES) == {FULFILLED, RUNNING, OVERDUE}


@pytest.mark.parametrize("name", texts(product_sentences))
def test_no_text_is_empty_and_every_field_has_a_name(name):
    text = texts(product_sentences)[name]

    assert text.strip() == text != ""
    assert all(field is None or field.isidentifier() for _, field, _, _ in Formatter().parse(text))
