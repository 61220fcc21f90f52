"""Report of `check` as JUnit XML: a test case for each product, which fails where the check does.

Each test case is a suite by itself, so that its counts are known before the next one is written.
"""

from functools import partial
from xml.sax.saxutils import escape, quoteattr

from os2governance.findings.catalogue import SEVERITIES, Severity, grave
from os2governance.findings.finding import Finding
from os2governance.i18n.symbols import SEVERITY
from os2governance.i18n.text import Language
from os2governance.render.check.report import Checked, Form, Totals, explained
from os2governance.render.common.blocks import GLUE
from os2governance.render.common.findings import counted
from os2governance.render.common.layout import inert, no_command, unmarked
from os2governance.render.common.source_uri import address


def _head(totals: Totals) -> str:
    del totals
    return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="os2governance">\n'


def _piece(fail_on: Severity, checked: Checked, language: Language) -> str:
    enough = grave(fail_on)
    failing = [found for found in checked.findings if found.severity in enough]
    others = [found for found in checked.findings if found.severity not in enough]
    counts = f'tests="1" failures="{int(bool(failing))}" errors="0"'
    suite = f"<testsuite name={_attribute(_file(checked))} {counts}>"
    return f"{suite}\n{_case(failing, others, checked, language)}</testsuite>\n"


def _case(
    failing: list[Finding], others: list[Finding], checked: Checked, language: Language
) -> str:
    case = f'<testcase classname="os2governance.check" name={_attribute(_file(checked))}'
    if not checked.findings:
        return f"{case}/>\n"
    inside = ""
    if failing:
        worst = min((found.severity for found in failing), key=SEVERITIES.index)
        said = counted(failing, language).replace(GLUE, " ")
        head = f'<failure type="{worst}" message={_attribute(said)}>'
        inside += f"{head}{_lines(failing, checked, language)}</failure>\n"
    if others:
        inside += f"<system-out>{_lines(others, checked, language)}</system-out>\n"
    return f"{case}>\n{inside}</testcase>\n"


def _file(checked: Checked) -> str:
    return address(checked.file, checked.ground)


def _lines(findings: list[Finding], checked: Checked, language: Language) -> str:
    return "\n".join(
        _text(
            f"{found.place._replace(file=checked.address(found))}: {_word(found, language)} "
            f"[{found.code}] {found.message.say(language)} {found.remedy.say(language)}".rstrip()
            + f" {explained(found.code)}"
        )
        for found in findings
    )


def _word(found: Finding, language: Language) -> str:
    return SEVERITY[found.severity].word.say(language)


def _text(text: str) -> str:
    return escape(no_command(_allowed(text)))


def _attribute(text: str) -> str:
    return quoteattr(unmarked(_allowed(text)))


def _allowed(text: str) -> str:
    """A text without characters that XML forbids, or that a reader would interpret."""
    return inert(text).encode("utf-8", "backslashreplace").decode()


def form_of(fail_on: Severity) -> Form:
    """Build the formatter whose test cases fail from a severity on."""
    return Form(_head, partial(_piece, fail_on), "", lambda _: "</testsuites>\n")
