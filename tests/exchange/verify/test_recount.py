"""Printed figures, recounted: a small report whose rows are known, and figures that are not theirs."""

import json
from fractions import Fraction

import pytest
from exchange.words import wording
from hypothesis import given
from hypothesis import strategies as st

from os2governance import load_model
from os2governance.exchange.read.detect import read_document
from os2governance.exchange.verify.tally import format_percent
from os2governance.exchange.verify.verify import verify_document
from os2governance.files.listing import find_shipped_criteria
from os2governance.i18n.symbols import STATUS_SYMBOLS
from os2governance.model.document_terms import read_document_terms

MODEL = load_model(find_shipped_criteria() / "os2" / "1.1.0")
# sandbox: 4 green, 1 yellow, 1 red; level 3: R4 grey. Themes: Relevans R1 R4, Formkrav F1-F5.
REPORT = """# Evaluering af OS2-produkt: OS2eksempel

> **Version for anvendt evalueringsskabelon:** 0.9.2

| # | Niveau | Krav | Vurderingskriterie | Vurdering | Vurderingsgrundlag |
|---|---|---|---|---|---|
| R1 | Sandkasse | x | y | 🟢 | a |
| F1 | Sandkasse | x | y | 🟢 | a |
| F2 | Sandkasse | x | y | 🟢 | a |
| F3 | Sandkasse | x | y | 🟢 | a |
| F4 | Sandkasse | x | y | 🟡 | a |
| F5 | Sandkasse | x | y | 🔴 | a |
| R4 | 3 | x | y | ⚪ | a |

"""


def checked(text):
    data = (REPORT + text).encode()
    imported, _ = read_document(data, "r.md", [wording()])
    found = verify_document(data, imported, MODEL, wording())
    wrong = [f for f in found.findings if f.code != "import-rows-missing"]
    return [
        (f.code, f.location.line, f.arguments.get("printed"), str(f.arguments.get("right")))
        for f in wrong
    ], found.figures


LEVELS = """| Niveau / Vurdering | 🟢 Grøn | 🟡 Gul | 🔴 Rød | ⚪ Grå | I alt |
|---|---|---|---|---|---|
| Sandkasse | 4 | 1 | 1 | 0 | 6 |
| Niveau 3 | 0 | 0 | 0 | 1 | 1 |
| **Samlet** | 4 | 1 | 1 | 1 | 7 |
"""
THEMES = """| Tema / Niveau | Sandkasse<br/>(6 krav) | Niveau 3<br/>(1 + 6 krav) | Total |
|---|---|---|---|
| **Relevans** | 🟢 1 | ⚪ 1 | 🟢 1 ⚪ 1 |
| Formkrav | 🟢 3 🟡 1 🔴 1 | | 🟢 3 🟡 1 🔴 1 |
| **Total** | 🟢 4 (67%)<br/>🟡 1 (17%)<br/>🔴 1 (17%) | ⚪ 1 (100%) | 🟢 4 (57%) 🟡 1 (14,3%) 🔴 1 (14%) ⚪ 1 (14%) |
"""
PIE = """```mermaid
%%{init: {"themeVariables": {"pie1": "#008000"}}}%%
pie showData
  title Sandkasse (6 krav)
  "Grøn 67% (4)" : 4
  "Gul 17%" : 1
  "Rød 17%" : 1
  "Grå 0%" : 0
```
"""
TEXT = """* Sandkasse: *6 krav*
* Niveau 3: *1 krav* (7 i alt)
* *I alt: 7 krav*

Der er 4 ud af 7 krav, der er grønne. 1 af 6 krav i sandkassen er rødt. Kun 5 of 7 krav er med.
Det er 4 grønne, 1 gul og 14 % grå. Vi er 3 af 98 kommuner, og 5 af 10 ansatte.
"""


@pytest.mark.parametrize(
    ("text", "figures"),
    [(LEVELS, 15), (THEMES, 28), (PIE, 9), (TEXT, 10), (LEVELS + THEMES + PIE + TEXT, 62)],
)
def test_what_is_right_has_no_findings(text, figures):
    wrong, looked_at = checked(text)

    assert wrong == []
    assert looked_at == figures


