"""Lines of Markdown: what a reader does not see is not read, and nothing hides by accident."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.documents.text_reader import MAX_BYTES
from os2governance.exchange.read.markdown import decode_text, read_markdown


def shown(text):
    source, findings = read_markdown(text.encode(), "r.md")
    return [line for _, line in source.list_shown_lines()], [
        (found.code, found.location.line) for found in findings
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\nb", ["a", "b"]),
        ("a\r\nb\rc", ["a", "b", "c"]),
        ("a\n```\nb\n```\nc", ["a", "c"]),
        ("a\n~~~ x\n```\n~~~\nc", ["a", "c"]),
        ("> ```\n> b\n> ```\nc", ["c"]),
        ("a\n\n<!-- b\n\nb -->\n\nc", ["a", "", "", "c"]),
        ("<b>a</b>", ["<b>a</b>"]),
        ("    a", ["    a"]),
        ("", [""]),
    ],
)
def test_code_and_comments_are_not_shown(text, lines):
    assert shown(text) == (lines, [])


@pytest.mark.parametrize(("text", "line"), [("a\n```\n| R1 |", 2), ("<!-- x\n| R1 |", 1)])
def test_what_is_never_closed_hides_nothing(text, line):
    lines, findings = shown(text)

    assert lines == text.split("\n")
    assert findings == [("import-never-closed", line)]


def test_very_many_that_are_never_closed_come_to_an_end():
    _, findings = shown("<!-- x\n\n" * 40)

    assert 0 < len(findings) <= 40
    assert len({line for _, line in findings}) == len(findings)


def test_a_block_has_its_line_and_its_word():
    source, _ = read_markdown(b"a\n```mermaid x\npie\n```\n", "r.md")

    [block] = source.blocks
    assert (block.line, block.info, block.lines[1:-1]) == (2, "mermaid x", ("pie",))


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        (b"a\n\xc3\xa6b\xff", "not-utf8", 2, 3),
        (b"\xff", "not-utf8", 1, 1),
        (b"a" * (MAX_BYTES + 1), "file-too-large", 0, 0),
    ],
)
def test_what_is_no_text_is_a_finding_with_its_place(data, code, line, column):
    text, [found] = decode_text(data, "r.md")

    assert text is None
    assert (found.code, found.location.line, found.location.column) == (code, line, column)
    assert read_markdown(data, "r.md")[0] is None


def test_a_mark_of_byte_order_and_nul_are_no_text():
    assert decode_text(b"\xef\xbb\xbfa\0b", "r.md") == ("a\ufffdb", [])


@given(st.text(alphabet="`~<!->ab \n|", max_size=80))
def test_every_line_is_shown_or_hidden_in_its_place(text):
    source, findings = read_markdown(text.encode(), "r.md")

    numbers = [number for number, _ in source.list_shown_lines()]
    assert sorted([*numbers, *source.hidden]) == list(range(1, text.count("\n") + 2))
    assert all(source.lines[number - 1] == text.split("\n")[number - 1] for number in numbers)
    assert len({found.location.line for found in findings}) == len(findings)
