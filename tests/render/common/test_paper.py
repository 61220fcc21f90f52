"""The parts of a paper are told apart, and both formats tell every one of them."""

import typing

import pytest

from os2governance.render.common import paper
from os2governance.render.common.paper_fields import read_paper_fields
from os2governance.render.common.paper_html import render_paper_html
from os2governance.render.common.paper_markdown import render_paper_markdown

TITLE = paper.PaperHeading(1, "Title")
SLOT = paper.PaperSlot("meeting", "When")
PARTS = {
    paper.PaperSubject: paper.PaperSubject("tool"),
    paper.PaperHeading: paper.PaperHeading(2, "Under", annex=True),
    paper.PaperParagraph: paper.PaperParagraph("Said"),
    paper.PaperQuote: paper.PaperQuote("Quoted"),
    paper.PaperList: paper.PaperList(("One", "Other")),
    paper.PaperTable: paper.PaperTable(("Head", "Top"), (("Cell", "Next"),)),
    paper.PaperFrame: paper.PaperFrame((("Label", "Value"), ("Meeting", SLOT))),
    paper.PaperField: paper.PaperField("judgement", "Prompt"),
}


def test_each_kind_of_part_is_among_these():
    assert set(typing.get_args(paper.PaperPart)) == set(PARTS)


@pytest.mark.parametrize("part", PARTS.values(), ids=lambda part: type(part).__name__)
@pytest.mark.parametrize("render", [render_paper_html, render_paper_markdown])
def test_each_format_tells_the_words_of_each_part(part, render):
    without, whole = render([TITLE], {}), render([TITLE, part], {})
    words = [each for each in _texts(part) if each not in {"judgement", "meeting"}]

    assert all(word in whole for word in words)
    assert not any(word in without for word in words)


def _texts(part):
    for each in part:
        if isinstance(each, str):
            yield each
        elif isinstance(each, tuple):
            yield from _texts(each)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("one", ["one"]),
        ("one\ntwo", ["one two"]),
        ("one\n\n \n two \r\n\r\nthree\n", ["one", "two", "three"]),
        (" \n", []),
    ],
)
def test_a_quote_has_the_paragraphs_of_what_was_written(text, paragraphs):
    assert paper.PaperQuote(text).paragraphs == paragraphs


def test_what_people_may_change_is_in_fields_cells_and_the_head():
    table = paper.PaperTable(("Head",), ((paper.PaperSlot("cell", "x"),), ("y",)))
    parts = [TITLE, PARTS[paper.PaperFrame], table, PARTS[paper.PaperField]]

    assert paper.list_paper_keys(parts) == ["meeting", "cell", "judgement"]


@pytest.mark.parametrize("render", [render_paper_html, render_paper_markdown])
def test_a_kept_text_that_has_no_place_any_more_is_put_at_the_end(render):
    known, gone = {"judgement": "Mine"}, {"until.X": "Soon"}
    parts = [TITLE, PARTS[paper.PaperField]]

    assert read_paper_fields(render(parts, known | gone)) == known | gone
    assert len(paper.add_left_over(parts, known, "da")) == len(parts)


@pytest.mark.parametrize("render", [render_paper_html, render_paper_markdown])
def test_what_is_offered_is_offered_anew_and_what_is_changed_is_kept(render):
    def offer(text):
        parts = (paper.PaperParagraph(text), paper.PaperList((text,), numbered=True))
        cells = paper.PaperTable(("Head",), ((paper.PaperSlot("cell", text),),))
        return [TITLE, paper.PaperField("field", parts=parts), cells]

    first = render(offer("First"), {})
    changed = first.replace("First", "Ours")

    assert read_paper_fields(first) == {}
    assert render(offer("Second"), read_paper_fields(first)) == render(offer("Second"), {})
    again = render(offer("Second"), read_paper_fields(changed))
    assert set(read_paper_fields(changed)) == {"field", "cell"}
    assert read_paper_fields(again) == read_paper_fields(changed)


def test_a_heading_begins_no_page_unless_asked():
    assert TITLE.annex is False
