"""`init`: a skeleton declaration."""

from pathlib import Path

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import Invocation, command
from os2governance.i18n.text import _, as_text

HELP = _(
    "Begin a declaration.\nWrites DIR/<id>/product.yaml with all that the model "
    "asks for, as comments, and the schema DIR/product.schema.json for editors, or "
    "one beside it if that is another model's. A file that is there already is "
    "never written over."
)
EXAMPLES = (
    "os2governance init os2eksempel",
    "os2governance init os2eksempel --lang en --out declarations",
)
OPTIONS = (
    Option(
        ["--model", "wanted"],
        _("A model; otherwise the newest."),
        metavar="REF",
    ),
    Option(
        ["--out"],
        _("The folder; otherwise products."),
        metavar="DIR",
        default="products",
    ),
)


@command("init", HELP, EXAMPLES, click.Argument(["product"], metavar="ID"), *OPTIONS)
def init(invocation: Invocation, product: str, wanted: str | None, out: str) -> int:
    """Write a skeleton."""
    from os2governance.authoring.skeleton import SkeletonOptions, render_skeleton
    from os2governance.cli.output import (
        EXIT_UNREADABLE,
        print_findings_to_stderr,
        print_notice,
        print_schema_notice,
        show_findings,
        write_output,
    )
    from os2governance.exchange.import_document import choose_schema_name, write_schema
    from os2governance.files.listing import PRODUCT_FILE, format_path
    from os2governance.files.writing import replace_file
    from os2governance.workflows.choose_model import choose_model
    from os2governance.workflows.names import check_product_id

    check_product_id(product)
    _unused, model, findings = choose_model(wanted, invocation.context)
    if model is None:
        return show_findings(findings, invocation, "text")
    folder = Path(out) / product
    schema = format_path(Path(out) / choose_schema_name(Path(out), model))
    text = render_skeleton(
        model,
        SkeletonOptions(
            product=product,
            folder=format_path(folder),
            schema=schema,
            on=invocation.context.as_of,
            language=invocation.context.language,
        ),
    )
    if wrong := replace_file(folder / PRODUCT_FILE, text.encode(), None):
        print_findings_to_stderr(wrong, invocation)
        return EXIT_UNREADABLE
    write_output(f"{format_path(folder / PRODUCT_FILE)}\n")
    written, wrong = write_schema(Path(out), "product", model, invocation.context.language)
    print_findings_to_stderr(wrong, invocation)
    if written:
        print_schema_notice(written, invocation)
    print_notice(_("Fill the file in, then run:"), invocation)
    for command_ in ("assess", "check"):
        print_notice(as_text(f"  os2governance {command_} {format_path(folder)}"), invocation)
    return 0
