"""What was typed, in Markdown: read by a reader of Markdown, it is what was typed."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from os2governance.i18n.inert import make_inert
from os2governance.render.common.blocks import NBSP
from os2governance.render.common.markdown import (
    escape_forge_markdown,
    escape_markdown,
    render_inline_code,
    render_link,
)

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARKS = "\\`*_{}[]<>#|~&!$@^-+=.):/ 1wWhHtTpPsS;aæ\n\t\u202e" + NBSP
typed = st.text(st.sampled_from(MARKS) | st.characters(), max_size=40)
HOSTILE = "@all <script>x</script> [a](https://e.org) #12 `b` ![i](x) | * _ ~ \\ &amp; www.e.org"
APART = "\u200b"


def read(markdown):
    """Give the text of what is one paragraph, and nothing else than text."""
    opens, words, closes = READER.parse(markdown)
    assert (opens.type, closes.type) == ("paragraph_open", "paragraph_close")
    assert {each.type for each in words.children} <= {"text", "text_special"}
    return "".join(each.content for each in words.children)


def shown(text):
    return make_inert(text).replace(NBSP, " ").strip()


@given(typed)
@example(HOSTILE)
@example("1. x")
@example("- x")
@example("a\\|b")
def test_a_text_is_read_as_it_was_typed(text):
    wanted = shown(text)
    if wanted:
        assert read(escape_markdown(text)) == wanted
        if APART not in wanted:
            assert read(escape_forge_markdown(text)).replace(APART, "") == wanted
    else:
        assert escape_markdown(text) == escape_forge_markdown(text) == ""


@given(typed)
@example(HOSTILE)
@example("a\\|b")
def test_a_text_stays_in_the_cell_of_a_table(text):
    for made in (escape_markdown(text), escape_forge_markdown(text)):
        tokens = READER.parse(f"| a | b |\n| --- | --- |\n| {made} | x |\n")
        cells = [t for t in tokens if t.type == "inline"][2:]
        assert len(cells) == 2
        assert {each.type for each in cells[0].children} <= {"text", "text_special"}
        assert cells[1].content == "x"


@given(typed)
@example("`")
@example("``a`")
def test_code_is_code_to_its_end(text):
    opens, words, closes = READER.parse(f"a {render_inline_code(text)} b")
    assert (opens.type, closes.type) == ("paragraph_open", "paragraph_close")
    assert [each.type for each in words.children] == ["text", "code_inline", "text"]
    assert words.children[1].content.strip() == shown(text)


@given(typed)
@example(HOSTILE)
def test_in_a_comment_nobody_is_called_and_nothing_is_referred_to(text):
    said = "".join(
        each.content
        for each in READER.parse(escape_forge_markdown(text))[1:2]
        for each in each.children
    )

    assert not re.search(r"[@#][A-Za-z0-9]|https?://|www[.][a-z]", said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("https://a.example/1", "<https://a.example/1>"),
        ("https://a.example/<b>", "https\\://a.example/\\<b\\>"),
        ("javascript:x", "javascript:x"),
        ("www.a.example", "www\\.a.example"),
    ],
)
def test_only_a_plain_web_address_is_a_link(text, said):
    assert render_link(text) == said
