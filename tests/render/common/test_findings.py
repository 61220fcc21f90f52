"""Findings: those that ask for the same stand together, and nothing is said twice."""

from dataclasses import replace

import pytest

from os2governance.findings.finding import Location, make_finding
from os2governance.product.product import UnreadableProduct
from os2governance.render.common.findings import (
    render_checked_counts,
    render_finding_blocks,
    render_finding_counts,
    render_grouped_notes,
    render_unreadable_blocks,
)
from os2governance.render.common.layout import lay_out

EMPTY = make_finding("yaml-empty", Location("a.yaml"))
TEXT = make_finding("not-utf8", Location("b.yaml", 2, 3))


def lines(blocks):
    return ["".join(span.text for span in line) for line in lay_out(blocks, 100)]


def note(criterion, code="unanswered"):
    place = Location("p.yaml", 4, 5)
    return make_finding(code, place, criterion=criterion, id=criterion, title="T", until="")


def test_findings_of_a_code_stand_together():
    again = replace(EMPTY, location=Location("c.yaml", 7, 8))

    assert lines(render_finding_blocks([EMPTY, TEXT, again], "en")) == [
        "■ error yaml-empty",
        "  a.yaml The file is empty.",
        "  c.yaml:7:8 The file is empty.",
        "  Do: Fill in the field, or delete the text.",
        "■ error not-utf8",
        "  b.yaml:2:3 The file is not UTF-8 text.",
        "  Do: Save it as UTF-8 in your editor.",
    ]


def test_many_notes_are_only_named():
    several = [note("A"), note("B"), note("C"), note("D", "planned")]

    assert lines(render_grouped_notes(several, "en")) == [
        "• note unanswered p.yaml:4:5 A, B, C",
        "  Do: Fill in the facts that the criterion rests on, or answer the criterion.",
        "• note planned",
        "  p.yaml:4:5 D (T) is planned.",
        "  Do: Update the answer when it is done.",
    ]


def test_of_many_notes_at_several_places_no_place_is_told():
    elsewhere = replace(note("C"), location=Location("p.yaml", 9, 1))

    first, *_ = lines(render_grouped_notes([note("A"), note("B"), elsewhere], "en"))
    assert first == "• note unanswered A, B, C"


def test_notes_that_are_about_no_criterion_are_said_in_full():
    several = [make_finding("lint-fact-unused", Location("m"), fact=name) for name in "abc"]

    assert lines(render_grouped_notes(several, "en"))[:4] == [
        "• note lint-fact-unused",
        "  m No rule uses the fact a.",
        "  m No rule uses the fact b.",
        "  m No rule uses the fact c.",
    ]


def test_findings_are_counted_by_severity():
    assert render_finding_counts([EMPTY, note("A"), note("B")], "da").split() == [
        "1",
        "fejl",
        "og",
        "2",
        "noter",
    ]
    assert render_finding_counts([], "en") == "none"


def test_what_several_files_suffer_from_is_said_once():
    said = lines(
        render_unreadable_blocks(
            [UnreadableProduct("p", (EMPTY,)), UnreadableProduct("q", (EMPTY,))], "da"
        )
    )

    assert said == [
        "Ikke vurderet: 2 kan ikke læses",
        "  p",
        "    ■ fejl yaml-empty",
        "      a.yaml Filen er tom.",
        "      Gør: Udfyld feltet, eller slet teksten.",
        "  q",
    ]
    assert lines(render_unreadable_blocks([], "da")) == []


@pytest.mark.parametrize("language", ["da", "en"])
def test_what_was_checked_is_counted_and_one_is_told_as_one(language):
    def said(*counts):
        return render_checked_counts(*counts, language)

    assert said(1, 0) != said(2, 0).replace("2", "1")
    assert said(0, 1) != said(0, 2).replace("2", "1")
    assert said(0, 0) == said(2, 0).replace("2", "0")
    assert "0" not in said(0, 3)
    assert said(2, 3).startswith(said(2, 0))
    assert said(2, 3).endswith(said(0, 3))
