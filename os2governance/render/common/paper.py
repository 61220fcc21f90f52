"""A paper as plain parts: headings, paragraphs, lists, tables, fields to fill in."""

from typing import NamedTuple


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
    """A list."""

    items: tuple[str, ...]


class PaperTable(NamedTuple):
    """A table."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class PaperField(NamedTuple):
    """A field that only a person can fill in; its text is kept when the paper is regenerated."""

    key: str
    prompt: str


PaperPart = (
    PaperSubject | PaperHeading | PaperParagraph | PaperQuote | PaperList | PaperTable | PaperField
)
