"""An assessment as JSON (formats.md, "os2governance/assessment/1")."""

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Deviation, Outcome
from os2governance.documents.json_writer import encoded, quoted
from os2governance.findings.finding import Finding, Place
from os2governance.i18n.text import Language
from os2governance.model.model import Criterion
from os2governance.rules.trace import MISSING, Question, Trace

FORMAT = "os2governance/assessment/1"


def finding_object(found: Finding, language: Language) -> dict[str, Any]:
    """A finding as in every JSON output."""
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
    """Findings as in every JSON output."""
    return [finding_object(one, language) for one in found]


def finding_json(found: Finding, language: Language) -> str:
    """A finding as JSON text; rendered directly for speed, since there may be 100,000."""
    code, severity, (file, line, column), criterion, arguments = found
    own = arguments.keys() == _ITS_OWN
    said = _said_of(code, language, **arguments) if own else _said(found, language)
    return (
        f'{{"code":"{code}","severity":"{severity}",{said},"file":{_quoted(file)}'
        f',"line":{line or "null"},"column":{column or "null"}'
        f',"criterion":{"null" if criterion is None else _quoted(criterion)}}}'
    )


_quoted = lru_cache(maxsize=1024)(quoted)


def _said(found: Finding, language: Language) -> str:
    message, remedy = found.message.say(language), found.remedy.say(language)
    return f'"message":{quoted(message)},"remedy":{quoted(remedy)}'


_ITS_OWN = {"id", "title"}
"""Arguments of texts that depend only on the criterion; they recur for each product."""


@lru_cache(maxsize=4096)
def _said_of(code: str, language: Language, **criterion: Any) -> str:
    return _said(Finding(code, "note", Place(""), None, criterion), language)


# The constant part of a rule node's JSON, for each value that it can have. A model's nodes live as
# long as the process, and are rendered for every product; each is stored with its texts, which
# keeps its id from being reused. The same holds for the criteria.
_nodes: dict[int, tuple[Question, dict[bool | None, str]]] = {}
_criteria: dict[int, tuple[Criterion, str]] = {}


_CONTAINERS = frozenset({list, dict})
_NUMBERS = frozenset({int, float})
_WORDS = {True: "true", False: "false", None: "null"}


def _node_texts(asked: Question) -> dict[bool | None, str]:
    said: dict[str, Any] = {"rule": asked.operator}
    if asked.subject:
        said["name" if asked.operator == "use" else "path"] = asked.subject
    if asked.expected is not None:
        said["expected"] = asked.expected
    head = encoded(said)[:-1]
    texts = {value: f'{head},"value":{encoded(value)}' for value in (True, False, None)}
    _nodes[id(asked)] = asked, texts
    return texts


def trace_json(trace: Trace) -> str:
    """A trace as JSON: each node's rule, expected and found value, position, and truth value.

    The truth value is true, false, or null for undetermined; a fact that is not declared has
    `"declared": false`. Below a quantifier there is one part for each element, in their order,
    and paths are relative to the element.
    """
    asked, value, found, at, parts = trace
    known = _nodes.get(id(asked))
    text = (known[1] if known else _node_texts(asked))[value]
    place = f',"line":{at[0]},"column":{at[1]}' if at else ""
    if parts:
        return f'{text}{place},"parts":[{",".join([trace_json(part) for part in parts])}]}}'
    if found is MISSING:
        return f'{text},"declared":false{place}}}'
    if type(found) in _CONTAINERS:
        return f"{text}{place}}}"
    return f'{text},"found":{_plain(found)}{place}}}'


def _plain(value: Any) -> str:
    """One plain value as JSON; faster than setting up the encoder."""
    kind = type(value)
    if kind is str:
        return quoted(value)
    return repr(value) if kind in _NUMBERS else _WORDS[value]


def _deviation_object(deviation: Deviation) -> dict[str, Any]:
    return {"state": deviation.state, "text": deviation.text or None}


def _accepted_object(deviation: Deviation) -> dict[str, Any] | None:
    by = deviation.acceptance
    if deviation.state != "accepted" or by is None:
        return None
    return {
        "by": by.by,
        "on": by.on.isoformat(),
        "until": by.until.isoformat() if by.until else None,
        "reference": by.reference or None,
        "file": by.place.file,
        "line": by.place.line,
    }


def _criterion_text(criterion: Criterion) -> str:
    known = _criteria.get(id(criterion))
    if known:
        return known[1]
    said = {
        "id": criterion.id,
        "level": criterion.level,
        "theme": criterion.theme,
        "recommended": criterion.recommended,
    }
    text = encoded(said)[:-1]
    _criteria[id(criterion)] = criterion, text
    return text


def _word(word: str | None) -> str:
    """A constant of the engine, which needs no escaping, as JSON; `null` for None."""
    return "null" if word is None else f'"{word}"'


def criterion_json(outcome: Outcome, language: Language) -> str:
    """The outcome of one criterion, with its findings and traces, as JSON."""
    criterion, status, basis, facts_say, met, partly, answer, deviation, light, findings = outcome
    text = (
        f'{_criterion_text(criterion)},"status":"{status}","basis":{_word(basis)}'
        f',"facts":"{facts_say}","answer":{_word(answer and answer.answer)}'
        f',"evaluated":{_word(light and light.light)}'
    )
    if deviation:
        accepted = encoded(_accepted_object(deviation))
        text += f',"accepted":{accepted},"deviation":{encoded(_deviation_object(deviation))}'
    else:
        text += ',"accepted":null,"deviation":null'
    said = ",".join([finding_json(found, language) for found in findings])
    text += f',"findings":[{said}],"trace":{trace_json(met)}'
    return f'{text},"trace_partly":{trace_json(partly)}}}' if partly else f"{text}}}"


def product_json(assessment: Assessment, language: Language) -> str:
    """One product's assessment as one line of JSON; a criterion's findings are in its outcome."""
    declaration = assessment.declaration
    said = encoded(
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
    """The value of `render_product_json`, parsed to plain values."""
    plain: dict[str, Any] = json.loads(product_json(assessment, language))
    return plain
