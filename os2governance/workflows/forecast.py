"""Forecast of products: what changes by itself until a day, if nobody touches a file."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from os2governance.analysis.forecast import TurningPoint, find_changes_through
from os2governance.assessment.levels import Assessment
from os2governance.findings.finding import Finding
from os2governance.product.product import UnreadableProduct
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import assess_product_file, list_product_files
from os2governance.workflows.safety_net import run_or_report

FORECAST_DAYS = 365


class Forecasts(NamedTuple):
    """The turning points of each product up to a day, and findings on what could not be read."""

    products: Sequence[tuple[Assessment, Sequence[TurningPoint]]]
    until: date
    findings: Sequence[Finding]


def forecast_products(paths: Sequence[str], until: date | None, context: Context) -> Forecasts:
    """Forecast the products that paths mean; without a last day, a year ahead."""
    files, findings = list_product_files(paths, context.scope)
    library = context.open_library()
    days = min(FORECAST_DAYS, (date.max - context.as_of).days)
    last = until or context.as_of + timedelta(days)
    products: list[tuple[Assessment, Sequence[TurningPoint]]] = []
    for file in files:
        assessed, all_read = assess_product_file(file, library, context.as_of)
        if isinstance(assessed, UnreadableProduct):
            findings += assessed.findings
            continue
        turns = run_or_report(partial(_list_turning_points, assessed, last), file, findings)
        if turns is not None:
            products.append((assessed, turns))
        if not all_read:
            findings += [each for each in assessed.findings if each.severity == "error"]
    return Forecasts(products, last, findings)


def _list_turning_points(assessed: Assessment, last: date) -> list[TurningPoint]:
    return list(find_changes_through(assessed, last))
