"""The paper for the steering group: short, whole, inert."""

from datetime import date

import pytest
from folders import criterion, write_model, write_product
from hypothesis import given
from hypothesis import strategies as st

from os2governance import assess, load_model, load_product
from os2governance.analysis.forecast import find_turning_points
from os2governance.analysis.plan import build_plan
from os2governance.i18n.date_words import format_day
from os2governance.render.common.paper import PaperParagraph, PaperTable
from os2governance.render.common.paper_html import render_paper_html
from os2governance.render.common.paper_markdown import render_paper_markdown
from os2governance.render.plan.paper import MAX_ROWS, build_plan_paper

AS_OF = date(2026, 5, 1)
TEXTS = {"da": "Gør det nu", "en": "Do it now"}


def parts_of(folder, criteria, language="da", **declared):
    model = load_model(write_model(folder, criteria))
    product = load_product(write_product(folder, **declared), model)
    assessment = assess(product, model, as_of=AS_OF)
    turns = tuple(find_turning_points(assessment, date(2027, 5, 1)))
    return list(build_plan_paper(build_plan(assessment), turns, language))


def test_more_criteria_than_fit_are_named(tmp_path):
    many = [
        criterion(f"C{n}", "low", {"fact": "open", "equals": True}, remedy=TEXTS)
        for n in range(MAX_ROWS + 3)
    ]
    parts = parts_of(tmp_path, many)

    rows = [part for part in parts if isinstance(part, PaperTable)][-1].rows
    assert [row[1] for row in rows] == [f"C{n} (low)" for n in range(MAX_ROWS)]
    assert rows[0][0] == "Ejeren"
    assert "Gør det nu" in rows[0][2]
    assert PaperParagraph("Desuden: C14, C15 og C16.") in parts


def test_tasks_and_questions_share_the_page_each_in_a_table_of_its_own(tmp_path):
    stops = [criterion(f"A{n}", "low", {"fact": "open", "equals": True}) for n in range(3)]
    opens = [criterion(f"B{n}", "low", {"fact": "licence", "present": True}) for n in range(12)]
    parts = parts_of(tmp_path, [*stops, *opens], facts={"open": False})

    tables = [part for part in parts if isinstance(part, PaperTable)][1:]
    assert [len(table.rows) for table in tables] == [3, MAX_ROWS - 3]
    assert PaperParagraph("Desuden: B11.") in parts


def test_accepted_deviations_come_before_the_tasks(tmp_path):
    accepted = {
        "on": "2026-02-03", "decision": "place", "level": "low", "by": "board", "grounds": "Ja",
        "accepts": {"C": {"until": "2027-04-01", "grounds": "Nej", "action": "Vi åbner koden", "responsible": "owner"}},
    }  # fmt: skip
    rule = {"fact": "open", "equals": True}
    parts = parts_of(
        tmp_path, [criterion("C", "low", rule)], facts={"open": False}, decisions=[accepted]
    )
    said = render_paper_markdown(parts, {})

    for each in ("3. februar 2026", "1. april 2027", "Vi åbner koden", "Lovet af ejeren"):
        assert each in said
    assert said.index("Accepterede afvigelser") < said.index("| Ejeren |")


@pytest.mark.parametrize(
    ("language", "falls"), [("da", "Ellers falder"), ("en", "Otherwise the level")]
)
def test_what_runs_out_is_said_with_its_last_day_and_what_falls(tmp_path, language, falls):
    meets = criterion("MEETS", "low", {"fact": "group.met_on", "within": "12 months"})
    facts = {"group": {"met_on": "2025-06-01"}}
    parts = parts_of(tmp_path, [meets], language, facts=facts)

    said = render_paper_markdown(parts, {})
    [*_, renewals] = [part for part in parts if isinstance(part, PaperTable)]
    assert renewals.rows[0][0] == format_day(date(2026, 6, 1), language)
    assert format_day(date(2025, 6, 1), language) in said
    assert falls in said


def test_nothing_missing_is_said_in_a_sentence(tmp_path):
    parts = parts_of(
        tmp_path, [criterion("C", "high", {"fact": "open", "equals": True})], facts={"open": True}
    )

    assert PaperParagraph("high er nået.") in parts
    assert not any(isinstance(part, PaperTable) and part.head[0] == "Hvem" for part in parts)


def test_the_page_says_its_language(tmp_path):
    parts = parts_of(tmp_path, [criterion("C", "low", {"fact": "open", "equals": True})], "en")

    assert '<html lang="en">' in render_paper_html(parts, {}, "en")


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip))
def test_hostile_names_are_inert(tmp_path_factory, name):
    criteria = [criterion("C", "low", {"fact": "open", "equals": True})]
    parts = parts_of(tmp_path_factory.mktemp("paper"), criteria, name=f"<script>{name}")

    page = render_paper_html(parts, {})
    assert "<script" not in page
    assert all(letter.isprintable() or letter in "\n\xa0" for letter in page)
    assert "<script" not in render_paper_markdown(parts, {}).replace("\\<", "")
