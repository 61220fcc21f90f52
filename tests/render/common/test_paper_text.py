"""A paper as text: each part that is read, and none that is for the page alone."""

from pages import lines

from os2governance.render.common.paper import (
    PaperField,
    PaperHeading,
    PaperList,
    PaperParagraph,
    PaperQuote,
    PaperSubject,
    PaperTable,
)
from os2governance.render.common.paper_text import render_paper_blocks


def test_each_part_that_is_read():
    paper = [
        PaperSubject("x"),
        PaperHeading(1, "Title"),
        PaperParagraph("Words."),
        PaperQuote("One\n\nTwo"),
        PaperList(("a", "b")),
        PaperTable(("Head", "Count"), (("Row", "1"),)),
        PaperField("key", "Write here"),
    ]

    assert [line for line in lines(render_paper_blocks(paper)) if line] == [
        "Title",
        "Words.",
        "One",
        "Two",
        "- a",
        "- b",
        "Head | Count",
        "Row | 1",
    ]
