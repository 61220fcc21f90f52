"""`assess --format json` as a stream: one line a product, with totals counted on the way."""

import gc
from collections.abc import Iterator, Sequence

from os2governance.cli.bilingual_click import UsageError
from os2governance.cli.options import Given
from os2governance.cli.output import ESCAPED, put
from os2governance.findings.finding import Finding
from os2governance.product.reader import Library, Unreadable
from os2governance.render.assessment.assessment_json import product_json
from os2governance.render.assessment.assessments_json import (
    Counted,
    Totals,
    counted,
    head,
    tail,
    unreadable,
)
from os2governance.workflows.batch import COLLECT_AFTER, ENDED, ProcessEndedError, Work, in_chunks
from os2governance.workflows.find_products import result


def write_json(files: Sequence[str], findings: Sequence[Finding], given: Given) -> bool:
    """Print the JSON; return whether every file could be read."""
    totals = Totals()
    try:
        for piece in stream(files, findings, given, totals):
            put(piece)
    except ProcessEndedError:
        raise UsageError(ENDED) from None
    return totals.all_read


def stream(
    files: Sequence[str], findings: Sequence[Finding], given: Given, totals: Totals
) -> Iterator[bytes]:
    """Yield the whole JSON in pieces; totals are accumulated in `totals`."""
    yield head(given.as_of).encode()
    between = b"\n"
    for lines, products in in_chunks(files, _work(given)):
        if lines:
            yield between + lines
            between = b",\n"
        for product in products:
            totals.add(Counted(*product))
    yield tail(totals, findings, given.language).encode(errors=ESCAPED)


def _work(given: Given) -> Work:
    """Build the task for a chunk of files: it returns JSON lines, and a tally of each product."""
    library = Library.at(given.criteria)
    gc.set_threshold(COLLECT_AFTER)

    def work(files: Sequence[str]) -> tuple[bytes, list[Counted]]:
        lines: list[str] = []
        products: list[Counted] = []
        for file in files:
            line, product = _assessed(file, library, given)
            lines += [line] if line else []
            products.append(product)
        return ",\n".join(lines).encode(errors=ESCAPED), products

    return work


def _assessed(file: str, library: Library, given: Given) -> tuple[str, Counted]:
    assessed, whole = result(file, library, given.as_of)
    if isinstance(assessed, Unreadable):
        return "", unreadable(assessed.file, assessed.findings, given.language)
    return product_json(assessed, given.language), counted(assessed, records_read=whole)
