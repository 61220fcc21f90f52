"""The decision log as Markdown: a table for each year, in which nothing typed is markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from log_entries import ENTRY, NAMELESS, entry
from markdown_it import MarkdownIt
from pages import BOTH, HOSTILE

from os2governance.render.decisions.log_labels import COLUMNS, NO_DECISIONS, TITLE
from os2governance.render.decisions.log_markdown import render_log_markdown

READER = MarkdownIt("commonmark").enable("table")


def kinds(text):
    return [token.type for token in READER.parse(text)]


@pytest.mark.parametrize("language", BOTH)
def test_each_year_has_its_table_with_a_row_for_each_decision(language):
    said = render_log_markdown({2026: [ENTRY, NAMELESS], 2025: [ENTRY]}, language)

    assert said.startswith(f"# {TITLE.render(language)}\n")
    assert [line for line in said.splitlines() if line.startswith("## ")] == ["## 2026", "## 2025"]
    assert kinds(said).count("table_open") == 2
    assert kinds(said).count("tr_open") == 2 + 3
    assert all(f"| {text.render(language)} |" in said for text in COLUMNS)


typed = st.text(min_size=1, max_size=12).map(lambda text: f"x{text}") | st.just(HOSTILE)


@given(typed)
def test_what_was_typed_makes_no_row_cell_or_heading(text):
    hostile = entry(name=text, rationale=text, reference=text, by=text)

    assert kinds(render_log_markdown({2026: [hostile]}, "da")) == kinds(
        render_log_markdown({2026: [ENTRY]}, "da")
    )


@pytest.mark.parametrize("language", BOTH)
def test_no_decisions_are_said(language):
    assert render_log_markdown({}, language).endswith(f"\n{NO_DECISIONS.render(language)}\n")
    assert NO_DECISIONS.render(language) not in render_log_markdown({2026: [ENTRY]}, language)


def test_a_web_address_is_a_link():
    assert "| <https://e.example/7> |" in render_log_markdown({2026: [ENTRY]}, "en")
