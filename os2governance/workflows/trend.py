"""The trend over the products that paths mean."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from os2governance.findings.finding import Finding
from os2governance.model.model import Model
from os2governance.portfolio.trend import (
    TrendGroup,
    TrendPoint,
    count_trend,
    list_trend_points,
)
from os2governance.workflows.collect import collect_from_products, open_models
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import list_product_files


class PortfolioTrend(NamedTuple):
    """Each product at the end of each half-year, the figures, their models, and findings."""

    points: Sequence[TrendPoint]
    groups: Sequence[TrendGroup]
    models: Mapping[str, Model]
    findings: Sequence[Finding]


def find_trend(paths: Sequence[str], context: Context) -> PortfolioTrend:
    """Find the trend of the products that the paths mean."""
    files, findings = list_product_files(paths, context.scope)
    found = collect_from_products(files, list_trend_points, context)
    models = open_models((each.own_model for each in found.items), context)
    points = sorted(found.items, key=lambda each: (each.product, each.half))
    return PortfolioTrend(
        points, count_trend(points, models), models, [*findings, *found.findings]
    )
