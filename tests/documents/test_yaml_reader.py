"""Bytes to values and places: YAML 1.2 core, and every refusal with its code and place."""

import math

import pytest

from os2governance.documents.text_reader import MAX_BYTES
from os2governance.documents.yaml_reader import MAX_VALUES, read_yaml
from os2governance.findings.finding import MAX_FINDINGS_PER_CODE

SCALARS = [
    # text, value: formats.md, "YAML is read as YAML 1.2 core"
    ("yes", "yes"),
    ("no", "no"),
    ("on", "on"),
    ("off", "off"),
    ("y", "y"),
    ("1_000", "1_000"),
    ("12:30", "12:30"),
    ("2026-05-01", "2026-05-01"),
    ("2026-02-30", "2026-02-30"),
    ("true", True),
    ("True", True),
    ("TRUE", True),
    ("false", False),
    ("tRUE", "tRUE"),
    ("null", None),
    ("~", None),
    ("", None),
    ("nothing", "nothing"),
    ("0", 0),
    ("-17", -17),
    ("+3", 3),
    ("007", 7),
    ("0o17", 15),
    ("0x1F", 31),
    ("0b11", "0b11"),
    ("1.5", 1.5),
    ("-.5", -0.5),
    ("1.", 1.0),
    ("1e3", 1000.0),
    ("1.1.0", "1.1.0"),
    ("9223372036854775807", 2**63 - 1),
    ("-9223372036854775808", -(2**63)),
    ("'true'", "true"),
    ('"1"', "1"),
    ("'2026-05-01'", "2026-05-01"),
    ("=", "="),
    ("MPL-2.0", "MPL-2.0"),
    ("-", "-"),
    (".", "."),
    ("æøå", "æøå"),
]


def codes(data: bytes) -> list[tuple[str, int, int]]:
    document, findings = read_yaml(data, "f")
    assert (document is None) is bool(findings)
    return [(found.code, found.location.line, found.location.column) for found in findings]


@pytest.mark.parametrize(("text", "value"), SCALARS)
def test_scalars(text, value):
    text = f"'{text}'" if text == "-" else text
    document, findings = read_yaml(f"a: {text}\n".encode(), "f")

    assert findings == []
    assert document.values == {"a": value}
    assert type(document.values["a"]) is type(value)


