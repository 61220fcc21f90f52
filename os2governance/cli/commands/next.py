"""`next`: the plan for the level placed or recommended, else the next, by responsible role."""

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import Invocation, command
from os2governance.cli.output import print_page, show_findings, write_json_object, write_output
from os2governance.i18n.text import _

HELP = _(
    "Show what is missing for a level: who has to do what, and what is not answered.\nThe level "
    "is the one that the product is placed at or recommended for, if that is not reached, and "
    "else the next. The criteria are grouped by who has to act, with the least that is needed, "
    "the lightest first. PATH is the product's folder or its product.yaml."
)
EXAMPLES = (
    "os2governance next products/os2eksempel",
    "os2governance next products/os2eksempel --format json",
    "os2governance next products/os2eksempel --format html > plan.html",
)
LEVEL_OPTION = Option(
    ["--level"],
    _("Another level (its id)."),
    metavar="LEVEL",
)

FORMAT_OPTION = Option(
    ["--format", "form"],
    _(
        "text for people, json for programs; markdown and html are a paper of one "
        "page, html ready to print on A4."
    ),
    type=click.Choice(["text", "json", "markdown", "html"]),
    default="text",
    metavar="FORM",
)


@command(
    "next", HELP, EXAMPLES, click.Argument(["path"], metavar="PATH"), LEVEL_OPTION, FORMAT_OPTION
)
def next_(invocation: Invocation, path: str, level: str | None, form: str) -> int:
    """Plan for one product."""
    from os2governance.workflows.plan import find_renewals, plan_product

    language = invocation.context.language
    plan, findings = plan_product(path, level, invocation.context)
    if plan is None:
        return show_findings(findings, invocation, form)
    if form == "json":
        from os2governance.render.plan.json import build_plan_object

        write_json_object(build_plan_object(plan, language))
    elif form == "text":
        from os2governance.render.plan.text import render_plan_blocks

        print_page(render_plan_blocks(plan, language), invocation)
    else:
        from os2governance.render.plan.paper import render_plan_document

        write_output(render_plan_document(plan, find_renewals(plan), form, language))
    return 0
