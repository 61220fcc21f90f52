"""Products with days on which something changes by itself, for tests of the forecast."""

from datetime import date
from pathlib import Path
from typing import Any

from folders import criterion
from pages import BOARD, FRESH, OPEN, TITLE, assessed, loaded

from os2governance.analysis.forecast import TurningPoint, find_turning_points
from os2governance.assessment.levels import Assessment

UNTIL = date(2027, 5, 1)
CRITERIA = [criterion("A", "low", FRESH, title=TITLE), criterion("B", "high", OPEN)]
ACCEPTED = {
    "on": "2026-02-01",
    "decision": "accept",
    "level": "high",
    "accepts": {"B": {"until": "2026-12-31", "action": "Åbne koden", "responsible": "owner"}},
    **BOARD,
}
LAST = date(2026, 10, 15)
"""The last day on which the meeting of the group is fresh."""


def looked_ahead(folder: Path, **more: Any) -> tuple[Assessment, tuple[TurningPoint, ...]]:
    """A product whose group last met in October 2025, and its turning points."""
    usual = {"facts": {"group": {"met_on": "2025-10-15"}, "open": False}, **more}
    product = assessed(folder, loaded(folder, CRITERIA), **usual)
    return product, tuple(find_turning_points(product, UNTIL))
