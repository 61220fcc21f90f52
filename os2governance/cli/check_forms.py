"""The report formats of `check`, by name."""

from os2governance.cli.options import Invocation
from os2governance.findings.catalogue import Severity
from os2governance.render.check.report import ReportFormatter

CHECK_FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit")


def load_formatter(
    name: str, invocation: Invocation, fail_on: Severity = "error"
) -> ReportFormatter:
    """Load the formatter of a format; only its own module is imported.

    `fail_on` is the severity from which a test case fails, in formats that have test cases.
    """
    match name:
        case "json":
            from os2governance.render.check.json import FORMATTER as form
        case "sarif":
            from os2governance.render.check.sarif import FORMATTER as form
        case "github":
            from os2governance.render.check.github import FORMATTER as form
        case "gitlab":
            from os2governance.render.check.gitlab import FORMATTER as form
        case "junit":
            from os2governance.render.check.junit import build_formatter

            form = build_formatter(fail_on)
        case _:
            form = _build_text_formatter(invocation)
    return form


def _build_text_formatter(invocation: Invocation) -> ReportFormatter:
    from os2governance.cli.output import render_as_printed
    from os2governance.render.check.text import (
        render_check_result_blocks,
        render_check_totals_blocks,
    )

    return ReportFormatter(
        lambda _: "",
        lambda checked, language: render_as_printed(
            render_check_result_blocks(checked, language), invocation
        ),
        "",
        lambda totals: render_as_printed(render_check_totals_blocks(totals), invocation),
    )
