"""The first sentences of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.render.common.excerpts import (
    MAX_SENTENCE,
    end_sentence,
    find_first_sentence,
    shorten_to_sentences,
)

FIRST = [
    ("For overordnet. Uden links.", "For overordnet."),
    ("Kodereview i maj 2018. Det siger intet.", "Kodereview i maj 2018."),
    ("Vedtaget 30. april 2027. Følg op.", "Vedtaget 30. april 2027."),
    ("Fx. Jira og bl.a. GitHub bruges. Ja.", "Fx. Jira og bl.a. GitHub bruges."),
    ("Se kl. 10. Det er nok.", "Se kl. 10. Det er nok."),
    ("Hvem ejer den? OS2.", "Hvem ejer den?"),
    ("Skrevet i README.md og\nSECURITY.md. Godt.", "Skrevet i README.md og SECURITY.md."),
    ("uden punktum", "uden punktum"),
    ("Version 1.2. kom i år. Ja.", "Version 1.2. kom i år."),
    ("", ""),
]


def test_a_sentence_ends_once():
    assert [end_sentence(each) for each in ("a", "a.", "a?", "")] == ["a.", "a.", "a?", ""]
    assert [end_sentence(each) for each in (" a\n b ", "a…", " ")] == ["a b.", "a…", ""]


@pytest.mark.parametrize(("text", "first"), FIRST)
def test_a_stop_ends_a_sentence_unless_it_is_of_an_abbreviation_or_a_day(text, first):
    assert find_first_sentence(text) == first


def test_a_very_long_sentence_is_cut_between_two_words():
    text = "ord " * MAX_SENTENCE
    found = find_first_sentence(text)

    assert len(found) <= MAX_SENTENCE + 1
    assert found.endswith("ord…")


@given(st.lists(st.text("abc", min_size=1, max_size=9), max_size=30), st.integers(0, 80))
def test_as_many_whole_sentences_are_kept_as_fit_and_at_least_one(words, room):
    text = " ".join(f"{word.capitalize()}bcd." for word in words)
    kept = shorten_to_sentences(text, room)

    assert text.startswith(kept)
    assert bool(kept) == bool(words)
    assert len(kept) <= room or kept == find_first_sentence(text)
    longer = text[: len(kept) + 1 + text[len(kept) + 1 :].find(".") + 1]
    assert kept == text or len(longer) > room
