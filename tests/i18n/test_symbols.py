"""Everything has a word, and every light a shape, a letter and a colour of its own."""

from dataclasses import fields
from typing import get_args

import pytest

from os2governance.assessment.levels import Levels
from os2governance.assessment.outcome import BACKINGS, STATUSES
from os2governance.assessment.rule_verdict import CONTRACT_WORDS
from os2governance.findings.catalogue.entry import Severity
from os2governance.formats.words import ANSWERS, FactsOutcome
from os2governance.i18n import symbols

SIGNS = [symbols.STATUS_SYMBOLS, symbols.TRUTH_SYMBOLS, symbols.SEVERITY_SYMBOLS]
WORDS = [
    symbols.SEVERITY_PLURALS,
    symbols.FACTS_SAY_LABELS,
    symbols.BASIS_LABELS,
    symbols.BACKING_LABELS,
    symbols.ANSWER_LABELS,
    symbols.DEVIATION_LABELS,
    symbols.LIFECYCLE_LABELS,
    symbols.KIND_LABELS,
]


def test_all_there_is_has_its_sign():
    assert tuple(symbols.STATUS_SYMBOLS) == STATUSES
    assert tuple(symbols.LEVEL_KINDS) == tuple(each.name for each in fields(Levels))
    assert (
        set(symbols.SEVERITY_SYMBOLS) == set(symbols.SEVERITY_PLURALS) == set(get_args(Severity))
    )
    assert set(symbols.FACTS_SAY_LABELS) == {*get_args(FactsOutcome), *CONTRACT_WORDS}
    assert tuple(symbols.BACKING_LABELS) == BACKINGS
    assert set(symbols.ANSWER_LABELS) == set(ANSWERS)


@pytest.mark.parametrize("signs", [symbols.STATUS_SYMBOLS, symbols.SEVERITY_SYMBOLS])
@pytest.mark.parametrize("look", ["glyph", "ascii", "letter", "colour", "word"])
def test_no_two_look_the_same(signs, look):
    looks = [getattr(sign, look) for sign in signs.values()]

    assert len(set(looks)) == len(looks)


@pytest.mark.parametrize("signs", SIGNS)
def test_a_stand_in_is_one_letter_of_ascii(signs):
    for sign in signs.values():
        assert sign.ascii.isascii()
        assert len(sign.ascii) == len(sign.glyph) == 1


@pytest.mark.parametrize("words", [*SIGNS, *WORDS, symbols.LEVEL_KINDS])
def test_everything_has_words_in_both_languages(words):
    for each in words.values():
        for text in [
            each.word if hasattr(each, "word") else each,
            getattr(each, "description", each),
        ]:
            if hasattr(text, "da"):
                assert text.da
                assert text.en
