"""Consequences of a decision, as JSON."""

from dataclasses import asdict
from typing import Any

from os2governance.authoring.decision import DecisionConsequences, RecordedAcceptance
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
        "accepts": {
            each.outcome.criterion.id: _build_acceptance(each) for each in forecast.accepted
        },
        "withdraws": list(forecast.withdrawn),
        "findings": [],
    }


def _build_acceptance(accepted: RecordedAcceptance) -> dict[str, Any]:
    given, earlier = accepted.given, accepted.earlier
    ended = earlier.until if earlier else None
    return {
        "level": given.level,
        "counts": accepted.counts,
        "until": given.until.isoformat() if given.until else None,
        "action": given.action,
        "responsible": given.responsible or None,
        "renewal": given.renewal,
        "earlier_until": ended.isoformat() if ended else None,
    }
