"""Report of `check` as JUnit XML: a test case for each product, which fails where the check does.

Each test case is a suite by itself, so that its counts are known before the next one is written.
"""

from functools import partial
from xml.sax.saxutils import escape, quoteattr

from os2governance.findings.catalogue.entry import SEVERITIES, Severity, list_severities_from
from os2governance.findings.finding import Finding
from os2governance.i18n.inert import escape_build_command, escape_command_markers, make_inert
from os2governance.i18n.symbols import SEVERITY_SYMBOLS
from os2governance.i18n.text import Language
from os2governance.render.check.report import (
    CheckResult,
    CheckTotals,
    ReportFormatter,
    build_help_url,
)
from os2governance.render.common.blocks import NBSP
from os2governance.render.common.findings import render_finding_counts
from os2governance.render.common.source_path import resolve_source_path


def _render_head(totals: CheckTotals) -> str:
    del totals
    return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="os2governance">\n'


def _render_item(fail_on: Severity, checked: CheckResult, language: Language) -> str:
    enough = list_severities_from(fail_on)
    failing = [found for found in checked.findings if found.severity in enough]
    others = [found for found in checked.findings if found.severity not in enough]
    counts = f'tests="1" failures="{int(bool(failing))}" errors="0"'
    suite = f"<testsuite name={_quote_attribute(_find_path(checked))} {counts}>"
    return f"{suite}\n{_render_test_case(failing, others, checked, language)}</testsuite>\n"


def _render_test_case(
    failing: list[Finding], others: list[Finding], checked: CheckResult, language: Language
) -> str:
    case = (
        f'<testcase classname="os2governance.check" name={_quote_attribute(_find_path(checked))}'
    )
    if not checked.findings:
        return f"{case}/>\n"
    inside = ""
    if failing:
        worst = min((found.severity for found in failing), key=SEVERITIES.index)
        said = render_finding_counts(failing, language).replace(NBSP, " ")
        head = f'<failure type="{worst}" message={_quote_attribute(said)}>'
        inside += f"{head}{_render_findings(failing, checked, language)}</failure>\n"
    if others:
        inside += f"<system-out>{_render_findings(others, checked, language)}</system-out>\n"
    return f"{case}>\n{inside}</testcase>\n"


def _find_path(checked: CheckResult) -> str:
    return resolve_source_path(checked.file, checked.source_root)


def _render_findings(findings: list[Finding], checked: CheckResult, language: Language) -> str:
    return "\n".join(
        _escape_text(
            f"{found.location._replace(file=checked.find_source_path(found))}: "
            f"{_render_severity(found, language)} [{found.code}] {found.message.render(language)} "
            f"{found.remedy.render(language)}".rstrip()
            + f" {build_help_url(found.code)}"
        )
        for found in findings
    )


def _render_severity(found: Finding, language: Language) -> str:
    return SEVERITY_SYMBOLS[found.severity].word.render(language)


def _escape_text(text: str) -> str:
    return escape(escape_build_command(_make_xml_safe(text)))


def _quote_attribute(text: str) -> str:
    return quoteattr(escape_command_markers(_make_xml_safe(text)))


def _make_xml_safe(text: str) -> str:
    """A text without characters that XML forbids, or that a reader would interpret."""
    return make_inert(text).encode("utf-8", "backslashreplace").decode()


def build_formatter(fail_on: Severity) -> ReportFormatter:
    """Build the formatter whose test cases fail from a severity on."""
    return ReportFormatter(
        _render_head, partial(_render_item, fail_on), "", lambda _: "</testsuites>\n"
    )
