"""Differences of a product from its old state, as JSON."""

from collections.abc import Sequence
from typing import Any

from os2governance.analysis.difference import Change, Step


def change_object(change: Change) -> dict[str, Any]:
    """A change as JSON: the product, and each level and criterion that differs."""
    known = change.after or change.before
    return {
        "product": change.product,
        "file": known.declaration.document.file if known else None,
        "before": change.before is not None,
        "after": change.after is not None,
        "unusable": change.unusable,
        "former": change.former,
        "levels": _steps(change.levels),
        "criteria": _steps(change.outcomes),
    }


def _steps(steps: Sequence[Step]) -> list[dict[str, str | None]]:
    return [step._asdict() for step in steps]
