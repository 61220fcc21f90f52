"""Two states of a product, and what differs between them, for tests of `changes`."""

from datetime import date
from pathlib import Path
from typing import Any

from folders import criterion
from pages import FRESH, OPEN, TITLE, TODAY, assessed, loaded, state

from os2governance.analysis.attribution import Attribution, attribute_change
from os2governance.analysis.difference import ProductChange

CRITERIA = [criterion("A", "low", OPEN, title=TITLE), criterion("B", "high", FRESH)]
MET = {"open": True, "group": {"met_on": "2026-01-15"}}
UNMET = {"open": False, "group": {"met_on": "2026-01-15"}}


def attributed(
    folder: Path, before: dict[str, Any], after: dict[str, Any], later: date = TODAY
) -> Attribution:
    """Two states of a product under one model, and the causes of what differs."""
    model = loaded(folder, CRITERIA)
    return attribute_change(
        state(folder / "before", model, **before), state(folder / "after", model, later, **after)
    )


def fallen(folder: Path, **more: Any) -> Attribution:
    """A product that falls below the lowest level, since a fact is no longer so."""
    return attributed(folder, {"facts": MET, **more}, {"facts": UNMET, **more})


def changed(
    folder: Path, before: dict[str, Any] | None, after: dict[str, Any] | None
) -> ProductChange:
    """Two assessments of a product, each of which may be missing."""
    model = loaded(folder, CRITERIA)
    sides = (
        None if said is None else assessed(folder / name, model, **said)
        for name, said in (("before", before), ("after", after))
    )
    return ProductChange(*sides)
