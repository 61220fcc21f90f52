"""Spaces and quotation marks that are part of a text, where they were meant to be around it."""

import pytest

from os2governance.checks.mistaken_signs import MAX_SIGN_FINDINGS, check_mistaken_signs

FOUND = [
    # text, line and column
    ("kind\xa0: project", "odd-space", (1, 5)),
    ("a: 1\nkind: project\xa0", "odd-space", (2, 14)),
    ("answers:\n\xa0\xa0R1: {answer: met}", "odd-space", (2, 1)),
    ("answers:\n  R1: {\u202fanswer: met}", "odd-space", (2, 8)),
    ("R1: {answer:\xa0met}", "odd-space", (1, 13)),
    ("evidence:\n  -\xa0https://eksempel.dk", "odd-space", (2, 4)),
    ("list: [a, \u3000b]", "odd-space", (1, 11)),
    ("by: \u201dEjeren\u201d", "curly-quote", (1, 5)),
    ("by: \u201eEjeren\u201c", "curly-quote", (1, 5)),
    ("by: \u2018Ejeren\u2019", "curly-quote", (1, 5)),
    ("\u201ckind\u201d: project", "curly-quote", (1, 1)),
    ("# \u2028\nby: \u201dEjeren\u201d", "curly-quote", (2, 5)),
]
NOT_FOUND = [
    "price: 5\xa0000 kr.",
    "note: Pris:\xa05 kr.",
    "note: \u201dJa\u201d sagde styregruppen",
    "note: de kalder den \u201dnaboen\u201d",
    "note: borgeren\u2019s sag",
    'note: "\u201cJa\u201d"',
    "note: |\n  \u201cJa\u201d\n  \xa0indrykket\xa0",
    "# \u201cJa\u201d\xa0\na: 1",
    "a: [\u201c",  # no YAML: its own finding says so
    "note: \xbbJa\xab",
]


@pytest.mark.parametrize(("text", "code", "place"), FOUND)
def test_a_sign_at_the_edge_of_a_key_or_value_is_found(text, code, place):
    [found] = check_mistaken_signs({"f.yaml": text})

    assert (found.code, found.location[1:]) == (code, place)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_a_sign_within_a_text_is_the_writers_own(text):
    assert list(check_mistaken_signs({"f.yaml": text})) == []


def test_a_text_that_a_comma_cut_in_two_is_found_at_both_ends():
    found = check_mistaken_signs({"f.yaml": "{note: \u201ca, b\u201d}"})

    assert [each.location.column for each in found] == [8, 13]


def test_a_file_full_of_them_is_told_so_many_times():
    text = "list: [" + "\xa0a, " * 100 + "b]"

    assert len(list(check_mistaken_signs({"a.yaml": text, "b.json": text}))) == MAX_SIGN_FINDINGS
