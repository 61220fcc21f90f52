"""Reports written: what an assessment says is in them, inert, and comes back whole."""

import html
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from documents_out import LAYOUTS, MODEL, WRONG, assessed, layout
from hypothesis import given
from hypothesis import strategies as st

from os2governance.exchange.write.report import render_governance_report
from os2governance.exchange.write.selfassessment_json import render_selfassessment_json

GOLDEN = Path(__file__).parents[2] / "golden"
IDS = [criterion.id for criterion in MODEL.criteria]
KINDS = [
    ("governance-report", "1.1.0"),
    ("evaluation-report", "0.9.2"),
    ("evaluation-report", "2026"),
]
HOSTILE = [
    "a | b || c \\| d",
    "<script>alert(1)</script> <img src=x onerror=y>",
    "linje 1\nlinje 2\n| R1 | Ja |\n# Overskrift",
    "```mermaid\npie\n```",
    "{{ site.secret }} {% include x %} {: .note }",
    "[her](javascript:alert(1)) ![x](y) [^1] *fed* _kursiv_ __x__ ~~s~~ `kode`",
    "\u202egnæn\u202c \u2066x\u2069 \u200b \ufeff",
    "$$x$$ $y$ &amp; &#124; &copy; &lt;",
    "--> <!-- ---",
    "- punkt", "1. punkt", "# nej", "> citat", "+ x", "=== x", ":--", "x^2^",
    "a\\", "\\", "|", "\"' %%{init: {}}%%",
    "æøå 😀 ﷽",
]  # fmt: skip


def rows_of(text: str) -> dict[str, dict[str, str]]:
    """Read rows as a careful reader would: pipes first, then breaks, then entities."""
    rows, head = {}, []
    for line in text.split("\n"):
        if not line.startswith("| "):
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if cells[0] == "#" or "#" in cells[:1]:
            head = cells
        elif cells[0] in IDS:
            assert len(cells) == len(head)
            rows[cells[0]] = dict(zip(head, cells, strict=True))
    return rows


def said(cell: str) -> str:
    lines = [re.sub(r"^\[(.*)\]\(<.*>\)$", r"\1", line) for line in cell.split("<br/>")]
    return html.unescape("\n".join(lines))


def plain(text: str) -> str:
    """Give what a cell can hold of a text: no control characters, no runs of spaces."""
    lines = [" ".join(line.split()) for line in text.strip().splitlines()]
    return re.sub("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]", "\ufffd", "\n".join(lines))


def test_the_shipped_layouts_are_whole():
    assert WRONG == []
    for kind, name in KINDS:
        assert layout(kind, name)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_hostile_text_is_inert_and_comes_back(text, kind):
    answers = {"R1": {"answer": "met", "note": text}}
    lights = {"R1": {"light": "met", "grounds": text}}
    evaluation = {"evaluated": {"on": "2026-04-01", "by": text}, "lights": lights}
    written = render_governance_report(
        assessed(answers, name=text, evaluation=evaluation), layout(*kind), LAYOUTS.symbols
    )
    rows = rows_of(written)

    assert list(rows) == IDS
    column = "Dokumentation" if kind[0] == "governance-report" else "Vurderingsgrundlag"
    assert said(rows["R1"][column]) == plain(text)
    for pattern in (
        "<script",
        "<img",
        "{{",
        "{%",
        "](j",
        "\u202e",
        "$",
        "<!--",
        "\n```mermaid\npie\n```\n",
    ):
        assert pattern not in written
    assert len([line for line in written.split("\n") if line.startswith("# ")]) == (
        1 if kind[0] == "governance-report" else 2
    )


@given(st.text(max_size=200), st.text(max_size=30).filter(lambda t: re.search(r"\S", t)))
def test_any_text_comes_back(note, name):
    answers = {"G14": {"answer": "unmet", "explanation": note}}
    try:
        assessment = assessed(answers, name=name)
    except AssertionError:  # a text that no file can hold
        return
    written = render_governance_report(assessment, layout("governance-report"), LAYOUTS.symbols)
    rows = rows_of(written)

    assert said(rows["G14"]["Dokumentation"]) == plain(note)
    assert html.unescape(written.split("\n# Governancerapport for ")[1].split("\n")[0]) == plain(
        " ".join(name.split())
    )


