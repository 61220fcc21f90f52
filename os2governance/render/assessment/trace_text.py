"""A trace as an indented tree: each condition, its result, the value found and its location."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from os2governance.i18n.symbols import TRUTH
from os2governance.i18n.text import Language, Text, number
from os2governance.render.common.blocks import DASH, GLUE, Block, Cell, Span, paragraph
from os2governance.rules.trace import MISSING, Trace

_MISSING = Text("ikke oplyst", "not declared")
_ABSENT = Text("findes ikke", "there is none")
_YES, _NO = Text("ja", "yes"), Text("nej", "no")
_FOUND = Text("fundet", "found")
_ITEMS = (Text("{count} punkt", "{count} item"), Text("{count} punkter", "{count} items"))
_EMPTY_TEXT = Text("en tom tekst", "an empty text")
_GROUP = Text("oplyst", "declared")
_NUMBER = Text("nr.", "no.")
_LOGIC = {
    "all": Text("alt dette gælder:", "all of these hold:"),
    "any": Text("mindst ét af dette gælder:", "at least one of these holds:"),
    "not": Text("dette gælder ikke:", "this does not hold:"),
    "at_least": Text("mindst {count} af dette gælder:", "at least {count} of these hold:"),
}
_LONGEST = 200


def tree(
    trace: Trace, file: str, language: Language, indent: int, prefix: str = ""
) -> Iterator[Block]:
    """Render a node and its descendants, indented, as clauses after "when".

    `prefix` is the path of the list element under evaluation, with a trailing dot.
    """
    if trace.asked.operator == "use" and trace.parts:
        yield from tree(trace.parts[0], file, language, indent, prefix)
    elif trace.asked.operator in _LOGIC and not trace.asked.subject:
        text = _LOGIC[trace.asked.operator].say(language)
        text = text.replace("{count}", str(trace.asked.expected))
        yield paragraph(*_mark(trace), text, indent=indent, hang=2)
        for part in trace.parts:
            yield from tree(part, file, language, indent + 2, prefix)
    else:
        yield paragraph(*_leaf(trace, file, language, prefix), indent=indent, hang=2)
        yield from _elements(trace, file, language, (indent + 2, prefix))


def _elements(
    trace: Trace, file: str, language: Language, where: tuple[int, str]
) -> Iterator[Block]:
    indent, prefix = where
    for index, part in enumerate(trace.parts):
        inside = f"{prefix}{trace.asked.subject}[{index}]."
        label = f"{_NUMBER.say(language)}{GLUE}{index + 1}"
        yield paragraph(Span(label, "faint"), indent=indent)
        yield from tree(part, file, language, indent + 2, inside)


def _mark(trace: Trace) -> Cell:
    sign = TRUTH[trace.value]
    style = {True: "met", False: "unmet", None: "unknown"}[trace.value]
    return (Span(f"{sign.mark}{GLUE}", style),)


def _leaf(trace: Trace, file: str, language: Language, prefix: str) -> Iterator[Span]:
    yield from _mark(trace)
    yield Span(trace.asked.say(language))
    yield Span(f" {DASH} ", "faint")
    if trace.found is MISSING:
        yield Span(f"{_MISSING.say(language)}: {prefix}{trace.asked.subject}", "faint")
    else:
        place = f" ({placed(file, trace.at)})" if trace.at else ""
        found = found_said(trace.found, language, trace.asked.values)
        yield Span(f"{_FOUND.say(language)}: {found}{place}", "faint")


def placed(file: str, at: tuple[int, int] | None) -> str:
    """The file's base name and line, short enough for a sentence."""
    name = file.rsplit("/", 1)[-1]
    return f"{name}:{at[0]}" if at else name


def found_said(
    found: object, language: Language, titles: Mapping[str, Text] = MappingProxyType({})
) -> str:
    """A declared value in plain words; `titles` are those of its known values."""
    if found is None:
        return _ABSENT.say(language)
    if isinstance(found, bool):
        return (_YES if found else _NO).say(language)
    if isinstance(found, list):
        return _ITEMS[len(found) != 1].say(language).format(count=len(found))
    if isinstance(found, dict):
        return _GROUP.say(language)
    if isinstance(found, int | float):
        return number(found, language)
    known = titles.get(str(found))
    text = known.say(language) if known else str(found) or _EMPTY_TEXT.say(language)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
