"""Report of `check` as text: the lines concerned, with marks below, as compilers do."""

import re
from collections.abc import Iterator

from os2governance.findings.finding import Finding
from os2governance.i18n.symbols import SEVERITY
from os2governance.i18n.text import Language, Text
from os2governance.render.changes.product_text import change_blocks
from os2governance.render.check.report import DOCUMENTATION, Checked, Totals
from os2governance.render.common.blocks import BLANK, GLUE, Block, Excerpt, Shown, Span, paragraph
from os2governance.render.common.findings import counts_said, gathered_notes, things_said

_DO = Text("Gør:", "Do:")
_CHECKED = Text(
    "Kontrolleret pr. {as_of}: {products}. Fund: {found}.",
    "Checked as of {as_of}: {products}. Findings: {found}.",
)
_SILENCED = Text("Der ties med en begrundelse om {n}.", "Silenced with a reason: {n}.")

_EXPLAINED = Text("Koderne er forklaret her:", "The codes are explained here:")


def checked_blocks(checked: Checked, language: Language) -> Iterator[Shown]:
    """Render the findings of one product: errors and warnings with their lines, notes grouped."""
    notes = [found for found in checked.findings if found.severity == "note"]
    for found in checked.findings:
        if found.severity != "note":
            yield from _framed(found, checked, language)
            yield BLANK
    if notes:
        yield paragraph(Span(checked.file, "faint"))
        yield from gathered_notes(notes, language, indent=2)
        yield BLANK


def _framed(found: Finding, checked: Checked, language: Language) -> Iterator[Shown]:
    sign = SEVERITY[found.severity]
    mark = Span(f"{sign.mark}{GLUE}{sign.word.say(language)}", found.severity)
    yield paragraph(Span(f"{found.place}: "), mark, " ", Span(found.code, "strong"), hang=2)
    line = checked.line(found)
    if line is not None and line.strip():
        yield _excerpt(line, found)
    yield paragraph(found.message.say(language), indent=2, hang=2)
    if remedy := found.remedy.say(language):
        yield paragraph(Span(f"{_DO.say(language)} ", "faint"), remedy, indent=2, hang=2)


def _excerpt(line: str, found: Finding) -> Excerpt:
    """A line with its number, and a mark below the part that the finding concerns."""
    column = min(found.place.column - 1, len(line))
    return Excerpt(line, found.place.line, column, len(_value(line[column:])), found.severity, 2)


_VALUE = r'"(?:[^"\\]|\\.)*"|' + r"'[^']*'" + r"|[^\s,\[\]{}#:]+(?:[ :][^\s,\[\]{}#:]+)*"


def _value(rest: str) -> str:
    """The value or key at the start of the rest of a line."""
    key = re.match(r"[\w.-]+(?=:(?:\s|$))", rest)
    match = key or re.match(_VALUE, rest)
    return match.group() if match else rest[:1]


def closing_blocks(totals: Totals) -> Iterator[Block]:
    """Render what was checked, and the number of findings."""
    language = totals.language
    if totals.against:
        yield from change_blocks(totals.changes, totals.against, language)
        yield BLANK
    said = _CHECKED.say(language).format(
        as_of=totals.as_of,
        products=things_said(totals.products, totals.models, language),
        found=counts_said(totals.counts, language),
    )
    yield paragraph(Span(said, "strong"), hang=2)
    if totals.silenced:
        yield paragraph(_SILENCED.say(language).format(n=totals.silenced), hang=2)
    if totals.codes:
        yield paragraph(_EXPLAINED.say(language), f" {DOCUMENTATION}", hang=2)
