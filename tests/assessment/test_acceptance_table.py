"""Semantics §4 as a table: which acceptance counts, for which levels, until when."""

import pytest
from small_judgement import UNMET, WAIVED, accept, declaration, evaluation, judge, place

ALL, UP_TO_MID, LOWEST, NONE = "high", "mid", "low", None
EXPLAINED = {**UNMET, "explanation": "Det venter på et udbud"}


def placing(on, level, by="board", **given):
    return place(on, level, by=by, accepts={"A": given})


ROWS = [
    # what the contract says, decisions; the highest level that the acceptance counts for, the state
    ("an explanation alone is pending", [], NONE, "pending"),
    ("a place: for its own level and those below", [placing("2026-01-01", "mid")], UP_TO_MID, "accepted"),
    ("an accept: for its level", [accept("2026-01-01", "low")], LOWEST, "accepted"),
    ("an accept: for its level, whatever the placing", [place("2026-01-01", "low"), accept("2026-01-01", "high")], ALL, "accepted"),
    ("else the level at which the product is placed", [place("2025-01-01", "mid"), accept("2026-01-01")], UP_TO_MID, "accepted"),
    ("on its day", [place("2025-01-01", "low"), accept("2026-01-01"), place("2026-02-01", "high")], LOWEST, "accepted"),
    ("on its day, that day included", [accept("2026-01-01"), place("2026-01-01", "mid")], UP_TO_MID, "accepted"),
    ("before any placing for none", [accept("2026-01-01"), place("2026-02-01", "high")], NONE, "pending"),
    ("until: that day included", [accept("2026-01-01", "high", until="2026-05-01")], ALL, "accepted"),
    ("past its date it is expired", [accept("2026-01-01", "high", until="2026-04-30")], NONE, "expired"),
    ("the role that declares cannot accept", [accept("2026-01-01", "high", by="owner")], NONE, "pending"),
    ("nor by placing", [placing("2026-01-01", "high", by="owner")], NONE, "pending"),
    ("dated on the assessment date", [accept("2026-05-01", "high")], ALL, "accepted"),
    ("dated after it", [accept("2026-05-02", "high")], NONE, "pending"),
    ("a later one is a renewal", [accept("2026-01-01", "high", until="2026-02-01"), accept("2026-02-10", "high")], ALL, "accepted"),
    ("the newest alone counts, also if it has ended", [accept("2026-01-01", "high"), accept("2026-02-01", "high", until="2026-03-01")], NONE, "expired"),
    ("also if it is for a lower level", [accept("2026-01-01", "high"), accept("2026-02-01", "low")], LOWEST, "accepted"),
    ("newest by its day, wherever it stands", [accept("2026-02-01", "low"), accept("2026-01-01", "high")], LOWEST, "accepted"),
    ("then by its place in the list", [accept("2026-01-01", "high"), accept("2026-01-01", "low")], LOWEST, "accepted"),
    ("and the other way around", [accept("2026-01-01", "low"), accept("2026-01-01", "high")], ALL, "accepted"),
    ("one that ends on its own day withdraws it", [accept("2026-01-01", "high"), accept("2026-02-01", "high", until="2026-02-01")], NONE, "expired"),
    ("a bad entry never voids others: by a declarer", [accept("2026-01-01", "high"), accept("2026-02-01", "low", by="owner")], ALL, "accepted"),
    ("a bad entry never voids others: without a level", [accept("2026-01-01", "mid"), accept("2026-02-01")], UP_TO_MID, "accepted"),
    ("a later placing without it lifts nothing", [placing("2026-01-01", "mid"), place("2026-02-01", "high")], UP_TO_MID, "accepted"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("decisions", "highest", "state"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_the_table(decisions, highest, state):
    """A stands in the way of every level, so that the one reached is the one it counts for."""
    files = {"product": declaration("2026-01-01", None, EXPLAINED), "decisions": decisions}
    found = judge(files)

    assert (found["levels"]["assessed"], found["accepted"]) == (highest, state)
    assert found["levels"]["assessed"] == found["levels"]["fully"] == found["levels"]["declared"]
    above = ["low", "mid", "high"]
    above = above[above.index(highest) + 1 :] if highest else above
    assert found["blockers"] == {level: ["A"] for level in above}


@pytest.mark.parametrize(
    ("decisions", "code"),
    [
        ([accept("2026-01-01")], "error acceptance-without-level"),
        ([accept("2026-01-01", "high", by="owner")], "error acceptance-by-declarer"),
        ([accept("2026-01-01", "high", until="2026-04-30")], "warning acceptance-expired"),
    ],
)
def test_what_is_wrong_with_an_acceptance_is_found(decisions, code):
    files = {"product": declaration("2026-01-01", None, EXPLAINED), "decisions": decisions}

    found = judge(files)

    assert code in [*found["findings"], *found["others"]]


WAIVED_FILES = {"product": declaration("2026-01-01", None, WAIVED)}


def test_not_applicable_is_tolerated_until_it_is_accepted_for_the_level():
    pending = judge(WAIVED_FILES)
    assert (pending["accepted"], pending["levels"]["assessed"]) == ("pending", "high")
    assert pending["levels"]["fully"] is None

    accepted = judge({**WAIVED_FILES, "decisions": [accept("2026-01-01", "mid")]})
    assert (accepted["levels"]["assessed"], accepted["levels"]["fully"]) == ("high", "mid")


def test_a_grey_light_accepts_for_every_level_whatever_has_ended():
    files = {
        **WAIVED_FILES,
        "evaluations": [evaluation("2026-02-01", "not_applicable")],
        "decisions": [accept("2026-01-01", "low", until="2026-01-02")],
    }
    found = judge(files)

    assert (found["accepted"], found["levels"]["fully"]) == ("accepted", "high")


def test_a_red_light_is_accepted_as_any_other_deviation():
    files = {
        "evaluations": [evaluation("2026-02-01", "unmet")],
        "decisions": [placing("2026-03-01", "mid", until="2026-12-31")],
    }
    found = judge(files)

    assert (found["status"], found["levels"]["assessed"]) == ("unmet", "mid")
    assert judge(files, as_of="2027-01-01")["levels"]["assessed"] is None


def test_what_is_met_has_nothing_to_accept():
    files = {
        "evaluations": [evaluation("2026-02-01", "met")],
        "decisions": [accept("2026-03-01", "low")],
    }

    assert judge(files)["accepted"] is None
