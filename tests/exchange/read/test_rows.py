"""Rows in tables that are none."""

import pytest
from exchange.words import codes, wording

from os2governance.exchange.read.markdown import read_markdown
from os2governance.exchange.read.rows import read_table_rows, split_cells

HEAD = "| # | Krav | Niveau | Efterlevet? | Dokumentation |\n|---|---|---|---|---|\n"


def read(text):
    source, findings = read_markdown(text.encode(), "r.md")
    rows, more = read_table_rows(source, wording())
    return {row.id: dict(row.cells) for row in rows}, codes([*findings, *more])


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| a | b |", ["a", "b"]), ("a | b", ["a", "b"]), (" | a | b", ["a", "b"]), (r"| a \| b | c |", ["a | b", "c"]),
        ("> | a | b |", ["a", "b"]), ("no pipes", []), ("|  | b |", ["", "b"]), ("| a | | |", ["a", "", ""]),
    ],
)  # fmt: skip
def test_a_line_is_split_at_its_pipes(line, cells):
    assert split_cells(line) == cells


def test_a_header_counts_until_the_next_even_if_text_stands_between():
    rows, found = read(
        HEAD + "| R1 | x | 0 | Ja | a |\n\nNået hertil.\n\n| R2 | x | 2 | Nej | b |"
    )

    assert (rows["R1"]["mark"], rows["R2"]["mark"], rows["R2"]["text"], found) == (
        "Ja",
        "Nej",
        "b",
        [],
    )


def test_a_header_glued_to_its_first_row_is_cut_at_the_dashes():
    rows, found = read(
        "| # | Krav | Niveau | Efterlevet? | | --- | --- | --- | --- | | R1 | x | 0 | Ja |\n| R2 | y | 2 | Nej |"
    )

    assert [(name, row["mark"]) for name, row in rows.items()] == [("R1", "Ja"), ("R2", "Nej")]
    assert found == []


@pytest.mark.parametrize(
    ("row", "text", "code"),
    [
        ("| R1 | x | 0 | Ja | a | b |", "a | b", "import-cells-surplus"),
        ("| R1 | x | y | 0 | Ja | a |", "a", "import-cells-surplus"),
        ("| R1 | x | Ja | a |", "a", "import-cells-missing"),
        ("| R1 | x | 0 | Ja |", "", "import-cells-missing"),
    ],
)
def test_cells_are_fitted_so_that_level_and_mark_stand_right(row, text, code):
    rows, found = read(HEAD + row)

    assert (rows["R1"]["mark"], rows["R1"]["text"]) == ("Ja", text)
    assert found == [(code, 3)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (HEAD + "| R1 | x | 0 | Ja | a |\n| R1 | x | 0 | Nej | a |", [("import-row-twice", 4)]),
        (HEAD + "```\n| R1 | x | 0 | Ja | a |\n```", [("import-row-hidden", 4)]),
        (HEAD + "<!--\n| R1 | x | 0 | Ja | a |\n-->", [("import-row-hidden", 4)]),
        (HEAD + "<!--\n| R1 | x | 0 | Ja | a |", [("import-never-closed", 3)]),
        ("| Tiltag | Hvornår |\n|---|---|\n| R1 | snart |", [("import-row-elsewhere", 3)]),
        ("| R1 | x | 0 | Ja | a |", [("import-no-header", 1)]),
        (
            HEAD.replace("Krav", "Farve") + "| R1 | blå | 0 | Ja | a |",
            [("import-column-unknown", 1)],
        ),
    ],
)
def test_nothing_is_dropped_in_silence(text, found):
    assert read(text)[1] == found


@pytest.mark.parametrize(
    "cell", ["R1", "r1", "**R1**", "R1.", "[R1](https://eksempel.dk/r1)", "(R1)", "R 1"]
)
def test_an_id_is_known_however_it_is_written(cell):
    assert read(HEAD + f"| {cell} | x | 0 | Ja | a |")[0]["R1"]["mark"] == "Ja"


def test_an_id_may_stand_before_its_title():
    rows, found = read(
        "| Krav | Efterlevet? | Dokumentation |\n|---|---|---|\n| R1 - Værdi | Ja | a |\n| **R2**: Accept | Nej | b |"
    )

    assert {name: (row["title"], row["mark"], row["text"]) for name, row in rows.items()} == {
        "R1": ("Værdi", "Ja", "a"),
        "R2": ("Accept", "Nej", "b"),
    }
    assert found == []
