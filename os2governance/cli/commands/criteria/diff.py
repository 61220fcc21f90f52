"""`criteria diff`: differences between two versions of a model."""

import click

from os2governance.cli.options import Invocation, build_format_option, command
from os2governance.cli.output import print_page, show_findings, write_json_object
from os2governance.i18n.text import _

HELP = _(
    "Show the differences between two versions of a model.\nFROM and TO are versions of the same "
    "model, in either order."
)
EXAMPLES = ("os2governance criteria diff os2/1.0 os2/1.1.0",)


@command(
    "diff",
    HELP,
    EXAMPLES,
    click.Argument(["first"], metavar="FROM"),
    click.Argument(["second"], metavar="TO"),
    build_format_option(),
)
def diff(invocation: Invocation, first: str, second: str, form: str) -> int:
    """Compare two versions."""
    from os2governance.workflows.model_difference import compare_versions

    difference, findings = compare_versions(first, second, invocation.context)
    if difference is None:
        return show_findings(findings, invocation, form)
    if form == "json":
        from os2governance.render.model.version_diff_json import build_version_diff_object

        write_json_object(build_version_diff_object(*difference))
    else:
        from os2governance.render.model.version_diff_text import render_version_diff_blocks

        blocks = render_version_diff_blocks(*difference, invocation.context.language)
        print_page(blocks, invocation)
    return 0
