"""The decision log as JSON."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from os2governance.analysis.decision_log import Entry
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.render.assessment.assessment_json import finding_objects
from os2governance.render.common.provenance import dated, made_from

FORMAT = "os2governance/log/1"


def log_object(
    years: Mapping[int, Sequence[Entry]],
    as_of: date,
    models: Mapping[str, str],
    findings: Sequence[Finding],
    language: Language,
) -> dict[str, Any]:
    """The decisions, newest first, and findings on what could not be read."""
    return {
        "format": FORMAT,
        **dated(as_of),
        "made_from": made_from(models),
        "decisions": [_entry(each, language) for log in years.values() for each in log],
        "findings": finding_objects(findings, language),
    }


def _entry(entry: Entry, language: Language) -> dict[str, Any]:
    return {
        "on": entry.on.isoformat(),
        "product": entry.product,
        "name": entry.name,
        "decision": entry.kind,
        "level": entry.level,
        "accepts": {
            name: until.isoformat() if until else None for name, until in entry.accepts.items()
        },
        "by": entry.by,
        "decided_by": entry.role.say(language),
        "grounds": entry.grounds,
        "reference": entry.reference or None,
        "file": entry.file,
        "line": entry.line,
    }
