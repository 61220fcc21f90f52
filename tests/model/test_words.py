"""What a model calls things, and the neutral words where it says nothing."""

from dataclasses import fields

import pytest

from os2governance.i18n.text import Text
from os2governance.model.words import NEUTRAL_WORDS, Words, phrase, possessive, read_words

GIVEN = {
    "site": {"title": {"da": "Køkkener", "en": "Kitchens"}},
    "badge": {"en": "stars"},
    "users": {"many": {"da": "gæster", "en": "guests"}},
    "lights": {"met": {"da": "Ren", "en": "Clean"}},
}


def test_each_word_that_is_given_counts_and_the_others_are_neutral():
    words = read_words(GIVEN)

    assert words.site_title == Text("Køkkener", "Kitchens")
    assert words.badge.render("da") == "stars"
    assert words.users_many.render("en") == "guests"
    assert words.lights["met"].render("da") == "Ren"
    assert words.lights["unmet"] == NEUTRAL_WORDS.lights["unmet"]
    assert words.site_intro == NEUTRAL_WORDS.site_intro


def test_no_words_are_neutral_words():
    assert read_words({}) == NEUTRAL_WORDS
    assert read_words({"badge": {}, "site": {"title": {}}}) == NEUTRAL_WORDS


def test_a_version_changes_the_words_of_the_one_it_is_based_on():
    words = read_words({"badge": {"da": "prikker", "en": "dots"}}, read_words(GIVEN))

    assert words.badge == Text("prikker", "dots")
    assert words.site_title == Text("Køkkener", "Kitchens")
    assert words.lights["met"] == Text("Ren", "Clean")


def test_every_word_is_in_both_languages():
    texts = [getattr(NEUTRAL_WORDS, each.name) for each in fields(Words) if each.name != "lights"]

    assert all(text.da and text.en for text in (*texts, *NEUTRAL_WORDS.lights.values()))


@pytest.mark.parametrize(
    ("name", "inside", "owner"),
    [
        (Text("Sekretariatet", "The secretariat"), ("sekretariatet", "the secretariat"), ("Sekretariatets", "The secretariat's")),
        (Text("Bedømmerne", "The reviewers"), ("bedømmerne", "the reviewers"), ("Bedømmernes", "The reviewers'")),
        (Text("Lars", "OS2"), ("lars", "OS2"), ("Lars'", "OS2's")),
        (Text("", "Chef"), ("chef", "chef"), ("Chefs", "Chef's")),
    ],
)  # fmt: skip
def test_names_in_sentences(name, inside, owner):
    assert phrase(name) == inside
    assert possessive(name) == owner
