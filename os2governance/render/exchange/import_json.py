"""Imported documents as JSON ("os2governance/import/1")."""

from collections.abc import Sequence
from typing import Any

from os2governance.exchange.import_outcome import ImportOutcome
from os2governance.i18n.text import Language
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.common.provenance import build_provenance


def build_import_object(outcomes: Sequence[ImportOutcome], language: Language) -> dict[str, Any]:
    """The result for each document, and all findings."""
    return {
        "format": "os2governance/import/1",
        "made_from": build_provenance(
            {outcome.model: outcome.digest for outcome in outcomes if outcome.model}
        ),
        "imported": [
            {
                "file": outcome.file,
                "kind": outcome.kind,
                "model": outcome.model,
                "product": outcome.product,
                "criteria": sum(outcome.counts.values()),
                "counts": dict(outcome.counts),
                "facts": outcome.facts,
                "proposed": outcome.proposed,
                "written": outcome.written_file,
                "kept": outcome.kept_file,
            }
            for outcome in outcomes
        ],
        "findings": build_finding_objects(
            [found for outcome in outcomes for found in outcome.findings], language
        ),
    }
