"""Everything has a word, and every light a shape, a letter and a colour of its own."""

from typing import get_args

import pytest

from os2governance.assessment.levels import Levels
from os2governance.assessment.outcome import STATUSES
from os2governance.findings.catalogue import Severity
from os2governance.formats.words import ANSWERS, FACTS_OUTCOMES
from os2governance.i18n import symbols as legend

SIGNS = [legend.STATUS, legend.TRUTH, legend.SEVERITY]
WORDS = [
    legend.SEVERITIES,
    legend.FACTS_SAY,
    legend.BASIS,
    legend.ANSWER,
    legend.DEVIATION,
    legend.STANDING,
    legend.KIND,
]


def test_all_there_is_has_its_sign():
    assert tuple(legend.STATUS) == STATUSES
    assert tuple(legend.LEVELS) == Levels._fields
    assert set(legend.SEVERITY) == set(legend.SEVERITIES) == set(get_args(Severity))
    assert set(legend.FACTS_SAY) == set(FACTS_OUTCOMES)
    assert set(legend.ANSWER) == set(ANSWERS)


@pytest.mark.parametrize("signs", [legend.STATUS, legend.SEVERITY])
@pytest.mark.parametrize("look", ["mark", "ascii", "letter", "colour", "word"])
def test_no_two_look_the_same(signs, look):
    looks = [getattr(sign, look) for sign in signs.values()]

    assert len(set(looks)) == len(looks)


@pytest.mark.parametrize("signs", SIGNS)
def test_a_stand_in_is_one_letter_of_ascii(signs):
    for sign in signs.values():
        assert sign.ascii.isascii()
        assert len(sign.ascii) == len(sign.mark) == 1


@pytest.mark.parametrize("words", [*SIGNS, *WORDS, legend.LEVELS])
def test_everything_has_words_in_both_languages(words):
    for each in words.values():
        for text in [each.word if hasattr(each, "word") else each, getattr(each, "means", each)]:
            if hasattr(text, "da"):
                assert text.da
                assert text.en
