"""A paper as plain parts: headings, paragraphs, lists, tables, fields to fill in."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from os2governance.i18n.text import Language, _


class PaperSubject(NamedTuple):
    """The subject of the paper, which keeps it from replacing a paper on another one."""

    subject: str


class PaperHeading(NamedTuple):
    """A heading; level 1 is the paper's title. With `annex` it begins a new page."""

    level: int
    text: str
    annex: bool = False


class PaperParagraph(NamedTuple):
    """A paragraph."""

    text: str


class PaperQuote(NamedTuple):
    """Words of somebody else, quoted; an empty line in them begins a new paragraph."""

    text: str

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs that are not empty."""
        lines = self.text.replace("\r\n", "\n").strip().split("\n")
        blocks, block = [], list[str]()
        for line in [*lines, ""]:
            if line.strip():
                block.append(line.strip())
            elif block:
                blocks.append(" ".join(block))
                block = []
        return blocks


class PaperList(NamedTuple):
    """A list, numbered or not."""

    items: tuple[str, ...]
    numbered: bool = False


class PaperSlot(NamedTuple):
    """A text within a cell or a line that people may change; theirs is kept as in a field."""

    key: str
    text: str


PaperCell = str | PaperSlot


class PaperTable(NamedTuple):
    """A table."""

    head: tuple[str, ...]
    rows: tuple[tuple[PaperCell, ...], ...]


class PaperFrame(NamedTuple):
    """The head of a paper: what it is, for whom and by whom, a line each with its label."""

    rows: tuple[tuple[str, PaperCell], ...]


class PaperField(NamedTuple):
    """A field that people fill in, or whose offered `parts` they may change.

    What they wrote is kept when the paper is regenerated; what was only offered is offered anew.
    """

    key: str
    prompt: str = ""
    parts: "tuple[PaperParagraph | PaperQuote | PaperList, ...]" = ()


PaperPart = (
    PaperSubject
    | PaperHeading
    | PaperFrame
    | PaperParagraph
    | PaperQuote
    | PaperList
    | PaperTable
    | PaperField
)


def list_paper_keys(parts: Iterable[PaperPart]) -> list[str]:
    """The keys of the fields and slots of a paper, in its order."""
    return [each.key for part in parts for each in _list_editable(part)]


def _list_editable(part: PaperPart) -> Iterator[PaperField | PaperSlot]:
    if isinstance(part, PaperField):
        yield part
    elif isinstance(part, PaperTable | PaperFrame):
        yield from (cell for row in part.rows for cell in row if isinstance(cell, PaperSlot))


_LEFT_OVER = _("Texts from an earlier paper that have no place in this one")


def add_left_over(
    parts: Iterable[PaperPart], kept: Mapping[str, str], language: Language
) -> list[PaperPart]:
    """The parts, and at the end a field for each kept text that none of them has a place for."""
    found = list(parts)
    known = set(list_paper_keys(found))
    left = [key for key in kept if key not in known]
    if left:
        found.append(PaperHeading(2, _LEFT_OVER.render(language)))
        found += [PaperField(key) for key in left]
    return found
