"""Bytes of JSON to values: what cannot be used is a finding, with its place."""

import pytest

from os2governance.documents.json_reader import MAX_JSON_DEPTH, read_json

REFUSED = [
    ("not UTF-8", b'{"a": "\xff"}', "not-utf8", 1, 8),
    ("no JSON", b'{"a": 1,\n "b" 2}', "json-syntax", 2, 6),
    ("empty", b"", "json-syntax", 1, 1),
    ("thousands of digits", b'{"a":\n ' + b"9" * 5000 + b"}", "json-syntax", 2, 2),
    ("too large", b'{"a": 1e999}', "json-syntax", 1, 7),
    ("not a number", b'{"a": NaN}', "json-syntax", 1, 7),
    ("endless", b'{"a": -Infinity}', "json-syntax", 1, 7),
    ("half a character", b'{"a": "\\ud800"}', "json-syntax", 1, 8),
    ("the other half", b'{"a":\n"\\ud83d\\ude00\\ude00"}', "json-syntax", 2, 14),
    ("half a key", b'{"a": "\\ud83d\\ude00",\n"\\uDBFFx": 1}', "json-syntax", 2, 2),
    ("too deep", b"[" * (MAX_JSON_DEPTH + 1) + b"]" * (MAX_JSON_DEPTH + 1), "yaml-too-deep", 0, 0),
    ("far too deep", b"[" * 100_000, "yaml-too-deep", 0, 0),
]


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [row[1:] for row in REFUSED],
    ids=[row[0] for row in REFUSED],
)
def test_refusals(data, code, line, column):
    values, wrong = read_json(data, "f")

    assert values is None
    assert (wrong.code, *wrong.location) == (code, "f", line, column)


def test_values():
    data = b'\xef\xbb\xbf{"a": [1, 2.5, null, true, "\xc3\xa6\\u00e6"]}'

    assert read_json(data, "f") == ({"a": [1, 2.5, None, True, "\xe6\xe6"]}, None)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[1,]", '{"a": 1,}', '{"a" 1}', "[1 2]", '"a', "{} x", '"\x01"', r'"\q"', r'"\u12"'],
)
def test_what_is_wrong_is_said_in_danish_too(text):
    _, wrong = read_json(text.encode(), "f")

    assert wrong.code == "json-syntax"
    assert wrong.arguments["problem"].da != wrong.arguments["problem"].en
