"""The texts in which a claim is made."""

from datetime import date

import pytest
from checks.test_references import HEAD, LIBRARY

from os2governance.assessment.levels import assess
from os2governance.checks.claim_texts import (
    MAX_READ_LENGTH,
    MAX_SHOWN_LENGTH,
    find_address_texts,
    find_addresses,
    list_answer_texts,
    remove_addresses,
    shorten,
)
from os2governance.documents.sources import FileContent, ProductFiles
from os2governance.product.reader import build_product

ANSWERS = f"""\
facts:
  ownership: {{licence: MPL-2.0, repositories: [{{url: "https://a.dk/x"}}]}}
answers:
  R1: {{answer: met, evidence: [en, to], note: tre}}
  F5: {{answer: unmet, explanation: fire, note: " "}}
  F19: {{answer: not_applicable, reason: {"fem" * 20_000}}}
"""


def read():
    sources = ProductFiles(product=FileContent("product.yaml", (HEAD + ANSWERS).encode()))
    return assess(*build_product(sources, LIBRARY)[0], as_of=date(2026, 5, 1)).declaration


def test_all_texts_of_the_answers_with_their_places():
    texts = list_answer_texts(read())

    assert [(t.criterion, t.key, t.text[:4], t.claims, t.location.line) for t in texts] == [
        ("R1", "evidence", "en", True, 10),
        ("R1", "evidence", "to", True, 10),
        ("R1", "note", "tre", True, 10),
        ("F5", "explanation", "fire", False, 11),
        ("F19", "reason", "femf", False, 12),
    ]
    assert len(texts[-1].text) == MAX_READ_LENGTH


def test_facts_are_read_for_addresses_alone():
    declaration = read()
    (found,) = find_address_texts(declaration.facts, declaration.document, ("facts",))

    assert (found.text, found.criterion, found.location.line) == ("https://a.dk/x", None, 8)


@pytest.mark.parametrize(
    ("text", "addresses", "rest"),
    [
        ("Se https://a.dk/ikke-fundet.", ["https://a.dk/ikke-fundet."], "Se  "),
        ("[her](https://a.dk/x) og\nfile:///x", ["https://a.dk/x", "file:///x"], "[her]( ) og  "),
        ("intet", [], "intet"),
    ],
)
def test_words_of_an_address_are_no_claim(text, addresses, rest):
    assert find_addresses(text) == addresses
    assert remove_addresses(text).replace(" ", "") == rest.replace(" ", "")


def test_words_are_shown_on_one_line_and_not_too_many():
    assert shorten("en\n  to") == "en to"
    assert len(shorten("x" * 500)) == MAX_SHOWN_LENGTH
