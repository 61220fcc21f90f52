"""`criteria diff`: differences between two versions of a model."""

import click

from os2governance.cli.options import Given, command, format_option
from os2governance.i18n.text import Text

WORDS = Text(
    "Sig, hvad der er forskelligt mellem to versioner af en model.\n"
    "FROM og TO er versioner af den samme model, i hvilken orden det skal være.",
    "Say what differs between two versions of a model.\n"
    "FROM and TO are versions of the same model, in either order.",
)
EXAMPLES = ("os2governance criteria diff os2/1.0 os2/1.1.0",)


@command(
    "diff",
    WORDS,
    EXAMPLES,
    click.Argument(["first"], metavar="FROM"),
    click.Argument(["second"], metavar="TO"),
    format_option(),
)
def diff(given: Given, first: str, second: str, form: str) -> int:
    """Compare two versions."""
    from os2governance.cli.output import page, put_object, show_findings
    from os2governance.findings.finding import Place, finding
    from os2governance.model.versions import differences, links, turned
    from os2governance.product.reader import Library
    from os2governance.render.model.versions_json import lineage_object
    from os2governance.render.model.versions_text import lineage_blocks
    from os2governance.workflows.choose_model import known_model

    library = Library.at(given.criteria)
    before, wrong = known_model(library, first)
    after, more = known_model(library, second)
    if before is None or after is None:
        return show_findings([*wrong, *more], given, form)
    forward = library.chain(before.reference, after.reference)
    chain = forward or library.chain(after.reference, before.reference)
    if not chain:
        name, other = after.reference, before.reference
        none = finding("lineage-none", Place(after.file, 1, 1), name=name, other=other)
        return show_findings([none], given, form)
    found = links(chain) if forward else turned(links(chain))
    said = differences(before, after, found)
    if form == "json":
        put_object(lineage_object(before, after, said))
    else:
        page(lineage_blocks(before, after, said, given.language), given)
    return 0
