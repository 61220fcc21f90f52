"""The text of a table cell, and the links in it: Markdown, HTML or bare.

A maintained parser (markdown-it) reads the inline content: links, emphasis, entities, code. It is
passed one cell at a time, so that nothing in a cell can extend beyond it. A cell that is longer
than any written by people is taken verbatim, with its bare links.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MAX_PARSED_LENGTH = 20_000
_BARE_LINK = (
    r"https?://[^\s<>\"'|\\^`{}\[\]]+"
    r"|\bwww\.[^\s<>\"'|\\^`{}\[\]()]+"
    r"|\b(?:[a-z0-9-]{1,63}\.){1,4}(?:dk|eu|com|org|net|io|at)/[^\s<>\"'|\\^`{}\[\]()]+"
)
_MAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
_BREAKS = ("<br", "</p", "</li", "</div", "<p")


class CellText(NamedTuple):
    """The content of a cell: its text without markup, and its distinct links."""

    text: str
    links: tuple[str, ...]

    @property
    def own_text(self) -> str:
        """The lines of the text with more than links, which are stored separately."""
        links = sorted(self.links, key=len, reverse=True)
        return _normalise_space(
            "\n".join(line for line in self.text.split("\n") if _has_own_words(line, links))
        )


def _has_own_words(line: str, links: Sequence[str]) -> bool:
    """Whether a line contains more than its links; an empty line separates others."""
    rest = line
    for link in links:
        rest = rest.replace(link, " ")
    return rest == line or re.search(r"\w", rest) is not None


def read_cell(cell: str, mail_left_out: str) -> CellText:
    """Read a cell; mail addresses are replaced by `mail_left_out`."""
    if len(cell) > MAX_PARSED_LENGTH:
        pieces, links = [cell], list[str]()
    else:
        links = []
        pieces = list(_split_pieces(cell, links))
    text = _normalise_space("".join(pieces))
    links += _find_bare_links(text)
    text = re.sub(_MAIL, mail_left_out, text)
    web = (link for link in links if not re.search(r"^mailto:|^[^/]*@", link))
    return CellText(text, tuple(dict.fromkeys(web)))


@lru_cache(maxsize=1)
def _load_parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - needed only for the exchange

    return MarkdownIt("commonmark", {"maxNesting": 20})


def _split_pieces(cell: str, links: list[str]) -> Iterator[str]:
    """Yield the pieces of text in a cell; links are appended in the order of their start."""
    if not re.search(r"[\[<*_&`\\!]", cell):
        yield cell
        return
    for token in _load_parser().parseInline(cell)[0].children or ():
        yield _read_token(token, links)


def _read_token(token: "Token", links: list[str]) -> str:
    match token.type:
        case "link_open":
            links.append(str(token.attrs.get("href", "")))
        case "image":
            links.append(str(token.attrs.get("src", "")))
            return token.content
        case "html_inline":
            reader = _TagReader()
            reader.feed(token.content)
            links += reader.links
            return "\n" if token.content.lower().startswith(_BREAKS) else ""
        case "softbreak" | "hardbreak":
            return "\n"
        case _:
            return token.content if token.type in {"text", "code_inline", "text_special"} else ""
    return ""


class _TagReader(HTMLParser):
    """Reads the address in one tag."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Store the address of a link."""
        del tag
        self.links += [value for name, value in attrs if name in {"href", "src"} and value]


def _find_bare_links(text: str) -> Iterator[str]:
    for found in re.finditer(_BARE_LINK, text, re.IGNORECASE):
        link = found.group().rstrip(".,;:!?*_")
        while link.endswith(")") and link.count(")") > link.count("("):
            link = link[:-1].rstrip(".,;:!?*_")
        yield link


def _normalise_space(text: str) -> str:
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
