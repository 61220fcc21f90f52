"""A template filled: the cells by criterion, every other byte as it was."""

import re

import pytest
from documents_out import LAYOUTS, MODEL, assessed
from hypothesis import given
from hypothesis import strategies as st

from os2governance.exchange.write.fill_template import fill_template

ANSWERS = {
    "R1": {"answer": "met", "note": "Sparer tid | og penge", "evidence": ["https://os2.eu/x_y"]},
    "R2": {"answer": "not_applicable", "reason": "Intet *linje*led"},
    "F1": {"answer": "planned", "due": "2026-12-01"},
}
GOVERNANCE = """\
# [produktnavn]\r
\r
| #   | Krav | Produktniveau |\r
| --- | ---- | ------------- |\r
| R1  | Værdi | sandkasse |\r
| R2  | Accept | 2\r
tekst | mellem\r
```\r
| R1 | kode |\r
```\r
<!--
| R1 | skjult |
-->
| F1  | Kode | sandkasse |  """
ANSWERED = """\
| # | Krav | Efterlevet? | Dokumentation |
|---|---|---|---|
| R1 | a |   | Hvordan? |
| R2 | b | Nej | skrevet i forvejen |
| F1 | c |
| G1 | d | [Udfyldes i selvevaluering] | [Ikke udfyldt] |
"""


def filled(template: str, answers=ANSWERS):
    data, findings = fill_template(assessed(answers), template.encode(), "t.md", LAYOUTS)
    return data.decode() if data is not None else None, [
        f for f in findings if f.code != "template-row-missing"
    ]


def test_a_table_without_a_place_for_answers_gets_one():
    made, findings = filled(GOVERNANCE)

    assert findings == []
    assert made == GOVERNANCE.replace(
        "Produktniveau |\r", "Produktniveau | Efterlevet? | Dokumentation |\r"
    ).replace("------------- |\r", "------------- | --- | --- |\r").replace(
        "| Værdi | sandkasse |\r",
        "| Værdi | sandkasse | Ja | Sparer tid &#124; og penge<br/>https://os2.eu/x_y |\r",
    ).replace(
        "| Accept | 2\r", "| Accept | 2 | Ikke relevant | Intet &#42;linje&#42;led |\r"
    ).replace(
        "| Kode | sandkasse |  ", "| Kode | sandkasse | Planlagt | Frist: 1. december 2026 |"
    )


def test_cells_that_are_there_are_filled_unless_somebody_wrote_in_them():
    made, findings = filled(ANSWERED)

    lines = made.split("\n")
    assert lines[2] == "| R1 | a | Ja | Sparer tid &#124; og penge<br/>https://os2.eu/x_y |"
    assert lines[3] == "| R2 | b | Ikke relevant | skrevet i forvejen |"
    assert lines[4] == "| F1 | c |"
    assert lines[5] == ANSWERED.split("\n")[5]
    assert [(f.code, f.location.line, f.location.column) for f in findings] == [
        ("template-cell-kept", 4, 17),
        ("template-cell-missing", 5, 1),
        ("template-cell-missing", 5, 1),
    ]


@pytest.mark.parametrize(
    ("head", "cell", "mark"),
    [
        ("🔽", "", "✅"),
        ("", "", "✅"),
        ("", "[]", "[x]"),
        ("", "<ul><li> [ ] </li>", "<ul><li> [x] </li>"),
        ("Efterlevet?", "", "Ja"),
    ],
)
def test_a_mark_is_written_as_the_template_has_it(head, cell, mark):
    made, _ = filled(f"| {head} | # | Henvisning |\n|---|---|---|\n| {cell} | R1 | Hvor? |\n")

    assert made.split("\n")[2].split("|")[1].strip() == mark


def test_lights():
    template = "| # | Vurdering | Vurderingsgrundlag |\n|-|-|-|\n| R1 | 🟢 / 🟡 / 🔴 / ⚪ | |\n"
    made, findings = filled(template)

    assert findings == []
    assert made.split("\n")[2].startswith("| R1 | 🟢")


