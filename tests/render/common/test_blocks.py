"""Text as plain data: what is built of spans is what was put in, in its order."""

from hypothesis import given
from hypothesis import strategies as st

from os2governance.render.common.blocks import BLANK, Span, TextTable, cell, join_cells, paragraph

spans = st.builds(Span, st.text(max_size=5), st.sampled_from(["", "title", "met"]))
cells = st.lists(spans, max_size=3).map(tuple)


def test_a_text_is_a_span_without_style():
    assert cell("a", Span("b", "title"), "") == (Span("a"), Span("b", "title"), Span(""))


def test_a_paragraph_keeps_its_indents():
    made = paragraph("a", Span("b", "met"), indent=2, hang=4)

    assert (made.spans, made.indent, made.hang) == (cell("a", Span("b", "met")), 2, 4)
    assert paragraph() == BLANK == ((), 0, 0)


def test_a_table_aligns_by_its_cells_alone_unless_asked():
    assert TextTable(()) == ((), 0, 2, ())


@given(st.lists(cells, max_size=4), st.text(max_size=2))
def test_joined_cells_are_the_texts_joined(several, between):
    joined = join_cells(several, between)
    texts = ["".join(span.text for span in each) for each in several]

    assert "".join(span.text for span in joined) == between.join(texts)


@given(st.lists(cells, max_size=4))
def test_joining_keeps_every_style(several):
    styled = [span for each in several for span in each if span.style]

    assert [span for span in join_cells(several, ", ") if span.style] == styled
