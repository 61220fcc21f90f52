"""`explain`: the full explanation, criterion by criterion."""

import click

from os2governance.cli.options import Invocation, build_format_option, command
from os2governance.i18n.text import _

HELP = _(
    "Explain a product's criteria, with the whole reason.\nThe rule in words, what "
    "was found and where, what was answered, and what to do. PATH is the product's "
    "folder or its product.yaml. Without CRITERION all that is not met is "
    "explained."
)
EXAMPLES = (
    "os2governance explain products/os2eksempel",
    "os2governance explain products/os2eksempel --format json",
)


@command(
    "explain",
    HELP,
    EXAMPLES,
    click.Argument(["path"], metavar="PATH"),
    click.Argument(["names"], nargs=-1, metavar="[CRITERION]..."),
    build_format_option(),
)
def explain(invocation: Invocation, path: str, names: tuple[str, ...], form: str) -> int:
    """Explain criteria of one product; without ids, all that are not met."""
    from os2governance.cli.output import print_page, show_findings, write_json_object
    from os2governance.render.assessment.explain import render_explanation_blocks
    from os2governance.render.assessment.explain_json import build_explanation_object
    from os2governance.workflows.find_products import assess_one_product
    from os2governance.workflows.names import check_criterion_ids

    assessment = assess_one_product(path, invocation.context)
    if isinstance(assessment, list):
        return show_findings(assessment, invocation, form)
    check_criterion_ids(names, assessment.model)
    if names:
        outcomes = [assessment.outcome(name) for name in names]
    else:
        outcomes = [outcome for outcome in assessment.outcomes if outcome.status != "met"]
    if form == "json":
        write_json_object(
            build_explanation_object(assessment, outcomes, invocation.context.language)
        )
    else:
        print_page(
            render_explanation_blocks(
                assessment, outcomes, invocation.context.language, rest=not names
            ),
            invocation,
        )
    return 0