FIRST = REPORT.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "old", "new", "found"),
    [
        (LEVELS, "| 4 | 1 | 1 | 0 | 6 |", "| 3 | 1 | 1 | 0 | 5 |", [("verify-count", 2, 3, "4"), ("verify-count", 2, 5, "6")]),
        (LEVELS, "| Niveau 3 | 0 | 0 | 0 | 1 | 1 |", "| Niveau 3 | 0 | 0 | 0 | | 1 |", [("verify-missing-figure", 3, None, "1")]),
        (LEVELS, "| 4 | 1 | 1 | 1 | 7 |", "| 4 | 1 | 1 | 1 | 8 |", [("verify-count", 4, 8, "7")]),
        (THEMES, "(6 krav)", "(5 krav)", [("verify-count", 0, 5, "6")]),
        (THEMES, "(1 + 6 krav)", "(1 + 5 krav)", [("verify-count", 0, "1+5", "1+6")]),
        (THEMES, "| 🟢 3 🟡 1 🔴 1 | |", "| 🟢 3 🔴 1 | |", [("verify-missing-figure", 3, None, "1")]),
        (THEMES, "| 🟢 1 ⚪ 1 |", "| 🟢 2 ⚪ 1 |", [("verify-count", 2, 2, "1")]),
        (THEMES, "⚪ 1 (100%)", "⚪ 1 (99%)", [("verify-percent", 4, "99", "TEXT")]),
        (PIE, '"Grøn 67% (4)" : 4', '"Grøn 67% (5)" : 4', [("verify-count", 4, 5, "4")]),
        (PIE, '"Grøn 67% (4)" : 4', '"Grøn 66% (4)" : 4', [("verify-percent", 4, "66", "TEXT")]),
        (PIE, '  "Rød 17%" : 1\n', "", [("verify-missing-figure", 3, None, "1")]),
        (PIE, '4)" : 4\n  "Gul 17%" : 1\n  "Rød 17%" : 1', '4)" : 2\n  "Gul 50%" : 3\n  "Rød 17%" : 1', [("verify-left-in", 3, None, "4, 1, 1, 0")]),
        (PIE, '"pie1": "#008000"', '"pie1": "#FFFF00"', [("verify-colour", 1, "TEXT", "None")]),
        (TEXT, "Sandkasse: *6 krav*", "Sandkasse: *5 krav*", [("verify-count", 0, 5, "6")]),
        (TEXT, "(7 i alt)", "(8 i alt)", [("verify-count", 1, "8", "7")]),
        (TEXT, "4 ud af 7 krav, der er grønne", "5 ud af 7 krav, der er grønne", [("verify-count", 4, 5, "4")]),
        (TEXT, "1 af 6 krav i sandkassen er rødt", "2 af 6 krav i sandkassen er røde", [("verify-count", 4, 2, "1")]),
        (TEXT, "5 of 7 krav", "8 of 7 krav", [("verify-text-unclear", 4, "8 of 7", "None")]),
        (TEXT, "4 grønne, 1 gul", "4 grønne, 3 gule", [("verify-count", 5, 3, "1")]),
        (TEXT, "14 % grå", "20 % grå", [("verify-percent", 5, "20", "TEXT")]),
    ],
)  # fmt: skip
def test_a_figure_that_is_wrong_is_found_where_it_stands(text, old, new, found):
    assert old in text
    wrong, _ = checked(text.replace(old, new))

    assert [
        (
            c,
            line - FIRST,
            p if isinstance(p, int | str | None) else "TEXT",
            right if "Text(" not in right else "TEXT",
        )
        for c, line, p, right in wrong
    ] == found


@pytest.mark.parametrize(
    ("colours", "slices", "shown"),
    [
        # pie1 is the greatest slice, in whichever order they stand
        ('"pie1": "#008000", "pie2": "#FFFF00", "pie3": "#FF0000"', "Rød 1 Gul 1 Grøn 4", []),
        ('"pie1": "#ffff00"', "Grøn 4 Gul 1 Rød 1", ["partly"]),
        ('"pie2": "#FF0000", "pie3": "#FFFF00"', "Grøn 4 Gul 1 Rød 1", []),  # as great
        ('"pie2": "#008000"', "Grøn 4 Gul 1 Rød 1", ["met"]),
        ('"pie1": "#3A7F3B", "pie9": "#FF0000"', "Grøn 4 Gul 1 Rød 1", []),  # nobody's colour
        ('"pie4": "#008000"', "Grøn 4 Gul 1 Rød 1 Grå 0", []),  # nothing to see
    ],
)
def test_a_slice_has_the_colour_of_its_rating(colours, slices, shown):
    words = slices.split()
    lines = "".join(
        f'  "{word}" : {size}\n' for word, size in zip(words[::2], words[1::2], strict=True)
    )
    chart = (
        f"```mermaid\n%%{{init: {{{colours}}}}}%%\npie showData\n  title Sandkasse\n{lines}```\n"
    )
    data = (REPORT + chart).encode()
    imported, _ = read_document(data, "r.md", [wording()])
    found = verify_document(data, imported, MODEL, wording()).findings
    printed = [f.arguments["printed"] for f in found if f.code == "verify-colour"]

    assert printed == [STATUS_SYMBOLS[status].word for status in shown]


