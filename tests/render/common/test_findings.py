"""Findings: those that ask for the same stand together, and nothing is said twice."""

from os2governance.findings.finding import Place, finding
from os2governance.product.reader import Unreadable
from os2governance.render.common.findings import (
    counted,
    finding_blocks,
    gathered_notes,
    unreadable_blocks,
)
from os2governance.render.common.layout import laid_out

EMPTY = finding("yaml-empty", Place("a.yaml"))
TEXT = finding("not-utf8", Place("b.yaml", 2, 3))


def lines(blocks):
    return ["".join(span.text for span in line) for line in laid_out(blocks, 100)]


def note(criterion, code="unanswered"):
    place = Place("p.yaml", 4, 5)
    return finding(code, place, criterion=criterion, id=criterion, title="T", due="")


def test_findings_of_a_code_stand_together():
    again = EMPTY._replace(place=Place("c.yaml", 7, 8))

    assert lines(finding_blocks([EMPTY, TEXT, again], "en")) == [
        "■ error yaml-empty",
        "  a.yaml The file is empty.",
        "  c.yaml:7:8 The file is empty.",
        "  Do: Fill it in, or delete it.",
        "■ error not-utf8",
        "  b.yaml:2:3 The file is not text in UTF-8.",
        "  Do: Save it as UTF-8 in your editor.",
    ]


def test_many_notes_are_only_named():
    several = [note("A"), note("B"), note("C"), note("D", "planned")]

    assert lines(gathered_notes(several, "en")) == [
        "• note unanswered p.yaml:4:5 A, B, C",
        "  Do: Declare the facts that are asked for, or answer under `answers`.",
        "• note planned",
        "  p.yaml:4:5 D (T) is planned.",
        "  Do: Mend the answer when it is done.",
    ]


def test_of_many_notes_at_several_places_no_place_is_told():
    elsewhere = note("C")._replace(place=Place("p.yaml", 9, 1))

    first, *_ = lines(gathered_notes([note("A"), note("B"), elsewhere], "en"))
    assert first == "• note unanswered A, B, C"


def test_notes_that_are_about_no_criterion_are_said_in_full():
    several = [finding("lint-fact-unused", Place("m"), fact=name) for name in "abc"]

    assert lines(gathered_notes(several, "en"))[:4] == [
        "• note lint-fact-unused",
        "  m The fact a is used in no rule.",
        "  m The fact b is used in no rule.",
        "  m The fact c is used in no rule.",
    ]


def test_findings_are_counted_by_severity():
    assert counted([EMPTY, note("A"), note("B")], "da").split() == [
        "1",
        "fejl",
        "og",
        "2",
        "noter",
    ]
    assert counted([], "en") == "none"


def test_what_several_files_suffer_from_is_said_once():
    said = lines(unreadable_blocks([Unreadable("p", (EMPTY,)), Unreadable("q", (EMPTY,))], "da"))

    assert said == [
        "Ikke vurderet: 2 kan ikke læses",
        "  p",
        "    ■ fejl yaml-empty",
        "      a.yaml Filen er tom.",
        "      Gør: Udfyld den, eller slet den.",
        "  q",
    ]
    assert lines(unreadable_blocks([], "da")) == []
