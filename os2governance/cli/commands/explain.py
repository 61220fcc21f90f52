"""`explain`: the full explanation, criterion by criterion."""

import click

from os2governance.cli.options import Invocation, build_format_option, command
from os2governance.cli.output import print_page, show_findings, write_json_object
from os2governance.i18n.text import _

HELP = _(
    "Explain a product's criteria, with the full reasoning.\nThe rule in words, what was found "
    "and where, the answer, and what to do. PATH is the product's folder or its product.yaml. "
    "Without CRITERION, all criteria that are not met."
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
    from os2governance.workflows.explain import explain_product

    language = invocation.context.language
    explained, findings = explain_product(path, names, invocation.context)
    if explained is None:
        return show_findings(findings, invocation, form)
    if form == "json":
        from os2governance.render.assessment.explain_json import build_explanation_object

        write_json_object(build_explanation_object(*explained, language))
    else:
        from os2governance.render.assessment.explain import render_explanation_blocks

        blocks = render_explanation_blocks(*explained, language, rest=not names)
        print_page(blocks, invocation)
    return 0
