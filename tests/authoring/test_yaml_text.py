"""Comments and values in YAML that people's texts cannot leave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.authoring.yaml_text import COMMENT_WIDTH, format_scalar, render_comment
from os2governance.documents.yaml_reader import read_yaml

PRINTABLE = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def read(text):
    document, findings = read_yaml(text.encode(), "x.yaml")
    assert findings == []
    return document.values


@given(PRINTABLE | st.text(alphabet="#:-{}[]\n\r\u2028\x85 a'\"", max_size=60), st.integers(0, 8))
def test_a_comment_is_nothing_but_a_comment(text, column):
    lines = list(render_comment(text, column))

    assert all(line.startswith(f"{' ' * column}## ") for line in lines)
    assert not [line for line in lines if len(line.splitlines()) != 1]
    assert read("\n".join([*lines, "a: 1"])) == {"a": 1}


def test_a_long_comment_is_broken_and_loses_no_word():
    words = [f"ord{number}" for number in range(60)]
    lines = list(render_comment(" ".join(words), 4))

    assert len(lines) > 1
    assert max(map(len, lines)) <= COMMENT_WIDTH
    assert " ".join(line.strip("# ") for line in lines).split() == words
    assert list(render_comment(" \n", 4)) == []


@given(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9)
    | st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=30)
)  # fmt: skip
def test_a_value_reads_back_as_the_same_value_of_the_same_type(value):
    found = read(f"a: {format_scalar(value)}\n")["a"]

    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("board", "board"), ("Æble-1.0/x", "Æble-1.0/x"), ("true", '"true"'), ("Null", '"Null"'),
        ("2026-05-01", '"2026-05-01"'), ("a: b", '"a: b"'), ("", '""'), ("a\n", '"a\\n"'),
        ("- x", '"- x"'), ("*x", '"*x"'), ("a #b", '"a #b"'),
    ],
)  # fmt: skip
def test_only_plain_words_are_unquoted(text, written):
    assert format_scalar(text) == written
