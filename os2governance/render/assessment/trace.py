"""A trace as an indented tree: each condition, its result, the value found and its location."""

from collections.abc import Iterator

from os2governance.i18n.symbols import TRUTH_SYMBOLS
from os2governance.i18n.text import Language, _
from os2governance.render.common.blocks import DASH, NBSP, Block, Cell, Span, paragraph
from os2governance.render.common.values import render_location, render_value
from os2governance.rules.trace import MISSING, Family, Trace

_NOT_DECLARED = _("not stated")
_FOUND = _("found")
_NUMBER = _("no.")


def render_trace_blocks(
    trace: Trace, file: str, language: Language, indent: int, prefix: str = ""
) -> Iterator[Block]:
    """Render a node and its descendants, indented, as clauses after "when".

    `prefix` is the path of the list element under evaluation, with a trailing dot.
    """
    if trace.question.family is not Family.LOGIC:
        yield paragraph(*_render_leaf(trace, file, language, prefix), indent=indent, hang=2)
        yield from _render_elements(trace, file, language, (indent + 2, prefix))
        return
    heading = trace.question.heading.render(language)
    if heading:
        yield paragraph(*_render_mark(trace), heading, indent=indent, hang=2)
        indent += 2
    for part in trace.parts:
        yield from render_trace_blocks(part, file, language, indent=indent, prefix=prefix)


def _render_elements(
    trace: Trace, file: str, language: Language, where: tuple[int, str]
) -> Iterator[Block]:
    indent, prefix = where
    for number, (part, inside) in enumerate(trace.list_parts(prefix), start=1):
        label = f"{_NUMBER.render(language)}{NBSP}{number}"
        yield paragraph(Span(label, "faint"), indent=indent)
        yield from render_trace_blocks(
            part, file, language=language, indent=indent + 2, prefix=inside
        )


def _render_mark(trace: Trace) -> Cell:
    sign = TRUTH_SYMBOLS[trace.value]
    style = {True: "met", False: "unmet", None: "unknown"}[trace.value]
    return (Span(f"{sign.glyph}{NBSP}", style),)


def _render_leaf(trace: Trace, file: str, language: Language, prefix: str) -> Iterator[Span]:
    yield from _render_mark(trace)
    yield Span(trace.question.render(language))
    yield Span(f" {DASH} ", "faint")
    if trace.found is MISSING:
        yield Span(f"{_NOT_DECLARED.render(language)}: {prefix}{trace.question.subject}", "faint")
    else:
        place = f" ({render_location(file, trace.position)})" if trace.position else ""
        found = render_value(trace.found, language, trace.question.values)
        yield Span(f"{_FOUND.render(language)}: {found}{place}", "faint")
