"""The table of semantics §3(d): who stands behind an outcome."""

import pytest
from small_judgement import (
    MET,
    PARTLY,
    SAYS,
    SHOWN,
    UNKNOWN,
    UNMET,
    WAIVED,
    A,
    accept,
    declaration,
    evaluation,
    judge,
)

DAY = "2026-03-01"


def register(facts):
    return {"registered": {"on": DAY, "by": "X"}, "facts": facts}


def observations(facts):
    return {"observed": {"on": DAY, "by": "X"}, "facts": facts}


ROWS = [
    # what, files, backing
    ("a green light", {"evaluations": [evaluation(DAY, "met")]}, "confirmed"),
    ("a red light", {"evaluations": [evaluation(DAY, "unmet")]}, "confirmed"),
    ("a grey light", {"evaluations": [evaluation(DAY, "not_applicable")]}, "confirmed"),
    ("unmet and accepted", {"product": declaration(DAY, None, UNMET), "decisions": [accept(DAY, "low")]}, "confirmed"),
    ("unanswered and accepted", {"product": declaration(DAY), "decisions": [accept(DAY, "high")]}, "confirmed"),
    ("accepted until yesterday", {"product": declaration(DAY, None, UNMET), "decisions": [accept(DAY, "low", until="2026-04-30")]}, "claimed"),
    ("the register makes it true", {"register": register(SAYS["true"])}, "confirmed"),
    ("the register makes it partly", {"register": register(SAYS["partly"])}, "confirmed"),
    ("the register makes it false", {"register": register(SAYS["false"])}, "confirmed"),
    ("it was observed", {"observations": observations(SAYS["true"])}, "confirmed"),
    ("register and observations together", {"register": register({"licence": None}), "observations": observations({"open": True})}, "confirmed"),
    ("the register says what is declared too", {"product": declaration(DAY, SAYS["true"]), "register": register(SAYS["true"])}, "confirmed"),
    ("the declaration makes it true", {"product": declaration(DAY, SAYS["true"])}, "documented"),
    ("the declaration makes it false", {"product": declaration(DAY, SAYS["false"])}, "documented"),
    ("declaration and register together", {"product": declaration(DAY, {"open": True}), "register": register({"licence": None})}, "documented"),
    ("met, documented", {"product": declaration(DAY, None, SHOWN)}, "documented"),
    ("met, not documented", {"product": declaration(DAY, None, MET)}, "claimed"),
    ("another answer", {"product": declaration(DAY, None, PARTLY)}, "claimed"),
    ("not applicable, pending", {"product": declaration(DAY, SAYS["false"], WAIVED)}, "claimed"),
    ("do not know", {"product": declaration(DAY, None, UNKNOWN)}, "claimed"),
    ("at least partly by the register, answered", {"product": declaration(DAY, None, UNMET), "register": register({"open": True})}, "claimed"),
    ("at least partly by the register, unanswered", {"register": register({"open": True})}, "silent"),
    ("no answer", {"product": declaration(DAY)}, "silent"),
]  # fmt: skip


@pytest.mark.parametrize(("files", "backing"), [row[1:] for row in ROWS], ids=[r[0] for r in ROWS])
def test_the_table(files, backing):
    assert judge(files)["backing"] == backing


@pytest.mark.parametrize(("files", "backing"), [row[1:] for row in ROWS], ids=[r[0] for r in ROWS])
def test_a_level_is_confirmed_by_nothing_less(files, backing):
    found = judge(files)

    assert (found["states"]["confirmed"] == "not_settled") is (backing != "confirmed")


def test_an_acceptance_confirms_the_levels_that_it_counts_for():
    """Each level asks for itself; the criterion shows what its own level is told."""
    files = {
        "product": declaration(DAY, None, UNMET),
        "decisions": [accept(DAY, "mid")],
    }
    found = judge(files)
    assert (found["backing"], found["levels"]["confirmed"]) == ("confirmed", "mid")

    higher = judge({**files, "decisions": [accept(DAY, "low")]}, {**A, "level": "mid"})
    assert higher["backing"] == "claimed"


@pytest.mark.parametrize(
    ("stated", "backing"), [("product", "documented"), ("register", "confirmed")]
)
def test_who_says_that_it_does_not_apply(stated, backing):
    head = "declared" if stated == "product" else "registered"
    files = {stated: {head: {"on": DAY, "by": "X"}, "facts": {"open": False}}}
    found = judge(files, {**A, "applies": {"fact": "open", "equals": True}})

    assert (found["status"], found["backing"]) == ("not_applicable", backing)
