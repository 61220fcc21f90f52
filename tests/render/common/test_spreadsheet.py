"""CSV that a spreadsheet reads as it is meant."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import BOTH

from os2governance.i18n.inert import make_inert
from os2governance.render.common.spreadsheet import BOM, render_csv_rows

typed = st.text(max_size=12) | st.sampled_from(
    ["=1+1", "\t=1", ' "=1', "a;b", "a,b", "a\r\nb", ""]
)


def read(text, language):
    delimiter = ";" if language == "da" else ","
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


@given(st.lists(st.lists(typed, min_size=2, max_size=3), max_size=3), st.sampled_from(BOTH))
def test_rows_and_cells_are_those_that_were_given(rows, language):
    found = read(render_csv_rows(rows, language), language)

    assert [[cell.removeprefix("'") for cell in row] for row in found] == [
        [make_inert(cell).removeprefix("'") for cell in row] for row in rows
    ]


@given(typed, st.sampled_from(BOTH))
def test_no_text_is_a_formula(text, language):
    [[cell, _]] = read(render_csv_rows([[text, "x"]], language), language)

    assert not cell.lstrip().startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize(
    ("value", "danish", "english"),
    [
        (1250.5, "1250,5", "1250.5"),
        (-3, "-3", "-3"),
        (0, "0", "0"),
        (1e6, "1000000,0", "1000000.0"),
    ],
)
def test_a_number_is_one_in_the_spreadsheet_of_its_language(value, danish, english):
    assert render_csv_rows([[value]], "da") == f"{danish}\r\n"
    assert render_csv_rows([[value]], "en") == f"{english}\r\n"


def test_no_rows_are_no_text_and_the_mark_is_one_of_utf_8():
    assert render_csv_rows([], "da") == ""
    assert BOM.encode() == b"\xef\xbb\xbf"
