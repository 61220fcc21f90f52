"""Findings that a comment silences, always with a reason."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from os2governance.checks import suppressions
from os2governance.checks.suppressions import count_suppression_uses
from os2governance.findings.finding import MAX_FINDINGS_PER_CODE, Location, make_finding

apply_suppressions = partial(suppressions.apply_suppressions, as_of=date(2026, 5, 1))
TEXT = """\
answers:
  A: {answer: met}   # os2governance: ignore[undocumented] Referatet er fortroligt.
  # os2governance: ignore[undocumented, unanswered] - To ting.
  B:
    answer: met

    note: |
      os2governance: ignore[undocumented] no comment
  C: {answer: met}
"""


def found(line, code="undocumented"):
    return make_finding(code, Location("f", line, 3), id="A", title="")


def test_a_comment_holds_for_its_line_or_for_the_next_and_all_below_it():
    left, silenced, _ = apply_suppressions([found(n) for n in (1, 2, 5, 8, 9)], [("f", TEXT)])

    assert [each.location.line for each in left] == [1, 9]
    assert len(silenced) == 3


def test_a_comment_on_a_key_holds_for_its_list_in_the_same_column():
    comment = "# os2governance: ignore[undocumented] Nej tak"
    text = "a:\n- x\n-\n  y: 1\n- {z: 1}\nb: 2\n"
    lines = range(2, 8)
    inside = text.replace("a:\n", f"z: 1\n{comment}\na:\n")

    left, _, _ = apply_suppressions([found(n) for n in range(1, 10)], [("f", inside)])
    assert [each.location.line for each in left] == [1, 2, 8, 9]

    one = text.replace("- x", f"- x  {comment}")
    left, _, _ = apply_suppressions([found(n) for n in lines], [("f", one)])
    assert [each.location.line for each in left] == [3, 4, 5, 6, 7]


def test_a_comment_above_all_content_is_about_the_whole_file():
    comment = "# os2governance: ignore[undocumented] Nej tak"
    for text, silenced in (
        (f"# modeline\n\n{comment}\na: 1\nb: 2\n", [0, 1, 3, 4, 5]),
        (f"{comment}\n\n# ===\na: 1\nb: 2\n", [0, 1, 3, 4, 5]),
        (f"a: 1\n{comment}\nb: 2\n", [3]),
        (f"a: 1  {comment}\nb: 2\n", [1]),
    ):
        left, _, _ = apply_suppressions([found(n) for n in (0, 1, 3, 4, 5)], [("f", text)])

        assert sorted({0, 1, 3, 4, 5} - {each.location.line for each in left}) == silenced


def test_only_the_codes_that_it_names_in_its_own_file():
    other = replace(found(2), location=Location("g", 2, 3))
    left, silenced, _ = apply_suppressions(
        [found(2, "unanswered"), other, found(5)], [("f", TEXT)]
    )

    assert [(each.code, each.location.file) for each in left] == [
        ("unanswered", "f"), ("undocumented", "g"), ("silence-unused", "f"),
    ]  # fmt: skip
    assert len(silenced) == 1


def test_a_file_of_nothing_but_silence_is_no_work():
    """It once took minutes: every comment looked through all lines below it."""
    left, _, _ = apply_suppressions(
        [], [("f", "# os2governance: ignore[unanswered] ja\n" * 25_000)]
    )

    assert [each.location for each in left if each.code == "silence-too-many"] == [
        Location("f", 101, 1)
    ]
    assert len(left) == 101


WRONG = [
    ("# os2governance: ignore[undocumented]", "silence-without-reason"),
    ("# os2governance: ignore[undocumented] -", "silence-without-reason"),
    ("# os2governance: ignore[undocumnted] en grund", "silence-unknown-code"),
    ("# os2governance: ignore[] en grund", "silence-syntax"),
    ("# os2governance: ignore undocumented", "silence-syntax"),
    ("# os2governance: ignore[undocumented] en grund", "silence-unused"),
]


@pytest.mark.parametrize(("comment", "code"), WRONG)
def test_what_does_not_silence_is_found(comment, code):
    left, silenced, _ = apply_suppressions(
        [found(2)], [("f", f"{comment}\nA: 1\nB: 2\n".replace("A", "x"))]
    )
    codes = [each.code for each in left]

    if code == "silence-unused":
        left, silenced, _ = apply_suppressions([], [("f", f"a: 1\n{comment}\n")])
        assert [(each.code, str(each.location)) for each in left] == [(code, "f:2:1")]
    else:
        assert codes == ["undocumented", code]
        assert silenced == ()


@pytest.mark.parametrize("word", ["OS2governance", "Os2Governance", "OS2GOVERNANCE"])
def test_the_word_may_be_written_in_any_case(word):
    text = f"# {word}: Ignore[undocumented] en grund\nA: 1\n"
    assert apply_suppressions([found(2)], [("f", text)]).findings == []

    for wrong in ("ignore undocumented", "ignore[undocumented]"):
        left, _, _ = apply_suppressions([found(2)], [("f", f"# {word}: {wrong}\nA: 1\n")])
        assert left[1].code.startswith("silence-")


def test_a_comment_that_only_names_the_program_asks_for_nothing():
    text = "# OS2governance: se vejledningen\n" * 101 + "A: 1\n"

    assert apply_suppressions([found(102)], [("f", text)])[:2] == ([found(102)], ())
    assert list(suppressions.find_suppression_comments(text)) == []


def test_what_others_may_find_is_worth_a_comment():
    comment = "# os2governance: ignore[duplicate-product] Flyttes til efteråret\n"
    foreseen = make_finding("duplicate-product", Location("f", 2, 1), name="x", other="")

    assert apply_suppressions([], [("f", f"{comment}product: x\n")], [foreseen]) == (
        [],
        (),
        (foreseen,),
    )
    left, _, expected = apply_suppressions([], [("f", f"a: 1\nproduct: x\n{comment}")], [foreseen])
    assert ([each.code for each in left], expected) == (["silence-unused"], ())


UNKNOWN = (
    "# os2governance: ignore[" + ",".join(f"undocumentex{n}" for n in range(500)) + "] a reason"
)


def test_no_more_unknown_codes_are_looked_up_than_are_told(monkeypatch):
    asked = []
    suggestion = suppressions.suggest_word
    monkeypatch.setattr(
        suppressions, "suggest_word", lambda *words: (asked.append(words), suggestion(*words))[1]
    )
    left, _, _ = apply_suppressions([], [("f", f"{UNKNOWN}\n{UNKNOWN}\na: 1\n")])

    assert len(left) == len(asked) == MAX_FINDINGS_PER_CODE + 1


def test_lines_are_walked_once_for_all_comments(monkeypatch):
    looked = []
    content = suppressions._has_content
    monkeypatch.setattr(
        suppressions, "_has_content", lambda line: (looked.append(line), content(line))[1]
    )
    comment = "# os2governance: ignore[undocumented] a reason\n"
    nested = "".join(f"{' ' * depth}a: {comment}" for depth in range(30))
    text = comment * 30 + nested + "\n" * 1000 + f"{' ' * 40}b: 1\n" * 1000
    left, silenced, _ = apply_suppressions([found(2059)], [("f", text)])

    assert len(silenced) == 1
    assert not left
    assert len(looked) == text.count("\n") + 1


def test_comments_with_nothing_below_them_hold_for_nothing():
    text = "a: 1\n# os2governance: ignore[undocumented] a reason\n\n# the end"
    left, silenced, _ = apply_suppressions([found(1)], [("f", text)])

    assert [each.code for each in left] == ["undocumented", "silence-unused"]
    assert silenced == ()


DATED = [
    ("", []),
    (" until 2026-05-01", ["silence-ends-soon"]),
    (" - until: 2026-05-31,", ["silence-ends-soon"]),
    (" UNTIL 2026-06-01", []),
    (" until 2026-04-30", ["undocumented", "silence-expired"]),
    (" until next week", ["undocumented", "silence-date"]),
    (" until 20260601", ["undocumented", "silence-date"]),
]


@pytest.mark.parametrize(("until", "codes"), DATED)
def test_a_suppression_holds_until_its_last_day(until, codes):
    text = f"# os2governance: ignore[undocumented]{until} en grund\nA: 1\n"
    left, suppressed, _ = apply_suppressions([found(2)], [("f", text)])

    assert [each.code for each in left] == codes
    assert [each.suppression.reason for each in suppressed] == ["en grund"] * (
        "undocumented" not in codes
    )


def test_a_suppression_that_has_ended_is_not_also_called_unused():
    text = "# os2governance: ignore[undocumented] until 2026-01-01 en grund\nA: 1\n"
    left, _, _ = apply_suppressions([], [("f", text)])

    assert [each.code for each in left] == ["silence-expired"]


def test_what_a_level_may_rest_on_cannot_be_suppressed():
    text = "# os2governance: ignore[contradiction, undocumented] en grund\nA: 1\n"
    left, suppressed, _ = apply_suppressions([found(2)], [("f", text)])

    assert [each.code for each in left] == ["undocumented", "silence-not-allowed"]
    assert suppressed == ()


def test_each_suppression_is_listed_once_with_the_number_of_its_findings():
    text = (
        "x: 0\n# os2governance: ignore[undocumented] until 2027-01-01 Aftalt.\nA: 1\n"
        "B: 1  # os2governance: ignore[undocumented,unanswered] Senere.\n"
    )
    _, suppressed, _ = apply_suppressions([found(3), found(3), found(4)], [("f", text)])
    listed = count_suppression_uses(reversed(suppressed))

    assert [(each.location.line, each.codes, each.until, each.findings) for each in listed] == [
        (2, ("undocumented",), "2027-01-01", 2),
        (4, ("unanswered", "undocumented"), None, 1),
    ]
    assert [each.reason for each in listed] == ["Aftalt.", "Senere."]
