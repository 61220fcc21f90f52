"""A report of `check` as JUnit XML: a test for each product, that fails on errors and warnings.

Each test is a suite of its own, whose counts are known without those that come after.
"""

from xml.sax.saxutils import escape, quoteattr

from os2governance.bilingual import Language
from os2governance.finding import Finding
from os2governance.views.address import address
from os2governance.views.findings_text import counted
from os2governance.views.layout_text import inert
from os2governance.views.report import Checked, Form, Totals, explained
from os2governance.views.styled_text import GLUE


def _head(totals: Totals) -> str:
    del totals
    return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="os2governance">\n'


def _piece(checked: Checked, language: Language) -> str:
    failures = int(any(found.severity != "note" for found in checked.findings))
    counts = f'tests="1" failures="{failures}" errors="0"'
    suite = f"<testsuite name={_attribute(_file(checked))} {counts}>"
    return f"{suite}\n{_case(checked, language)}</testsuite>\n"


def _case(checked: Checked, language: Language) -> str:
    case = f'<testcase classname="os2governance.check" name={_attribute(_file(checked))}'
    failing = [found for found in checked.findings if found.severity != "note"]
    notes = [found for found in checked.findings if found.severity == "note"]
    if not checked.findings:
        return f"{case}/>\n"
    inside = ""
    if failing:
        worst = "error" if any(f.severity == "error" for f in failing) else "warning"
        said = counted(failing, language).replace(GLUE, " ")
        head = f'<failure type="{worst}" message={_attribute(said)}>'
        inside += f"{head}{_lines(failing, checked, language)}</failure>\n"
    if notes:
        inside += f"<system-out>{_lines(notes, checked, language)}</system-out>\n"
    return f"{case}>\n{inside}</testcase>\n"


def _file(checked: Checked) -> str:
    return address(checked.file, checked.ground)


def _lines(findings: list[Finding], checked: Checked, language: Language) -> str:
    return "\n".join(
        _text(
            f"{found.place._replace(file=checked.address(found))}: {found.severity} "
            f"[{found.code}] {found.message.say(language)} {found.remedy.say(language)}".rstrip()
            + f" {explained(found.code)}"
        )
        for found in findings
    )


def _text(text: str) -> str:
    return escape(_allowed(text))


def _attribute(text: str) -> str:
    return quoteattr(_allowed(text))


def _allowed(text: str) -> str:
    """Give a text with nothing that XML cannot hold, nor a terminal that shows it."""
    return inert(text).encode("utf-8", "backslashreplace").decode()


FORM = Form(_head, _piece, "", lambda _: "</testsuites>\n")
