"""What the buttons of the form do: what is undone is redone, and no made-up button does anything."""

from datetime import date

import pytest
from web.conftest import DECLARED, Visitor, client_of

STEPS = [
    ({"name": "Et"}, "save"),
    ({"answers.R4.answer": "met", "answers.R4.note": "Strategien nævner det"}, "save"),
    ({}, "add:facts.adopters"),
    ({"facts.adopters.1.authority": "Odense"}, "save"),
    ({}, "remove:facts.adopters.0"),
    ({"facts.ownership.licence": ""}, "save"),
]


def rename_to_register(file):
    """A product that has a register, and no declaration yet."""
    file.unlink()
    (file.parent / "register.yaml").write_text(
        "format: os2governance/register/1\nproduct: eksempel\nmodel: os2/1.1.0\n"
        "registered: {on: 2026-04-01, by: Sekretariatet}\n"
    )


def read_all(file):
    return {str(each): each.read_bytes() for each in file.parent.rglob("*") if each.is_file()}


@pytest.mark.parametrize("steps", [len(STEPS), 2])
def test_what_is_undone_is_redone_to_the_byte(visitor, file, steps):
    """Also the file that the first change keeps, and the file that the first change begins."""
    if steps == 2:
        rename_to_register(file)
    visitor.open()
    states = [read_all(file)]
    for typed, action in STEPS[:steps]:
        visitor.press(typed, action)
        states.append(read_all(file))
    assert len({str(each) for each in states}) == len(states)

    for state in states[-2::-1]:
        visitor.press({}, "undo")
        assert read_all(file) == state
    for state in states[1:]:
        visitor.press({}, "redo")
        assert read_all(file) == state
    visitor.press({}, "redo")
    assert (visitor.status, read_all(file)) == (200, states[-1])


def test_what_is_undone_on_a_later_day_is_redone_on_that_day_only(folder, file):
    days = [date(2026, 5, 1)]
    visitor = Visitor(client_of(folder, days=days))
    visitor.open()
    visitor.press({"name": "Et"})
    changed = read_all(file)
    days[0] = date(2026, 5, 2)
    visitor.press({}, "undo")
    undone = read_all(file)
    visitor.press({}, "redo")
    assert read_all(file) == changed

    visitor.press({}, "undo")
    days[0] = date(2026, 5, 3)
    visitor.press({}, "redo")
    assert read_all(file) == undone


def test_redo_does_not_replace_what_others_wrote(visitor, file):
    visitor.open()
    visitor.press({"name": "Et"})
    visitor.press({}, "undo")
    file.write_text(file.read_text() + "# mere\n")
    visitor.press({}, "redo")

    assert visitor.status == 422
    assert file.read_text() == DECLARED + "# mere\n"


@pytest.mark.parametrize("number", ["9" * 5000, "-1", "x", "", "²", "\u0663", "99999999"])
def test_a_number_that_no_button_sends_removes_nothing(visitor, file, number):
    visitor.open()
    before = file.read_bytes()
    visitor.press({}, f"remove:facts.adopters.{number}")

    assert visitor.status < 500
    assert file.read_bytes() == before
