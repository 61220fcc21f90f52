"""The verification of a record as JSON."""

from typing import Any

from os2governance.analysis.record_history import EntryEvent, TrackedEntry
from os2governance.analysis.record_verification import RecordVerification
from os2governance.i18n.text import Language
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.version import VERSION

FORMAT = "os2governance/record/1"


def build_record_object(found: RecordVerification, language: Language) -> dict[str, Any]:
    """Each entry with the commit that it came with, what happened to it since, and findings."""
    return {
        "format": FORMAT,
        "made_from": {"engine": VERSION},
        "from": found.start,
        "to": found.end,
        "commits": len(found.commits),
        "entries": [_build_entry(each, found) for each in found.entries],
        "submodules": list(found.submodules),
        "findings": build_finding_objects(found.findings, language),
    }


def _build_entry(entry: TrackedEntry, found: RecordVerification) -> dict[str, Any]:
    first, shown = entry.first, entry.newest or entry.first
    return {
        "product": entry.product,
        "kind": first.kind,
        "file": shown.document.file,
        "entry": shown.number or None,
        "on": first.on or None,
        "sha256": first.digest.removeprefix("sha256:"),
        "came": _build_commit(entry.commit, found),
        "state": entry.state,
        "corrected_by": entry.correction.number if entry.correction else None,
        "events": [_build_event(each, found) for each in entry.events],
    }


def _build_event(event: EntryEvent, found: RecordVerification) -> dict[str, Any]:
    after = event.after.digest.removeprefix("sha256:") if event.after else None
    return {"what": event.kind, **(_build_commit(event.commit, found) or {}), "sha256": after}


def _build_commit(name: str, found: RecordVerification) -> dict[str, str] | None:
    commit = found.commits.get(name)
    if commit is None:
        return {"commit": name} if name else None
    return {"commit": commit.name, "on": commit.day, "by": commit.author}
