"""Two versions of a small model, and what the newer does to products, for tests of rendering."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from folders import LEVELS, criterion, write_model
from pages import BOARD, LICENCE, OPEN, TODAY, state

from os2governance import load_model
from os2governance.analysis.model_change_case import ModelChangeCase, build_model_change_case
from os2governance.analysis.model_impact import Impact, ModelComparison, assess_impact
from os2governance.findings.finding import Finding
from os2governance.model.model import Model
from os2governance.model.versions import CriterionDifference, compare_criteria, link_along

USERS = criterion("C", "low", {"fact": "users", "present": True})
OLD = [criterion("A", "low", OPEN), criterion("B", "high", LICENCE)]
NEW = [criterion("A", "low", OPEN), {**criterion("Z", "low", LICENCE)}, USERS]
TOLD = {"version": "1", "criteria": {"C": [], "Z": ["B"]}, "eased": ["Z"]}
PLACED = {"on": "2026-01-01", "decision": "place", "level": "low", **BOARD}
FALLS = {"facts": {"open": True, "licence": None, "users": []}, "decisions": [PLACED]}
OPENS = {"facts": {"open": True, "licence": "MIT"}, "decisions": [PLACED]}
"""A product that the newer model asks more of, and which has not said anything about that."""
WHOLE = {"facts": {"open": True, "licence": "MIT", "users": [{"name": "x"}]}}


def two_models(folder: Path, **more: Any) -> tuple[Model, Model]:
    """small/1 and small/2: a criterion is new, another renamed, eased, and moved down."""
    old = write_model(folder, OLD)
    usual = {"version": "2", "supersedes": TOLD, "levels": LEVELS, **more}
    made = write_model(folder / "newer", NEW, **usual)
    return load_model(old), load_model(made.rename(folder / "criteria/small/2"))


def differences(models: tuple[Model, Model]) -> list[CriterionDifference]:
    return compare_criteria(*models, link_along(models))


def impacts(folder: Path, models: tuple[Model, Model], **products: Any) -> list[Impact]:
    """What the newer model does to products of these ids."""
    old, new = models
    along = {(old.reference, new.reference): link_along([old, new])}
    return [
        assess_impact(
            state(folder, old, identity=name, **said),
            old,
            new,
            lambda a, b: along.get((a.reference, b.reference)) or link_along([a]),
        )
        for name, said in products.items()
    ]


def change_case(
    folder: Path,
    products: dict[str, Any],
    unread: Sequence[Finding] = (),
    models: tuple[Model, Model] | None = None,
    **more: Any,
) -> ModelChangeCase:
    """The case for the newer model, put to the board."""
    models = models or two_models(folder, **more)
    found = impacts(folder, models, **products)
    return build_model_change_case(
        compared(models, found, links=link_along(models), findings=tuple(unread)), TODAY
    )


def compared(models: tuple[Model, Model], found: Sequence[Impact], **more: Any) -> ModelComparison:
    """Two models, and products under both."""
    none = {"links": (), "elsewhere": {}, "findings": ()}
    return ModelComparison(models=models, impacts=tuple(found), **(none | more))
