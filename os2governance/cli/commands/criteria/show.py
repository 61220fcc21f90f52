"""`criteria show`: criteria in full, with their rules in words."""

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import Invocation, build_format_option, command
from os2governance.cli.output import print_page, show_findings, write_json_object
from os2governance.i18n.text import _

HELP = _(
    "Show criteria with their rule in words.\nAlso what they require, which facts they rest on, "
    "and what to do. Without ID, all criteria."
)
EXAMPLES = ("os2governance criteria show", "os2governance criteria show --lang en --format json")
MODEL_OPTION = Option(
    ["--model", "wanted"],
    _("A model, or its folder."),
    metavar="REF",
)


@command(
    "show",
    HELP,
    EXAMPLES,
    click.Argument(["names"], nargs=-1, metavar="[ID]..."),
    MODEL_OPTION,
    build_format_option(),
)
def show(invocation: Invocation, names: tuple[str, ...], wanted: str | None, form: str) -> int:
    """Show criteria of one model."""
    from os2governance.workflows.choose_model import choose_criteria

    language = invocation.context.language
    chosen, findings = choose_criteria(names, wanted, invocation.context)
    if chosen is None:
        return show_findings(findings, invocation, form)
    model, criteria = chosen
    if form == "json":
        from os2governance.render.model.criteria_json import build_criteria_object

        write_json_object(build_criteria_object([model], criteria, [], language))
    else:
        from os2governance.render.model.criteria_text import render_full_criterion_blocks

        print_page(render_full_criterion_blocks(model, criteria, language), invocation)
    return 0
