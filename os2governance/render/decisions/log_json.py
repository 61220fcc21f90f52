"""The decision log as JSON."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from os2governance.analysis.decision_log import LogEntry
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.common.provenance import build_as_of, build_provenance

FORMAT = "os2governance/log/1"


def build_log_object(
    years: Mapping[int, Sequence[LogEntry]],
    as_of: date,
    models: Mapping[str, str],
    findings: Sequence[Finding],
    language: Language,
) -> dict[str, Any]:
    """The decisions, newest first, and findings on what could not be read."""
    return {
        "format": FORMAT,
        **build_as_of(as_of),
        "made_from": build_provenance(models),
        "decisions": [_build_entry(each, language) for log in years.values() for each in log],
        "findings": build_finding_objects(findings, language),
    }


def _build_entry(entry: LogEntry, language: Language) -> dict[str, Any]:
    return {
        "on": entry.on.isoformat(),
        "product": entry.product,
        "name": entry.name,
        "decision": entry.kind,
        "level": entry.level,
        "accepts": {
            name: given.until.isoformat() if given.until else None
            for name, given in entry.accepts.items()
        },
        "promised": {
            name: {
                "action": given.action,
                "responsible": given.responsible or None,
                "renewal": given.renewal,
            }
            for name, given in entry.accepts.items()
        },
        "withdraws": list(entry.withdraws),
        "by": entry.by,
        "decided_by": entry.role.render(language),
        "grounds": entry.rationale,
        "reference": entry.reference or None,
        "corrects": entry.corrects or None,
        "file": entry.file,
        "line": entry.line,
    }
