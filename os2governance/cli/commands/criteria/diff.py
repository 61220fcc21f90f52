"""`criteria diff`: differences between two versions of a model."""

import click

from os2governance.cli.options import Invocation, build_format_option, command
from os2governance.i18n.text import _

HELP = _(
    "Say what differs between two versions of a model.\nFROM and TO are versions of "
    "the same model, in either order."
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
    from os2governance.cli.output import print_page, show_findings, write_json_object
    from os2governance.findings.finding import Location, make_finding
    from os2governance.model.versions import compare_criteria, link_along, reverse_links
    from os2governance.render.model.version_diff_json import build_version_diff_object
    from os2governance.render.model.version_diff_text import render_version_diff_blocks
    from os2governance.workflows.choose_model import find_library_model

    library = invocation.context.open_library()
    before, wrong = find_library_model(library, first)
    after, more = find_library_model(library, second)
    if before is None or after is None:
        return show_findings([*wrong, *more], invocation, form)
    forward = library.chain(before.reference, after.reference)
    chain = forward or library.chain(after.reference, before.reference)
    if not chain:
        name, other = after.reference, before.reference
        none = make_finding("lineage-none", Location(after.file, 1, 1), name=name, other=other)
        return show_findings([none], invocation, form)
    found = link_along(chain) if forward else reverse_links(link_along(chain))
    said = compare_criteria(before, after, found)
    if form == "json":
        write_json_object(build_version_diff_object(before, after, said))
    else:
        print_page(
            render_version_diff_blocks(before, after, said, invocation.context.language),
            invocation,
        )
    return 0
