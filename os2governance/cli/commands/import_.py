"""`import`: OS2's documents converted to declarations and evaluations."""

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import Invocation, build_format_option, command
from os2governance.i18n.text import _

HELP = _(
    "Import OS2's documents: governance reports, evaluations, the "
    "self-assessment's JSON and publiccode.yml.\nFILE is a file or a folder. Writes "
    "DIR/<id>/product.yaml or DIR/<id>/evaluations/<date>.yaml, and never over "
    "what is there without --update. Every row about a criterion is read, or there "
    "is a finding with its line."
)
EXAMPLES = (
    "os2governance import rapport.md",
    "os2governance import rapport.md --id os2eksempel --model os2/1.1.0 --as-of 2026-05-01",
    "os2governance import publiccode.yml --id os2eksempel --update",
)
OPTIONS = (
    Option(
        ["--id", "product"],
        _("The product's id; else by its name."),
        metavar="ID",
    ),
    Option(
        ["--out"],
        _("The folder; otherwise products."),
        metavar="DIR",
        default="products",
    ),
    Option(
        ["--model", "wanted"],
        _("The model, if the document does not say."),
        metavar="REF",
    ),
    Option(
        ["--update"],
        _("Merge into files that are there."),
        is_flag=True,
    ),
)
FILES_ARGUMENT = click.Argument(["files"], nargs=-1, required=True, metavar="FILE...")


@command("import", HELP, EXAMPLES, FILES_ARGUMENT, *OPTIONS, build_format_option())
def import_(  # noqa: PLR0913 - one for each option
    invocation: Invocation,
    files: tuple[str, ...],
    *,
    product: str | None,
    out: str,
    wanted: str | None,
    update: bool,
    form: str,
) -> int:
    """Import documents."""
    from os2governance.workflows.import_ import import_documents

    return import_documents(invocation, files, (product, wanted, out), form, update=update)
