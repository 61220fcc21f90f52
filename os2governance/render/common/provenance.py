"""Provenance of an output, so that anybody can reproduce it (semantics §8)."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from os2governance.assessment.levels import Assessment
from os2governance.version import VERSION


def build_provenance(models: Mapping[str, str]) -> dict[str, Any]:
    """The engine's version, and the models with their digests."""
    return {"engine": VERSION, "models": dict(sorted(models.items()))}


def build_product_head(form: str, assessment: Assessment) -> dict[str, Any]:
    """The common head of the JSON outputs on one product."""
    product, model = assessment.product, assessment.model
    return {
        "format": form,
        **build_as_of(assessment.as_of),
        "made_from": build_provenance({model.reference: model.digest}),
        "product": product.id,
        "name": product.name,
        "file": assessment.document.file,
        "files": assessment.files,
        "model": model.reference,
        "levels": asdict(assessment.levels),
    }


def build_as_of(as_of: date) -> dict[str, str]:
    """The assessment date."""
    return {"as_of": as_of.isoformat()}
