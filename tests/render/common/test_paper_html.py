"""A paper as HTML: nothing typed is markup, nothing is fetched, what was filled in stays."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import BOTH, HOSTILE

from os2governance.render.common.paper import (
    PaperField,
    PaperHeading,
    PaperList,
    PaperParagraph,
    PaperQuote,
    PaperSubject,
    PaperTable,
)
from os2governance.render.common.paper_fields import read_paper_fields
from os2governance.render.common.paper_html import LONGEST_WORD, render_paper_html


class _Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.said = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.said.append(data)


def read(page):
    reader = _Tags()
    reader.feed(page)
    return reader


def parts(text):
    return [
        PaperSubject(text),
        PaperHeading(1, text),
        PaperParagraph(text),
        PaperQuote(text.replace("\n", " ") + "x"),
        PaperList((text, text)),
        PaperTable((text,), ((text,),)),
        PaperField("judgement", text),
    ]


TAGS = read(render_paper_html(parts("x"), {})).tags


@given(st.text(min_size=1) | st.just(HOSTILE))
def test_what_is_typed_makes_no_tag(text):
    assert read(render_paper_html(parts(text), {})).tags == TAGS


def test_what_is_typed_is_read_as_it_was():
    said = read(render_paper_html(parts("<b> & 'x' \"y\""), {})).said

    assert said.count("<b> & 'x' \"y\"") == 7


def test_each_paragraph_of_a_quote_is_one():
    page = read(render_paper_html([PaperHeading(1, "x"), PaperQuote("<b>a\n\nc")], {}))

    assert page.tags[-3:] == ["blockquote", "p", "p"]
    assert "<b>a" in page.said


@pytest.mark.parametrize("language", BOTH)
def test_the_page_has_its_language_and_nothing_from_elsewhere(language):
    page = render_paper_html(parts("x"), {}, language)

    assert f'<html lang="{language}">' in page
    assert "default-src 'none'" in page
    assert not re.search(r"(src|href)=|url\(|https?:", page)


def test_what_was_filled_in_stays_as_it_is():
    kept = {"judgement": "<p>Our <em>own</em> words</p>"}
    page = render_paper_html(parts("x"), kept)

    assert read_paper_fields(page) == kept
    assert render_paper_html(parts("x"), read_paper_fields(page)) == page


def test_only_an_annex_begins_a_page():
    page = render_paper_html([PaperHeading(1, "a"), PaperHeading(2, "b", annex=True)], {})

    assert '<h2 class="annex">b</h2>' in page
    assert "<h1>a</h1>" in page


def test_only_what_is_too_long_for_a_column_breaks_within_words():
    word, address = "Produktkoordinatorordningernes", "https://example.org/a/b/c/d/e"
    held, broken = word[:LONGEST_WORD], f"see {address}"
    table = PaperTable(("A", "B"), ((f"{held} {held}", broken),))
    page = render_paper_html([PaperHeading(1, "T"), table], {}, "da")

    assert f"<td>{held} {held}</td>" in page
    assert f'<td class="long">{broken}</td>' in page
