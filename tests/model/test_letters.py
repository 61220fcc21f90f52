"""The words of a model's letters."""

import pytest

from os2governance.formats.words import LETTER_KINDS
from os2governance.model.letters import (
    LETTER_NAMES,
    NEUTRAL_LETTERS,
    fill_letter_text,
    parse_letter_terms,
)

FILE = """format: os2governance/letters/1
answer_within: 3 weeks
letters:
  decision:
    title: {da: "Om {product}"}
    parts:
      - text: {da: "Kære {name}"}
"""
TWICE = FILE.replace("{name}", "{product}") + "".join(f"      - field: {name}\n" for name in "aa")


def test_a_model_has_its_own_words_and_plain_ones_for_the_rest():
    terms, findings = parse_letter_terms(FILE.replace("{name}", "{product}").encode(), "f")

    assert findings == ()
    assert terms.letters["decision"].title.da == "Om {product}"
    assert terms.letters["evaluation"] == NEUTRAL_LETTERS.letters["evaluation"]
    assert terms.answer_within.number == 3


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [(FILE, "letters-name", 7), (TWICE, "letters-field", 9), (FILE.replace("decision:", "decison:"), "unknown-key", 4),
     ("a: [", "yaml-syntax", 1)],
)  # fmt: skip
def test_what_is_wrong_is_told_where_it_is_and_plain_words_are_used(text, code, line):
    terms, [found] = parse_letter_terms(text.encode(), "f")

    assert (found.code, found.location.line) == (code, line)
    assert terms == NEUTRAL_LETTERS


def test_there_are_plain_words_for_every_letter_and_they_name_only_what_there_is():
    texts = [
        text.render(language)
        for letter in NEUTRAL_LETTERS.letters.values()
        for text in (letter.title, *(part.text for part in letter.parts))
        for language in ("da", "en")
    ]

    assert set(NEUTRAL_LETTERS.letters) == set(LETTER_KINDS)
    assert all(fill_letter_text(text, dict.fromkeys(LETTER_NAMES, "x")) for text in texts)


def test_a_text_that_names_what_there_is_not_is_none_and_nothing_is_formatted_twice():
    assert fill_letter_text("Til {product}", {}) is None
    assert fill_letter_text("Til {product}", {"product": "{evil}"}) == "Til {evil}"
