"""`case`: the board paper."""

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import Invocation, command
from os2governance.i18n.text import _

HELP = _(
    "Make the board's paper on a product's level, or on a change of the model (in "
    "Danish).\nWithout --proposal it is on the level that the evaluation "
    "recommends, else the product's aim. Marked places are for text that only "
    "people can write; the text between the marks stays when FILE is made anew, "
    "but not what was changed outside them.\nWith --model-change REF is a model "
    "(os2/1.1.0), its folder, or a git revision (HEAD) to compare the model with; "
    "without PATH it is on all products in the folder products."
)
EXAMPLES = (
    "os2governance case products/os2eksempel --proposal 2",
    "os2governance case products/os2eksempel --format html --out sag.html",
    "os2governance case --model-change --from os2/1.1.0 --to criteria/os2/1.2.0",
)
OPTIONS = (
    Option(["--proposal"], _("The level that is proposed (its id)."), metavar="LEVEL"),
    Option(["--model-change"], _("The paper on a change of the model."), is_flag=True),
    Option(["--from", "before"], _("The model before (with --model-change)."), metavar="REF"),
    Option(["--to", "after"], _("The model after; the newest if not given."), metavar="REF"),
    Option(
        ["--format", "form"],
        _("html is ready to print on A4."),
        type=click.Choice(["markdown", "html"]),
        default="markdown",
        metavar="markdown|html",
    ),
    Option(["--out"], _("The file to write; else it is shown."), metavar="FILE"),
)


@command("case", HELP, EXAMPLES, click.Argument(["paths"], nargs=-1, metavar="[PATH]"), *OPTIONS)
def case_(  # noqa: PLR0913 - one for each option
    invocation: Invocation, paths: tuple[str, ...], *, proposal: str | None, model_change: bool,
    before: str | None, after: str | None, form: str, out: str | None,
) -> int:  # fmt: skip
    """Write the board paper on one product, or on a change of the model."""
    from os2governance.cli.output import show_findings, write_output
    from os2governance.cli.papers import write_board_paper
    from os2governance.render.common.paper_html import render_paper_html
    from os2governance.render.common.paper_markdown import render_paper_markdown
    from os2governance.workflows.board_case import prepare_model_paper, prepare_product_paper

    if model_change:
        parts, unread = prepare_model_paper(
            before, after, paths=paths, proposal=proposal, context=invocation.context
        )
    else:
        parts, unread = prepare_product_paper(paths, proposal, (before, after), invocation.context)
    if parts is None:
        return show_findings(unread, invocation, "text")
    view = render_paper_html if form == "html" else render_paper_markdown
    if out is None:
        write_output(view(parts, {}))
        return 0
    findings = write_board_paper(out, lambda kept: view(parts, kept), invocation)
    return show_findings(findings, invocation, "text") if findings else 0
