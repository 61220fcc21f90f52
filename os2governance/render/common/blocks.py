"""Text as plain data: spans with a style, in paragraphs and tables.

A view says what belongs together; how wide the page is, and what its letters can be, is known
only when it is laid out.
"""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A piece of text; `style` is a word for its looks, such as `title` or `met`."""

    text: str
    style: str = ""


Cell = tuple[Span, ...]

DASH = "\N{EN DASH}"
GLUE = "\N{NO-BREAK SPACE}"
"""A space at which no line is broken."""


class Paragraph(NamedTuple):
    """Text that runs over as many lines as it takes; further lines begin `hang` deeper."""

    spans: tuple[Span, ...] = ()
    indent: int = 0
    hang: int = 0


class Table(NamedTuple):
    """Rows of cells in aligned columns.

    `minimum` keeps columns of several tables below each other; it gives way on a narrow page.
    """

    rows: tuple[tuple[Cell, ...], ...]
    indent: int = 0
    gap: int = 2
    minimum: tuple[int, ...] = ()


class Excerpt(NamedTuple):
    """A line of a file with its number, and marks below the `length` letters from `start` on.

    Of a long line that part is shown that they are in.
    """

    line: str
    number: int
    start: int
    length: int
    style: str
    indent: int = 0


Block = Paragraph | Table
Shown = Block | Excerpt
BLANK = Paragraph()


def cell(*parts: str | Span) -> Cell:
    """Give a cell, or the spans of a paragraph, of texts and spans."""
    return tuple(part if isinstance(part, Span) else Span(part) for part in parts)


def paragraph(*parts: str | Span, indent: int = 0, hang: int = 0) -> Paragraph:
    """Give a paragraph of texts and spans."""
    return Paragraph(cell(*parts), indent, hang)


def joined(cells: Iterable[Cell], between: str) -> Cell:
    """Put cells in a row, with a text between."""
    spans: list[Span] = []
    for number, each in enumerate(cells):
        spans += [Span(between), *each] if number else each
    return tuple(spans)
