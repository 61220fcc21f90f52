"""The plan for a level, as text."""

import re
from datetime import date
from pathlib import Path

import pytest
from folders import criterion
from pages import BOTH, HOSTILE, LICENCE, OPEN, TITLE, TODAY, assessed, lines, loaded

from os2governance.analysis.plan import build_plan
from os2governance.render.common.actions import render_action_blocks
from os2governance.render.common.levels import render_footer
from os2governance.render.plan.frame import render_start, render_summary, render_title
from os2governance.render.plan.text import render_plan_blocks
from os2governance.workflows.context import Context
from os2governance.workflows.plan import plan_product

CRITERIA = [
    criterion("A", "low", OPEN, title=TITLE),
    criterion("B", "low", {"all": [OPEN, LICENCE]}),
    {**criterion("C", "low", LICENCE), "responsible": "board"},
]


def planned(folder, criteria=CRITERIA, level=None, **product):
    return build_plan(assessed(folder, loaded(folder, criteria), **product), level)


def page(plan, language="en"):
    return lines(render_plan_blocks(plan, language))


@pytest.mark.parametrize("language", BOTH)
def test_what_stops_is_told_by_role_before_what_is_not_answered(tmp_path, language):
    plan = planned(tmp_path, facts={"open": False})
    said = page(plan, language)
    tasks, questions = {
        "da": ["Opgaver for ejeren", "Besvares af bestyrelsen"],
        "en": ["Tasks for the owner", "To be answered by the board"],
    }[language]

    assert said.index(tasks) < said.index(questions)
    task = f"A {TITLE[language]} · low"
    assert [task in line for line in said[said.index(tasks) :]].count(True) == 1
    for action in plan.actions:
        assert set(lines(render_action_blocks(action, language, 4))) <= set(said)
    assert said[-1] == lines([render_footer(["small/1"], TODAY, language)])[0]


@pytest.mark.parametrize("language", BOTH)
def test_the_page_begins_with_the_frame_and_where_to_start(tmp_path, language):
    plan = planned(tmp_path, facts={"licence": "MIT"})
    said = page(plan, language)

    assert said[0] == render_title(plan, language)
    assert said[2] == render_summary(plan, language)
    assert said[5].startswith(render_start(plan.start, language).sentence)
    assert "A" in said[5]
    assert "B" in said[5]


@pytest.mark.parametrize("language", BOTH)
def test_who_helps_stands_beside_who_is_responsible(tmp_path, language):
    plan = planned(tmp_path, [{**criterion("A", "low", OPEN), "helps": ["board"]}])
    helped = {"da": "med hjælp fra bestyrelsen", "en": "with help from the board"}[language]

    assert any(line.endswith(f"A · low · {helped}") for line in page(plan, language))


@pytest.mark.parametrize("language", BOTH)
def test_reached_with_reservations_and_fully_are_told_apart(tmp_path, language):
    criteria = [criterion("A", "low", OPEN, partly=LICENCE)]
    full = planned(tmp_path / "1", criteria, "high", facts={"open": True})
    partly = {"open": False, "licence": "MIT"}
    reserved = planned(tmp_path / "2", criteria, "high", facts=partly)

    assert page(full, language)[2] != page(reserved, language)[2]
    assert len(page(full, language)) == 5
    assert any("A · low" in line for line in page(reserved, language))


def test_a_criterion_without_anybody_responsible_is_planned_too(tmp_path):
    nobody = criterion("A", "low", OPEN)
    del nobody["responsible"]
    said = page(planned(tmp_path, [nobody]))

    assert any("A · low" in line for line in said)
    assert "" not in [line for n, line in enumerate(said) if n and said[n - 1] == ""]


def test_a_hostile_name_takes_no_more_lines(tmp_path):
    usual, hostile = planned(tmp_path / "1"), planned(tmp_path / "2", name=HOSTILE)

    assert len(page(usual)) == len(page(hostile))
    assert page(hostile)[0].startswith(HOSTILE)


# -- the products that ship -----------------------------------------------------------------------

ROOT = Path(__file__).parents[3]
PRODUCTS = sorted(file.parent for file in (ROOT / "products").glob("*/product.yaml"))


def sentences(plan, language):
    """What the page says, but for the file's name, and the faint keys beside the sentences."""
    for block in render_plan_blocks(plan, language):
        spans = getattr(block, "spans", ())
        yield "".join(span.text for span in spans if span.style != "faint")


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("folder", PRODUCTS, ids=lambda folder: folder.name)
def test_no_sentence_of_a_shipped_plan_holds_a_key(folder, language):
    for level in (None, "3"):
        plan, _ = plan_product(
            str(folder), level, Context(as_of=date(2026, 10, 1), language=language)
        )
        for said in sentences(plan, language):
            for shown in (
                r"\w+\.\w+_\w+",
                r"\[\d+\]",
                "answers",
                "yaml",
                "`",
                r"\{",
                "None",
                "null",
            ):
                assert not re.search(shown, re.sub(r"https?://\S+", "", said)), said
            assert not re.search(r"\b[a-z]+_[a-z]+\b", re.sub(r"https?://\S+", "", said)), said
            assert ".." not in said
