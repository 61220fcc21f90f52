"""The report formats of `check`, by name."""

from os2governance.cli.options import Given
from os2governance.findings.catalogue import Severity
from os2governance.render.check.report import Form

FORMS = ("text", "json", "sarif", "github", "gitlab", "junit")


def form_named(name: str, given: Given, fail_on: Severity = "error") -> Form:
    """Load the formatter of a format; only its own module is imported.

    `fail_on` is the severity from which a test case fails, in formats that have test cases.
    """
    match name:
        case "json":
            from os2governance.render.check.json import FORM as form
        case "sarif":
            from os2governance.render.check.sarif import FORM as form
        case "github":
            from os2governance.render.check.github import FORM as form
        case "gitlab":
            from os2governance.render.check.gitlab import FORM as form
        case "junit":
            from os2governance.render.check.junit import form_of

            form = form_of(fail_on)
        case _:
            form = _text(given)
    return form


def _text(given: Given) -> Form:
    from os2governance.cli.output import printed
    from os2governance.render.check.text import checked_blocks, closing_blocks

    return Form(
        lambda _: "",
        lambda checked, language: printed(checked_blocks(checked, language), given),
        "",
        lambda totals: printed(closing_blocks(totals), given),
    )
