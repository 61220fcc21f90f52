"""Consequences of a decision, as JSON."""

from typing import Any

from os2governance.authoring.decision import Forecast
from os2governance.render.common.provenance import product_head

FORMAT = "os2governance/decided/1"


def forecast_object(forecast: Forecast) -> dict[str, Any]:
    """The product after the decision, and its levels before it."""
    before, after = forecast
    return {
        **product_head(FORMAT, after),
        "before": before.levels._asdict(),
        "standing": after.standing,
        "reservations": list(after.reservations),
        "unexplained": list(forecast.unexplained),
        "findings": [],
    }
