"""`criteria list`: the models, and a model's criteria."""

import click

from os2governance.cli.options import Invocation, build_format_option, command
from os2governance.cli.output import (
    EXIT_UNREADABLE,
    print_findings,
    print_page,
    show_findings,
    write_json_object,
)
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
    from os2governance.workflows.choose_model import choose_models

    language = invocation.context.language
    read = choose_models(wanted, invocation.context)
    findings = [finding for _, _, unread in read for finding in unread]
    models = [model for _, model, _ in read if model]
    if not models:
        return show_findings(findings, invocation, form)
    only = models[0] if len(models) == 1 else None
    if form == "json":
        from os2governance.render.model.criteria_json import build_criteria_object

        criteria = only.criteria if only else ()
        write_json_object(build_criteria_object(models, criteria, findings, language))
    else:
        from os2governance.render.model import criteria_text

        print_page(criteria_text.render_model_blocks(models, language), invocation)
        if only:
            print_page(criteria_text.render_criteria_blocks(only, language), invocation)
        print_findings(findings, invocation)
    return EXIT_UNREADABLE if findings else 0
