"""`schema`: the JSON Schema of a format, for editors."""

import click

from os2governance.cli.localised_click import Option, UsageError
from os2governance.cli.options import Invocation, command
from os2governance.i18n.text import _

HELP = _(
    "Write the JSON Schema of a format, for editors.\nWithout NAME, list the formats. With "
    "--model, the schema of product includes the model's facts, criteria and levels, so that an "
    "editor can suggest and explain them."
)
EXAMPLES = (
    "os2governance schema",
    "os2governance schema product --model os2/1.1.0 > products/product.schema.json",
)
MODEL_OPTION = Option(
    ["--model", "wanted"],
    _("A model, or its folder."),
    metavar="REF",
)


@command(
    "schema",
    HELP,
    EXAMPLES,
    click.Argument(["name"], required=False, metavar="[NAME]"),
    MODEL_OPTION,
)
def schema(invocation: Invocation, name: str | None, wanted: str | None) -> int:
    """Write a schema, or list the names of all."""
    from os2governance.cli.output import write_json_object, write_output
    from os2governance.findings.finding import suggest_word
    from os2governance.model.editor_schema import EDITOR_SCHEMAS, build_format_schema

    if name is None:
        write_output("".join(f"{each}\n" for each in EDITOR_SCHEMAS))
        return 0
    if name not in EDITOR_SCHEMAS:
        meant, names = suggest_word(name, EDITOR_SCHEMAS), ", ".join(EDITOR_SCHEMAS)
        raise UsageError(
            _("There is no format '{name}'{meant} ({names})").fill(
                name=name, meant=meant, names=names
            )
        )
    if wanted is None:
        write_json_object(build_format_schema(name, invocation.context.language))
        return 0
    return _print_model_schema(invocation, name, wanted)


def _print_model_schema(invocation: Invocation, name: str, wanted: str) -> int:
    from os2governance.cli.output import show_findings, write_json_object
    from os2governance.model.editor_schema import build_product_schema
    from os2governance.workflows.choose_model import choose_model

    if name != "product":
        raise UsageError(_("--model can only be used with product."))
    _unused, model, findings = choose_model(wanted, invocation.context)
    if model is None:
        return show_findings(findings, invocation, "text")
    write_json_object(build_product_schema(model, invocation.context.language))
    return 0
