"""`criteria list`: the models, and a model's criteria."""

import click

from os2governance.cli.options import Given, command, format_option
from os2governance.i18n.text import Text

WORDS = Text(
    "Vis modellerne og deres krav.\n"
    "Kravene vises med REF, eller hvis der kun er én model: efter niveau og tema.",
    "Show the models and their criteria.\n"
    "The criteria are shown with REF, or if there is only one model: by level and theme.",
)
EXAMPLES = ("os2governance criteria list", "os2governance criteria list os2/1.1.0 --lang en")


@command(
    "list",
    WORDS,
    EXAMPLES,
    click.Argument(["wanted"], required=False, metavar="[REF]"),
    format_option(),
)
def list_(given: Given, wanted: str | None, form: str) -> int:
    """List models and criteria."""
    from os2governance.cli.output import NOT_READ, page, put_object, show_findings
    from os2governance.render.model.criteria_json import criteria_object
    from os2governance.render.model.criteria_text import criteria_blocks, models_blocks
    from os2governance.workflows.choose_model import chosen_models

    read = chosen_models(given, wanted)
    findings = [found for _, _, wrong in read for found in wrong]
    models = [model for _, model, _ in read if model]
    if not models:
        return show_findings(findings, given, form)
    only = models[0] if len(models) == 1 else None
    if form == "json":
        chosen = only.criteria if only else ()
        put_object(criteria_object(models, chosen, findings, given.language))
    else:
        page(models_blocks(models, given.language), given)
        if only:
            page(criteria_blocks(only, given.language), given)
        show_findings(findings, given, form)
    return NOT_READ if findings else 0
