"""`assess`: the level of each product, and the criteria that block the next."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from os2governance.cli.localised_click import Option, UsageError
from os2governance.cli.options import PATHS_ARGUMENT, Invocation, build_cluster_option, command
from os2governance.findings.finding import Finding
from os2governance.i18n.text import _

if TYPE_CHECKING:
    from os2governance.workflows.assess import DataFormat

HELP = _(
    "Assess products: levels, ratings, and what blocks the next level.\nPATH is a product's "
    "folder, its product.yaml, or a folder of products; it defaults to the folder products. One "
    "product is shown in full, several as an overview.\nExit code: 0, or 2 if a file cannot be "
    "read or there is nothing to assess."
)
EXAMPLES = (
    "os2governance assess",
    "os2governance assess products/os2eksempel --as-of 2026-05-01",
    "os2governance assess products --format json > vurdering.json",
)
OPTIONS = (
    Option(
        ["--format", "form"],
        _(
            "text for people, json for programs; csv and parquet for analysis (a row for each "
            "criterion of each product)."
        ),
        type=click.Choice(["text", "json", "csv", "parquet"]),
        default="text",
        metavar="text|json|csv|parquet",
    ),
    Option(
        ["--out"],
        _("The file to write json, csv or parquet to; defaults to standard output."),
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
    ),
    build_cluster_option(),
)
_NO_PARQUET_PAGE = _("Parquet cannot be written to a terminal; name a file with --out.")
_NO_TEXT_FILE = _("--out is for --format json, csv or parquet.")


@command("assess", HELP, EXAMPLES, PATHS_ARGUMENT, *OPTIONS)
def assess(
    invocation: Invocation,
    paths: tuple[str, ...],
    form: "Literal['text'] | DataFormat",
    out: Path | None,
    cluster: str | None,
) -> int:
    """Assess the products that the paths mean."""
    from os2governance.cli.output import EXIT_UNREADABLE
    from os2governance.workflows.find_products import list_product_files

    if out and form == "text":
        raise UsageError(_NO_TEXT_FILE)
    files, findings = list_product_files(paths, invocation.context.scope)
    if form != "text":
        whole = _write_data(files, findings, invocation, (form, out, cluster))
    elif len(files) > 1:
        whole = _print_overview(files, findings, invocation, cluster)
    else:
        whole = _print_product(files, findings, invocation)
    return 0 if whole and not findings else EXIT_UNREADABLE


def _print_product(
    files: Sequence[str], findings: Sequence[Finding], invocation: Invocation
) -> bool:
    """Print one product in full, if there is one; return whether it could be read."""
    from os2governance.cli.output import print_page
    from os2governance.product.product import UnreadableProduct
    from os2governance.render.assessment.product import render_product_blocks
    from os2governance.render.common.findings import (
        render_finding_blocks,
        render_unreadable_blocks,
    )
    from os2governance.workflows.find_products import assess_product_file

    context, whole = invocation.context, True
    for file in files:
        assessed, whole = assess_product_file(file, context.open_library(), context.as_of)
        if isinstance(assessed, UnreadableProduct):
            blocks = render_unreadable_blocks([assessed], context.language)
        else:
            blocks = render_product_blocks(assessed, context.language)
        print_page(blocks, invocation)
    print_page(render_finding_blocks(findings, context.language), invocation)
    return whole


def _print_overview(
    files: Sequence[str], findings: Sequence[Finding], invocation: Invocation, cluster: str | None
) -> bool:
    """Print several products on one page; return whether all could be read."""
    from os2governance.cli.output import print_page
    from os2governance.render.assessment.overview import (
        render_overview_blocks,
        render_overview_product,
    )
    from os2governance.render.common.findings import render_finding_blocks
    from os2governance.workflows.assess import AssessmentStream

    context = invocation.context
    stream = AssessmentStream(files, render_overview_product, context, cluster)
    overview = render_overview_blocks(
        stream.read_rendered(), stream.unreadable, context.language, context.as_of
    )
    print_page(overview, invocation)
    print_page(render_finding_blocks(findings, context.language), invocation)
    return stream.all_read


def _write_data(
    files: Sequence[str],
    findings: Sequence[Finding],
    invocation: Invocation,
    options: tuple["DataFormat", Path | None, str | None],
) -> bool:
    """Write what programs read; return whether all products could be read."""
    from os2governance.cli.output import print_findings_to_stderr, write_pieces
    from os2governance.workflows.assess import stream_assessments

    form, out, cluster = options
    if form == "parquet" and out is None and sys.stdout.isatty():
        raise UsageError(_NO_PARQUET_PAGE)
    stream, pieces = stream_assessments(form, files, findings, invocation.context, cluster)
    write_pieces(pieces, out)
    if form != "json":  # which has room for them
        wrong = [found for each in stream.unreadable for found in each.findings]
        print_findings_to_stderr([*wrong, *findings], invocation)
    return stream.all_read
