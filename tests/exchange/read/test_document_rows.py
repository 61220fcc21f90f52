"""Rows in tables and under headings, in one document."""

from exchange.words import wording

from os2governance.exchange.read.document_rows import read_document_rows
from os2governance.exchange.read.markdown import read_markdown

TABLE = "| # | Efterlevet? | Dokumentation |\n|---|---|---|\n| R1 | Ja | a |\n"


def test_a_document_may_have_rows_of_both_kinds():
    source, _ = read_markdown(f"{TABLE}\n## R2 - Accept\n**Status:** Nej\n".encode(), "r.md")
    found = read_document_rows(source, wording())

    assert [(row.id, row.line, row.cells["mark"]) for row in found.rows] == [
        ("R1", 3, "Ja"),
        ("R2", 5, "Nej"),
    ]
    assert found.findings == []


def test_a_document_without_sections_keeps_all_its_lines():
    source, _ = read_markdown(TABLE.encode(), "r.md")

    assert read_document_rows(source, wording()).rest == source
