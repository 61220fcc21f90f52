"""Reading pages as a browser would: elements, words, ids."""

from html.parser import HTMLParser
from typing import NamedTuple

ALONE = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}


class Page(NamedTuple):
    """What a page says: its elements (name, attributes), its words, and whether they close."""

    elements: list[tuple[str, dict[str, str | None]]]
    words: str
    unclosed: list[str]

    def all(self, name: str, attribute: str) -> list[str]:
        return [a[attribute] or "" for n, a in self.elements if n == name and attribute in a]

    @property
    def ids(self) -> list[str]:
        return [a["id"] or "" for _, a in self.elements if "id" in a]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in ALONE:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open, tag
        assert self.open[-1] == tag, (self.open[-3:], tag)
        self.open.pop()

    def handle_data(self, data):
        self.words.append(data)


def read_page(text: str) -> Page:
    """Read a page; an element that closes in the wrong place fails."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return Page(reader.elements, " ".join("".join(reader.words).split()), reader.open)
