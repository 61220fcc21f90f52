"""Report of `check` as text: the lines concerned, with marks below, as compilers do."""

from collections.abc import Iterator, Sequence
from datetime import date

from os2governance.checks.suppressions import SuppressionUse
from os2governance.findings.finding import Finding
from os2governance.i18n.date_words import DateInWords, format_day
from os2governance.i18n.symbols import SEVERITY_SYMBOLS
from os2governance.i18n.text import Language, _
from os2governance.render.changes.difference_text import render_change_blocks
from os2governance.render.check.report import (
    DOCUMENTATION,
    KNOWN_BEFORE,
    CheckResult,
    CheckTotals,
    ReportFormatter,
    find_value,
)
from os2governance.render.common.blocks import (
    BLANK,
    NBSP,
    Block,
    Excerpt,
    PrintableBlock,
    Span,
    paragraph,
)
from os2governance.render.common.findings import (
    render_checked_counts,
    render_grouped_notes,
    render_severity_counts,
)
from os2governance.render.common.terminal import TextPage, render_text

_DO = _("Do:")
_CHECKED = _("Checked as of {as_of}: {products}. Findings: {found}.")
_SUPPRESSED = _("Suppressed with a reason: {n}.")

_SINCE, _UNTIL = _("since {day}"), _("until {day}")

_CODES_EXPLAINED = _("The codes are explained here:")


def build_text_formatter(page: TextPage) -> ReportFormatter:
    """The format for people, laid out for a page."""
    return ReportFormatter(
        lambda _: "",
        lambda checked, language: render_text(render_check_result_blocks(checked, language), page),
        "",
        lambda totals: render_text(render_check_totals_blocks(totals), page),
    )


def render_check_result_blocks(
    checked: CheckResult, language: Language
) -> Iterator[PrintableBlock]:
    """Render the findings of one product: errors and warnings with their lines, notes grouped."""
    notes = [found for found in checked.findings if found.severity == "note"]
    for found in checked.findings:
        if found.severity != "note":
            yield from _render_finding(found, checked, language)
            yield BLANK
    if notes:
        yield paragraph(Span(checked.file, "faint"))
        yield from render_grouped_notes(notes, language, indent=2)
        yield BLANK


def _render_suppressions(
    suppressions: Sequence[SuppressionUse], language: Language
) -> Iterator[Block]:
    """Yield a line for each suppression: where, which codes, until when, why."""
    for use in suppressions:
        days = [
            template.format(day=format_day(date.fromisoformat(written), language))
            for template, written in (
                (_SINCE.render(language), use.since),
                (_UNTIL.render(language), use.until),
            )
            if written
        ]
        yield paragraph(
            Span(f"{use.location}: ", "faint"),
            f"{', '.join([*use.codes, *days])}: {use.reason}",
            indent=2,
            hang=2,
        )


def _render_finding(
    found: Finding, checked: CheckResult, language: Language
) -> Iterator[PrintableBlock]:
    sign = SEVERITY_SYMBOLS[found.severity]
    mark = Span(f"{sign.glyph}{NBSP}{sign.word.render(language)}", found.severity)
    yield paragraph(Span(f"{found.location}: "), mark, " ", Span(found.code, "strong"), hang=2)
    line = checked.find_line(found)
    if line is not None and line.strip() and "level_id" not in found.arguments:
        yield _build_excerpt(line, found)
    yield paragraph(found.message.render(language), indent=2, hang=2)
    if remedy := found.remedy.render(language):
        yield paragraph(Span(f"{_DO.render(language)} ", "faint"), remedy, indent=2, hang=2)


def _build_excerpt(line: str, found: Finding) -> Excerpt:
    """A line with its number, and a mark below the part that the finding concerns."""
    column = min(found.location.column - 1, len(line))
    return Excerpt(
        line=line,
        number=found.location.line,
        start=column,
        length=len(find_value(line[column:])),
        style=found.severity,
        indent=2,
    )


def render_check_totals_blocks(totals: CheckTotals) -> Iterator[Block]:
    """Render what was checked, and the number of findings."""
    language = totals.language
    if totals.against:
        yield from render_change_blocks(totals.changes, totals.against, language)
        yield BLANK
    said = _CHECKED.render(language).format(
        as_of=DateInWords(totals.as_of).render(language),
        products=render_checked_counts(totals.products, totals.models, language),
        found=render_severity_counts(totals.counts, language),
    )
    yield paragraph(Span(said, "strong"), hang=2)
    if totals.known:
        yield paragraph(KNOWN_BEFORE.render(language).format(n=totals.known), hang=2)
    if totals.suppressed:
        yield paragraph(_SUPPRESSED.render(language).format(n=totals.suppressed), hang=2)
        yield from _render_suppressions(totals.suppressions, language)
    if totals.codes:
        yield paragraph(_CODES_EXPLAINED.render(language), f" {DOCUMENTATION}", hang=2)
