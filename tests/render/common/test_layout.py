"""Inert text, and lines that keep their width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.i18n.inert import make_inert
from os2governance.render.common.blocks import (
    NBSP,
    Excerpt,
    Paragraph,
    Span,
    TextTable,
    cell,
    paragraph,
)
from os2governance.render.common.layout import build_cleaner, lay_out, measure_width

TEXT = st.text(st.characters(), max_size=60)


def lines(*blocks, width=40):
    return ["".join(span.text for span in line) for line in lay_out(blocks, width)]


@given(TEXT, st.sampled_from(["ascii", "latin-1", "cp1252", "cp850"]))
def test_fitted_text_can_be_written(text, encoding):
    assert (
        build_cleaner(encoding, {"✓": "+"})(text).replace(NBSP, " ").encode(encoding) is not None
    )


def test_letters_that_lack_are_replaced():
    assert build_cleaner("latin-1", {"✓": "+"})("✓ æ ◐") == "+ æ \\u25d0"


def test_a_paragraph_is_broken_at_spaces_and_hangs():
    block = paragraph("one two ", Span("three four", "strong"), " five", indent=2, hang=2)

    assert lines(block, width=24) == ["  one two three four", "    five"]


def test_no_line_is_broken_at_glue():
    assert lines(paragraph(f"aaaaaaaaaaaaaaa bbb{NBSP}ccc"), width=20) == [
        "aaaaaaaaaaaaaaa",
        "bbb ccc",
    ]


def test_an_address_stays_whole():
    address = "https://example.org/" + "a" * 60

    assert lines(paragraph(f"see {address}")) == ["see", address]


def test_neighbours_of_one_style_are_one_span():
    [line] = lay_out([paragraph("a ", "b ", Span("c d", "strong"))], 40)

    assert line == (Span("a b "), Span("c d", "strong"))


def test_columns_stand_in_line():
    table = TextTable(((cell("a"), cell("bb")), (cell("ccc"), cell("d"))), indent=1, gap=1)

    assert lines(table) == [" a   bb", " ccc d"]
    assert lines(table._replace(minimum=(5,))) == [" a     bb", " ccc   d"]


def test_a_wide_table_is_narrowed_between_words_first():
    table = TextTable(((cell("one two three four"), cell("five six seven eight nine")),))
    said = lines(table, width=30)

    assert " ".join(" ".join(said).split()) == "one two three five six seven four eight nine"
    assert max(map(len, said)) <= 30


def test_a_table_that_still_is_too_wide_breaks_words_but_not_in_the_last_column():
    said = lines(TextTable(((cell("x" * 30), cell("y" * 30)),)), width=32)

    assert "".join(said).count("x") == 30
    assert len(said) > 1
    assert said[0].endswith(" " + "y" * 30)


def test_letters_that_are_wide_or_have_no_width_are_measured():
    assert measure_width("日本") == 4
    assert measure_width("e\u0301") == 1
    assert lines(TextTable(((cell("日本"), cell("x")), (cell("abcd"), cell("x"))))) == [
        "日本  x",
        "abcd  x",
    ]


def test_a_row_may_have_fewer_cells():
    assert lines(TextTable(((cell("a"), cell("b")), (cell("c"),)))) == ["a  b", "c"]
    assert lines(TextTable(())) == []


LONG = 8  # a longer word may stand out
BLOCKS = st.one_of(
    st.builds(
        Paragraph,
        st.lists(st.builds(Span, TEXT, st.sampled_from(["", "strong"])), max_size=4).map(tuple),
        st.integers(0, 6),
        st.integers(0, 6),
    ),
    st.builds(
        TextTable,
        st.lists(st.lists(TEXT.map(cell), max_size=4).map(tuple), max_size=4).map(tuple),
        st.integers(0, 6),
        st.integers(1, 3),
    ),
)


@given(BLOCKS, st.integers(40, 120))
def test_words_are_kept_and_lines_keep_their_width(block, width):
    said = lines(block, width=width)
    if isinstance(block, Paragraph):
        spans = block.spans
    else:
        spans = [span for row in block.rows for each in row for span in each]

    typed = "".join(make_inert(span.text) for span in spans)
    assert sorted("".join("".join(said).split())) == sorted("".join(typed.split()))
    for line in said:
        assert line == line.rstrip()
        assert measure_width(line) <= width or max(map(measure_width, line.split())) > LONG


WORDS = st.lists(
    st.sampled_from(
        ["a", "bc", "blåbær", "longerword", "日本", "e\u0301", f"d{NBSP}e", " ", "  "]
    ),
    max_size=12,
).map("".join)
STYLED = st.builds(Span, WORDS, st.sampled_from(["", "strong", "met"]))


@given(st.lists(STYLED, max_size=5), st.integers(20, 40), st.integers(0, 4))
def test_a_line_takes_every_word_that_fits_and_letters_keep_their_style(spans, width, hang):
    laid = list(lay_out([Paragraph(tuple(spans), hang=hang)], width))
    said = ["".join(span.text for span in line) for line in laid]
    words = "".join(span.text for span in spans).split(" ")

    whole = " ".join(word for word in words if word)
    left = whole
    for number, line in enumerate(said):
        own = line[hang:] if number and line else line
        assert left[: len(own)].replace(NBSP, " ") == own
        following = left[len(own) + 1 :].split(" ")[0]
        assert not following or measure_width(f"{line} {following}") > width
        left = left[len(own) + 1 :]
    assert left == ""
    assert _styles(span for line in laid for span in line) == _styles(spans)


def _styles(spans):
    """Give the letters with their styles; spaces come and go."""
    return [
        (letter, span.style) for span in spans for letter in span.text if letter not in f" {NBSP}"
    ]


def test_every_letter_takes_what_it_takes_beside_others():
    beside = "\N{COMBINING ACUTE ACCENT}"
    for letter in map(chr, [*range(0x20, 0x7F), *range(0xA0, 0xD800), *range(0xE000, 0x1FFFF)]):
        assert measure_width(letter) == measure_width(letter + beside)


EXCERPTS = [
    # line, start, length, width, shown
    ("kind: have", 6, 4, 40, ["12 │ kind: have", "   │       ^^^^"]),
    ("a\tb:\u200b", 2, 1, 40, ["12 │ a b:\\u200b", "   │   ^"]),
    ("k: " + "x" * 99, 3, 99, 40, ["12 │ k: " + "x" * 30 + "…", "   │    " + "^" * 30]),
    ("0" * 50 + "here" + "1" * 50, 50, 4, 40,
     ["12 │ …" + "0" * 16 + "here" + "1" * 13 + "…", "   │  " + " " * 16 + "^^^^"]),
    ("日本" * 20, 10, 2, 40, ["12 │ …" + "日本" * 8 + "…", "   │  " + " " * 16 + "^^^^"]),
    ("", 0, 1, 40, ["12 │", "   │ ^"]),
    ("x" * 99, 0, 99, 1, ["12 │ " + "x" * 20 + "…", "   │ " + "^" * 20]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "start", "length", "width", "shown"), EXCERPTS)
def test_an_excerpt_keeps_to_the_page(line, start, length, width, shown):
    assert (
        lines(
            Excerpt(line=line, number=12, start=start, length=length, style="error"), width=width
        )
        == shown
    )


@given(TEXT, st.integers(0, 60), st.integers(0, 60), st.integers(30, 110))
def test_an_excerpt_is_never_wider_than_the_page(text, start, length, width):
    shown = lines(
        Excerpt(
            line=text * 3,
            number=7,
            start=min(start, len(text * 3)),
            length=length,
            style="",
            indent=2,
        ),
        width=width,
    )

    assert len(shown) == 2
    assert [each for each in shown if measure_width(each) > width] == []
    assert shown[1].count("^") >= 1


def test_an_excerpt_where_letters_are_lacking():
    block = Excerpt(line="på: " + "x" * 90, number=1, start=4, length=2, style="")
    clean = build_cleaner("ascii", {"å": "aa", "│": "|", "…": "..."})
    shown = ["".join(span.text for span in line) for line in lay_out([block], 40, clean)]

    assert shown == ["1 | paa: " + "x" * 25 + "...", "  |      ^^"]
