"""Personal data where a role would do."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.personal import _HINT_OF_CPR, MOST, personal

FOUND = [
    ("by: jens.hansen@kommune.dk", [(1, 5, "a mail address")]),
    ("x\n# spørg a@b.dk eller c@d.dk", [(2, 9, "a mail address"), (2, 22, "a mail address")]),
    ("id: 010190-1234", [(1, 5, "a civil registration number")]),
    ("ring på tlf. 12 34 56 78", [(1, 14, "a telephone number")]),
    ("+45 12345678", [(1, 5, "a telephone number")]),
    ("Telefon: 12345678", [(1, 10, "a telephone number")]),
    # nobody's
    ("navn@example.org, a@b.example", []),
    ("@os2offdig på GitHub", []),
    ("sag 991390-1234", []),
    ("https://x.dk/sag/010190-1234", []),
    ("2026-05-01 12345678", []),
    ("beløb 12 34 56 78", []),
    ("10101990-12345", []),
    ("telefonisk kontakt", []),
]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_what_is_personal_is_found_and_not_repeated(text, found):
    findings = list(personal("f", text))

    assert [(f.place.line, f.place.column, str(f.arguments["kind"].en)) for f in findings] == found
    assert [f for f in findings if "@" in f.message.da or "1234" in f.message.da] == []


def test_a_long_list_is_one_list():
    assert len(list(personal("f", "a@b.dk\n" * 1000))) == MOST


@given(st.text(st.sampled_from("0١9-\n a"), max_size=30) | st.from_regex(r"x?\d{5,7}-\d{3,5}"))
def test_the_hint_of_a_civil_registration_number_leaps_over_none(text):
    assert bool(_HINT_OF_CPR.search(text)) == bool(re.search(r"\d{6}-\d{4}", text))
