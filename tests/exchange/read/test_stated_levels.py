"""Levels that a text states plainly."""

import pytest
from exchange.words import wording

from os2governance.exchange.read.markdown import read_markdown
from os2governance.exchange.read.stated_levels import find_labelled_lines, find_stated_levels


def levels(text, kind="recommends"):
    source, _ = read_markdown(text.encode(), "r.md")
    return list(find_stated_levels(source, wording()).by_kind[kind])


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Det anbefales, at OS2eksempel fastholdes på **niveau 1** for nu.", "1"),
        ("Det anbefales at sænke det til niveau 1.", "1"),
        ("Det anbefales, at produktet **sænkes til niveau 1**, men med det mål at hæve til niveau 2.", "1"),
        ("Sekretariatet anbefaler, at OS2eksempel placeres på produktniveau 2.", "2"),
        ("Vi anbefaler at fastholde placeringen på niveau 1.", "1"),
        ("Placeringen på niveau 1 fastholdes.", "1"),
        ("Det indstilles, at OS2eksempel indplaceres i sandkassen.", "sandkasse"),
        ("Det indstilles, at OS2eksempel indplaceres på sandkasseniveau.", "sandkasse"),
        ("Produktet bør løftes til niveau 3.", "3"),
        ("Samlet vurderes produktet til **niveau 2**.", "2"),
        ("Produktniveau 2 vurderes derfor at være den rette placering.", "2"),
        ("Det anbefales, at produktet placeres\npå niveau 2, som styregruppen ønsker.", "2"),
        ("**Anbefalet niveau:** 2", "2"), ("## Anbefaling: Niveau 2", "2"), ("Anbefalet produktniveau: niveau 1 (fastholdes)", "1"),
        ("| Anbefalet niveau | Niveau 2 |", "2"), ("| Produkt | Anbefalet niveau |\n|---|---|\n| OS2x | 2 |", "2"),
        # Not recommended, or no recommendation.
        ("Sekretariatet anbefaler ikke placering på niveau 3 på nuværende tidspunkt.", None),
        ("Det kan ikke anbefales at løfte produktet til niveau 3.", None),
        ("Det anbefales ikke, at produktet placeres på niveau 2.", None),
        ("Produktet vurderes til ikke at ligge højere end niveau 1.", None),
        ("Med et løft kan det nå niveau 2.", None), ("Placeringen på niveau 2 forudsætter ikke alt.", None),
        ("Anbefaling: Fortsæt arbejdet.", None), ("| Niveau | 2 |", None), ("Niveau 2", None),
    ],
)  # fmt: skip
def test_a_recommended_level_is_read_only_where_it_is_stated_plainly(text, level):
    assert {found for found, _ in levels(text)} == ({level} if level else set())


def test_each_statement_has_its_line():
    text = "# Evaluering\n\nDet anbefales at fastholde\nplaceringen på niveau 1.\n\n**Anbefalet niveau:** 2\n"

    assert levels(text) == [("1", 3), ("2", 6)]


@pytest.mark.parametrize(
    ("text", "kind", "level"),
    [
        ("OS2eksempel har en målsætning om at efterleve: **Niveau 2.**", "aims", "2"),
        ("OS2eksempel er klassificeret som et niveau 3 produkt.", "stated", "3"),
    ],
)
def test_other_statements_on_a_level_are_told_apart(text, kind, level):
    assert levels(text, kind) == [(level, 1)]
    assert levels(text) == []


def test_one_level_stated_twice_is_one():
    source, _ = read_markdown(b"Anbefalet niveau: 2\n\nAnbefalet niveau: 2\n", "r.md")
    found = find_stated_levels(source, wording())

    assert found.find_single("recommends") == ("2", 1)


def test_two_levels_are_no_single_one():
    source, _ = read_markdown(b"Anbefalet niveau: 2\n\nAnbefalet niveau: 3\n", "r.md")

    assert find_stated_levels(source, wording()).find_single("recommends") is None


def test_a_line_that_is_only_a_level_is_found_by_its_label():
    assert find_labelled_lines(["Tekst.", "**Anbefalet niveau:** 2"], wording()) == [
        "**Anbefalet niveau:** 2"
    ]
