"""Headings about one criterion, and what stands under them."""

import pytest
from exchange.words import codes, wording

from os2governance.exchange.read.document_rows import read_document_rows
from os2governance.exchange.read.markdown import read_markdown
from os2governance.exchange.read.sections import read_criterion_heading

TOP = "## R1 - Lokal værdi\n"


def read(text):
    source, _ = read_markdown(text.encode(), "r.md")
    found = read_document_rows(source, wording())
    return {row.id: dict(row.cells) for row in found.rows}


def one(below):
    """Read a section: its mark, its text and its light."""
    row = read(f"{TOP}{below}\n\n## R2 - Mere\n**Status:** Nej\n")["R1"]
    return tuple(row.get(role, "") for role in ("mark", "text", "light"))


@pytest.mark.parametrize(
    ("line", "id_", "title"),
    [
        ("## R1 - Lokal værdi", "R1", "Lokal værdi"), ("# R1", "R1", ""), ("######R1: a", "R1", "a"),
        ("## **R1** – Lokal værdi ##", "R1", "Lokal værdi"), ("**F12 – Kun én**", "F12", "Kun én"),
        ("> ## R1. Værdi", "R1", "Værdi"), ("## [R1] Værdi", "R1", "Værdi"), ("## Krav R1: Værdi", "R1", "Værdi"),
        ("## 🌍 R1 Værdi", "R1", "Værdi"), ("- **R1: Værdi**", "R1", "Værdi"), ("### R1-Værdi", "R1", "Værdi"),
    ],
)  # fmt: skip
def test_a_heading_begins_with_the_id_of_one_criterion(line, id_, title):
    heading = read_criterion_heading(line, wording())

    assert (heading.id, heading.title) == (id_, title)


@pytest.mark.parametrize(
    "line",
    [
        "R1 - Lokal værdi", "## Relevans", "## F1-F5 Formkrav", "## R1 og R2", "## R1, R2", "## R1/R2 x",
        "**R1** er opfyldt", "## Om R1", "####### R1", "## R1x", "", "#", "**", "## ✅",
    ],
)  # fmt: skip
def test_any_other_line_is_no_heading_about_a_criterion(line):
    assert read_criterion_heading(line, wording()) is None


@pytest.mark.parametrize(
    ("below", "read_as"),
    [
        ("**Status:** 🟢 Ja\n**Dokumentation:** Tekst", ("🟢 Ja", "Tekst", "")),
        ("Status: Ja\nDokumentation: Tekst", ("Ja", "Tekst", "")),
        ("- **Status**: Ja\n- **Dokumentation**: Tekst", ("Ja", "Tekst", "")),
        ("> **Efterlevet?** Ja<br/>\n> **Dokumentation: Tekst**<br/>", ("Ja", "Tekst", "")),
        ("### Status\n\n✅\n\n### Dokumentation\n\nTekst", ("✅", "Tekst", "")),
        ("| Status | Ja |\n|---|---|\n| Dokumentation | a \\| b |", ("Ja", "a | b", "")),
        ("**Status:** Ja\n\n**Dokumentation:**\n\nEt\nto\n\n- tre\n\n---", ("Ja", "Et\nto\n\n- tre", "")),
        ("**Status:**\nJa\n**Dokumentation (link og tekst):** Tekst", ("Ja", "Tekst", "")),
        # Without labels: the mark is in a line of its own, or in the heading; the rest is the text.
        ("🟢 Ja\nTekst", ("🟢 Ja", "Tekst", "")),
        ("**Status:** Ja\nTekst under ingen ledetekst", ("Ja", "Tekst under ingen ledetekst", "")),
        ("**Status:** Ja\n**Retningslinjer:** Sådan.\n\nTekst", ("Ja", "Tekst", "")),
        ("**Status:** Ja\n**Retningslinjer:** Et.\n\nTo.\n\n**Dokumentation:** Tekst", ("Ja", "Tekst", "")),
        # Options to tick.
        ("- [ ] Ja\n- [x] Nej\n\nTekst", ("Nej", "Tekst", "")),
        ("**Status:**\n- [X] Ja\n- [ ] Nej\nTekst", ("Ja", "Tekst", "")),
        ("**Status:** [ ] Ja [x] Ikke relevant", ("Ikke relevant", "", "")),
        ("**Status:** [ ] Ja [ ] Nej\n**Dokumentation:** Tekst", ("", "Tekst", "")),
        # In the author's own text, what looks like a label is text.
        ("**Status:** Ja\n**Dokumentation:** Et\nStatus: to\n**Bemærk:** tre", ("Ja", "Et\nStatus: to\n**Bemærk:** tre", "")),
        ("**Status:** Ja\n**Dokumentation:** Et\n| Status | Bemærkning |\n|---|---|", ("Ja", "Et\n| Status | Bemærkning |", "")),
        # The parts of an evaluation.
        ("**Vurdering:** 🟡\n**Vurderingsgrundlag:** Tekst", ("", "", "🟡")),
        ("**Kategori:** Relevans\n**Produktniveau:** sandkasse\n**Status:** Ja", ("Ja", "", "")),
    ],
)  # fmt: skip
def test_the_lines_under_a_heading_are_its_fields(below, read_as):
    assert one(below) == read_as


