"""An assessment as JSON (formats.md, "os2governance/assessment/1")."""

from collections.abc import Sequence
from typing import Any

from os2governance.assessment import Assessment
from os2governance.bilingual import Language
from os2governance.finding import Finding
from os2governance.outcome import Deviation, Outcome
from os2governance.trace import MISSING, Trace

FORMAT = "os2governance/assessment/1"


def finding_object(found: Finding, language: Language) -> dict[str, Any]:
    """Give a finding as every JSON output has it."""
    return {
        "code": found.code,
        "severity": found.severity,
        "message": found.message.say(language),
        "remedy": found.remedy.say(language),
        "file": found.place.file,
        "line": found.place.line or None,
        "column": found.place.column or None,
        "criterion": found.criterion,
    }


def finding_objects(found: Sequence[Finding], language: Language) -> list[dict[str, Any]]:
    """Give findings as every JSON output has them."""
    return [finding_object(one, language) for one in found]


def trace_object(trace: Trace, prefix: str = "") -> dict[str, Any]:
    """Give a trace: of each node what was asked, expected and found, where, and the value.

    The value is true, false, or null for undetermined. Paths are those of the declaration, so
    that of an element's fact names the element.
    """
    asked, value, found, at, parts = trace
    path = f"{prefix}{asked.subject}" if asked.subject else ""
    shown: dict[str, Any] = {"rule": asked.operator, "value": value}
    if path:
        shown["path" if asked.operator != "use" else "name"] = path
    if asked.expected is not None:
        shown["expected"] = asked.expected
    if path and asked.operator != "use":
        shown["declared"] = found is not MISSING
        if not isinstance(found, list | dict) and found is not MISSING:
            shown["found"] = found
        if at:
            shown["line"], shown["column"] = at
    if parts:
        if isinstance(found, list):
            shown["parts"] = [
                trace_object(part, f"{path}[{number}].") for number, part in enumerate(parts)
            ]
        else:
            shown["parts"] = [trace_object(part, prefix) for part in parts]
    return shown


def _deviation_object(deviation: Deviation | None) -> dict[str, Any] | None:
    if deviation is None:
        return None
    return {"state": deviation.state, "text": deviation.text or None}


def _accepted_object(outcome: Outcome) -> dict[str, Any] | None:
    deviation = outcome.deviation
    if deviation is None or deviation.state != "accepted" or deviation.acceptance is None:
        return None
    by = deviation.acceptance
    return {
        "by": by.by,
        "on": by.on.isoformat(),
        "until": by.until.isoformat() if by.until else None,
        "reference": by.reference or None,
        "file": by.place.file,
        "line": by.place.line,
    }


def _criterion_object(outcome: Outcome, language: Language) -> dict[str, Any]:
    criterion = outcome.criterion
    shown = {
        "id": criterion.id,
        "level": criterion.level,
        "theme": criterion.theme,
        "recommended": criterion.recommended,
        "status": outcome.status,
        "basis": outcome.basis,
        "facts": outcome.facts_say,
        "answer": outcome.answer.answer if outcome.answer else None,
        "evaluated": outcome.light.light if outcome.light else None,
        "accepted": _accepted_object(outcome),
        "deviation": _deviation_object(outcome.deviation),
        "findings": finding_objects(outcome.findings, language) if outcome.findings else [],
        "trace": trace_object(outcome.met),
    }
    if outcome.partly is not None:
        shown["trace_partly"] = trace_object(outcome.partly)
    return shown


def product_object(assessment: Assessment, language: Language) -> dict[str, Any]:
    """Give one product's assessment; findings of a criterion stand with it."""
    declaration = assessment.declaration
    return {
        "product": declaration.product,
        "name": declaration.name,
        "kind": declaration.kind,
        "standing": assessment.standing,
        "file": declaration.document.file,
        "model": assessment.model.reference,
        "files": dict(assessment.files),
        "levels": assessment.levels._asdict(),
        "reservations": list(assessment.reservations),
        "blockers": {level: list(ids) for level, ids in assessment.blockers.items()},
        "criteria": [_criterion_object(outcome, language) for outcome in assessment.outcomes],
        "counts": assessment.counts,
        "findings": finding_objects(assessment.findings, language),
    }
