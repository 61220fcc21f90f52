import pytest
from exchange.words import wording

from os2governance.exchange.read.marks import CellMark, read_mark


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("Ja", "met"), ("JA.", "met"), ("**Ja**", "met"), ("[x]", "met"), ("[X]", "met"), ("[ x ]", "met"),
        ("<ul><li> [x] </li>", "met"), ("✅", "met"), ("☑︎", "met"), ("☑", "met"), ("x", "met"),
        ("Nej", "unmet"), ("❌", "unmet"), ("Ikke opfyldt", "unmet"),
        ("Planlagt", "planned"), ("Ikke relevant", "not_applicable"), ("➖", "not_applicable"),
        ("Ved ikke", "unknown"), ("❓", "unknown"), ("?", "unknown"),
        ("Delvist", "partly"), ("I gang", "partly"), ("🟡", "partly"), ("I gang / afventer", "partly"),
        ("[ ]", "unticked"), ("[]", "unticked"), ("☐", "unticked"), ("<ul><li> [ ] </li>", "unticked"),
        ("", None), ("-", None), ("[Udfyldes i selvevaluering]", None), ("🟢 / 🟡 / 🔴", None),
        ("🟢 / 🟡 / 🔴 / ⚪", None), ("[Ikke udfyldt]", None),
    ],
)  # fmt: skip
def test_a_mark_that_is_understood(cell, status):
    mark = read_mark(cell, wording().answer_marks, wording())

    assert (mark.status, mark.understood) == (status, True)


@pytest.mark.parametrize(
    "cell",
    [
        "Afventer - men i planen",
        "Ja/nej og ja",
        "Ja, delvist",
        "🟢🔴",
        "måske",
        "Jatak",
        "Nejlikke",
        "Ja?",
        "[x] Ja [ ] Nej",
    ],
)
def test_a_mark_that_is_not_understood_is_no_answer_and_is_kept(cell):
    mark = read_mark(cell, wording().answer_marks, wording())

    assert mark.status is None
    assert not mark.understood
    assert mark.rest


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("🟢", "met"),
        ("🟢 Ja", "met"),
        ("🟡 Gul", "partly"),
        ("🔴 Nej", "unmet"),
        ("⚪ Ikke relevant", "not_applicable"),
        ("Grøn", "met"),
    ],
)
def test_a_light_with_or_without_a_word(cell, status):
    assert read_mark(cell, wording().rating_marks, wording()) == CellMark(status)


def test_planned_is_no_light():
    assert not read_mark("Planlagt", wording().rating_marks, wording()).understood


def test_what_stands_behind_a_mark_is_kept():
    assert read_mark("Ja - se bilag 2", wording().answer_marks, wording()) == CellMark(
        "met", "se bilag 2"
    )
