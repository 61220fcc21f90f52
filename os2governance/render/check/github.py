"""Report of `check` as workflow commands of GitHub Actions, and the job summary."""

from collections.abc import Iterable, Iterator, Sequence

from os2governance.findings.finding import Finding
from os2governance.i18n.date_words import DateInWords
from os2governance.i18n.inert import escape_command_markers, make_inert
from os2governance.i18n.symbols import SEVERITY_PLURALS, SEVERITY_SYMBOLS
from os2governance.i18n.text import Language, Text, _
from os2governance.render.changes.difference_text import (
    render_all_change_lines,
    render_change_heading,
    render_presence_suffix,
)
from os2governance.render.check.report import (
    KNOWN_BEFORE,
    CheckResult,
    CheckTotals,
    ReportFormatter,
    build_help_url,
)
from os2governance.render.common.findings import render_checked_counts
from os2governance.render.common.markdown import escape_forge_markdown

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def _render_item(checked: CheckResult, language: Language) -> str:
    return "".join(_render_command(found, checked, language) for found in checked.findings)


def _render_command(found: Finding, checked: CheckResult, language: Language) -> str:
    place = found.location
    about = {"file": checked.find_source_path(found)}
    if place.line:
        about |= {"line": str(place.line), "col": str(place.column)}
        if end := checked.find_end_column(found):
            about["endColumn"] = str(end)
    about["title"] = found.code
    properties = ",".join(f"{name}={_escape_property(value)}" for name, value in about.items())
    words = (
        found.message.render(language),
        found.remedy.render(language),
        build_help_url(found.code),
    )
    said = "\n".join(filter(None, words))
    return f"::{_COMMANDS[found.severity]} {properties}::{_escape_data(said)}\n"


def _escape_data(text: str) -> str:
    """Escape the text after the second `::`, as the runner unescapes it."""
    lines = "\n".join(escape_command_markers(make_inert(line)) for line in text.split("\n"))
    return lines.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    """Escape a property, as the runner unescapes it."""
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")


FORMATTER = ReportFormatter(lambda _: "", _render_item, "", lambda _: "")

# -- the job summary --------------------------------------------------------------------------

_TITLE = _("Check of self-assessments")
_CHECKED = _("Checked as of {as_of}: {things}.")
_CLEAN = _("No remarks.")
_COLUMNS = _("| | Code | Where | What |")
_MORE = _("And {count} more.")
MAX_SUMMARY_FINDINGS = 50
"""Most findings in a summary; GitHub limits its size."""

SummaryRow = Sequence[str]
"""Severity, code, location and message of a finding."""


def list_summary_rows(findings: Sequence[Finding], language: Language) -> list[SummaryRow]:
    """The most severe findings, at most as many as the summary shows."""
    shown = sorted(findings, key=lambda found: _SEVERITY_ORDER.index(found.severity))[
        :MAX_SUMMARY_FINDINGS
    ]
    return [(f.severity, f.code, str(f.location), f.message.render(language)) for f in shown]


_SEVERITY_ORDER = tuple(SEVERITY_SYMBOLS)


def render_job_summary(totals: CheckTotals, found: Iterable[SummaryRow]) -> str:
    """The job summary in Markdown; errors and warnings come before notes."""
    language = totals.language
    things = render_checked_counts(totals.products, totals.models, language)
    day = DateInWords(totals.as_of).render(language)
    counted = _CHECKED.render(language).format(as_of=day, things=things)
    lines = [f"## {_TITLE.render(language)}", "", counted, ""]
    said = [
        f"{count} {_name_severity(name, count).render(language)}"
        for name, count in totals.counts.items()
        if count
    ]
    lines += [", ".join(said) if said else _CLEAN.render(language), ""]
    if totals.known:
        lines += [KNOWN_BEFORE.render(language).format(n=totals.known), ""]
    if totals.against:
        lines += [*_render_changes(totals), ""]
    shown = sorted(found, key=lambda each: _SEVERITY_ORDER.index(each[0]))[:MAX_SUMMARY_FINDINGS]
    if shown:
        lines += [_COLUMNS.render(language), "|---|---|---|---|"]
        lines += [_render_row(each, language) for each in shown]
        more = sum(totals.counts.values()) - len(shown)
        lines += ["", _MORE.render(language).format(count=more)] if more > 0 else []
    return "\n".join(lines).rstrip() + "\n"


def _render_changes(totals: CheckTotals) -> Iterator[str]:
    """Yield the changes since the revision: a list of products, each with its differences."""
    revision, several = escape_forge_markdown(totals.against), bool(totals.changes)
    yield render_change_heading(revision, totals.language, several=several)
    yield ""
    for change in totals.changes:
        life = escape_forge_markdown(render_presence_suffix(change, totals.language))
        yield f"- **{escape_forge_markdown(change.product)}** {life}".rstrip()
        for line in render_all_change_lines(change, totals.language):
            yield f"  - {escape_forge_markdown(line)}"


def _render_row(each: SummaryRow, language: Language) -> str:
    severity, code, place, message = each
    sign = SEVERITY_SYMBOLS[severity]
    word = f"{sign.glyph} {sign.word.render(language)}"
    cells = f"{escape_forge_markdown(place)} | {escape_forge_markdown(message)}"
    return f"| {word} | [`{code}`]({build_help_url(code)}) | {cells} |"


def _name_severity(severity: str, count: int) -> Text:
    return SEVERITY_SYMBOLS[severity].word if count == 1 else SEVERITY_PLURALS[severity]