ANSWERS = ["met", "partly", "unmet", "planned", "not_applicable", "unknown", None]
WORDS = {
    "met": "Ja",
    "partly": "Delvist",
    "unmet": "Nej",
    "planned": "Planlagt",
    "not_applicable": "Ikke relevant",
    "unknown": "Ved ikke",
    None: "",
}
URLS = st.from_regex(r"https://[a-z]{1,8}\.dk(/[A-Za-z0-9_.~%?=&()*-]{0,12})?", fullmatch=True)
ANSWER = st.tuples(st.sampled_from(ANSWERS), st.lists(URLS, max_size=2, unique=True))


@given(st.lists(ANSWER, min_size=len(IDS), max_size=len(IDS)))
def test_every_answer_and_link_comes_back(given_answers):
    answers = {
        name: {
            "answer": answer,
            "evidence": links,
            **({"reason": "x"} if answer == "not_applicable" else {}),
        }
        for name, (answer, links) in zip(IDS, given_answers, strict=True)
        if answer
    }
    rows = rows_of(
        render_governance_report(assessed(answers), layout("governance-report"), LAYOUTS.symbols)
    )

    for name, (answer, links) in zip(IDS, given_answers, strict=True):
        assert rows[name]["Efterlevet?"] == WORDS[answer]
        if answer and answer != "not_applicable":
            assert said(rows[name]["Dokumentation"]).split() == links


LIGHTS = {"met": "🟢", "partly": "🟡", "unmet": "🔴", "not_applicable": "⚪", None: "🔴"}


@pytest.mark.parametrize("name", ["0.9.2", "2026"])
@given(given_lights=st.lists(st.sampled_from(list(LIGHTS)), min_size=len(IDS), max_size=len(IDS)))
def test_lights_and_counts_agree(name, given_lights):
    lights = {id_: {"light": light} for id_, light in zip(IDS, given_lights, strict=True) if light}
    evaluation = {"evaluated": {"on": "2026-04-01", "by": "Sekretariatet"}, "lights": lights}
    text = render_governance_report(
        assessed({}, evaluation=evaluation), layout("evaluation-report", name), LAYOUTS.symbols
    )
    rows = rows_of(text)

    assert [rows[id_]["Vurdering"] for id_ in IDS] == [LIGHTS[light] for light in given_lights]
    for level in MODEL.levels:
        marks = [rows[c.id]["Vurdering"] for c in MODEL.criteria if c.level == level.id]
        counts = [marks.count(mark) for mark in "🟢🟡🔴⚪"]
        assert f"| {level.name.da} | {' | '.join(map(str, counts))} |" in text
        chart = text.split(f"  title {level.name.da} ({len(marks)} krav)\n")[1].split("```")[0]
        drawn = re.findall(r'"(\w+) (\d+)%" : (\d+)', chart)
        wanted = dict(zip(["Grøn", "Gul", "Rød", "Grå"], counts, strict=True))
        assert {word: int(count) for word, _, count in drawn} == {
            w: n for w, n in wanted.items() if n
        }
        assert [int(count) for *_, count in drawn] == sorted(
            (n for n in counts if n), reverse=True
        )
    assert ("Uden svar eller lys" in text) == (None in given_lights)


def test_colours_go_with_size():
    lights = {id_: {"light": "unmet" if n else "met"} for n, id_ in enumerate(IDS)}
    evaluation = {"evaluated": {"on": "2026-04-01", "by": "Sekretariatet"}, "lights": lights}
    text = render_governance_report(
        assessed({}, evaluation=evaluation), layout("evaluation-report"), LAYOUTS.symbols
    )

    assert '{"themeVariables": {"pie1": "#FF0000", "pie2": "#008000"}}' in text


