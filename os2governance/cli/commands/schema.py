"""`schema`: the JSON Schema of a format, for editors."""

import click

from os2governance.cli.bilingual_click import Option, UsageError
from os2governance.cli.options import Given, command
from os2governance.i18n.text import Text

WORDS = Text(
    "Skriv JSON-skemaet for et format, til editorer.\n"
    "Uden NAME nævnes formaterne. Med --model kender skemaet for product modellens oplysninger, "
    "krav og niveauer, så at en editor kan foreslå og forklare dem.",
    "Write the JSON Schema of a format, for editors.\n"
    "Without NAME the formats are named. With --model the schema of product knows the model's "
    "facts, criteria and levels, so that an editor can suggest and explain them.",
)
EXAMPLES = (
    "os2governance schema",
    "os2governance schema product --model os2/1.1.0 > products/product.schema.json",
)
MODEL = Option(
    ["--model", "wanted"],
    Text("En model, <model>/<version>, eller dens mappe.", "A model, or its folder."),
    metavar="REF",
)


@command(
    "schema", WORDS, EXAMPLES, click.Argument(["name"], required=False, metavar="[NAME]"), MODEL
)
def schema(given: Given, name: str | None, wanted: str | None) -> int:
    """Write a schema, or list the names of all."""
    from os2governance.cli.output import put, put_object
    from os2governance.findings.finding import suggestion
    from os2governance.model.editor_schema import SCHEMAS, schema_object

    if name is None:
        put("".join(f"{each}\n" for each in SCHEMAS))
        return 0
    if name not in SCHEMAS:
        meant, names = suggestion(name, SCHEMAS), ", ".join(SCHEMAS)
        raise UsageError(
            Text(
                f"Formatet '{name}' findes ikke{meant.da} ({names})",
                f"There is no format '{name}'{meant.en} ({names})",
            )
        )
    if wanted is None:
        put_object(schema_object(name, given.language))
        return 0
    return _of_model(given, name, wanted)


def _of_model(given: Given, name: str, wanted: str) -> int:
    from os2governance.cli.output import put_object, show_findings
    from os2governance.model.editor_schema import product_schema
    from os2governance.workflows.choose_model import chosen_model

    if name != "product":
        raise UsageError(Text("--model hører til product.", "--model goes with product."))
    _, model, findings = chosen_model(given, wanted)
    if model is None:
        return show_findings(findings, given, "text")
    put_object(product_schema(model, given.language))
    return 0
