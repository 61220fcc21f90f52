"""The text views' paragraphs as HTML: one truth, two looks.

Everything that is said goes through `inert` and is escaped here.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from os2governance.bilingual import Language
from os2governance.legend import STATUS, TRUTH
from os2governance.views.layout_text import inert
from os2governance.views.styled_text import DASH, GLUE, Block, Cell, Paragraph, Span, Table

_VALUES = {"met": True, "unmet": False, "unknown": None}
_TRUTH = {name: TRUTH[value].word for name, value in _VALUES.items()}
_MARKS = {STATUS[name].mark: name for name in _TRUTH}
_PLAIN = Markup("{}").format
_STYLED = Markup('<span class="{}">{}</span>').format
_STRONG = Markup("<b>{}</b>").format
_ICON = Markup('<svg class="i" role="img" aria-label="{}"><use href="#{}"/></svg>').format
_LINK = Markup('<a href="{}" rel="noopener nofollow external">{}</a>').format


def icon(status: str, label: str) -> Markup:
    """Give the sign of a status as a shape that has a name."""
    return _ICON(label, status)


def text(said: str) -> Markup:
    """Give a text that HTML shows as it is."""
    return escape(inert(said))


def linked(said: str) -> Markup:
    """Give a web address as a link, and any other text as it is."""
    return _LINK(inert(said), inert(said)) if is_address(said) else text(said)


def is_address(said: str) -> bool:
    """Whether a text is an address of the web that can be shown as a link."""
    if not said.startswith(("https://", "http://")) or inert(said) != said or " " in said:
        return False
    try:
        return bool(urlsplit(said).hostname)
    except ValueError:  # such as brackets that hold no address
        return False


def spans(cell: Cell, language: Language) -> Markup:
    """Give a cell; the marks of a rule become shapes, faint and strong keep their looks."""
    return Markup("").join(_span(span, language) for span in cell)


def _span(span: Span, language: Language) -> Markup:
    status = _MARKS.get(span.text.strip().strip(GLUE))
    if status is not None and status == span.style:
        return Markup("{} ").format(icon(status, _TRUTH[status].say(language)))
    said = text(span.text)
    if span.style in {"strong", "title"}:
        return _STRONG(said)
    return _STYLED(span.style, said) if span.style else _PLAIN(said)


def outline(blocks: Iterable[Block], language: Language) -> Markup:
    """Give paragraphs as lists in lists, by how deep they stand; tables have no place there."""
    return Markup("").join(_outlined(blocks, language))


def _outlined(blocks: Iterable[Block], language: Language) -> Iterator[Markup]:
    depths: list[int] = []
    for block in blocks:
        if isinstance(block, Table) or not block.spans:
            continue
        while depths and block.indent < depths[-1]:
            depths.pop()
            yield Markup("</li></ul>")
        if depths and block.indent == depths[-1]:
            yield Markup("</li>")
        else:
            depths.append(block.indent)
            yield Markup('<ul class="outline">')
        yield Markup("<li>") + _item(block, language)
    yield Markup("</li></ul>") * len(depths)


def _item(block: Paragraph, language: Language) -> Markup:
    first, *rest = block.spans
    bullet = first.text.strip().strip(GLUE) == DASH
    return spans(tuple(rest) if bullet else block.spans, language)
