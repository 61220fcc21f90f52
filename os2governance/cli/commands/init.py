"""`init`: a skeleton declaration."""

from pathlib import Path

import click

from os2governance.cli.bilingual_click import Option
from os2governance.cli.options import Given, command
from os2governance.i18n.text import Text, both

WORDS = Text(
    "Begynd en erklæring.\n"
    "Skriver DIR/<id>/product.yaml med alt, modellen spørger om, som kommentarer, og skemaet "
    "DIR/product.schema.json til editorer, eller et ved siden af, hvis det er en anden models. En "
    "fil, der er der i forvejen, bliver aldrig skrevet over.",
    "Begin a declaration.\n"
    "Writes DIR/<id>/product.yaml with all that the model asks for, as comments, and the schema "
    "DIR/product.schema.json for editors, or one beside it if that is another model's. A file "
    "that is there already is never written over.",
)
EXAMPLES = (
    "os2governance init os2eksempel",
    "os2governance init os2eksempel --lang en --out declarations",
)
OPTIONS = (
    Option(
        ["--model", "wanted"],
        Text("En model, <model>/<version>; ellers den nyeste.", "A model; otherwise the newest."),
        metavar="REF",
    ),
    Option(
        ["--out"],
        Text("Mappen med produkter; ellers products.", "The folder; otherwise products."),
        metavar="DIR",
        default="products",
    ),
)


@command("init", WORDS, EXAMPLES, click.Argument(["product"], metavar="ID"), *OPTIONS)
def init(given: Given, product: str, wanted: str | None, out: str) -> int:
    """Write a skeleton."""
    from os2governance.authoring.skeleton import Wanted, skeleton
    from os2governance.cli.names import check_id
    from os2governance.cli.output import NOT_READ, beside, put, show_findings, talk, talk_of_schema
    from os2governance.exchange.import_document import put_schema, schema_name
    from os2governance.files.store import PRODUCT_FILE, replace, shown
    from os2governance.workflows.choose_model import chosen_model

    check_id(product)
    _, model, findings = chosen_model(given, wanted)
    if model is None:
        return show_findings(findings, given, "text")
    folder = Path(out) / product
    schema = shown(Path(out) / schema_name(Path(out), model))
    text = skeleton(model, Wanted(product, shown(folder), schema, given.as_of, given.language))
    if wrong := replace(folder / PRODUCT_FILE, text.encode(), None):
        beside(wrong, given)
        return NOT_READ
    put(f"{shown(folder / PRODUCT_FILE)}\n")
    written, wrong = put_schema(Path(out), "product", model, given.language)
    beside(wrong, given)
    if written:
        talk_of_schema(written, given)
    talk(Text("Udfyld filen, og kør så:", "Fill the file in, then run:"), given)
    for command_ in ("assess", "check"):
        talk(both(f"  os2governance {command_} {shown(folder)}"), given)
    return 0
