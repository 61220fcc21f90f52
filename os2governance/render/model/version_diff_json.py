"""Differences between two versions of a model, as JSON."""

from collections.abc import Sequence
from typing import Any

from os2governance.model.model import Model
from os2governance.model.versions import CriterionDifference
from os2governance.render.common.provenance import build_provenance

FORMAT = "os2governance/criteria-diff/1"


def build_version_diff_object(
    before: Model, after: Model, differences: Sequence[CriterionDifference]
) -> dict[str, Any]:
    """Every criterion that differs, and how."""
    models = {model.reference: model.digest for model in (before, after)}
    return {
        "format": FORMAT,
        "made_from": build_provenance(models),
        "before": before.reference,
        "after": after.reference,
        "criteria": [
            {
                "before": list(each.before),
                "after": each.after,
                "changes": list(each.kinds),
                "levels": list(each.levels) if each.levels else None,
            }
            for each in differences
        ],
        "findings": [],
    }
