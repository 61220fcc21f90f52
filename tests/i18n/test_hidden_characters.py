"""Characters that show nothing, and those that turn what is shown."""

import unicodedata

import pytest

from os2governance.i18n.hidden_characters import find_hidden_characters, name_character


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("Blåbærgrød \xa0 1\u202f000 – “x” ✅", []),
        ("a\u202eb", [(1, True)]),
        ("\u2066a\u2069", [(0, True), (2, True)]),
        ("a\u200bb\ufeff", [(1, False), (3, False)]),
        ("a\u200db", [(1, False)]),
        ("\u200d", [(0, False)]),
        ("👩\u200d👧\ufe0f", []),
        ("❤\ufe0f\u200d🔥", []),
        ("می\u200cخواهم", []),
        ("a\xadb", [(1, False)]),
        ("a\U000e0041", [(1, False)]),
        ("a\u2028b\x85", [(1, False), (3, False)]),
    ],
)
def test_what_is_hidden(text, found):
    assert [(each.start, each.turns) for each in find_hidden_characters(text)] == found


def test_all_that_turn_direction_are_known():
    turning = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
    letters = [chr(n) for n in range(0x110000) if unicodedata.bidirectional(chr(n)) in turning]

    for letter in (*letters, "\u200e", "\u200f", "\u061c"):
        assert [each.turns for each in find_hidden_characters(f"a{letter}b")] == [True]


def test_a_name():
    assert name_character("\xa0") == "U+00A0 NO-BREAK SPACE"
    assert name_character("\x85") == "U+0085 NEXT LINE"
    assert name_character("\x86") == "U+0086"
