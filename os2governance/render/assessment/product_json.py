"""An assessment as JSON (formats.md, "os2governance/assessment/2")."""

from collections.abc import Sequence
from dataclasses import fields
from functools import lru_cache
from math import isinf
from typing import Any, NamedTuple

from os2governance.assessment.levels import Assessment, Levels
from os2governance.assessment.outcome import Outcome
from os2governance.assessment.rule_verdict import CONTRACT_WORDS
from os2governance.documents.json_writer import encode_json, quote_json
from os2governance.i18n.text import Language
from os2governance.model.model import Criterion
from os2governance.product.decisions import Acceptance
from os2governance.render.common.findings_json import build_finding_objects, render_finding_json
from os2governance.rules.trace import MISSING, FactPosition, NumberRange, Question, Trace

FORMAT = "os2governance/assessment/2"


class _RenderedNode(NamedTuple):
    """The constant part of a rule node's JSON, for each value that it can have."""

    asked: Question
    texts: dict[bool | None, str]
    is_measured: bool


# A model's nodes live as long as the process, and are rendered for every product; each is stored
# with its texts, which keeps its id from being reused. The same holds for the criteria.
_node_cache: dict[int, _RenderedNode] = {}
_criterion_cache: dict[int, tuple[Criterion, str]] = {}

_CONTAINERS = frozenset({list, dict})
_NUMBERS = frozenset({int, float})
_LITERALS = {True: "true", False: "false", None: "null"}


def _render_node(asked: Question) -> _RenderedNode:
    said: dict[str, Any] = {"rule": asked.operator}
    if asked.name:
        said["name"] = asked.name
    if asked.subject:
        said["path"] = asked.subject
    if asked.expected is not None:
        said["expected"] = asked.expected
    head = encode_json(said)[:-1]
    texts = {value: f'{head},"value":{encode_json(value)}' for value in (True, False, None)}
    rendered = _node_cache[id(asked)] = _RenderedNode(asked, texts, asked.is_measured)
    return rendered


def render_trace_json(trace: Trace) -> str:
    """A trace as JSON: each node's rule, expected and found value, position, and truth value.

    The truth value is true, false, or null for undetermined; a fact that is not declared has
    `"declared": false`. A position names the file that states the value. What a count or a sum
    came to is its `number`, or `low` and `high` where that is not certain. Below a quantifier
    there is one part for each element, in their order, and paths are relative to the element.
    """
    asked, value, (found, at), parts = trace
    _, texts, is_measured = _node_cache.get(id(asked)) or _render_node(asked)
    text = texts[value]
    if is_measured and (number := trace.number):
        text += _render_number(number)
    if parts:
        below = ",".join([render_trace_json(part) for part in parts])
        place = _render_position(at) if at else ""
        return f'{text}{place},"parts":[{below}]}}'
    if found is MISSING:
        said = ',"declared":false'
    elif type(found) in _CONTAINERS:
        said = ""
    else:
        said = f',"found":{_render_plain_value(found)}'
    return f"{text}{said}{_render_position(at)}}}" if at else f"{text}{said}}}"


def _render_position(at: FactPosition) -> str:
    """Line, column and file of a position, each with the comma before it."""
    line, column, source = at
    place = f',"line":{line},"column":{column}'
    return f'{place},"file":{_quote_file(source.file)}' if source else place


_quote_file = lru_cache(maxsize=64)(quote_json)


def _render_number(number: NumberRange) -> str:
    """What a count or sum came to, or the ends of what is known of it."""
    if number.low == number.high:
        return f',"number":{number.low!r}'
    ends = [(name, end) for name, end in number._asdict().items() if not isinf(end)]
    return "".join(f',"{name}":{end!r}' for name, end in ends)


def _render_plain_value(value: Any) -> str:
    """One plain value as JSON; faster than setting up the encoder."""
    kind = type(value)
    if kind is str:
        return quote_json(value)
    return repr(value) if kind in _NUMBERS else _LITERALS[value]


def _build_acceptance_object(given: Acceptance) -> dict[str, Any]:
    return {
        "by": given.by,
        "on": given.on.isoformat(),
        "level": given.level,
        "until": given.until.isoformat() if given.until else None,
        "action": given.action or None,
        "responsible": given.responsible or None,
        "renewal": given.renewal,
        "reference": given.reference or None,
        "file": given.location.file,
        "line": given.location.line,
    }


