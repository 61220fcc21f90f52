"""JSON as text: whatever stands in it, nothing of it steers a terminal, and nothing is lost."""

import json
import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from os2governance.documents.json_writer import (
    encode_indented_json,
    encode_json,
    escape_json,
    quote_json,
)

CONTROLS = [
    letter
    for letter in map(chr, range(sys.maxunicode + 1))
    if unicodedata.category(letter) in {"Cc", "Cf", "Zl", "Zp"}
]


def test_each_control_is_escaped():
    for letter in CONTROLS:
        said = quote_json(f"a{letter}b")
        assert said.isascii()
        assert said.isprintable()
        assert json.loads(said) == f"a{letter}b"


@given(st.recursive(st.text() | st.integers(), lambda each: st.dictionaries(st.text(), each)))
def test_nothing_is_lost(value):
    for said in (encode_json(value), encode_indented_json(value)):
        assert json.loads(said) == value
        assert not set(said) & (set(CONTROLS) - {"\n"})


@given(st.lists(st.sampled_from(["#", "##[x]", "##vso[x]", "[", "\\", '"', "æ"])).map("".join))
def test_no_command_to_a_build_server_stands_in_it(text):
    for said in (quote_json(text), encode_json({text: text}), encode_indented_json([text])):
        assert "##[" not in said
        assert "##vso[" not in said
    assert json.loads(quote_json(text)) == text
    assert json.loads(encode_json({text: text})) == {text: text}
    assert json.loads(encode_indented_json([text])) == [text]


def test_letters_stay():
    assert encode_json({"æ": "Ø – “x” 日本 🙂"}) == '{"æ":"Ø – “x” 日本 🙂"}'
    assert escape_json("a") == "a"
