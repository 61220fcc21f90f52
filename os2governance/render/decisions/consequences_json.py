"""Consequences of a decision, as JSON."""

from dataclasses import asdict
from typing import Any

from os2governance.authoring.decision import DecisionConsequences
from os2governance.render.common.provenance import build_product_head

FORMAT = "os2governance/decided/1"


def build_consequences_object(forecast: DecisionConsequences) -> dict[str, Any]:
    """The product after the decision, and its levels before it."""
    before, after = forecast
    return {
        **build_product_head(FORMAT, after),
        "before": asdict(before.levels),
        "standing": after.lifecycle,
        "reservations": list(after.reservations),
        "unexplained": list(forecast.uncovered_criteria),
        "findings": [],
    }