def _render_criterion_head(criterion: Criterion) -> str:
    known = _criterion_cache.get(id(criterion))
    if known:
        return known[1]
    said = {
        "id": criterion.id,
        "level": criterion.level,
        "theme": criterion.theme,
        "recommended": criterion.recommended,
    }
    text = encode_json(said)[:-1]
    _criterion_cache[id(criterion)] = criterion, text
    return text


def _quote_word(word: str | None) -> str:
    """A constant of the engine, which needs no escaping, as JSON; `null` for None."""
    return "null" if word is None else f'"{word}"'


def render_criterion_json(outcome: Outcome, language: Language) -> str:
    """The outcome of one criterion, with its findings and traces, as JSON."""
    text = (
        f'{_render_criterion_head(outcome.criterion)},"status":"{outcome.status}"'
        f',"basis":{_quote_word(outcome.basis)}'
        f',"backing":"{outcome.backing}"'
        f',"declared":"{outcome.declared}"'
        f',"facts":"{CONTRACT_WORDS.get(outcome.facts_say, outcome.facts_say)}"'
        f',"answer":{_quote_word(outcome.answer.answer if outcome.answer else None)}'
        f',"planned":{_LITERALS[outcome.planned]}'
        f',"excluded":{_LITERALS[outcome.excluded]}'
        f',"evaluated":{_quote_word(outcome.rating.status if outcome.rating else None)}'
        f',"evaluated_on":{_quote_word(_find_evaluation_date(outcome))}'
    )
    if outcome.deviation:
        given, words = outcome.acceptance, outcome.deviation.text
        text += (
            f',"accepted":{encode_json(_build_acceptance_object(given)) if given else "null"}'
            f',"deviation":{{"state":"{outcome.deviation.state}"'
            f',"text":{quote_json(words) if words else "null"}}}'
        )
    else:
        text += ',"accepted":null,"deviation":null'
    said = ",".join([render_finding_json(found, language) for found in outcome.findings])
    text += f',"findings":[{said}],"trace":{render_trace_json(outcome.met)}'
    if outcome.partly:
        text += f',"trace_partly":{render_trace_json(outcome.partly)}'
    if outcome.applies:
        text += f',"trace_applies":{render_trace_json(outcome.applies)}'
    return f"{text}}}"


def _find_evaluation_date(outcome: Outcome) -> str | None:
    """The date of the evaluation that gave the light."""
    return outcome.evaluation.on.isoformat() if outcome.evaluation else None


_LEVEL_NAMES = [field.name for field in fields(Levels)]


def render_product_json(assessment: Assessment, language: Language) -> str:
    """One product's assessment as one line of JSON; a criterion's findings are in its outcome."""
    product = assessment.product
    said = encode_json(
        {
            "product": product.id,
            "name": product.name,
            "kind": product.kind,
            "standing": assessment.lifecycle,
            "file": assessment.document.file,
            "model": assessment.model.reference,
            "files": assessment.files,
            "declaration": _build_declaration_object(assessment),
            "levels": {name: getattr(assessment.levels, name) for name in _LEVEL_NAMES},
            "states": assessment.states,
            "settled": assessment.settled,
            "open": assessment.open,
            "backing": assessment.backing,
            "accepted": _build_accepted_object(assessment.outcomes),
            "reservations": assessment.reservations,
            "blockers": assessment.blockers,
            "counts": assessment.counts,
            "findings": build_finding_objects(assessment.findings, language),
        }
    )
    criteria = ",".join(
        [render_criterion_json(outcome, language) for outcome in assessment.outcomes]
    )
    return f'{said[:-1]},"criteria":[{criteria}]}}'


def _build_declaration_object(assessment: Assessment) -> dict[str, Any] | None:
    """The self-assessment in force; None where there is none."""
    declaration = assessment.declaration
    if declaration is None:
        return None
    return {
        "file": declaration.document.file,
        "on": declaration.declared_on.isoformat(),
        "draft": declaration.draft,
    }


def _build_accepted_object(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The level and the last day of each acceptance in force, by criterion."""
    return {
        outcome.criterion.id: {
            "level": given.level,
            "until": given.until.isoformat() if given.until else None,
        }
        for outcome in outcomes
        if (given := outcome.acceptance)
    }
