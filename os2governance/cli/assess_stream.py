"""`assess --format json` as a stream: one line for each product, counted on the way."""

import gc
import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from os2governance.cli.bilingual_click import UsageError
from os2governance.cli.options import Given
from os2governance.cli.output import ESCAPED, put
from os2governance.cli.parallel import COLLECT_AFTER, ENDED, ProcessEndedError, Work, in_chunks
from os2governance.cli.products import result
from os2governance.finding import Finding
from os2governance.runner import Library, Unreadable
from os2governance.views.assessment_json import FORMAT, finding_objects, product_json
from os2governance.views.made_from_json import made_from

encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str).encode


class Product(NamedTuple):
    """What is kept of one product when its line is written; plain, so that a pipe can carry it.

    `unreadable` says in JSON why a product cannot be read, and is empty for one that can.
    """

    model: str
    digest: str
    assessed: str | None
    records_read: bool
    unreadable: str


class Totals:
    """What is counted over all products."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.models: dict[str, str] = {}
        self.assessed: dict[str, int] = {}
        self.unreadable: list[str] = []
        self.below_lowest = 0
        self.all_read = True

    def add(self, product: Product) -> None:
        """Count one product."""
        self.all_read = self.all_read and product.records_read
        if product.unreadable:
            self.unreadable.append(product.unreadable)
            return
        self.models[product.model] = product.digest
        if product.assessed is None:
            self.below_lowest += 1
        else:
            self.assessed[product.assessed] = self.assessed.get(product.assessed, 0) + 1

    @property
    def products(self) -> int:
        """How many products have a level, or are below the lowest."""
        return self.below_lowest + sum(self.assessed.values())


def write_json(files: Sequence[str], findings: Sequence[Finding], given: Given) -> bool:
    """Print the JSON; say whether everything could be read."""
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
    """Give the whole JSON in pieces; what is counted on the way is left in `totals`."""
    head = encoded({"format": FORMAT, "as_of": given.as_of.isoformat()})
    yield f'{head[:-1]},"products":['.encode()
    between = b"\n"
    for lines, products in in_chunks(files, _work(given)):
        if lines:
            yield between + lines
            between = b",\n"
        for product in products:
            totals.add(Product(*product))
    unreadable = ",\n".join(totals.unreadable)
    portfolio = {
        "products": totals.products,
        "unreadable": len(totals.unreadable),
        "below_lowest": totals.below_lowest,
        "assessed": dict(sorted(totals.assessed.items())),
    }
    rest = {
        "portfolio": portfolio,
        "made_from": made_from(totals.models),
        "findings": finding_objects(findings, given.language),
    }
    yield f'\n],"unreadable":[{unreadable}],{encoded(rest)[1:]}\n'.encode(errors=ESCAPED)


def _work(given: Given) -> Work:
    """Give the work on a chunk of files: their lines, and what is kept of each."""
    library = Library.at(given.criteria)
    gc.set_threshold(COLLECT_AFTER)

    def work(files: Sequence[str]) -> tuple[bytes, list[Product]]:
        lines: list[str] = []
        products: list[Product] = []
        for file in files:
            line, product = _assessed(file, library, given)
            lines += [line] if line else []
            products.append(product)
        return ",\n".join(lines).encode(errors=ESCAPED), products

    return work


def _assessed(file: str, library: Library, given: Given) -> tuple[str, Product]:
    assessed, whole = result(file, library, given.as_of)
    if isinstance(assessed, Unreadable):
        said = {
            "file": assessed.file,
            "findings": finding_objects(assessed.findings, given.language),
        }
        return "", Product("", "", None, records_read=whole, unreadable=encoded(said))
    model, level = assessed.model, assessed.levels.assessed
    kept = Product(model.reference, model.digest, level, records_read=whole, unreadable="")
    return product_json(assessed, given.language), kept