def test_a_mark_may_stand_in_the_heading():
    rows = read("## ✅ R1 Værdi\nTekst\n\n## [ ] R2 Accept\n\n## R3\n**Status:** Ja\n")

    assert [(name, row.get("mark"), row.get("text")) for name, row in rows.items()] == [
        ("R1", "✅", "Tekst"), ("R2", "[]", None), ("R3", "Ja", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "end", ["# FORMKRAV\n\nTekst", "## Underskrift\nTekst", "---\nLavet af formularen"]
)
def test_what_stands_after_the_criteria_belongs_to_none(end):
    assert read(f"{TOP}**Status:** Ja\n**Dokumentation:** Her.\n{end}")["R1"]["text"] == "Her."


def test_headings_without_marks_and_labels_are_prose():
    assert read(f"{TOP}Det går godt.\n\n## R2 - Mere\nOgså her.") == {}


def test_beside_a_table_a_heading_needs_a_label_to_be_a_row():
    table = "| # | Efterlevet? | Dokumentation |\n|---|---|---|\n| R1 | Ja | a |\n\n"

    assert list(read(f"{table}## R2 - Mere\nSnak.\n")) == ["R1"]
    assert list(read(f"{table}## R2 - Mere\n**Status:** Nej\n")) == ["R1", "R2"]


def test_a_criterion_that_comes_twice_or_is_hidden_is_reported():
    text = f"{TOP}**Status:** Ja\n{TOP}**Status:** Nej\n\n```\n## R2\n**Status:** Ja\n```\n"
    source, _ = read_markdown(text.encode(), "r.md")
    found = read_document_rows(source, wording())

    assert [(row.id, row.cells["mark"]) for row in found.rows] == [("R1", "Ja")]
    assert codes(found.findings) == [("import-row-twice", 3), ("import-row-hidden", 7)]


def test_an_unknown_label_is_reported_once_and_its_text_kept():
    text = f"{TOP}**Status:** Ja\n**Ansvarlig:** Styregruppen\n## R2\n**Status:** Ja\n**Ansvarlig:** -\n"
    source, _ = read_markdown(text.encode(), "r.md")
    found = read_document_rows(source, wording())

    assert [row.other_cells for row in found.rows] == [(("Ansvarlig", "Styregruppen"),), ()]
    assert codes(found.findings) == [("import-column-unknown", 1)]


def test_the_rest_of_the_document_is_what_stands_outside_the_sections():
    source, _ = read_markdown(
        f"# Top\n{TOP}Dato: 2020-01-01\n**Status:** Ja\n# Slut\n".encode(), "r"
    )
    rest = read_document_rows(source, wording()).rest

    assert [line for _, line in rest.list_shown_lines()] == ["# Top", "# Slut", ""]
