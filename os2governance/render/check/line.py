"""Report of `check` with one line for each finding, as editors and reviewers of code read them."""

from os2governance.findings.finding import Finding
from os2governance.i18n.inert import escape_build_command, make_inert
from os2governance.i18n.text import Language
from os2governance.render.check.report import CheckResult, ReportFormatter


def _render_item(checked: CheckResult, language: Language) -> str:
    return "".join(_render_line(found, language) for found in checked.findings)


def _render_line(found: Finding, language: Language) -> str:
    """`file:line:column: severity: message remedy [code]`, as compilers print it.

    The file is named as it was typed, so that an editor finds it from where it started.
    """
    file, line, column = found.location
    words = f"{found.message.render(language)} {found.remedy.render(language)}".strip()
    said = f"{file}:{line or 1}:{column or 1}: {found.severity}: {words} [{found.code}]"
    return f"{escape_build_command(make_inert(said))}\n"


FORMATTER = ReportFormatter(lambda _: "", _render_item, "", lambda _: "")
