"""Imported documents as JSON ("os2governance/import/1")."""

from collections.abc import Sequence
from typing import Any

from os2governance.exchange.outcome import Outcome
from os2governance.i18n.text import Language
from os2governance.render.assessment.assessment_json import finding_objects


def imported_object(outcomes: Sequence[Outcome], language: Language) -> dict[str, Any]:
    """The result for each document, and all findings."""
    return {
        "format": "os2governance/import/1",
        "imported": [
            {
                "file": outcome.file,
                "kind": outcome.kind,
                "model": outcome.model,
                "product": outcome.product,
                "criteria": sum(outcome.counts.values()),
                "counts": dict(outcome.counts),
                "facts": outcome.facts,
                "written": outcome.written,
            }
            for outcome in outcomes
        ],
        "findings": finding_objects(
            [found for outcome in outcomes for found in outcome.findings], language
        ),
    }
