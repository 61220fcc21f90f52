"""Figures over the portfolio: of each product only its contribution is kept in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from os2governance.findings.finding import Finding
from os2governance.model.library import Library
from os2governance.model.model import Model
from os2governance.portfolio.contribution import ProductContribution, build_contribution
from os2governance.portfolio.figures import Portfolio, count_portfolio
from os2governance.product.product import UnreadableProduct
from os2governance.workflows.batch import Batch, run_batch
from os2governance.workflows.chunk import ProductWork, ReadProduct
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import list_product_files
from os2governance.workflows.read_product import assess_read_product


@dataclass(frozen=True, kw_only=True, slots=True)
class AssessedPortfolio:
    """The contributions of usable products, their models, the figures, and findings on files."""

    contributions: Sequence[ProductContribution]
    models: Mapping[str, Model]
    figures: Portfolio
    findings: Sequence[Finding]


class CountedProduct(NamedTuple):
    """The contribution of one product; None where it cannot be used."""

    contribution: ProductContribution | None
    findings: tuple[Finding, ...]


def assess_portfolio(
    paths: Sequence[str], context: Context, cluster: str | None = None
) -> AssessedPortfolio:
    """Compute the figures of the products that the paths mean.

    Raises:
        NotPossibleError: when the processes or the cluster cannot do the work.
    """
    files, findings = list_product_files(paths, context.scope)
    contributions: list[ProductContribution] = []
    batch = Batch(
        files=files,
        work=_PRODUCT_WORK,
        job=context.as_of,
        criteria=context.criteria,
        cluster=cluster,
    )
    for contribution, wrong in run_batch(batch):
        findings.extend(wrong)
        if contribution:
            contributions.append(contribution)
    library = context.open_library()
    models = {
        name: model
        for name in sorted({each.model for each in contributions})
        if (model := library.model(name)[0])
    }
    return AssessedPortfolio(
        contributions=contributions,
        models=models,
        figures=count_portfolio(contributions, models, len(files) - len(contributions)),
        findings=findings,
    )


def _count_product(library: Library, as_of: date, product: ReadProduct) -> CountedProduct:
    assessed, all_read = assess_read_product(product, library, as_of)
    if isinstance(assessed, UnreadableProduct):
        return CountedProduct(None, assessed.findings)
    errors = (found for found in assessed.findings if found.severity == "error")
    return CountedProduct(build_contribution(assessed), () if all_read else tuple(errors))


def _report_failed_product(_as_of: date, _file: str, found: Finding) -> CountedProduct:
    return CountedProduct(None, (found,))


_PRODUCT_WORK = ProductWork(_count_product, _report_failed_product)
