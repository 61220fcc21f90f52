"""The words of the formats: each once, and each known word in both languages."""

from typing import get_args

import pytest

from os2governance.formats import words
from os2governance.i18n.symbols import STATUS_SYMBOLS

CHOICES = {
    name: get_args(getattr(words, name)) for name in dir(words) if get_args(getattr(words, name))
}


@pytest.mark.parametrize("name", CHOICES)
def test_each_word_is_written_once_and_in_small_letters(name):
    said = CHOICES[name]

    assert len(set(said)) == len(said)
    assert [word for word in said if word != word.lower() or " " in word] == []


def test_what_an_evaluator_may_say_a_product_may_answer():
    assert set(words.LIGHTS) < set(words.ANSWERS)
    assert set(get_args(words.StatusWord)) <= set(STATUS_SYMBOLS)


def test_titles_are_those_of_words_that_there_are_and_tell_them_apart():
    known = {word for said in CHOICES.values() for word in said}

    assert set(words.TITLES) <= known
    for language in (0, 1):
        titles = [each[language].casefold() for each in words.TITLES.values()]
        assert len(set(titles)) == len(titles)
