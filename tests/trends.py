"""A product over three half-years, for tests of how a trend is told."""

from datetime import date
from pathlib import Path

from agreements import three
from pages import BOARD, assessed

from os2governance.model.model import Model
from os2governance.portfolio.trend import TrendPoint, list_trend_points

DAY = date(2026, 11, 23)
MET = {"answer": "met", "note": "Her"}
PLACED = {"on": "2026-04-01", "decision": "place", "level": "low", **BOARD}
EVALUATED = {"evaluated": {"on": "2026-03-01", "by": "E"}, "lights": {"A": {"light": "partly"}}}


def trend_of(folder: Path) -> tuple[tuple[TrendPoint, ...], dict[str, Model]]:
    """The points of a product that is placed, evaluated, and answers at last; and its model."""
    model = three(folder)
    product = assessed(
        folder,
        model,
        DAY,
        declared={"on": "2026-08-01", "by": "O"},
        answers={"A": MET, "B": MET, "C": MET},
        evaluations=[EVALUATED],
        decisions=[PLACED],
    )
    return list_trend_points(product), {model.reference: model}
