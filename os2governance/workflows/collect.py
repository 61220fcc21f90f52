"""Something small of each product that paths mean, collected: entries, points, pairs.

Each product is assessed where its bytes are, so that no assessment is ever sent or kept.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from os2governance.assessment.levels import Assessment
from os2governance.findings.finding import Finding
from os2governance.model.library import Library
from os2governance.model.model import Model
from os2governance.product.product import UnreadableProduct
from os2governance.workflows.batch import Batch, run_batch
from os2governance.workflows.chunk import ProductWork, ReadProduct
from os2governance.workflows.context import Context
from os2governance.workflows.read_product import assess_read_product

Item = TypeVar("Item")
Item_co = TypeVar("Item_co", covariant=True)


class ItemBuilder(Protocol[Item_co]):
    """A function of a module that makes of one assessment what is collected."""

    def __call__(self, assessment: Assessment, /) -> Sequence[Item_co]:
        """The items of a product; they travel between processes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CollectedItems(Generic[Item]):
    """The items of all products in the order of their files, and findings on files."""

    items: Sequence[Item]
    findings: Sequence[Finding]


class CollectJob(NamedTuple):
    """What each product is assessed for."""

    as_of: date
    build: ItemBuilder[Any]


class ProductItems(NamedTuple):
    """The items of one product; none where it cannot be used."""

    items: Sequence[Any]
    findings: tuple[Finding, ...]


def collect_from_products(
    files: Sequence[str], build: ItemBuilder[Item], context: Context
) -> CollectedItems[Item]:
    """Collect what `build` makes of each product.

    Raises:
        NotPossibleError: when the processes cannot do the work.
    """
    items: list[Item] = []
    findings: list[Finding] = []
    job = CollectJob(context.as_of, build)
    for each in run_batch(Batch(files=files, work=_WORK, job=job, criteria=context.criteria)):
        items += each.items
        findings += each.findings
    return CollectedItems(items=items, findings=findings)


def _build_items(library: Library, job: CollectJob, product: ReadProduct) -> ProductItems:
    assessed, all_read = assess_read_product(product, library, job.as_of)
    if isinstance(assessed, UnreadableProduct):
        return ProductItems((), assessed.findings)
    errors = (found for found in assessed.findings if found.severity == "error")
    return ProductItems(job.build(assessed), () if all_read else tuple(errors))


def _report_failed_product(_job: CollectJob, _file: str, found: Finding) -> ProductItems:
    return ProductItems((), (found,))


_WORK: ProductWork[CollectJob, ProductItems] = ProductWork(_build_items, _report_failed_product)


def open_models(references: Iterable[str], context: Context) -> Mapping[str, Model]:
    """The models by their references, sorted; one that cannot be read is left out."""
    library = context.open_library()
    return {name: model for name in sorted(set(references)) if (model := library.model(name)[0])}
