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
    """The items of all products in the order of their files, and findings on files.

    `unread` are the files of the products that cannot be used.
    """

    items: Sequence[Item]
    unread: Sequence[str]
    findings: Sequence[Finding]


class CollectJob(NamedTuple):
    """What each product is assessed for."""

    as_of: date
    build: ItemBuilder[Any]


class ProductItems(NamedTuple):
    """The items of one product; None where it cannot be used."""

    items: Sequence[Any] | None
    findings: tuple[Finding, ...]


def collect_from_products(
    files: Sequence[str],
    build: ItemBuilder[Item],
    context: Context,
    cluster: str | None = None,
) -> CollectedItems[Item]:
    """Collect what `build` makes of each product.

    Raises:
        NotPossibleError: when the processes or the cluster cannot do the work.
    """
    items: list[Item] = []
    unread: list[str] = []
    findings: list[Finding] = []
    batch = Batch(
        files=files,
        work=_WORK,
        job=CollectJob(context.as_of, build),
        criteria=context.criteria,
        cluster=cluster,
    )
    for file, each in zip(files, run_batch(batch), strict=True):
        findings += each.findings
        if each.items is None:
            unread.append(file)
        else:
            items += each.items
    return CollectedItems(items=items, unread=unread, findings=findings)


def _build_items(library: Library, job: CollectJob, product: ReadProduct) -> ProductItems:
    assessed, all_read = assess_read_product(product, library, job.as_of)
    if isinstance(assessed, UnreadableProduct):
        return ProductItems(None, assessed.findings)
    errors = (found for found in assessed.findings if found.severity == "error")
    return ProductItems(job.build(assessed), () if all_read else tuple(errors))


def _report_failed_product(_job: CollectJob, _file: str, found: Finding) -> ProductItems:
    return ProductItems(None, (found,))


_WORK: ProductWork[CollectJob, ProductItems] = ProductWork(_build_items, _report_failed_product)


def open_models(references: Iterable[str], context: Context) -> Mapping[str, Model]:
    """The models by their references, sorted; one that cannot be read is left out."""
    library = context.open_library()
    return {name: model for name in sorted(set(references)) if (model := library.model(name)[0])}
