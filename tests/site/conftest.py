"""Sites made once for all tests: of the garden, which is no OS2, and of hostile declarations."""

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from os2governance.cli.main import PROGRAM

GARDEN = Path(__file__).parent.parent / "golden" / "garden"
AS_OF = "2026-05-01"
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


def make_site(out: Path, *arguments: object) -> Path:
    """Make a site; give its folder."""
    given = ["site", *map(str, arguments), "--out", str(out), "--as-of", AS_OF]
    result = CliRunner().invoke(PROGRAM, given)
    assert result.exit_code in {0, 2}, result.output
    return out


@pytest.fixture(scope="session")
def garden_site(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("sites") / "garden"
    return make_site(out, GARDEN / "products", "--criteria", GARDEN / "criteria")


@pytest.fixture(scope="session")
def garden_pages(garden_site) -> dict[str, Page]:
    return {
        file.relative_to(garden_site).as_posix(): read_page(file.read_text(encoding="utf-8"))
        for file in sorted(garden_site.rglob("*.html"))
    }


@pytest.fixture(scope="session")
def garden_assessed() -> dict[str, object]:
    """What `assess` says of the garden, as the site's tests compare with."""
    given = ["assess", GARDEN / "products", "--criteria", GARDEN / "criteria", "--as-of", AS_OF]
    result = CliRunner().invoke(PROGRAM, [*map(str, given), "--format", "json"])
    return json.loads(result.stdout)
