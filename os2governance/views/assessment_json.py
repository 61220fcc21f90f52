"""An assessment as JSON (formats.md, "os2governance/assessment/1")."""

import json
from collections.abc import Sequence
from typing import Any

from os2governance.assessment import Assessment
from os2governance.bilingual import Language
from os2governance.finding import Finding
from os2governance.outcome import Deviation, Outcome
from os2governance.trace import MISSING, Question, Trace

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


_VALUES = {True: "true", False: "false", None: "null"}
_quoted = json.encoder.encode_basestring
_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str).encode

# What a node of a rule always says, already as JSON. A model's nodes live as long as the process,
# and are said for every product; each is kept beside its text, so that its id stays its own.
_heads: dict[int, tuple[Question, str]] = {}


def _head(asked: Question) -> str:
    said: dict[str, Any] = {"rule": asked.operator}
    if asked.subject:
        said["name" if asked.operator == "use" else "path"] = asked.subject
    if asked.expected is not None:
        said["expected"] = asked.expected
    text = f'{_encoded(said)[:-1]},"value":'
    _heads[id(asked)] = asked, text
    return text


def trace_json(trace: Trace) -> str:
    """Give a trace as JSON: what each node asked, expected and found, where, and its value.

    The value is true, false, or null for undetermined; a fact that is not declared has
    `"declared": false`. Below a quantifier there is one part for each element, in their order,
    and paths begin at the element.
    """
    asked, value, found, at, parts = trace
    known = _heads.get(id(asked))
    text = (known[1] if known else _head(asked)) + _VALUES[value]
    if found is MISSING:
        text += ',"declared":false'
    elif type(found) is str:
        text += f',"found":{_quoted(found)}'
    elif type(found) not in {list, dict} and not parts:
        text += f',"found":{_encoded(found)}'
    if at:
        text += f',"line":{at[0]},"column":{at[1]}'
    if parts:
        text += f',"parts":[{",".join([trace_json(part) for part in parts])}]'
    return text + "}"


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


def criterion_json(outcome: Outcome, language: Language) -> str:
    """Give the outcome of one criterion, with its findings and traces."""
    criterion = outcome.criterion
    said = _encoded(
        {
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
            "findings": finding_objects(outcome.findings, language),
        }
    )
    traces = f'"trace":{trace_json(outcome.met)}'
    if outcome.partly is not None:
        traces += f',"trace_partly":{trace_json(outcome.partly)}'
    return f"{said[:-1]},{traces}}}"


def product_json(assessment: Assessment, language: Language) -> str:
    """Give one product's assessment on one line; findings of a criterion stand with it."""
    declaration = assessment.declaration
    said = _encoded(
        {
            "product": declaration.product,
            "name": declaration.name,
            "kind": declaration.kind,
            "standing": assessment.standing,
            "file": declaration.document.file,
            "model": assessment.model.reference,
            "files": assessment.files,
            "levels": assessment.levels._asdict(),
            "reservations": assessment.reservations,
            "blockers": assessment.blockers,
            "counts": assessment.counts,
            "findings": finding_objects(assessment.findings, language),
        }
    )
    criteria = ",".join([criterion_json(outcome, language) for outcome in assessment.outcomes])
    return f'{said[:-1]},"criteria":[{criteria}]}}'


def product_object(assessment: Assessment, language: Language) -> dict[str, Any]:
    """Give what `product_json` gives, as plain values."""
    plain: dict[str, Any] = json.loads(product_json(assessment, language))
    return plain