@pytest.mark.parametrize(
    ("count", "whole", "decimals", "shown"),
    [
        (1, 8, 0, "12.5"),
        (5, 8, 0, "62.5"),
        (1, 8, 1, "12.5"),
        (1, 16, 1, "6.25"),
        (1, 16, 0, "6"),
        (1, 3, 0, "33"),
        (2, 3, 0, "67"),
        (2, 3, 1, "66.7"),
        (8, 8, 0, "100"),
        (0, 8, 0, "0"),
        (1, 200, 0, "0.5"),
    ],
)
def test_a_half_is_shown_as_a_half(count, whole, decimals, shown):
    assert format_percent(Fraction(100 * count, whole), decimals) == shown


@given(st.integers(1, 300), st.data(), st.integers(0, 3))
def test_a_percentage_is_shown_as_near_as_its_decimals_allow(whole, data, decimals):
    exact = Fraction(100 * data.draw(st.integers(0, whole)), whole)
    shown = Fraction(format_percent(exact, decimals))
    off = abs(shown - exact)

    assert off < Fraction(1, 2 * 10**decimals)


ORDERED = REPORT.splitlines()[4:13]


@given(st.permutations(range(6)), st.permutations(range(1, 6)))
def test_the_order_of_columns_changes_no_figure(columns, counted_columns):
    def permuted(lines, order):
        cells = [line.strip().strip("|").split("|") for line in lines]
        return [f"|{'|'.join(row[n] for n in order)}|" for row in cells]

    rows = permuted(ORDERED, columns)
    table = permuted(LEVELS.splitlines(), [0, *counted_columns])
    wrong_table = [line.replace(" 4 ", " 3 ") for line in table]
    head = REPORT.splitlines()[:4]
    for figures, codes in ((table, []), (wrong_table, ["verify-count"] * 2)):
        text = "\n".join([*head, *rows, "", *figures, ""]).encode()
        imported, _ = read_document(text, "r.md", [wording()])
        found = verify_document(text, imported, MODEL, wording())

        assert found.rows == 7
        assert [f.code for f in found.findings if f.code != "import-rows-missing"] == codes


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("| F1 | Sandkasse |", "| F1 | 2 |", "verify-level", 8),
        ("| F1 | Sandkasse |", "| F1 | |", "verify-no-level", 8),
        ("| F1 | Sandkasse | x | y | 🟢 |", "| F1 | Sandkasse | x | y | |", "verify-no-mark", 8),
        (
            "| F1 | Sandkasse | x | y | 🟢 |",
            "| F1 | Sandkasse | x | y | grøngul |",
            "import-mark-unknown",
            8,
        ),
        ("| F1 | Sandkasse |", "| F9 | Sandkasse |", "import-criterion-unknown", 8),
        ("| F1 | Sandkasse |", "| R1 | Sandkasse |", "import-row-twice", 8),
    ],
)
def test_rows_are_held_against_the_model(old, new, code, line):
    data = REPORT.replace(old, new).encode()
    imported, _ = read_document(data, "r.md", [wording()])
    found = verify_document(data, imported, MODEL, wording())

    assert (code, line) in [(f.code, f.location.line) for f in found.findings]


def test_rows_without_a_light_may_be_counted_as_red():
    text = REPORT.replace("| F1 | Sandkasse | x | y | 🟢 |", "| F1 | Sandkasse | x | y | |")
    data = (
        text + "| Niveau | 🟢 Grøn | 🔴 Rød |\n|---|---|---|\n| Sandkasse | 3 | 2 |\n"
    ).encode()
    imported, _ = read_document(data, "r.md", [wording()])
    found = verify_document(data, imported, MODEL, wording())

    assert [f.code for f in found.findings] == ["import-rows-missing", "verify-no-mark"]


