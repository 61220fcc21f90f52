"""A report of `check` as text: the lines that findings are about, marked, as compilers do."""

import re
from collections.abc import Iterator

from os2governance.bilingual import Language, Text, listed
from os2governance.finding import Finding
from os2governance.legend import SEVERITY
from os2governance.views.change_text import change_blocks
from os2governance.views.findings_text import counts_said, gathered_notes
from os2governance.views.layout_text import inert, width_of
from os2governance.views.report import Checked, Totals
from os2governance.views.styled_text import BLANK, GLUE, Block, Span, paragraph

BEFORE, AROUND = 40, 84
"""Columns of a long line that are shown before its place, and in all."""

_DO = Text("Gør:", "Do:")
_CHECKED = Text(
    "Kontrolleret pr. {as_of}: {products}. Fund: {found}.",
    "Checked as of {as_of}: {products}. Findings: {found}.",
)
_COUNTED = {
    "products": (Text("1 produkt", "1 product"), Text("{n} produkter", "{n} products")),
    "models": (Text("1 model", "1 model"), Text("{n} modeller", "{n} models")),
}
_SILENCED = Text("Der ties med en begrundelse om {n}.", "Silenced with a reason: {n}.")


def checked_blocks(checked: Checked, language: Language) -> Iterator[Block]:
    """Give the findings of one product: errors and warnings with their lines, notes together."""
    notes = [found for found in checked.findings if found.severity == "note"]
    for found in checked.findings:
        if found.severity != "note":
            yield from _framed(found, checked, language)
            yield BLANK
    if notes:
        yield paragraph(Span(checked.file, "faint"))
        yield from gathered_notes(notes, language, indent=2)
        yield BLANK


def _framed(found: Finding, checked: Checked, language: Language) -> Iterator[Block]:
    sign = SEVERITY[found.severity]
    mark = Span(f"{sign.mark}{GLUE}{sign.word.say(language)}", found.severity)
    yield paragraph(Span(f"{found.place}: "), mark, " ", Span(found.code, "strong"), hang=2)
    line = checked.line(found)
    if line is not None and line.strip():
        yield from _excerpt(line, found)
    yield paragraph(found.message.say(language), indent=2, hang=2)
    if remedy := found.remedy.say(language):
        yield paragraph(Span(f"{_DO.say(language)} ", "faint"), remedy, indent=2, hang=2)


def _excerpt(line: str, found: Finding) -> Iterator[Block]:
    """Show a line with its number, and below it what the finding is about."""
    column = min(found.place.column - 1, len(line))
    start = max(column - BEFORE, 0) if len(line) > AROUND else 0
    end = start + AROUND
    before, after = inert(line[start:column]), inert(line[column:end])
    cut, more = ("…" if start else ""), ("…" if len(line) > end else "")
    number = str(found.place.line)
    shown = f"{cut}{before}{after}{more}".rstrip()
    gutter = f"{number} │ "
    yield paragraph(Span(gutter.replace(" ", GLUE), "faint"), _kept(shown), indent=2)
    long = max(width_of(inert(_value(line[column:end]))), 1)
    space = GLUE * (len(number) + 1)
    under = f"{GLUE * width_of(cut + before)}{'^' * long}"
    yield paragraph(Span(f"{space}│{GLUE}", "faint"), Span(under, found.severity), indent=2)


def _kept(text: str) -> str:
    """Give a text whose spaces stay as they are."""
    return text.replace(" ", GLUE)


_VALUE = r'"(?:[^"\\]|\\.)*"|' + r"'[^']*'" + r"|[^\s,\[\]{}#:]+(?:[ :][^\s,\[\]{}#:]+)*"


def _value(rest: str) -> str:
    """Give the value, or the key, that a piece of a line begins with."""
    key = re.match(r"[\w.-]+(?=:(?:\s|$))", rest)
    match = key or re.match(_VALUE, rest)
    return match.group() if match else rest[:1]


def closing_blocks(totals: Totals) -> Iterator[Block]:
    """Say what was checked, and how much was found."""
    language = totals.language
    if totals.against:
        yield from change_blocks(totals.changes, totals.against, language)
        yield BLANK
    things = []
    for name, (one, many) in _COUNTED.items():
        count = totals.products if name == "products" else totals.models
        if count or (name == "products" and not totals.models):
            things.append((one if count == 1 else many).say(language).format(n=count))
    said = _CHECKED.say(language).format(
        as_of=totals.as_of,
        products=listed(things, language),
        found=counts_said(totals.counts, language),
    )
    yield paragraph(Span(said, "strong"), hang=2)
    if totals.silenced:
        yield paragraph(_SILENCED.say(language).format(n=totals.silenced), hang=2)
