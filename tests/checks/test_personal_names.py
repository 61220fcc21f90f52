"""Names of persons: found by a given name, or by what they stand behind; nothing else is one."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance import load_model
from os2governance.checks.personal_names import (
    MAX_NAME_FINDINGS,
    check_personal_names,
    find_names,
)
from os2governance.files.listing import find_shipped_criteria

TERMS = load_model(find_shipped_criteria() / "os2" / "1.1.0").person_terms
NAMED = [
    ("Sofie Ravnkilde", ["Sofie Ravnkilde"]),
    ("note: Produktkoordinator er Sofie Ravnkilde, Skive Kommune", ["Sofie Ravnkilde"]),
    ("Projektleder: Xin Tallund", ["Xin Tallund"]),
    ("Projektleder: Sofie", ["Sofie"]),
    ("Produktkoordinator Xin Tallund, Skive", ["Xin Tallund"]),
    ("tovholder er Xin B. Tallund.", ["Xin B. Tallund"]),
    ("v/Xin Tallund", ["Xin Tallund"]),
    ("v/ Xin Tallund", ["Xin Tallund"]),
    ("Sekretariatet ved Sofie Tallund", ["Sofie Tallund"]),
    ("Skive\nSofie Tallund", ["Sofie Tallund"]),
    ("Torben Ravnkilde-Aa fra bestyrelsen sidder i gruppen", ["Torben Ravnkilde-Aa"]),
    ("Anne-Mette van der Tallund, OS2", ["Anne-Mette van der Tallund"]),
    ("Åse WRavnkilde", ["Åse WRavnkilde"]),
    ("Sofie Ravnkilde, Skive kommune og Torben Tallund, Region Nord", ["Sofie Ravnkilde", "Torben Tallund"]),
    ("| Ja | Sofie Ravnkilde, Produktkoordinator |", ["Sofie Ravnkilde"]),
    ('{"filledBy":"Sofie Ravnkilde, OS2"}', ["Sofie Ravnkilde"]),
    ("# aftalt med Sofie Ravnkilde", ["Sofie Ravnkilde"]),
    ("å\r\nø\u2028Sofie Ravnkilde", ["Sofie Ravnkilde"]),
    ("Sofie\n  Ravnkilde har skrevet", ["Sofie\n  Ravnkilde"]),
]  # fmt: skip
NOBODY = [
    "Skive Kommune og Region Nord",
    "Produktkoordinator, Skive Kommune",
    "Produktkoordinator: Skive Kommune",
    "Tovholder: OS2 Sekretariatet",
    "Projektleder er udpeget",
    "Kontakt: OS2-sekretariatet",
    "Power Points og Active Directory",
    "Udviklet ved Apache Kafka-konference",
    "GNU General Public License",
    "Den Fælleskommunale Infrastruktur",
    "Sofie Ravnkilde A/S har skrevet koden",
    "Sofie Ravnkilde & Co",
    "Bo Kommune; Eva Fonden; Else Skole",
    "Møde på Jens Ravns Vej 5",
    "Per kommune betales 1.000 kr.",
    "Hans opgave er den samme",
    "August 2026, Maj",
    "Line Of Business",
    "https://example.dk/Sofie/Ravnkilde",
    "sofie.ravnkilde",
    "@Sofie Ravnkilde".replace(" ", "_"),
    "Rolle og organisation, ikke en persons navn",
    "Bestyrelsen, styregruppen og Koordinationsgruppen",
    "",
]


def names(text):
    return [text[name.start : name.end] for name in find_names(text, TERMS)]


@pytest.mark.parametrize(("text", "found"), NAMED)
def test_a_name_is_found(text, found):
    assert names(text) == found


@pytest.mark.parametrize("text", NOBODY)
def test_what_only_looks_like_a_name_is_none(text):
    assert names(text) == []


def test_a_finding_has_its_place_and_never_repeats_the_name():
    (finding,) = check_personal_names("product.yaml", "é: x\nby: é Sofie Ravnkilde\n", TERMS)

    assert finding.code == "personal-name"
    assert finding.severity == "warning"
    assert (finding.location.file, finding.location.line, finding.location.column) == (
        "product.yaml",
        2,
        7,
    )
    assert "Ravnkilde" not in finding.message.da + finding.remedy.da


def test_a_long_list_is_one_list():
    text = "Sofie Ravnkilde, Skive\n" * 1000

    assert len(list(check_personal_names("f", text, TERMS))) == MAX_NAME_FINDINGS


GIVEN = st.sampled_from(["Sofie", "Torben", "Anne-Mette", "Åse"])
SURNAMES = st.lists(
    st.sampled_from(["Ravnkilde", "Tallund", "B.", "van", "Aa-Tallund"]), min_size=1, max_size=3
)
AROUND = st.sampled_from(["", "hos ", "Koordinator: ", "v/", "a, ", "(", '"', "é ", "Ja. "])


@given(
    AROUND,
    GIVEN,
    SURNAMES,
    st.sampled_from(["", ", Skive Kommune", ".", ")", " fra bestyrelsen"]),
)
def test_a_name_is_found_wherever_it_stands(before, first, last, after):
    name = " ".join([first, *last, "Ravnkilde"])

    assert names(f"{before}{name}{after}") == [name]


@given(
    st.text(max_size=200)
    | st.lists(
        st.sampled_from(
            ["Sofie", "Ravnkilde", "van", "B.", "Kommune", ":", "v/", "er", "\n", "�", "é", "A/S"]
        ),
        max_size=30,
    ).map(" ".join)
)
def test_any_text_is_read_and_names_stand_in_it_apart(text):
    found = list(find_names(text, TERMS))

    assert found == sorted(found)
    for one, other in itertools.pairwise(found):
        assert one.end <= other.start
    assert all(0 <= at.start < at.end <= len(text) for at in found)


def test_long_texts_stay_quick():
    for text in ("Sofie " * 100_000, "A. " * 200_000, "Xx " * 200_000, "v/" * 300_000):
        assert len(list(check_personal_names("f", text, TERMS))) <= MAX_NAME_FINDINGS
