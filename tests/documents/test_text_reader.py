"""Bytes to text: one decoder, whose places count what a person sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.documents.text_reader import (
    MAX_BYTES,
    locate_end_of,
    read_shown_text,
    read_text,
    split_lines,
)

MARK = b"\xef\xbb\xbf"


@pytest.mark.parametrize("mark", [b"", MARK])
@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"\xff", 1, 1),
        (b"name: \xc3\x98kk\xff", 1, 10),
        ("æøå".encode() + b"\r\n\xe6", 2, 1),
        (b"a\rb\xc3", 2, 2),
        ("\u2028".encode() + b"\xff", 1, 2),
    ],
)
def test_the_place_of_a_byte_that_is_no_text(mark, data, line, column):
    """The mark in front is no part of the text: it was counted, and letters were cut in two."""
    text, found = read_text(mark + data, "f")

    assert text is None
    assert (found.code, *found.location) == ("not-utf8", "f", line, column)


@given(st.binary(max_size=40), st.booleans())
def test_there_is_always_a_text_or_a_finding(data, marked):
    text, found = read_text(MARK * marked + data, "f")

    assert (text is None) != (found is None)
    assert isinstance(read_shown_text(data), str)
    if text is not None and not data.startswith(MARK):
        assert text.encode() == data


def test_a_large_file_is_not_decoded():
    assert read_text(b"x" * MAX_BYTES, "f")[1] is None
    assert read_text(b"x" * (MAX_BYTES + 1), "f")[1].code == "file-too-large"


def test_lines_are_those_of_yaml_and_git():
    assert split_lines("a\nb\r\nc\rd\x85e\u2028f\u2029g\x0bh") == [
        "a",
        "b",
        "c",
        "d\x85e\u2028f\u2029g\x0bh",
    ]
    assert locate_end_of("a\nbc", "f") == ("f", 2, 3)
