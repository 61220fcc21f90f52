"""`criteria test`: a model tested by its examples, and the examples by mutants of its rules."""

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import Invocation, build_format_option, command
from os2governance.cli.output import EXIT_FINDINGS, EXIT_UNREADABLE, print_page, write_json_object
from os2governance.i18n.text import _

HELP = _(
    "Test models with their examples.\nWithout REF, all models.\nExit code: 0, 1 if an example "
    "fails or a change is not detected, 2 if there is nothing to test."
)
EXAMPLES = ("os2governance criteria test", "os2governance criteria test os2/1.1.0 --mutate")
MUTATE_OPTION = Option(
    ["--mutate"],
    _(
        "Also make small changes to the rules, one at a time, and see whether the examples "
        "detect them."
    ),
    is_flag=True,
)


@command(
    "test",
    HELP,
    EXAMPLES,
    click.Argument(["wanted"], required=False, metavar="[REF]"),
    MUTATE_OPTION,
    build_format_option(),
)
def test(invocation: Invocation, wanted: str | None, form: str, *, mutate: bool) -> int:
    """Test models."""
    from os2governance.workflows.model_check import try_models

    tested = try_models(wanted, invocation.context, mutate=mutate)
    if form == "json":
        from os2governance.render.model.check_json import build_checked_models_object

        language = invocation.context.language
        write_json_object(build_checked_models_object("test", tested, language))
    else:
        from os2governance.render.model.check_text import render_tested_models_blocks

        print_page(render_tested_models_blocks(tested, invocation.context.language), invocation)
    if any(each.model is None or not each.example_count for each in tested):
        return EXIT_UNREADABLE
    return EXIT_FINDINGS if any(each.findings for each in tested) else 0
