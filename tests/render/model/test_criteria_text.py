"""Models and their criteria, as text, and the facts that a rule asks for."""

import pytest
from folders import criterion
from pages import BOTH, FRESH, LICENCE, OPEN, TITLE, lines, loaded

from os2governance.render.common.blocks import TextTable
from os2governance.render.common.criterion import render_criterion_heading, render_criterion_rows
from os2governance.render.model.criteria_text import (
    list_asked_facts,
    render_criteria_blocks,
    render_full_criterion_blocks,
    render_model_blocks,
)

PAYS = {"fact": "pays", "at_least": 5}
ASKED = [
    (OPEN, ["open"]),
    ({"all": [OPEN, {"not": FRESH}]}, ["open", "group.met_on"]),
    ({"some": {"in": "users", "where": PAYS}}, ["users", "users[].pays"]),
    ({"any": [OPEN, OPEN, LICENCE]}, ["open", "licence"]),
    ({"use": "is_open"}, ["open"]),
]


@pytest.mark.parametrize(("rule", "paths"), ASKED)
def test_the_facts_that_a_rule_asks_for(tmp_path, rule, paths):
    model = loaded(tmp_path, [criterion("A", "low", rule)], conditions={"is_open": OPEN})

    assert list(list_asked_facts(model.by_id["A"])) == paths


def test_what_a_partly_rule_asks_for_is_asked_too(tmp_path):
    model = loaded(tmp_path, [criterion("A", "low", OPEN, partly=LICENCE)])
    asked = list_asked_facts(model.by_id["A"])

    assert {path: title.en for path, title in asked.items()} == {
        "open": "The code is open", "licence": "The licence",
    }  # fmt: skip


@pytest.mark.parametrize("language", BOTH)
def test_a_model_is_a_row(tmp_path, language):
    [row] = lines(render_model_blocks([loaded(tmp_path, published="2026-01-01")], language))

    assert row.split(" | ")[:3] == ["small/1", "small", "2026-01-01"]
    assert row.split(" | ")[3].startswith("2 ")


@pytest.mark.parametrize("language", BOTH)
def test_each_criterion_stands_once_below_its_level(tmp_path, language):
    criteria = [
        criterion("A", "low", OPEN, title=TITLE),
        criterion("B", "high", LICENCE, recommended=True),
        criterion("C", "high", LICENCE),
    ]
    said = lines(render_criteria_blocks(loaded(tmp_path, criteria), language))
    rows = [line for line in said if line.startswith("all | ")]

    assert [line.split(" · ")[0] for line in said if line.startswith(("low", "high"))] == [
        "low", "high",
    ]  # fmt: skip
    assert rows[0] == f"all | A {TITLE[language]}"
    first, second = rows[1].split(" · ")
    assert first.startswith("all | B B (")
    assert second == "C C"


def test_a_source_is_told_where_there_is_one(tmp_path):
    without = lines(render_criteria_blocks(loaded(tmp_path / "1"), "en"))
    source = "https://e.example/model"
    whole = lines(render_criteria_blocks(loaded(tmp_path / "2", source=source), "en"))

    assert whole[: len(without)] == without
    assert whole[-1].endswith(source)


@pytest.mark.parametrize("language", BOTH)
def test_a_criterion_in_full_tells_facts_remedy_and_examples(tmp_path, language):
    remedy = {"da": "Åbn", "en": "Open it"}
    examples = [{"facts": {"open": met}, "expect": "met" if met else "unmet"} for met in (True, False, True)]  # fmt: skip
    one = criterion("A", "low", OPEN, remedy=remedy, examples=examples)
    model = loaded(tmp_path, [one])
    it = model.by_id["A"]
    said = lines(render_full_criterion_blocks(model, [it], language))
    own = lines([TextTable(tuple(render_criterion_rows(model, it, language)))])

    assert said[0] == "".join(s.text for s in render_criterion_heading(model, it, language))
    assert said[1 : 1 + len(own)] == own
    assert [line.split(" | ")[1] for line in said[1 + len(own) :]] == [
        remedy[language],
        f"open {list_asked_facts(it)['open'].render(language)}",
        "2 met, 1 unmet",
    ]
