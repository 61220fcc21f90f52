"""Findings: code, severity, place, both languages; inert arguments; suggestions."""

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.findings.finding import (
    LONGEST_QUOTED,
    MAX_FINDINGS,
    Place,
    closest,
    enough,
    finding,
    meant,
    suggested_id,
    suggestion,
    told,
)
from os2governance.i18n.text import Text


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


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("r1", "R1"),
        ("F8", None),
        ("F-18", "F18"),
        ("R01", "R1"),
        ("KRAV-R1", None),
        ("f1b", None),
        ("²", None),
    ],
)
def test_an_id_with_another_number_is_another_one(wrong, meant):
    said = suggested_id(wrong, ["F1", "F18", "F19", "R1"])

    assert said.en == (f"; did you mean '{meant}'?" if meant else ".")


def test_only_a_close_word_is_suggested():
    assert closest("nmae", ["kind", "name"]) == "name"
    assert closest("zzz", ["kind", "name"]) is None
    assert suggestion("zzz", ["kind"]) == Text(".", ".")


WORDS = st.text(alphabet="abø", max_size=20)


@given(WORDS, st.lists(WORDS, max_size=8))
def test_the_closest_word_is_the_one_that_difflib_finds_among_all(wrong, known):
    among_all = difflib.get_close_matches(wrong, known, n=1, cutoff=0.6)

    assert closest(wrong, known) == next(iter(among_all), None)


def many(code, count, line=1):
    return [finding(code, Place("f", line + n, 1)) for n in range(count)]


def test_what_is_left_out_of_a_code_is_said_where_the_last_told_stands():
    findings = [
        *many("silence-syntax", MAX_FINDINGS),
        *many("yaml-key", MAX_FINDINGS + 7, line=501),
    ]
    kept = told(findings)
    *before, last = kept

    assert before == findings[: 2 * MAX_FINDINGS]
    assert (last.code, last.severity, last.place) == (
        "findings-left-out",
        "note",
        before[-1].place,
    )
    assert last.message.en == "Of yaml-key only the first 100 are told; there are more."


def test_what_is_few_enough_is_told_as_it_is():
    findings = many("silence-syntax", MAX_FINDINGS)

    assert told(findings) == findings
    assert list(enough(iter(range(1000)))) == list(range(MAX_FINDINGS + 1))


@given(st.lists(st.sampled_from(["silence-syntax", "yaml-key", "yaml-empty"]), max_size=400))
def test_each_code_is_told_a_hundred_times_in_its_order(codes):
    kept = told([finding(code, Place("f", n, 1)) for n, code in enumerate(codes, 1)])
    own = [each for each in kept if each.code != "findings-left-out"]

    assert own == sorted(own, key=lambda each: each.place.line)
    for code in set(codes):
        assert sum(each.code == code for each in own) == min(codes.count(code), MAX_FINDINGS)
    assert len(kept) - len(own) == sum(codes.count(c) > MAX_FINDINGS for c in set(codes))


@pytest.mark.parametrize(
    "long", ["x" * 900_000, Text("x" * 900_000, "y"), Text("", "x" * 900_000)]
)
def test_only_the_beginning_of_what_is_long_is_quoted(long):
    found = finding("unknown-key", Place("f"), key=long, meant=meant(None))

    assert "xxx…" in found.message.en + found.message.da
    assert len(found.message.en) < LONGEST_QUOTED + 100
    assert len(found.message.da) < LONGEST_QUOTED + 100
