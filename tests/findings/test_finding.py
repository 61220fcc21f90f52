"""Findings: code, severity, place, both languages; inert arguments; suggestions."""

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.findings.finding import (
    MAX_FINDINGS_PER_CODE,
    MAX_QUOTED_LENGTH,
    Location,
    cap_findings,
    cap_items,
    find_closest,
    format_suggestion,
    make_finding,
    suggest_id,
    suggest_word,
)
from os2governance.i18n.text import Text


def test_a_finding_says_what_the_catalogue_says():
    found = make_finding(
        "unknown-key", Location("f", 2, 3), key="nmae", meant=suggest_word("nmae", ["name"])
    )

    assert (found.code, found.severity, str(found.location)) == ("unknown-key", "error", "f:2:3")
    assert found.message.da == "Nøglen »nmae« er ukendt; mente du »name«?"
    assert found.message.en == "The key 'nmae' is unknown; did you mean 'name'?"


def test_texts_in_arguments_are_said_in_the_same_language():
    found = make_finding(
        "wrong-format", Location("f"), name="on", wanted=Text("en dato", "a date"), value="x"
    )

    assert "en dato" in found.message.da
    assert "a date" in found.message.en
    assert str(found.location) == "f"


@pytest.mark.parametrize("hostile", ["{0}", "{key}", "{meant.__class__}", "%s", "{{"])
def test_what_was_typed_is_never_a_template(hostile):
    found = make_finding("unknown-key", Location("f"), key=hostile, meant=format_suggestion(None))

    assert found.message.en == f"The key '{hostile}' is unknown."


def test_a_code_must_be_in_the_catalogue():
    with pytest.raises(KeyError):
        make_finding("no-such-code", Location("f"))


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
    said = suggest_id(wrong, ["F1", "F18", "F19", "R1"])

    assert said.en == (f"; did you mean '{meant}'?" if meant else ".")


def test_only_a_close_word_is_suggested():
    assert find_closest("nmae", ["kind", "name"]) == "name"
    assert find_closest("zzz", ["kind", "name"]) is None
    assert suggest_word("zzz", ["kind"]) == Text(".", ".")


WORDS = st.text(alphabet="abø", max_size=20)


@given(WORDS, st.lists(WORDS, max_size=8))
def test_the_closest_word_is_the_one_that_difflib_finds_among_all(wrong, known):
    among_all = difflib.get_close_matches(wrong, known, n=1, cutoff=0.6)

    assert find_closest(wrong, known) == next(iter(among_all), None)


def many(code, count, line=1):
    return [make_finding(code, Location("f", line + n, 1)) for n in range(count)]


def test_what_is_left_out_of_a_code_is_said_where_the_last_told_stands():
    findings = [
        *many("silence-syntax", MAX_FINDINGS_PER_CODE),
        *many("yaml-key", MAX_FINDINGS_PER_CODE + 7, line=501),
    ]
    kept = cap_findings(findings)
    *before, last = kept

    assert before == findings[: 2 * MAX_FINDINGS_PER_CODE]
    assert (last.code, last.severity, last.location) == (
        "findings-left-out",
        "note",
        before[-1].location,
    )
    assert last.message.en == "Only the first 100 findings of yaml-key are shown; there are more."


def test_what_is_few_enough_is_told_as_it_is():
    findings = many("silence-syntax", MAX_FINDINGS_PER_CODE)

    assert cap_findings(findings) == findings
    assert list(cap_items(iter(range(1000)))) == list(range(MAX_FINDINGS_PER_CODE + 1))


@given(st.lists(st.sampled_from(["silence-syntax", "yaml-key", "yaml-empty"]), max_size=400))
def test_each_code_is_told_a_hundred_times_in_its_order(codes):
    kept = cap_findings(
        [make_finding(code, Location("f", n, 1)) for n, code in enumerate(codes, 1)]
    )
    own = [each for each in kept if each.code != "findings-left-out"]

    assert own == sorted(own, key=lambda each: each.location.line)
    for code in set(codes):
        assert sum(each.code == code for each in own) == min(
            codes.count(code), MAX_FINDINGS_PER_CODE
        )
    assert len(kept) - len(own) == sum(codes.count(c) > MAX_FINDINGS_PER_CODE for c in set(codes))


@pytest.mark.parametrize(
    "long", ["x" * 900_000, Text("x" * 900_000, "y"), Text("", "x" * 900_000)]
)
def test_only_the_beginning_of_what_is_long_is_quoted(long):
    found = make_finding("unknown-key", Location("f"), key=long, meant=format_suggestion(None))

    assert "xxx…" in found.message.en + found.message.da
    assert len(found.message.en) < MAX_QUOTED_LENGTH + 100
    assert len(found.message.da) < MAX_QUOTED_LENGTH + 100
