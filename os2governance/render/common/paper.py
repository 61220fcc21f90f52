"""A paper as plain parts: headings, paragraphs, lists, tables, places to fill in."""

from typing import NamedTuple


class About(NamedTuple):
    """What the paper is about, so that it is not put in the place of another."""

    subject: str


class Heading(NamedTuple):
    """A heading; 1 is the paper's own. An `annex` begins a new page."""

    level: int
    text: str
    annex: bool = False


class Said(NamedTuple):
    """A paragraph."""

    text: str


class Bullets(NamedTuple):
    """A list."""

    items: tuple[str, ...]


class Rows(NamedTuple):
    """A table."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Fill(NamedTuple):
    """A place that only a person can fill in; its text is kept when the paper is made anew."""

    key: str
    prompt: str


Part = About | Heading | Said | Bullets | Rows | Fill
