"""The report formats of `check`, by name."""

from collections.abc import Sequence

from os2governance.findings.catalogue.entry import Severity
from os2governance.findings.finding import Finding
from os2governance.model.model import Model
from os2governance.render.check.gather import gather_by_level
from os2governance.render.check.report import ReportFormatter
from os2governance.render.common.terminal import TextPage

CHECK_FORMATS = ("text", "line", "json", "sarif", "github", "gitlab", "junit")
DATING_FORMATS = frozenset({"text", "json"})
"""The formats that say since when a suppression has been there, which git is asked for."""


def choose_reported(
    name: str, findings: Sequence[Finding], model: Model | None
) -> tuple[Finding, ...]:
    """The findings as a format reports them: one for each criterion in JSON, else gathered."""
    return tuple(findings) if name == "json" else gather_by_level(findings, model)


def load_formatter(name: str, page: TextPage, fail_on: Severity = "error") -> ReportFormatter:
    """Load the formatter of a format; only its own module is imported.

    `page` is what text is laid out for. `fail_on` is the severity from which a test case fails, in
    formats that have test cases.
    """
    match name:
        case "json":
            from os2governance.render.check.json import FORMATTER as formatter
        case "line":
            from os2governance.render.check.line import FORMATTER as formatter
        case "sarif":
            from os2governance.render.check.sarif import FORMATTER as formatter
        case "github":
            from os2governance.render.check.github import FORMATTER as formatter
        case "gitlab":
            from os2governance.render.check.gitlab import FORMATTER as formatter
        case "junit":
            from os2governance.render.check.junit import build_formatter

            formatter = build_formatter(fail_on)
        case _:
            from os2governance.render.check.text import build_text_formatter

            formatter = build_text_formatter(page)
    return formatter
