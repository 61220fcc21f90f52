"""Figures over the portfolio: of each product only its contribution is kept in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from os2governance.assessment.levels import Assessment
from os2governance.findings.finding import Finding
from os2governance.model.model import Model
from os2governance.portfolio.contribution import ProductContribution, build_contribution
from os2governance.portfolio.figures import Portfolio, count_portfolio
from os2governance.workflows.collect import collect_from_products, open_models
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import list_product_files


@dataclass(frozen=True, kw_only=True, slots=True)
class AssessedPortfolio:
    """The contributions of usable products, their models, the figures, and findings on files."""

    contributions: Sequence[ProductContribution]
    models: Mapping[str, Model]
    figures: Portfolio
    findings: Sequence[Finding]


def assess_portfolio(
    paths: Sequence[str], context: Context, cluster: str | None = None
) -> AssessedPortfolio:
    """Compute the figures of the products that the paths mean.

    Raises:
        NotPossibleError: when the processes or the cluster cannot do the work.
    """
    files, findings = list_product_files(paths, context.scope)
    found = collect_from_products(files, _list_contributions, context, cluster)
    models = open_models((each.model for each in found.items), context)
    return AssessedPortfolio(
        contributions=found.items,
        models=models,
        figures=count_portfolio(found.items, models, len(found.unread)),
        findings=[*findings, *found.findings],
    )


def _list_contributions(assessment: Assessment) -> tuple[ProductContribution]:
    return (build_contribution(assessment),)