@pytest.mark.parametrize(
    ("ids", "wrong"), [(("R4", "F8", "F10"), ["verify-version"]), (("R4", "F7", "F10"), [])]
)
def test_a_version_that_is_not_that_of_the_rows_is_found(ids, wrong):
    head = "> **Version for anvendt governancerapport:** 1.1.0\n\n|  | # | Krav |\n|---|---|---|\n"
    data = (head + "".join(f"| ✅ | {name} | x |\n" for name in ids)).encode()
    imported, _ = read_document(data, "r.md", [wording()])
    found = verify_document(data, imported, MODEL, wording())

    assert [f.code for f in found.findings if f.code == "verify-version"] == wrong


TERMS = json.dumps(wording().file_values)
COUNT_LISTS = ("total", "of", "criteria", "in_all")


def worded(change):
    """Read the shipped terms after a change of their `counts`, as lists by key."""
    values = json.loads(TERMS)
    change(values["counts"])
    data = json.dumps(values, ensure_ascii=False).encode()
    terms, findings = read_document_terms(data, "documents.yaml")
    assert findings == []
    return terms


def counted(text, terms):
    data = (REPORT + text).encode()
    imported, _ = read_document(data, "r.md", [terms])
    found = verify_document(data, imported, MODEL, terms).findings
    return [(f.code, f.arguments.get("printed")) for f in found if f.code == "verify-count"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["Grøn", "Grønne"], "I alt er der 12 grønne krav."),
        (["grøn", "grønne"], "I alt er der 12 GRØNNE krav."),
        (["grøn (ok", "grønne"], "I alt er der 12 grøn (ok krav."),
        (["grøn (ok)"], "I alt er der 12 Grøn (OK) krav."),
        (["weiß"], "I alt er der 12 WEISS krav."),
        (["grøn.", "[grøn", "g*", "*"], "I alt er der 12 grøn krav."),
    ],
)
def test_words_of_a_rating_are_no_patterns_and_have_no_case(words, said):
    terms = worded(lambda counts: counts["words"].update(met=words))

    assert counted(said, terms) == [("verify-count", 12)]


@pytest.mark.parametrize("key", COUNT_LISTS)
def test_words_of_a_count_have_no_case(key):
    terms = worded(lambda counts: counts.update({key: [word.title() for word in counts[key]]}))

    assert counted(LEVELS + THEMES + PIE + TEXT, terms) == []
    for old, new in (
        ("(7 i alt)", "(8 i alt)"),
        ("4 ud af 7", "5 ud af 7"),
        ("*6 krav", "*5 krav"),
    ):
        assert len(counted(TEXT.replace(old, new), terms)) == 1


def test_without_words_nothing_is_counted_by_them():
    empty = {key: [] for key in COUNT_LISTS}
    terms = worded(lambda c: c.update(**empty, words={key: [] for key in c["words"]}))

    assert counted("Niveau 3: 9\nDer er 12 grønne krav, 3  7 og 5 af 7 krav.\n", terms) == []


word = st.text(
    st.characters(exclude_categories=["C", "Zl", "Zp"]) | st.sampled_from("()[]{}|*+?.^$\\ßİſ"),
    min_size=1,
    max_size=8,
).filter(lambda said: not said.isspace() and "\xa0" not in said)


@given(word, word, st.sampled_from(["words", *COUNT_LISTS]))
def test_any_word_may_be_a_models(one, other, key):
    def change(counts):
        if key == "words":
            counts["words"] = {**counts["words"], "met": [one], "unmet": [other]}
        else:
            counts[key] = [one, other]

    text = f"{LEVELS}\nI alt er der 12 {one} krav, 5 {one} 7 {other}.\nNiveau 3: 1 {one} (7 {other})\n"
    imported, _ = read_document((REPORT + text).encode(), "r.md", [terms := worded(change)])
    verify_document((REPORT + text).encode(), imported, MODEL, terms)


@given(
    st.text(st.characters(categories=["L"]) | st.sampled_from("()[]{}+^$"), min_size=1, max_size=8)
)
def test_a_word_of_a_rating_is_found_in_a_sentence(word):
    terms = worded(lambda counts: counts["words"].update(met=[word]))

    assert counted(f"I alt er der 12 {word} krav.", terms) == [("verify-count", 12)]
