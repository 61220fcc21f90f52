"""`assess`: the level of each product, and the criteria that block the next."""

import click

from os2governance.cli.options import Invocation, build_format_option, command
from os2governance.i18n.text import _

HELP = _(
    "Assess products: levels, lights, and what stands in the way.\nPATH is a "
    "product's folder, its product.yaml, or a folder of products; without PATH the "
    "folder products. One product is shown whole, several as an overview.\nExit "
    "code: 0, or 2 if a file cannot be read or there is nothing to assess."
)
EXAMPLES = (
    "os2governance assess",
    "os2governance assess products/os2eksempel --as-of 2026-05-01",
    "os2governance assess products --format json > vurdering.json",
)


@command(
    "assess",
    HELP,
    EXAMPLES,
    click.Argument(["paths"], nargs=-1, metavar="[PATH]..."),
    build_format_option(),
)
def assess(invocation: Invocation, paths: tuple[str, ...], form: str) -> int:
    """Assess the products that the paths mean."""
    from os2governance.cli.output import EXIT_UNREADABLE
    from os2governance.workflows.find_products import list_product_files

    files, findings = list_product_files(paths)
    if form == "json":
        from os2governance.workflows.assess import write_assessments_json as write
    else:
        from os2governance.cli.assess_pages import print_assessments as write
    whole = write(files, findings, invocation)
    return 0 if whole and not findings else EXIT_UNREADABLE
