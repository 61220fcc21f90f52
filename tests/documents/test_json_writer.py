"""JSON as text: whatever stands in it, nothing of it steers a terminal, and nothing is lost."""

import json
import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from os2governance.documents.json_writer import encoded, escaped, indented, quoted

CONTROLS = [
    letter
    for letter in map(chr, range(sys.maxunicode + 1))
    if unicodedata.category(letter) in {"Cc", "Cf", "Zl", "Zp"}
]


def test_each_control_is_escaped():
    for letter in CONTROLS:
        said = quoted(f"a{letter}b")
        assert said.isascii()
        assert said.isprintable()
        assert json.loads(said) == f"a{letter}b"


@given(st.recursive(st.text() | st.integers(), lambda each: st.dictionaries(st.text(), each)))
def test_nothing_is_lost(value):
    for said in (encoded(value), indented(value)):
        assert json.loads(said) == value
        assert not set(said) & (set(CONTROLS) - {"\n"})


@given(st.lists(st.sampled_from(["#", "##[x]", "##vso[x]", "[", "\\", '"', "æ"])).map("".join))
def test_no_command_to_a_build_server_stands_in_it(text):
    for said in (quoted(text), encoded({text: text}), indented([text])):
        assert "##[" not in said
        assert "##vso[" not in said
    assert json.loads(quoted(text)) == text
    assert json.loads(encoded({text: text})) == {text: text}
    assert json.loads(indented([text])) == [text]


def test_letters_stay():
    assert encoded({"æ": "Ø – “x” 日本 🙂"}) == '{"æ":"Ø – “x” 日本 🙂"}'
    assert escaped("a") == "a"
