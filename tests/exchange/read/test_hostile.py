"""Hostile documents: each is read or found, and nothing in it does anything."""

import pytest
from exchange.words import wording

from os2governance import load_model
from os2governance.exchange.read.detect import read_document
from os2governance.exchange.verify.verify import verify_document
from os2governance.files.listing import find_shipped_criteria

MODEL = load_model(find_shipped_criteria() / "os2" / "1.1.0")
HEAD = "| # | Krav | Niveau | Efterlevet? | Dokumentation |\n|---|---|---|---|---|\n| R2 | x | 2 | Ja | y |\n"
ROW = "| R1 | x | 0 | Ja | "
N = 300_000
DOCUMENTS = {
    "a huge cell": HEAD + ROW + "a" * N + " |",
    "a million pipes": HEAD + "| R1 " + "|" * N,
    "pipes alone": HEAD + "|" * N,
    "brackets": HEAD + ROW + "[" * 19_000 + " |",
    "links in links": HEAD + ROW + "[a](b" * 3_900 + " |",
    "nested tags": HEAD + ROW + "<b>" * 6_000 + " |",
    "more nested tags": HEAD + ROW + "<ul><li>" * 40_000 + " |",
    "emphasis": HEAD + ROW + "*a_" * 6_000 + " |",
    "backslashes": HEAD + ROW + "\\" * N + " |",
    "marks": HEAD + "| R1 | x | 0 | " + "Ja " * 60_000 + "| y |",
    "half marks": HEAD + "| R1 | x | 0 | " + "🟢 / " * 60_000 + "| y |",
    "open fences": HEAD + ROW + "y |\n" + "```a\n" * 60_000,
    "open comments": HEAD + ROW + "y |\n" + "<!--\n\n" * 40_000,
    "quotes": HEAD + ROW + "y |\n\n" + ">" * N,
    "lists": HEAD + ROW + "y |\n\n" + "- " * N,
    "shares": HEAD + ROW + "y |\n\n" + ("1 af " * 300 + "\n") * 100,
    "digits": HEAD + ROW + "y |\n\n" + "1" * N,
    "labels": HEAD + ROW + "y |\n\n" + "Dato: " * 50_000,
    "mail": HEAD + ROW + "a." * 9_000 + "@ |",
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_hostile_document_is_read(name):
    data = DOCUMENTS[name].encode()
    imported, _ = read_document(data, "x.md", [wording()])

    assert {"R1", "R2"} >= set(imported.claims) >= {"R2"}
    assert verify_document(data, imported, MODEL, wording()).rows == len(imported.claims)


def test_what_is_too_large_is_refused():
    imported, findings = read_document(b"a" * ((1 << 20) + 1), "x.md", [wording()])

    assert imported is None
    assert [found.code for found in findings] == ["file-too-large"]


def test_what_is_no_text_is_refused():
    assert [f.code for f in read_document(b"| R1 \xff", "x.md", [wording()])[1]] == ["not-utf8"]


@pytest.mark.parametrize(
    "text",
    [
        '{"krav":',
        "[" * 100_000,
        '{"krav": ' + "[" * 50_000,
        '{"krav": [1, null, {"id": 5}, {"id": "R1x"}]}',
    ],
)
def test_json_that_is_no_form_is_refused(text):
    imported, findings = read_document(text.encode(), "x.json", [wording()])

    assert imported is None
    assert findings


def test_direction_marks_and_escapes_are_kept_as_text_and_written_as_codes():
    from datetime import date

    from os2governance.exchange.write.product_file import ProductFileOptions, build_product_file

    data = (HEAD + ROW + "\u202eond\x1b[31m\u2066 |").encode()
    imported, _ = read_document(data, "x.md", [wording()])
    written = build_product_file(
        imported,
        ProductFileOptions(
            product="x", model=MODEL, level=None, today=date(2026, 1, 1), language="da"
        ),
    ).decode()

    assert "\u202e" not in written
    assert "\x1b" not in written
    assert "ond" in written


@pytest.mark.parametrize("file", ["x.md", "x.json", "publiccode.yml"])
@pytest.mark.parametrize("bad", [b"\xff", b"\xed\xa0\x80", "æ".encode("latin-1")])
def test_bytes_that_are_no_text_have_their_place_behind_a_byte_order_mark_too(file, bad):
    """Found by tests/fuzz/documents.py: the place was sought in the bytes with the mark."""
    start = (
        b"publiccodeYmlVersion: x\n" if file.endswith(".yml") else b"{" if "json" in file else b""
    )
    data = b"\xef\xbb\xbf" + start + b"ab" + bad

    read, findings = read_document(data, file, [wording()])
    assert read is None
    assert [found.code for found in findings] == ["not-utf8"]
    assert findings[0].location.column == (4 if start == b"{" else 3)


def test_half_a_surrogate_pair_in_json_is_no_text():
    data = rb'{"productName": "OS2x", "krav": [{"id": "R1", "efterlevet": "Ja", "dokumentation": "a\ud800b"}]}'
    read, findings = read_document(data, "x.json", [wording()])

    assert read is None
    assert [(found.code, found.location.column) for found in findings] == [("json-syntax", 86)]
