"""`criteria list`: the models, and a model's criteria."""

import click

from os2governance.cli.options import Invocation, build_format_option, command
from os2governance.i18n.text import _

HELP = _(
    "Show the models and their criteria.\nThe criteria are shown with REF, or if "
    "there is only one model: by level and theme."
)
EXAMPLES = ("os2governance criteria list", "os2governance criteria list os2/1.1.0 --lang en")


@command(
    "list",
    HELP,
    EXAMPLES,
    click.Argument(["wanted"], required=False, metavar="[REF]"),
    build_format_option(),
)
def list_(invocation: Invocation, wanted: str | None, form: str) -> int:
    """List models and criteria."""
    from os2governance.cli.output import (
        EXIT_UNREADABLE,
        print_page,
        show_findings,
        write_json_object,
    )
    from os2governance.render.model.criteria_json import build_criteria_object
    from os2governance.render.model.criteria_text import (
        render_criteria_blocks,
        render_model_blocks,
    )
    from os2governance.workflows.choose_model import choose_models

    read = choose_models(wanted, invocation.context)
    findings = [found for _, _, wrong in read for found in wrong]
    models = [model for _, model, _ in read if model]
    if not models:
        return show_findings(findings, invocation, form)
    only = models[0] if len(models) == 1 else None
    if form == "json":
        chosen = only.criteria if only else ()
        write_json_object(
            build_criteria_object(models, chosen, findings, invocation.context.language)
        )
    else:
        print_page(render_model_blocks(models, invocation.context.language), invocation)
        if only:
            print_page(render_criteria_blocks(only, invocation.context.language), invocation)
        show_findings(findings, invocation, form)
    return EXIT_UNREADABLE if findings else 0
