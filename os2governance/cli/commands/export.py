"""`export`: an assessment in the layout of OS2's own documents."""

from pathlib import Path

import click

from os2governance.cli.bilingual_click import Option
from os2governance.cli.options import Given, command
from os2governance.formats.words import DOCUMENT_KINDS
from os2governance.i18n.text import Text

WORDS = Text(
    "Skriv en vurdering i OS2's egne dokumenter.\n"
    "governance-report og self-assessment-json har produktets svar; evaluation-report har lysene "
    "fra den nyeste evaluering i kraft, ellers reglernes (en kladde); publiccode har det, som "
    "erklæringen ved. --template udfylder jeres egen kopi af en skabelon og lader resten stå.",
    "Write an assessment in the shape of OS2's own documents.\n"
    "governance-report and self-assessment-json have the product's answers; evaluation-report has "
    "the lights of the newest evaluation in force, else those of the rules (a draft); publiccode "
    "has what the declaration knows. --template fills your own copy of a template and leaves the "
    "rest.",
)
EXAMPLES = (
    "os2governance export products/os2eksempel --to governance-report",
    "os2governance export products/os2eksempel --to evaluation-report --layout 2026 --out e.md",
    "os2governance export products/os2eksempel --template skabelon.md --out udfyldt.md",
)
OPTIONS = (
    Option(
        ["--to", "kind"],
        Text("Hvilket dokument.", "Which document."),
        type=click.Choice(DOCUMENT_KINDS),
        metavar="KIND",
    ),
    Option(
        ["--layout"],
        Text("Hvilken udgave af det; ellers den gældende.", "Which version of it."),
        metavar="LAYOUT",
    ),
    Option(
        ["--template"],
        Text("En kopi af en skabelon, som skal udfyldes.", "A copy of a template, to be filled."),
        metavar="FILE",
    ),
    Option(
        ["--out"],
        Text(
            "Filen, der skrives; ellers standard output.", "The file; otherwise standard output."
        ),
        metavar="FILE",
    ),
)


@command("export", WORDS, EXAMPLES, click.Argument(["path"], metavar="PATH"), *OPTIONS)
def export(given: Given, path: str, out: str | None, **wanted: str | None) -> int:
    """Write one document."""
    from os2governance.cli.output import beside, put, show_findings
    from os2governance.workflows.export import Wanted, exported, written
    from os2governance.workflows.find_products import one_product

    assessment = one_product(path, given)
    if isinstance(assessment, list):
        return show_findings(assessment, given, "text")
    data, findings = exported(assessment, Wanted(**wanted), given)
    if data is None:
        return show_findings(findings, given, "text")
    if out is None:
        put(data)
    elif wrong := written(Path(out), data):
        return show_findings(wrong, given, "text")
    if not given.quiet:
        beside(findings, given)
    return 0
