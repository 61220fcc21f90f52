"""Text blocks as HTML, so that pages share their content with the terminal.

All text is passed through `make_inert` and escaped here.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from os2governance.i18n.inert import make_inert
from os2governance.i18n.symbols import STATUS_SYMBOLS, TRUTH_SYMBOLS
from os2governance.i18n.text import Language
from os2governance.render.common.blocks import DASH, NBSP, Block, Cell, Paragraph, Span, TextTable

_TRUTH_VALUES = {"met": True, "unmet": False, "unknown": None}
_TRUTH_WORDS = {name: TRUTH_SYMBOLS[value].word for name, value in _TRUTH_VALUES.items()}
_SYMBOLS = {STATUS_SYMBOLS[name].glyph: name for name in _TRUTH_WORDS}

# Pieces are joined as plain strings, all of them escaped, and marked as HTML once, for speed:
# there are thousands on a page.


@lru_cache(maxsize=64)
def render_html_icon(status: str, label: str) -> Markup:
    """The icon of a status, with an accessible label."""
    said = f'<svg class="i" role="img" aria-label="{_escape_text(label)}">'
    return Markup(f'{said}<use href="#{status}"/></svg>')  # noqa: S704 - escaped above


def _escape_text(said: str) -> str:
    return str(escape(make_inert(said)))


def render_html_link(said: str) -> Markup:
    """A web address as a link; any other text escaped."""
    text = _escape_text(said)
    if is_web_address(said):
        text = f'<a href="{text}" rel="noopener nofollow external">{text}</a>'
    return Markup(text)  # noqa: S704 - escaped above


def is_web_address(said: str) -> bool:
    """Whether a text is a web address that can be shown as a link."""
    if not said.startswith(("https://", "http://")) or make_inert(said) != said or " " in said:
        return False
    try:
        return bool(urlsplit(said).hostname)
    except ValueError:  # such as brackets around an invalid address
        return False


def render_html_spans(cell: Cell, language: Language) -> Markup:
    """A cell as HTML; truth marks become icons, faint and strong keep their styles."""
    return Markup(_join_spans(cell, language))  # noqa: S704 - each span is escaped


def _join_spans(cell: Cell, language: Language) -> str:
    return "".join([_render_span(span, language) for span in cell])


def _render_span(span: Span, language: Language) -> str:
    text, style = span
    if style in _TRUTH_WORDS and _SYMBOLS.get(text.strip().strip(NBSP)) == style:
        return f"{render_html_icon(style, _TRUTH_WORDS[style].render(language))} "
    said = _escape_text(text)
    if style in {"strong", "title"}:
        return f"<b>{said}</b>"
    return f'<span class="{style}">{said}</span>' if style else said


def render_html_outline(blocks: Iterable[Block], language: Language) -> Markup:
    """Paragraphs as nested lists, by their indentation; tables are skipped."""
    return Markup("".join(_render_list_parts(blocks, language)))  # noqa: S704 - each item is escaped


def _render_list_parts(blocks: Iterable[Block], language: Language) -> Iterator[str]:
    depths: list[int] = []
    for block in blocks:
        if isinstance(block, TextTable) or not block.spans:
            continue
        while depths and block.indent < depths[-1]:
            depths.pop()
            yield "</li></ul>"
        if depths and block.indent == depths[-1]:
            yield "</li>"
        else:
            depths.append(block.indent)
            yield '<ul class="outline">'
        yield f"<li>{_render_item(block, language)}"
    yield "</li></ul>" * len(depths)


def _render_item(block: Paragraph, language: Language) -> str:
    first, *rest = block.spans
    bullet = first.text.strip().strip(NBSP) == DASH
    return _join_spans(tuple(rest) if bullet else block.spans, language)
