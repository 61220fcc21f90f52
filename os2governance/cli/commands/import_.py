"""`import`: OS2's documents converted to declarations and evaluations."""

from collections.abc import Sequence
from pathlib import Path

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import Invocation, build_format_option, command
from os2governance.cli.output import (
    EXIT_FINDINGS,
    EXIT_UNREADABLE,
    print_page,
    print_schema_notice,
    show_findings,
    write_json_object,
)
from os2governance.i18n.text import _
from os2governance.workflows.context import DEFAULT_PRODUCTS_FOLDER

HELP = _(
    "Import the documents that a model describes: reports, evaluations, the self-assessment's "
    "JSON and publiccode.yml.\nFILE is a file or a folder. Writes DIR/<id>/product.yaml or "
    "DIR/<id>/evaluations/<date>.yaml, and never overwrites anything without --update. Every row "
    "about a criterion is read, or reported as a finding with its line."
)
EXAMPLES = (
    "os2governance import rapport.md",
    "os2governance import rapport.md --id os2eksempel --model os2/1.1.0 --as-of 2026-05-01",
    "os2governance import publiccode.yml --id os2eksempel --update",
    "os2governance import --undo products/os2eksempel",
)
OPTIONS = (
    Option(
        ["--id", "product"],
        _("The product's id; by default derived from its name."),
        metavar="ID",
    ),
    Option(
        ["--out"],
        _("The folder of products; defaults to products."),
        metavar="DIR",
    ),
    Option(
        ["--model", "wanted"],
        _("The model, if the document does not state it."),
        metavar="REF",
    ),
    Option(
        ["--update"],
        _("Merge into existing files."),
        is_flag=True,
    ),
    Option(
        ["--undo"],
        _("Undo the last import into each product FILE, until its files change again."),
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
    out: str | None,
    wanted: str | None,
    update: bool,
    undo: bool,
    form: str,
) -> int:
    """Import documents; exit code 1 for errors, 2 where one cannot be read, or written."""
    if undo:
        return _undo(files, invocation, form)
    from os2governance.workflows.import_ import ImportRequest, import_documents

    folder = Path(out or invocation.context.scope.locate(DEFAULT_PRODUCTS_FOLDER))
    request = ImportRequest(product, wanted, folder, update)
    outcomes, findings = import_documents(files, request, invocation.context)
    if outcomes is None:
        return show_findings(findings, invocation, form)
    if form == "json":
        from os2governance.render.exchange.import_json import build_import_object

        write_json_object(build_import_object(outcomes, invocation.context.language))
    else:
        from os2governance.render.exchange.import_text import render_import_blocks

        print_page(render_import_blocks(outcomes, invocation.context.language), invocation)
    for outcome in outcomes:
        if outcome.schema_file:
            print_schema_notice(outcome.schema_file, invocation)
    found = [each for outcome in outcomes for each in outcome.findings]
    if any(outcome.kind is None for outcome in outcomes) or any(
        each.entry.prevents_writing for each in found
    ):
        return EXIT_UNREADABLE
    return EXIT_FINDINGS if any(each.severity == "error" for each in found) else 0


def _undo(paths: Sequence[str], invocation: Invocation, form: str) -> int:
    """Undo the last import into each product; exit code 1 where one may not be, 2 if it fails."""
    from os2governance.workflows.undo_import import undo_import

    undone = [undo_import(Path(path)) for path in paths]
    if form == "json":
        from os2governance.render.exchange.undone import build_undone_object

        write_json_object(build_undone_object(undone, invocation.context.language))
    else:
        from os2governance.render.exchange.undone import render_undone_blocks

        print_page(render_undone_blocks(undone, invocation.context.language), invocation)
    found = [finding for each in undone for finding in each.findings]
    if any(each.entry.prevents_writing for each in found):
        return EXIT_UNREADABLE
    return EXIT_FINDINGS if found else 0
