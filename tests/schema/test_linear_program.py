"""Instructions: as many as a pattern says, and no more than are allowed."""

import pytest

from os2governance.schema import linear_program
from os2governance.schema.linear_program import (
    NoPatternError,
    PatternProgram,
    count_groups,
    emit_node,
)

LETTER = ("letter", "a".__contains__)


@pytest.mark.parametrize(
    ("node", "letters"),
    [
        (LETTER, 1),
        (("all", [LETTER, LETTER]), 2),
        (("repeat", LETTER, 2, 5, False), 5),
        (("repeat", LETTER, 3, None, False), 3),
        (("repeat", LETTER, 0, None, True), 1),
    ],
)
def test_a_repetition_is_written_out(node, letters):
    program = PatternProgram()
    emit_node(node, program, program.add("match"))

    assert sum(kind == "letter" for kind, _, _ in program.code) == letters


def test_too_many(monkeypatch):
    monkeypatch.setattr(linear_program, "MAX_PROGRAM", 10)
    program = PatternProgram()

    with pytest.raises(NoPatternError):
        emit_node(("repeat", LETTER, 11, 11, False), program, program.add("match"))


def test_groups_are_counted_by_their_numbers():
    assert count_groups(("all", [("group", 2, LETTER), ("group", 1, LETTER)])) == 2
    assert count_groups(LETTER) == 0