def test_without_an_evaluation_it_is_a_draft_by_the_rules():
    text = render_governance_report(
        assessed({"R1": {"answer": "partly"}}),
        layout("evaluation-report", "2026"),
        LAYOUTS.symbols,
    )
    rows = rows_of(text)

    assert "**[KLADDE]**" in text
    assert rows["R1"]["Vurdering"] == "🟡"
    assert rows["F1"]["Vurdering"] == "🔴"
    assert rows["F1"]["Vurderingsgrundlag"].startswith(
        "Det fremgår ikke af oplysningerne, om dette er på plads: "
    )
    assert rows["F1"]["Anbefaling"]


def test_facts_go_before_answers():
    facts = {"ownership": {"licence": "LicenseRef-closed"}}
    text = render_governance_report(
        assessed({"F2": {"answer": "met"}}, facts=facts),
        layout("governance-report"),
        LAYOUTS.symbols,
    )

    assert rows_of(text)["F2"]["Efterlevet?"] == "Nej"


def test_levels_that_are_said_are_said_so_that_they_are_found():
    evaluation = {
        "evaluated": {"on": "2026-04-01", "by": "Sekretariatet"},
        "lights": {},
        "recommends": "2",
    }
    one = render_governance_report(
        assessed({}, aims_at="2"), layout("governance-report"), LAYOUTS.symbols
    )
    other = render_governance_report(
        assessed({}, evaluation=evaluation), layout("evaluation-report"), LAYOUTS.symbols
    )

    assert "målsætning er at efterleve niveau 2." in one
    assert "## Anbefaling\n\n**Anbefalet niveau:** niveau 2\n" in other


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_golden(kind, golden_document):
    answers = {
        "R1": {
            "answer": "met",
            "note": "Sparer tid | hver uge",
            "evidence": ["https://os2.eu/produkt/os2eksempel"],
        },
        "R2": {"answer": "not_applicable", "reason": "Der er ingen linjeledelse."},
        "F1": {"answer": "planned", "due": "2026-12-01"},
        "F2": {"answer": "unmet", "explanation": "Licensen er ikke valgt."},
    }
    evaluation = None
    if kind[1] == "0.9.2":
        lights = {
            "R1": {"light": "met", "grounds": "Set i drift."},
            "R2": {"light": "not_applicable", "grounds": "Enig."},
        }
        evaluation = {
            "evaluated": {"on": "2026-04-01", "by": "Sekretariatet"},
            "lights": lights,
            "recommends": "sandkasse",
        }
    assessment = assessed(answers, evaluation=evaluation, aims_at="1")

    golden_document(
        f"export-{kind[0]}-{kind[1]}.md",
        render_governance_report(assessment, layout(*kind), LAYOUTS.symbols),
    )


def test_the_form_says_the_same():
    note = HOSTILE[5]
    answers = {"R1": {"answer": "met", "note": note, "evidence": ["https://os2.eu/x"]}}
    text = render_selfassessment_json(
        assessed(answers, name="</script>"), layout("self-assessment-json"), LAYOUTS.symbols
    )
    values = json.loads(text)

    assert "<" not in text
    assert values["productName"] == "</script>"
    assert values["filledDate"] == "2026-04-30"
    assert [row["id"] for row in values["krav"]] == IDS
    assert values["krav"][0]["efterlevet"] == "Ja"
    assert values["krav"][0]["dokumentation"] == f"{note}\nhttps://os2.eu/x"
    assert values["krav"][1]["efterlevet"] is None


def test_a_layout_may_have_its_own_titles_of_criteria():
    own = layout("governance-report")
    titled = replace(own, file_values={**own.file_values, "titles": {IDS[0]: "Egen *titel*"}})
    text = render_governance_report(assessed({}), titled, LAYOUTS.symbols)

    assert "| Egen &#42;titel&#42; |" in text
    assert MODEL.criteria[1].title.da in text


def test_a_draft_has_its_mark_before_its_title():
    draft = {"declared": {"on": "2026-04-30", "by": "Tovholderen", "draft": True}}

    assert "# [KLADDE] Governancerapport for OS2eksempel" in render_governance_report(
        assessed({}, **draft), layout("governance-report"), LAYOUTS.symbols
    )
