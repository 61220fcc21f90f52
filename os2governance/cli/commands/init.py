"""`init`: a skeleton declaration."""

from pathlib import Path

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import Invocation, command
from os2governance.cli.output import (
    EXIT_UNREADABLE,
    print_findings_to_stderr,
    print_notice,
    print_schema_notice,
    show_findings,
    write_output,
)
from os2governance.i18n.text import _, as_text
from os2governance.workflows.context import DEFAULT_PRODUCTS_FOLDER

HELP = _(
    "Create a self-assessment.\nWrites DIR/<id>/product.yaml with everything that the model asks "
    "for, as comments, and the schema DIR/product.schema.json for editors, or one beside it if "
    "that belongs to another model. An existing file is never overwritten. Where a product has an "
    "evaluation already, the model is that of the evaluation, and its words stand beside each "
    "criterion."
)
EXAMPLES = (
    "os2governance init os2eksempel",
    "os2governance init os2eksempel --lang en --out declarations",
)
OPTIONS = (
    Option(
        ["--model", "wanted"],
        _("A model; defaults to the newest."),
        metavar="REF",
    ),
    Option(
        ["--name"],
        _("The product's name; defaults to its id."),
        metavar="TEXT",
        default="",
    ),
    Option(
        ["--out"],
        _("The folder of products; defaults to products."),
        metavar="DIR",
    ),
)


@command("init", HELP, EXAMPLES, click.Argument(["product"], metavar="ID"), *OPTIONS)
def init(
    invocation: Invocation, product: str, wanted: str | None, name: str, out: str | None
) -> int:
    """Write a skeleton."""
    from os2governance.workflows.init import start_product

    context = invocation.context
    folder = Path(out or context.scope.locate(DEFAULT_PRODUCTS_FOLDER))
    started, findings = start_product(product, wanted, folder, context, name.strip())
    if started is None:
        return show_findings(findings, invocation, "text")
    if started.file is None:
        print_findings_to_stderr(started.findings, invocation)
        return EXIT_UNREADABLE
    write_output(f"{started.file}\n")
    print_findings_to_stderr(started.findings, invocation)
    if started.schema_file:
        print_schema_notice(started.schema_file, invocation)
    print_notice(_("Fill in the file, then run:"), invocation)
    for each in ("assess", "check"):
        print_notice(as_text(f"  os2governance {each} {started.folder}"), invocation)
    return 0
