"""People's texts in Markdown: nothing in them has a meaning, and all of them is read back."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from os2governance.exchange.write.escape import (
    escape_address,
    escape_cell,
    escape_inline,
    escape_paragraphs,
    is_web_link,
)

TEXT = st.text(max_size=40) | st.text(alphabet="a_*[]()<>|`\\#&{}$~^!-+:/. \n", max_size=40)
PARSER = MarkdownIt("commonmark").enable("table")


@given(TEXT)
def test_a_text_inside_a_line_is_nothing_but_text(text):
    said = escape_inline(text)
    rendered = PARSER.renderInline(f"x {said} x")

    assert "\n" not in said
    assert "|" not in said
    assert re.search("<[a-z]", rendered) is None


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=40))
def test_what_can_be_printed_comes_back(text):
    assert html.unescape(escape_inline(text)) == " ".join(text.split())


@given(TEXT)
def test_a_cell_stays_one_cell(text):
    said = escape_cell(text)
    tokens = PARSER.parse(f"| a |\n|---|\n| {said} |\n")

    assert "\n" not in said
    assert [token.type for token in tokens].count("td_open") == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a\nb", "a<br/>b"),
        ("snake_case", "snake_case"),
        ("se https://a.dk/x_y.", "se https://a.dk/x_y."),
        ("(https://a.dk)", "(https://a.dk)"),
        ("\u202ex", "&#8238;x"),
        ("a\x1b[31mb", "a\ufffd&#91;31mb"),
        ("{{ x }}", "&#123;&#123; x &#125;&#125;"),
        ("", ""),
    ],
)
def test_cells(text, said):
    assert escape_cell(text) == said


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("https://a.dk/x", "https://a.dk/x"),
        ("https://a.dk/x.", "[https://a.dk/x.](<https://a.dk/x.>)"),
        ("https://a.dk/?a=1&b=2", "[https://a.dk/?a=1&#38;b=2](<https://a.dk/?a=1&amp;b=2>)"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://a.dk/ x", "https://a.dk/ x"),
        ("<b>", "&#60;b&#62;"),
    ],
)
def test_addresses(link, said):
    assert escape_address(link) == said


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://a.dk", True), ("http://a.dk:80/x?y#z", True), ("https://[::1", False),
        ("ftp://a.dk", False), ("https://", False), ("https://a.dk/a b", False),
        ("https://a.dk/\u202e", False), ("javascript:https://a.dk", False), ("", False),
    ],
)  # fmt: skip
def test_what_a_web_address_is(text, is_one):
    assert is_web_link(text) is is_one


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Et.\n\nTo.", "Et.\n\nTo."), ("- et\n- *to*", "- et\n- &#42;to&#42;"), ("# nej", "&#35; nej"),
        ("---", "&#45;--"), ("a | b", "a &#124; b"), ("- ", "&#45;"), ("", ""),
    ],
)  # fmt: skip
def test_paragraphs_keep_their_breaks_and_lists_and_nothing_else(text, written):
    assert escape_paragraphs(text) == written
