from datetime import date

import pytest
from exchange.words import wording

from os2governance.exchange.read.header import (
    DocumentAuthors,
    find_date_in_name,
    is_draft,
    read_authors,
    read_date,
    read_header_facts,
)
from os2governance.exchange.read.markdown import read_markdown


def source(text):
    return read_markdown(text.encode(), "r.md")[0]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-06-23", date(2026, 6, 23)), ("02-07-2026", date(2026, 7, 2)), ("[14-08-2026]", date(2026, 8, 14)),
        ("1. juli 2026", date(2026, 7, 1)), ("den 3. maj 2025", date(2025, 5, 3)), ("9/10-2026", date(2026, 10, 9)),
        ("14.08.2026", date(2026, 8, 14)), ("31-02-2026", None), ("[dd-mm-yyyy]", None), ("snart", None), ("", None), ("2. jul. 2026 (kladde)", date(2026, 7, 2)), ("2026-06-23, endelig", date(2026, 6, 23)),
    ],
)  # fmt: skip
def test_a_date_as_people_write_it(text, day):
    assert read_date(text) == day


@pytest.mark.parametrize(
    ("text", "kept", "left_out"),
    [
        ("Styregruppe", "Styregruppe", False),
        ("Fornavn Efternavn, OS2-sekretariatet", "OS2-sekretariatet", True),
        ("Fornavn Efternavn, navn@example.org", "", True),
        ("Fornavn Efternavn, Gentofte", "Gentofte", True),
        ("Fornavn Efternavn og Andet Navn", "", True),
        ("Fornavn", "", True),
        ("Aarhus Kommune", "Aarhus Kommune", False),
        ("Produktkoordinator, Ballerup Kommune", "Produktkoordinator, Ballerup Kommune", False),
        ("Leverandør ApS", "Leverandør ApS", False),
        ("Fornavn Efternavn (projektleder)", "projektleder", True),
        ("Fornavn Efternavn OS2-sekretariatet", "OS2-sekretariatet", True),
        ("Produktkoordinator Fornavn Efternavn", "Produktkoordinator", True),
        ("Fornavn Efternavn Gentofte Kommune", "Gentofte Kommune", True),
        ("Fornavn Holbæk", "", True),
        ("Autogenereret Efternavn Navn", "", True),
        ("Styregruppen for OS2eksempel", "Styregruppen for OS2eksempel", False),
    ],
)
def test_who_keeps_roles_and_leaves_out_names(text, kept, left_out):
    assert read_authors(text, wording()) == DocumentAuthors(kept, left_out)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("# Governancerapport for OS2eksempel", "OS2eksempel"),
        ("# Evaluering af OS2-produkt: OS2-Eksempel", "OS2-Eksempel"),
        ("# Vurdering af OS2-produktet: **OS2eksempel**", "OS2eksempel"),
        ("# OS2eksempel's Governance Report", "OS2eksempel"),
        ("# OS2eksempels' Governance Report ", "OS2eksempel"),
        ("## OS2eksempel governance rapport", "OS2eksempel"),
        ("# OS2eksempel - Governancerapport", "OS2eksempel"),
        ("# Evaluering af OS2eksempel", "OS2eksempel"),
        ("# [KLADDE] Governancerapport for OS2eksempel", "OS2eksempel"),
        ("# Governancerapport for OS2eksempel (kladde)", "OS2eksempel"),
        ("# Selvevaluering: OS2eksempel", "OS2eksempel"),
        ("# OS2eksempel - selvevaluering", "OS2eksempel"),
        ("# GUIDE til Governance Report", None),
        ("# GUIDE til Governance Report\n\n# OS2eksempel\n", "OS2eksempel"),
        ("## Vurdering af alle krav", None),
        ("---\ntitle: OS2eksempel governancerapport\n---\n# Rapport", "OS2eksempel"),
        (
            "---\ntitle: OS2andet evalueringsrapport (KLADDE)\n---\n# Evaluering af OS2eksempel",
            "OS2eksempel",
        ),
        ("**Produkt:** OS2eksempel", "OS2eksempel"),
        ("# INDSÆT NAVNET PÅ PRODUKTET", None),
        ("# Governancerapport for [produktnavn]", None),
        ("## RELEVANS", None),
    ],
)
def test_the_product_is_named_in_a_heading(heading, name):
    facts = read_header_facts(source(heading), wording())

    assert (facts["product"].text if "product" in facts else None) == name


def test_facts_stand_behind_their_labels():
    facts = read_header_facts(
        source(
            "> **Dato for udfyldelse:** 02-07-2026<br/>\n> **Udfyldt af:** Styregruppen  \n"
            "> **Link til Git organisation:** [indsæt link til git organisation/repo]\n"
            "> **GitHub organisation:** <https://github.com/eksempel>\n"
        ),
        wording(),
    )

    assert {name: (fact.text, fact.line) for name, fact in facts.items()} == {
        "on": ("02-07-2026", 1),
        "by": ("Styregruppen", 2),
        "repository": ("https://github.com/eksempel", 4),
    }


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("2026-07-01-OS2eksempel-governancerapport.md", "OS2eksempel"),
        ("OS2eksempel__2026-06-24.md", "OS2eksempel"),
        ("os2-skadesøkonomi_assessment_2025-09-01.md", "os2-skadesøkonomi"),
        ("2026-06-25.md", None),
        ("rapport-os2.md", None),
    ],
)
def test_a_product_without_a_heading_is_named_by_the_file(file, name):
    facts = read_header_facts(read_markdown(b"# Rapport\n", f"mappe/{file}")[0], wording())

    assert (facts["product"].text if "product" in facts else None) == name


@pytest.mark.parametrize(
    ("file", "day"),
    [
        ("2026-06-25.md", date(2026, 6, 25)), ("2026-06-25T1245.json", date(2026, 6, 25)),
        ("OS2x_2026_06_25.md", date(2026, 6, 25)), ("20260625-x.md", date(2026, 6, 25)),
        ("x-25-06-2026.md", date(2026, 6, 25)), ("x-2026-13-45.md", None), ("v1.1.0.md", None), ("x.md", None),
        ("2026-06-25/x.md", None), ("12026-06-251.md", None),
    ],
)  # fmt: skip
def test_the_date_in_a_file_s_name(file, day):
    assert find_date_in_name(file) == day


@pytest.mark.parametrize(
    ("text", "draft"),
    [
        ("# Rapport (KLADDE)", True), ("# [Udkast] Rapport", True), ("---\nstatus: Udkast\n---\n", True),
        ("---\ntitle: OS2x evalueringsrapport (KLADDE)\n---\n# Evaluering", True),
        ("# Rapport", False), ("# Rapport\n\n| # | Svar |\n|---|---|\n| R1 | (kladde) |", False),
    ],
)  # fmt: skip
def test_a_draft_says_so_at_its_top(text, draft):
    assert is_draft(source(text), wording()) is draft
