"""`export`: an assessment in the layout of OS2's own documents."""

from pathlib import Path

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import Invocation, command
from os2governance.cli.output import print_findings_to_stderr, show_findings, write_output
from os2governance.formats.words import DOCUMENT_KINDS
from os2governance.i18n.text import _

HELP = _(
    "Export an assessment to the documents that its model describes.\ngovernance-report and "
    "self-assessment-json have the product's answers; evaluation-report has the ratings of the "
    "newest evaluation in force, or else those of the rules (a draft); publiccode has what the "
    "self-assessment states. --template fills in your own copy of a template and changes nothing "
    "else."
)
EXAMPLES = (
    "os2governance export products/os2eksempel --to governance-report",
    "os2governance export products/os2eksempel --to evaluation-report --layout 2026 --out e.md",
    "os2governance export products/os2eksempel --template skabelon.md --out udfyldt.md",
)
OPTIONS = (
    Option(
        ["--to", "kind"],
        _("The document to write."),
        type=click.Choice(DOCUMENT_KINDS),
        metavar="KIND",
    ),
    Option(
        ["--layout"],
        _("The version of the document; defaults to the current one."),
        metavar="LAYOUT",
    ),
    Option(
        ["--template"],
        _("A copy of a template to fill in."),
        metavar="FILE",
    ),
    Option(
        ["--out"],
        _("The file to write; defaults to standard output."),
        metavar="FILE",
    ),
)


@command("export", HELP, EXAMPLES, click.Argument(["path"], metavar="PATH"), *OPTIONS)
def export(invocation: Invocation, path: str, out: str | None, **wanted: str | None) -> int:
    """Write one document."""
    from os2governance.workflows.export import ExportRequest, export_product, write_export

    data, findings = export_product(path, ExportRequest(**wanted), invocation.context)
    if data is None:
        return show_findings(findings, invocation, "text")
    if out is None:
        write_output(data)
    elif refused := write_export(Path(out), data):
        return show_findings(refused, invocation, "text")
    if not invocation.quiet:
        print_findings_to_stderr(findings, invocation)
    return 0
