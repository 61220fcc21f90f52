"""A product that was evaluated on 1 March 2026, with what was declared before and what is now."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from folders import criterion, dump, write_model, write_product
from pages import FRESH, LICENCE, OPEN

from os2governance import assess, load_model, load_product
from os2governance.assessment.levels import Assessment

EVALUATED = "2026-03-01"
CRITERIA = [
    criterion("A", "low", OPEN, partly=LICENCE),
    criterion("T", "low", FRESH, partly=LICENCE),
    criterion("P", "low", OPEN, partly=FRESH),
    {"id": "J", "level": "low", "responsible": "owner"},
]


def evaluated(
    folder: Path,
    light: str,
    then: dict[str, Any] | None,
    now: dict[str, Any],
    as_of: date = date(2026, 5, 1),
    criteria: Sequence[dict[str, Any]] = CRITERIA,
) -> Assessment:
    """Assess it; `then` is None where no earlier declaration was kept."""
    lights = {each["id"]: {"light": light, "grounds": "x"} for each in criteria}
    rated = {"evaluated": {"on": EVALUATED, "by": "Eva"}, "lights": lights}
    model = load_model(write_model(folder, [*criteria]))
    there = write_product(
        folder, declared={"on": "2026-04-01", "by": "E"}, evaluations=[rated], **now
    )
    if then is not None:
        day = {"on": "2026-02-01", "by": "E"}
        common = {"product": "tool", "name": "Tool", "kind": "product", "model": "small/1"}
        (there / "declarations").mkdir()
        dump(
            there / "declarations" / "2026-02-01.yaml",
            {"format": "os2governance/product/1", **common, "declared": day, **then},
        )
    return assess(load_product(there, model), model, as_of=as_of)
