"""A paper as text for a terminal: the same parts as on the page, in blocks."""

from collections.abc import Iterable, Iterator

from os2governance.render.common.blocks import BLANK, Block, Cell, Span, TextTable, cell, paragraph
from os2governance.render.common.paper import (
    PaperCell,
    PaperHeading,
    PaperList,
    PaperParagraph,
    PaperPart,
    PaperQuote,
    PaperSlot,
    PaperTable,
)


def render_paper_blocks(paper: Iterable[PaperPart]) -> Iterator[Block]:
    """Render the parts of a paper that are read; fields and comments are for the page alone."""
    for number, part in enumerate(paper):
        match part:
            case PaperHeading():
                if number:
                    yield BLANK
                yield paragraph(Span(part.text, "title" if part.level < 3 else "strong"))  # noqa: PLR2004
            case PaperParagraph():
                yield paragraph(part.text, indent=2)
            case PaperQuote():
                yield from (paragraph(each, indent=4) for each in part.paragraphs)
            case PaperList():
                yield from (paragraph(f"- {each}", indent=2, hang=2) for each in part.items)
            case PaperTable():
                yield TextTable((_render_head(part.head), *map(_render_row, part.rows)), indent=2)
            case _:
                pass


def _render_head(cells: tuple[str, ...]) -> tuple[Cell, ...]:
    return tuple(cell(Span(each, "faint")) for each in cells)


def _render_row(cells: tuple[PaperCell, ...]) -> tuple[Cell, ...]:
    return tuple(cell(each.text if isinstance(each, PaperSlot) else each) for each in cells)