def test_a_template_of_another_version_is_not_filled():
    made, findings = filled("| | # |\n|-|-|\n| [] | R1 |\n| [] | F8 |\n")

    assert made is None
    assert [(f.code, f.location.line) for f in findings] == [("template-other-model", 4)]


@pytest.mark.parametrize(
    "text", ["", "no table", "| a | b |\n|-|-|\n| R1 | x |\n", "```\n| # |\n|-|\n| R1 |\n```\n"]
)
def test_a_file_without_rows_is_none(text):
    assert [f.code for f in filled(text)[1]] == ["template-no-rows"]


def test_what_is_no_text_is_said():
    _, findings = fill_template(assessed({}), b"a\n\xff", "t.md", LAYOUTS)

    assert [(f.code, f.location.line) for f in findings] == [("not-utf8", 2)]


PIECES = [
    "| R1 | ",
    "|",
    "\n",
    "\r\n",
    "Ja",
    " ",
    "| # | Efterlevet? |",
    "|-|-|",
    "```",
    "<!--",
    "-->",
    "x",
    "\ufeff",
    "\\|",
    "[ ]",
    "\r",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_only_rows_change(template):
    head = "| # | Efterlevet? | Dokumentation |\n|-|-|-|\n| F1 | | |\n"
    made, _ = filled(head + template)

    before, after = (head + template).split("\n"), made.split("\n")
    assert len(before) == len(after)
    for old, new in zip(before, after, strict=True):
        if old != new:
            assert re.search("R1|F1|#", old)
            assert old.endswith("\r") == new.endswith("\r")


def test_many_pipes_stay_quick():
    assert filled("|" * 1_000_000)[0] is None
    assert filled("<!--" * 200_000)[0] is None
    assert filled("\\" * 1_000_000)[0] is None


# The structures of the templates that have been in use: with and without a place for answers.
STRUCTURES = {
    "governance 1.1.0": ["#", "Krav", "Produktniveau", "Retningslinjer"],
    "governance 2024": ["", "#", "Krav", "Henvisning", "Produktniveau"],
    "assessment 0.9": ["#", "Niveau", "Krav", "Efterlevet?", "Dokumentation"],
    "assessment 0.9.2": ["#", "Niveau", "Krav", "Vurderingskriterie", "Efterlevet?",
                         "Dokumentation", "Vurdering", "Vurderingsgrundlag"],
}  # fmt: skip


def blank_template(columns, ending):
    """Write a template with a table for each theme, and prose around each."""
    lines = ["# [produktnavn]", "", "> **Version:** 1.1.0", ""]
    for theme in MODEL.themes:
        lines += [f"## {theme.name.da}", "", f"| {' | '.join(columns)} |"]
        lines.append(f"|{'---|' * len(columns)}")
        for each in MODEL.criteria:
            if each.theme == theme.id:
                known = {"#": each.id, "Niveau": each.level, "Produktniveau": each.level}
                lines.append(f"| {' | '.join(known.get(name, '') for name in columns)} |")
        lines += ["", "Herefter følger en forklaring, der bliver stående.", ""]
    return ending.join(lines)


@pytest.mark.parametrize("structure", STRUCTURES)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_whole_template_of_each_structure(structure, ending):
    template = blank_template(STRUCTURES[structure], ending)
    answers = {c.id: {"answer": "met", "note": "Der"} for c in MODEL.criteria}
    data, findings = fill_template(assessed(answers), template.encode(), "t.md", LAYOUTS)

    assert findings == []
    old, new = template.split(ending), data.decode().split(ending)
    assert len(old) == len(new)
    changed = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    rows = [(a, b) for a, b in changed if re.search(r"\b[RFSG]\d", a)]
    assert len(rows) == len(MODEL.criteria)
    assert all("Der" in after for _, after in rows)
    if "Efterlevet?" in STRUCTURES[structure]:  # nothing but the rows changes
        assert changed == rows