REFUSED = [
    ("empty", b"", [("yaml-empty", 1, 1)]),
    ("only comments", b"# a\n# b\n", [("yaml-empty", 3, 1)]),
    ("only null", b"~\n", [("yaml-empty", 1, 1)]),
    ("a key twice", b"a: 1\nb: 2\na: 3\n", [("yaml-duplicate-key", 3, 1)]),
    ("a key twice, deep down", b"a:\n- {b: 1, c: 2, b: 3}\n", [("yaml-duplicate-key", 2, 16)]),
    ("anchor and alias", b"a: &x 1\nb: *x\n", [("yaml-alias", 1, 4), ("yaml-alias", 2, 4)]),
    ("anchor at a mapping", b"a: &x {b: 1}\n", [("yaml-alias", 1, 4)]),
    ("tag", b"a: !!python/object:os.system x\n", [("yaml-tag", 1, 4)]),
    ("tag at a list", b"a: !x [1]\n", [("yaml-tag", 1, 4)]),
    ("merge key", b"a: {<<: {b: 1}}\n", [("yaml-merge-key", 1, 5)]),
    ("several documents", b"a: 1\n---\nb: 2\n", [("yaml-several-documents", 2, 1)]),
    ("a key that is a list", b"[a, b]: 1\n", [("yaml-key", 1, 1)]),
    ("a key that is a mapping", b"? {a: 1}\n: 2\n", [("yaml-key", 1, 3)]),
    ("a key that is an alias", b"a: 1\n*x : 2\n", [("yaml-alias", 2, 1), ("yaml-key", 2, 1)]),
    ("too deep", b"[" * 100, [("yaml-too-deep", 1, 41)]),
    # libyaml gives up at 1,000 layers since 0.2.6, before it has told of the first of them
    ("too deep for libyaml", b"[" * 5000, [("yaml-too-deep", 1, 41)]),
    ("too deep behind letters", "a: æøå\r\nb: ".encode() + b"[" * 5000, [("yaml-too-deep", 2, 43)]),
    ("a key twice, then too deep", b"a: 1\na: 2\nb: " + b"[" * 5000, [("yaml-duplicate-key", 2, 1), ("yaml-too-deep", 3, 43)]),
    ("too many in a flow", b"a: [" + b"1," * 60_000 + b"]", [("yaml-too-many", 1, 99_999)]),
    ("too many lists", b"a: [" + b"[]," * 60_000 + b"]", [("yaml-too-many", 1, 149_996)]),
    ("too many keys", b"".join(b"k%d: 1\n" % n for n in range(60_000)), [("yaml-too-many", 49_999, 9)]),
    ("beyond 64 bits", b"a: 9223372036854775808\n", [("yaml-number", 1, 4)]),
    ("a million digits", b"a: " + b"9" * 1_000_000, [("yaml-number", 1, 4)]),
    ("infinity", b"a: .inf\n", [("yaml-number", 1, 4)]),
    ("not a number", b"a: .NaN\n", [("yaml-number", 1, 4)]),
    ("a float that is too large", b"a: 1e999\n", [("yaml-number", 1, 4)]),
    ("NUL", b"a: b\nc: \0d\n", [("yaml-syntax", 2, 4)]),
    ("invalid UTF-8", b"a: b\nc: d\xff\n", [("not-utf8", 2, 5)]),
    ("lone surrogate", b"a: \xed\xa0\x80\n", [("not-utf8", 1, 4)]),
    ("UTF-16 without a mark", "a: b\n".encode("utf-16-le"), [("not-utf8", 1, 1)]),
    ("UTF-16", "a: b\n".encode("utf-16"), [("not-utf8", 1, 1)]),
    ("a tab for indentation", b"a:\n\tb: 1\n", [("yaml-syntax", 2, 1)]),
    ("a control character", b"a: b\nc: \x07\n", [("yaml-syntax", 2, 4)]),
    ("a missing bracket", b"a: [1, 2\nb: 3\n", [("yaml-syntax", 1, 4)]),
    ("a quote that never ends", b"a: 'b\n", [("yaml-syntax", 1, 4)]),
    ("too large", b"#" * (MAX_BYTES + 1), [("file-too-large", 0, 0)]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "expected"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_refusals(data, expected):
    assert codes(data) == expected


def test_all_that_is_wrong_is_found_at_once():
    found = codes(b"a: !x 1\nb: .inf\nb: *y\n")

    assert [code for code, *_ in found] == [
        "yaml-tag",
        "yaml-number",
        "yaml-duplicate-key",
        "yaml-alias",
    ]


def test_findings_come_to_an_end():
    assert len(codes(b"a: 1\n" * 10_000)) == MAX_FINDINGS_PER_CODE + 1


def test_an_alias_bomb_is_refused_before_it_grows():
    bomb = b"a: &a [x]\n" + b"".join(
        b"%c: &%c [%s]\n" % (c, c, b", ".join([b"*%c" % (c - 1)] * 9)) for c in range(98, 120)
    )

    assert {code for code, *_ in codes(bomb)} == {"yaml-alias"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end):
    document, _ = read_yaml(f"a: 1{end}b: 2{end}".encode(), "f")

    assert document.values == {"a": 1, "b": 2}
    assert document.locate(["b"]).line == 2


def test_a_byte_order_mark_is_passed_over():
    document, _ = read_yaml(b"\xef\xbb\xbfa: 1\n", "f")

    assert document.values == {"a": 1}


def test_places_of_keys_and_values():
    text = "a: 1\nb:\n  - c: æ\n    d: {e: f}\n  - [g, h]\n"
    document, _ = read_yaml(text.encode(), "f")
    places = {
        ("a",): (1, 4),
        ("b",): (3, 3),
        ("b", 0, "c"): (3, 8),
        ("b", 0, "d", "e"): (4, 12),
        ("b", 1, 1): (5, 9),
        ("b", 0, "nowhere"): (3, 5),
        ("nowhere",): (1, 1),
    }

    assert {path: document.locate(path)[1:] for path in places} == places
    assert document.locate(["b", 0, "d"], key=True)[1:] == (4, 5)


def test_numbers_that_are_not_finite_never_come_out():
    for text in ("1e308", "-1e308"):
        document, _ = read_yaml(f"a: {text}".encode(), "f")
        assert math.isfinite(document.values["a"])


def test_as_many_values_as_may_be_are_read():
    """The document's own mapping is one of them, and so is each list."""
    text = "a: [" + "1," * (MAX_VALUES - 3) + "]\n"

    document, findings = read_yaml(text.encode(), "f")

    assert findings == []
    assert len(document.values["a"]) == MAX_VALUES - 3
    assert codes(text.replace("[", "[1,").encode()) == [("yaml-too-many", 1, 2 * MAX_VALUES - 1)]
