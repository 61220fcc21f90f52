"""Migrated declarations, as JSON."""

from collections.abc import Iterable
from typing import Any

from os2governance.authoring.migration import Migration
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.model.model import Model
from os2governance.render.assessment.assessment_json import finding_objects
from os2governance.render.common.provenance import made_from

FORMAT = "os2governance/migration/1"

Done = tuple[str, Migration | None, tuple[Finding, ...], bool]
"""A file, its migration, the findings that prevented it, and whether it was written."""


def migration_object(model: Model, done: Iterable[Done], language: Language) -> dict[str, Any]:
    """Each file with where its answers went, and which questions must be answered again."""
    several = list(done)
    findings = [
        each
        for _, carried, wrong, _ in several
        for each in (carried.findings if carried else wrong)
    ]
    return {
        "format": FORMAT,
        "made_from": made_from({model.reference: model.digest}),
        "to": model.reference,
        "files": [
            {
                "file": file,
                "written": written,
                "answers": {old: list(new) for old, new in carried.moved.items()},
                "review": list(carried.reviewed),
            }
            for file, carried, _, written in several
            if carried
        ],
        "findings": finding_objects(findings, language),
    }
