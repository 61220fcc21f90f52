"""Findings: code, severity, place, both languages; inert arguments; suggestions."""

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.bilingual import Text
from os2governance.finding import Place, closest, finding, meant, suggestion


def test_a_finding_says_what_the_catalogue_says():
    found = finding(
        "unknown-key", Place("f", 2, 3), key="nmae", meant=suggestion("nmae", ["name"])
    )

    assert (found.code, found.severity, str(found.place)) == ("unknown-key", "error", "f:2:3")
    assert found.message.da == "Nøglen 'nmae' kendes ikke her; mente du 'name'?"
    assert found.message.en == "The key 'nmae' is not known here; did you mean 'name'?"


def test_texts_in_arguments_are_said_in_the_same_language():
    found = finding(
        "wrong-format", Place("f"), name="on", wanted=Text("en dato", "a date"), value="x"
    )

    assert "en dato" in found.message.da
    assert "a date" in found.message.en
    assert str(found.place) == "f"


@pytest.mark.parametrize("hostile", ["{0}", "{key}", "{meant.__class__}", "%s", "{{"])
def test_what_was_typed_is_never_a_template(hostile):
    found = finding("unknown-key", Place("f"), key=hostile, meant=meant(None))

    assert found.message.en == f"The key '{hostile}' is not known here."


def test_a_code_must_be_in_the_catalogue():
    with pytest.raises(KeyError):
        finding("no-such-code", Place("f"))


def test_only_a_close_word_is_suggested():
    assert closest("nmae", ["kind", "name"]) == "name"
    assert closest("zzz", ["kind", "name"]) is None
    assert suggestion("zzz", ["kind"]) == Text(".", ".")


WORDS = st.text(alphabet="abø", max_size=20)


@given(WORDS, st.lists(WORDS, max_size=8))
def test_the_closest_word_is_the_one_that_difflib_finds_among_all(wrong, known):
    among_all = difflib.get_close_matches(wrong, known, n=1, cutoff=0.6)

    assert closest(wrong, known) == next(iter(among_all), None)
