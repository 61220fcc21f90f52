"""Differences of a product from its old state, as JSON."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from os2governance.analysis.difference import ProductChange, ValueChange


def build_change_object(change: ProductChange) -> dict[str, Any]:
    """A change as JSON: the product, and each level and criterion that differs."""
    known = change.after or change.before
    return {
        "product": change.product,
        "file": known.document.file if known else None,
        "before": change.before is not None,
        "after": change.after is not None,
        "unusable": change.unusable,
        "former": change.former_id,
        "levels": [asdict(step) for step in change.levels],
        "criteria": _build_value_changes(change.outcomes),
    }


def _build_value_changes(steps: Sequence[ValueChange]) -> list[dict[str, str | None]]:
    return [step._asdict() for step in steps]
