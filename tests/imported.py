"""What was imported from a document, for tests of how it is told."""

from dataclasses import replace
from typing import Any

from os2governance.exchange.import_outcome import ImportOutcome

REPORT = ImportOutcome(
    file="report.md",
    kind="report",
    model="small/1",
    product="tool",
    counts={"met": 2, "unmet": 1, "none": 3},
    facts=0,
    written_file="products/tool/product.yaml",
    findings=(),
    digest="sha256:0",
)


def outcome(**more: Any) -> ImportOutcome:
    return replace(REPORT, **more)


REFUSED = outcome(kind=None, model=None, product=None, counts={}, written_file=None)
