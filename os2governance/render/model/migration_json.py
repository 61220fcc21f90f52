"""Migrated declarations, as JSON."""

from collections.abc import Iterable
from typing import Any

from os2governance.authoring.migration import Migration
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.model.model import Model
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.common.provenance import build_provenance

FORMAT = "os2governance/migration/1"

MigratedFile = tuple[str, Migration | None, tuple[Finding, ...], bool]
"""A file, its migration, the findings that prevented it, and whether it was written."""


def build_migration_object(
    model: Model, done: Iterable[MigratedFile], language: Language
) -> dict[str, Any]:
    """Each file with where its answers went, and which questions must be answered again."""
    several = list(done)
    findings = [
        each
        for _, carried, wrong, _ in several
        for each in (carried.findings if carried else wrong)
    ]
    return {
        "format": FORMAT,
        "made_from": build_provenance({model.reference: model.digest}),
        "to": model.reference,
        "files": [
            {
                "file": file,
                "written": written,
                "answers": {old: list(new) for old, new in carried.new_ids.items()},
                "review": list(carried.ids_to_review),
            }
            for file, carried, _, written in several
            if carried
        ],
        "findings": build_finding_objects(findings, language),
    }
