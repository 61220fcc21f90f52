from datetime import date

import pytest
from exchange.words import wording

from os2governance.exchange.read.header import (
    DocumentAuthors,
    find_stated_levels,
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
        ("14.08.2026", date(2026, 8, 14)), ("31-02-2026", None), ("[dd-mm-yyyy]", None), ("snart", None), ("", None),
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
        ("Fornavn Efternavn OS2-sekretariatet", "", True),
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
    ("text", "kind", "level"),
    [
        ("Det anbefales, at OS2eksempel fastholdes på **niveau 1** for nu.", "recommends", "1"),
        ("Det anbefales at sænke det til niveau 1.", "recommends", "1"),
        ("Samlet vurderes produktet til **niveau 2**.", "recommends", "2"),
        ("Produktet vurderes til ikke at ligge højere end niveau 1.", "recommends", None),
        ("Med et løft kan det nå niveau 2.", "recommends", None),
        (
            "Det anbefales at fastholde niveau 1. Det anbefales at løfte det til niveau 2.",
            "recommends",
            None,
        ),
        ("OS2eksempel har en målsætning om at efterleve: **Niveau 2.**", "aims", "2"),
        ("OS2eksempel er klassificeret som et niveau 3 produkt.", "stated", "3"),
        ("OS2eksempel er klassificeret som et niveau x produkt.", "stated", None),
    ],
)
def test_a_level_is_taken_only_where_it_is_stated_plainly(text, kind, level):
    found = find_stated_levels(source(text), wording()).find_single(kind)

    assert (found and found[0]) == level


def test_a_draft_says_so():
    assert is_draft(source("# Rapport (KLADDE)"), wording())
    assert not is_draft(source("# Rapport"), wording())
