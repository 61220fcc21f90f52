"""Text blocks as HTML, so that pages share their content with the terminal.

All text is passed through `make_inert` and escaped here.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from os2governance.i18n.symbols import STATUS, TRUTH
from os2governance.i18n.text import Language
from os2governance.render.common.blocks import DASH, GLUE, Block, Cell, Paragraph, Span, Table
from os2governance.render.common.layout import inert

_VALUES = {"met": True, "unmet": False, "unknown": None}
_TRUTH = {name: TRUTH[value].word for name, value in _VALUES.items()}
_MARKS = {STATUS[name].mark: name for name in _TRUTH}

# Pieces are joined as plain strings, all of them escaped, and marked as HTML once, for speed:
# there are thousands on a page.


@lru_cache(maxsize=64)
def icon(status: str, label: str) -> Markup:
    """The icon of a status, with an accessible label."""
    said = (
        f'<svg class="i" role="img" aria-label="{_escaped(label)}"><use href="#{status}"/></svg>'
    )
    return Markup(said)  # noqa: S704 - escaped above


def _escaped(said: str) -> str:
    return str(escape(inert(said)))


def linked(said: str) -> Markup:
    """A web address as a link; any other text escaped."""
    text = _escaped(said)
    if is_address(said):
        text = f'<a href="{text}" rel="noopener nofollow external">{text}</a>'
    return Markup(text)  # noqa: S704 - escaped above


def is_address(said: str) -> bool:
    """Whether a text is a web address that can be shown as a link."""
    if not said.startswith(("https://", "http://")) or inert(said) != said or " " in said:
        return False
    try:
        return bool(urlsplit(said).hostname)
    except ValueError:  # such as brackets around an invalid address
        return False


def spans(cell: Cell, language: Language) -> Markup:
    """A cell as HTML; truth marks become icons, faint and strong keep their styles."""
    return Markup(_joined(cell, language))  # noqa: S704 - each span is escaped


def _joined(cell: Cell, language: Language) -> str:
    return "".join([_span(span, language) for span in cell])


def _span(span: Span, language: Language) -> str:
    text, style = span
    if style in _TRUTH and _MARKS.get(text.strip().strip(GLUE)) == style:
        return f"{icon(style, _TRUTH[style].say(language))} "
    said = _escaped(text)
    if style in {"strong", "title"}:
        return f"<b>{said}</b>"
    return f'<span class="{style}">{said}</span>' if style else said


def outline(blocks: Iterable[Block], language: Language) -> Markup:
    """Paragraphs as nested lists, by their indentation; tables are skipped."""
    return Markup("".join(_outlined(blocks, language)))  # noqa: S704 - each item is escaped


def _outlined(blocks: Iterable[Block], language: Language) -> Iterator[str]:
    depths: list[int] = []
    for block in blocks:
        if isinstance(block, Table) or not block.spans:
            continue
        while depths and block.indent < depths[-1]:
            depths.pop()
            yield "</li></ul>"
        if depths and block.indent == depths[-1]:
            yield "</li>"
        else:
            depths.append(block.indent)
            yield '<ul class="outline">'
        yield f"<li>{_item(block, language)}"
    yield "</li></ul>" * len(depths)


def _item(block: Paragraph, language: Language) -> str:
    first, *rest = block.spans
    bullet = first.text.strip().strip(GLUE) == DASH
    return _joined(tuple(rest) if bullet else block.spans, language)
