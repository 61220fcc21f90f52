"""From what an output was made, so that anybody can make it again (semantics §8)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from os2governance.assessment.levels import Assessment
from os2governance.version import VERSION


def made_from(models: Mapping[str, str]) -> dict[str, Any]:
    """Name the engine's version, and the models with their hashes."""
    return {"engine": VERSION, "models": dict(sorted(models.items()))}


def product_head(form: str, assessment: Assessment) -> dict[str, Any]:
    """Give what the JSON of one product's questions begins with."""
    declaration, model = assessment.declaration, assessment.model
    return {
        "format": form,
        **dated(assessment.as_of),
        "made_from": made_from({model.reference: model.digest}),
        "product": declaration.product,
        "name": declaration.name,
        "file": declaration.document.file,
        "files": assessment.files,
        "model": model.reference,
        "levels": assessment.levels._asdict(),
    }


def dated(as_of: date) -> dict[str, str]:
    """Give the assessment date."""
    return {"as_of": as_of.isoformat()}
