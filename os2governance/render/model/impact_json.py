"""Impact of a model change on products, as JSON."""

from datetime import date
from typing import Any

from os2governance.analysis.model_impact import Impact, ModelComparison
from os2governance.i18n.text import Language
from os2governance.render.changes.json import build_product_change_object
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.common.provenance import build_as_of
from os2governance.render.model.impact_text import count_impacts
from os2governance.version import VERSION

FORMAT = "os2governance/impact/1"


def build_impact_object(found: ModelComparison, as_of: date, language: Language) -> dict[str, Any]:
    """Each product under both models; the models may have the same name."""
    before, after = (
        {"model": m.reference, "digest": m.digest, "file": m.file} for m in found.models
    )
    return {
        "format": FORMAT,
        **build_as_of(as_of),
        "made_from": {"engine": VERSION, "from": before, "to": after},
        "counts": count_impacts(found.impacts),
        "elsewhere": dict(found.elsewhere),
        "products": [_build_product_impact(each, language) for each in found.impacts],
        "findings": build_finding_objects(found.findings, language),
    }


def _build_product_impact(each: Impact, language: Language) -> dict[str, Any]:
    return {
        **build_product_change_object(each.attribution),
        "way": each.direction,
        "unsettled": each.unsettled,
        "stopping": each.stopping,
        "opened": each.opened,
        "freed": each.freed,
        "asked": dict(each.asked),
        "again": each.again,
        "forbidden": build_finding_objects(each.forbidden, language),
    }
