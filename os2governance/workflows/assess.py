"""`assess --format json` as a stream: one line a product, with totals counted on the way."""

import gc
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from os2governance.cli.options import Invocation
from os2governance.cli.output import write_output
from os2governance.documents.json_writer import ENCODING_ERRORS
from os2governance.findings.finding import Finding
from os2governance.findings.not_possible import NotPossibleError
from os2governance.model.library import Library
from os2governance.product.product import UnreadableProduct
from os2governance.render.assessment.json import (
    AssessmentTotals,
    ProductTally,
    render_assessments_head,
    render_assessments_tail,
    tally_product,
    tally_unreadable_product,
)
from os2governance.render.assessment.product_json import render_product_json
from os2governance.workflows.batch import (
    GC_THRESHOLD,
    PROCESS_ENDED,
    ChunkTask,
    ProcessEndedError,
    run_in_chunks,
)
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import assess_product_file


def write_assessments_json(
    files: Sequence[str], findings: Sequence[Finding], invocation: Invocation
) -> bool:
    """Print the JSON; return whether every file could be read."""
    totals = AssessmentTotals()
    try:
        for piece in stream_assessments(files, findings, invocation.context, totals):
            write_output(piece)
    except ProcessEndedError:
        raise NotPossibleError(PROCESS_ENDED) from None
    return totals.all_records_read


def stream_assessments(
    files: Sequence[str], findings: Sequence[Finding], context: Context, totals: AssessmentTotals
) -> Iterator[bytes]:
    """Yield the whole JSON in pieces; totals are accumulated in `totals`."""
    yield render_assessments_head(context.as_of).encode()
    between = b"\n"
    for lines, products in run_in_chunks(files, _build_task(context)):
        if lines:
            yield between + lines
            between = b",\n"
        for product in products:
            totals.add(ProductTally(**product))
    yield render_assessments_tail(totals, findings, context.language).encode(
        errors=ENCODING_ERRORS
    )


def _build_task(context: Context) -> ChunkTask:
    """Build the task for a chunk of files: it returns JSON lines, and a tally of each product."""
    library = context.open_library()
    gc.set_threshold(GC_THRESHOLD)

    def work(files: Sequence[str]) -> tuple[bytes, list[dict[str, Any]]]:
        lines: list[str] = []
        products: list[dict[str, Any]] = []
        for file in files:
            line, product = _assess_to_json(file, library, context)
            lines += [line] if line else []
            products.append(asdict(product))
        return ",\n".join(lines).encode(errors=ENCODING_ERRORS), products

    return work


def _assess_to_json(file: str, library: Library, context: Context) -> tuple[str, ProductTally]:
    assessed, whole = assess_product_file(file, library, context.as_of)
    if isinstance(assessed, UnreadableProduct):
        return "", tally_unreadable_product(assessed.file, assessed.findings, context.language)
    return render_product_json(assessed, context.language), tally_product(
        assessed, records_read=whole
    )
