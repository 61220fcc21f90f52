"""Text as plain data: spans with a style, in paragraphs and tables.

A renderer states the structure; page width and encoding are known only at layout.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A piece of text; `style` names its appearance, such as `title` or `met`."""

    text: str
    style: str = ""


Cell = tuple[Span, ...]

DASH = "\N{EN DASH}"
NBSP = "\N{NO-BREAK SPACE}"
"""A space at which no line is broken."""


class Paragraph(NamedTuple):
    """Text that is wrapped to the page width; further lines are indented by `hang`."""

    spans: tuple[Span, ...] = ()
    indent: int = 0
    hang: int = 0


class TextTable(NamedTuple):
    """Rows of cells in aligned columns.

    `minimum` are minimum column widths, which align several tables; they yield on a narrow page.
    """

    rows: tuple[tuple[Cell, ...], ...]
    indent: int = 0
    gap: int = 2
    minimum: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Excerpt:
    """A line of a file with its number, and marks below the `length` letters from `start` on.

    Of a long line, the part around the marks is shown.
    """

    line: str
    number: int
    start: int
    length: int
    style: str
    indent: int = 0


Block = Paragraph | TextTable
PrintableBlock = Block | Excerpt
BLANK = Paragraph()


def cell(*parts: str | Span) -> Cell:
    """Build a cell, or the spans of a paragraph, from texts and spans."""
    return tuple(part if isinstance(part, Span) else Span(part) for part in parts)


def paragraph(*parts: str | Span, indent: int = 0, hang: int = 0) -> Paragraph:
    """Build a paragraph from texts and spans."""
    return Paragraph(cell(*parts), indent, hang)


def join_cells(cells: Iterable[Cell], between: str) -> Cell:
    """Join cells with a text between."""
    spans: list[Span] = []
    for number, each in enumerate(cells):
        spans += [Span(between), *each] if number else each
    return tuple(spans)
