"""`criteria show`: criteria in full, with their rules in words."""

import click

from os2governance.cli.bilingual_click import Option
from os2governance.cli.options import Given, command, format_option
from os2governance.i18n.text import Text

WORDS = Text(
    "Vis krav med deres regel i ord.\n"
    "Og hvad de spørger om, hvilke oplysninger de ser på, og hvad der skal gøres. Uden ID alle.",
    "Show criteria with their rule in words.\n"
    "And what they ask, which facts they look at, and what to do. Without ID all.",
)
EXAMPLES = ("os2governance criteria show", "os2governance criteria show --lang en --format json")
MODEL = Option(
    ["--model", "wanted"],
    Text("En model, <model>/<version>, eller dens mappe.", "A model, or its folder."),
    metavar="REF",
)


@command(
    "show",
    WORDS,
    EXAMPLES,
    click.Argument(["names"], nargs=-1, metavar="[ID]..."),
    MODEL,
    format_option(),
)
def show(given: Given, names: tuple[str, ...], wanted: str | None, form: str) -> int:
    """Show criteria of one model."""
    from os2governance.cli.names import check_known
    from os2governance.cli.output import page, put_object, show_findings
    from os2governance.render.model.criteria_json import criteria_object
    from os2governance.render.model.criteria_text import shown_blocks
    from os2governance.workflows.choose_model import chosen_model

    _, model, findings = chosen_model(given, wanted)
    if model is None:
        return show_findings(findings, given, form)
    check_known(names, model)
    chosen = [model.by_id[name] for name in names] or list(model.criteria)
    if form == "json":
        put_object(criteria_object([model], chosen, [], given.language))
    else:
        page(shown_blocks(model, chosen, given.language), given)
    return 0
