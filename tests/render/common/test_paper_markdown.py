"""A paper as Markdown: nothing typed is markup, what was filled in stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pages import HOSTILE

from os2governance.render.common.paper import (
    PaperField,
    PaperHeading,
    PaperList,
    PaperParagraph,
    PaperQuote,
    PaperSubject,
    PaperTable,
)
from os2governance.render.common.paper_fields import read_paper_fields, render_paper_subject
from os2governance.render.common.paper_markdown import render_paper_markdown

READER = MarkdownIt("commonmark").enable("table")


def kinds(paper):
    return [token.type for token in READER.parse(paper)]


def parts(text):
    return [
        PaperHeading(1, text),
        PaperParagraph(text),
        PaperList((text, text)),
        PaperTable(("head", "top"), ((text, text), (text, text))),
    ]


KINDS = kinds(render_paper_markdown(parts("x"), {}))


@given(st.text(min_size=1, max_size=20).map(lambda text: f"x{text}") | st.just(HOSTILE))
def test_what_is_typed_changes_no_structure(text):
    assert kinds(render_paper_markdown(parts(text), {})) == KINDS


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (PaperSubject("tool"), f"{render_paper_subject('tool')}\n"),
        (PaperHeading(3, "a"), "### a\n"),
        (PaperHeading(2, "a", annex=True), "---\n\n## a\n"),
        (PaperParagraph("a|b"), "a\\|b\n"),
        (PaperQuote("a|b\n\n- c"), "> a\\|b\n>\n> \\- c\n"),
        (PaperList(("a", "b")), "- a\n- b\n"),
        (PaperTable(("h", "i"), (("a", "b"),)), "| h | i |\n| --- | --- |\n| a | b |\n"),
    ],
)
def test_each_part(part, text):
    assert render_paper_markdown([part], {}) == text


@given(st.text(min_size=1, max_size=30) | st.just(HOSTILE))
def test_a_quote_is_only_paragraphs_in_a_quote(text):
    said = kinds(render_paper_markdown([PaperQuote(f"x{text}")], {}))

    assert set(said) == {
        "blockquote_open", "paragraph_open", "inline", "paragraph_close", "blockquote_close",
    }  # fmt: skip


def test_what_was_filled_in_stays_and_a_prompt_stands_for_what_was_not():
    fields = [PaperField("judgement", "Write here"), PaperField("dialogue", "Or here")]
    kept = {"judgement": "Our *own* words,\n\nand <b>more</b>"}
    paper = render_paper_markdown(fields, kept)

    assert read_paper_fields(paper) == kept
    assert render_paper_markdown(fields, read_paper_fields(paper)) == paper
