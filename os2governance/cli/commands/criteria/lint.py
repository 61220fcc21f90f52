"""`criteria lint`: defects and gaps in models."""

import click

from os2governance.cli.options import Invocation, build_format_option, command
from os2governance.cli.output import EXIT_FINDINGS, print_page, write_json_object
from os2governance.i18n.text import _

HELP = _(
    "Check models: errors and omissions.\nEverything that prevents the use of a model, and "
    "missing texts, examples and responsible roles. Without REF, all models.\nExit code: 0, or 1 "
    "if there are errors."
)
EXAMPLES = ("os2governance criteria lint", "os2governance criteria lint criteria/os2/1.1.0")


@command(
    "lint",
    HELP,
    EXAMPLES,
    click.Argument(["wanted"], required=False, metavar="[REF]"),
    build_format_option(),
)
def lint_(invocation: Invocation, wanted: str | None, form: str) -> int:
    """Check models."""
    from os2governance.workflows.model_check import lint_models

    checked = lint_models(wanted, invocation.context)
    if form == "json":
        from os2governance.render.model.check_json import build_checked_models_object

        language = invocation.context.language
        write_json_object(build_checked_models_object("lint", checked, language))
    else:
        from os2governance.render.model.check_text import render_linted_models_blocks

        print_page(render_linted_models_blocks(checked, invocation.context.language), invocation)
    errors = (found.severity == "error" for each in checked for found in each.findings)
    return EXIT_FINDINGS if any(errors) else 0
