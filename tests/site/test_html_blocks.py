"""Text blocks as HTML: whatever is in them is text, and lists are closed."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.render.common.blocks import Paragraph, Span, TextTable
from os2governance.site.html_blocks import (
    is_web_address,
    render_html_icon,
    render_html_link,
    render_html_outline,
    render_html_spans,
)

TEXT = st.text(max_size=20) | st.text(alphabet="<>&\"'/a b", max_size=20)
ALLOWED = {"b", "span", "svg", "use", "a", "ul", "li"}


class Reader(HTMLParser):
    """The elements of a piece of HTML, and those that are open at its end."""

    def __init__(self, text):
        super().__init__()
        self.names, self.open = [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.names.append(tag)
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_startendtag(self, tag, attrs):
        self.names.append(tag)


@given(TEXT, st.sampled_from(["", "strong", "title", "faint", "met", "unknown"]))
def test_a_span_is_never_more_than_its_own_element(text, style):
    found = Reader(str(render_html_spans((Span(text, style),), "da")))

    assert found.open == []
    assert len(found.names) <= 2
    assert set(found.names) <= ALLOWED


@given(st.lists(st.tuples(TEXT, st.integers(0, 3)), max_size=6))
def test_an_outline_is_closed_and_has_an_item_for_each_paragraph(items):
    blocks = [Paragraph((Span(text),), indent) for text, indent in items]
    found = Reader(str(render_html_outline([*blocks, TextTable(()), Paragraph()], "en")))

    assert found.open == []
    assert found.names.count("li") == len(items)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://a.dk/x?y=1", True), ("http://a.dk", True), ("https://", False),
        ("javascript:alert(1)", False), ("https://a.dk/ x", False), ("https://[x", False),
        ("https://a.dk/\u202e", False), (" https://a.dk", False), ("", False),
    ],
)  # fmt: skip
def test_only_a_web_address_is_a_link(text, is_one):
    assert is_web_address(text) is is_one
    assert ("a" in Reader(str(render_html_link(text))).names) is is_one


def test_a_label_cannot_leave_its_attribute():
    assert Reader(str(render_html_icon("met", '"><script>'))).names == ["svg", "use"]
