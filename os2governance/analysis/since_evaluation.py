"""What has changed about a criterion since its evaluation (semantics §3c)."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from os2governance.assessment.claim import classify_answer
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.assessment.rating import AnswerNow, FactReadings, find_admission
from os2governance.assessment.rule_verdict import RuleVerdict, evaluate_rules
from os2governance.product.facts import merge_facts
from os2governance.rules.trace import MISSING, FactPosition, Family, Question, Trace


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangedFact:
    """A fact that a rule reads: its value on the day of the evaluation, and today.

    `position` is where today's value is stated; None where it is not stated any more.
    """

    path: str
    question: Question
    before: Any
    after: Any
    position: FactPosition | None


@dataclass(frozen=True, kw_only=True, slots=True)
class SinceEvaluation:
    """What facts and answer say now, and said on the day of the light that a criterion has.

    `kept` is whether the self-assessment of that day is known.
    """

    kept: bool
    facts: FactReadings
    answer: AnswerNow
    changed: tuple[ChangedFact, ...]


def find_changes_since_evaluation(
    assessment: Assessment, outcome: Outcome
) -> SinceEvaluation | None:
    """What has changed since the evaluation that a criterion's light is of; None without one."""
    evaluation, criterion = outcome.evaluation, outcome.criterion
    if evaluation is None:
        return None
    product, model, on = assessment.product, assessment.model, evaluation.on
    known = merge_facts(product.fact_files(on), model.facts)
    then = evaluate_rules(criterion, known.scope(on))
    on_the_day = evaluate_rules(criterion, assessment.facts.scope(on))
    declaration = product.declaration(on)
    claim = classify_answer(outcome.answer, criterion, model, assessment.as_of)
    now = RuleVerdict(outcome.facts_say, outcome.met, outcome.partly)
    return SinceEvaluation(
        kept=declaration is not None,
        facts=FactReadings(
            now=outcome.facts_say, on_the_day=on_the_day.says, known_then=then.says
        ),
        answer=AnswerNow(
            outcome.answer,
            declaration.answers.get(criterion.id) if declaration else None,
            find_admission(claim, model.attainment.planned),
        ),
        changed=tuple(_list_changed_facts(then, now)),
    )


def _list_changed_facts(then: RuleVerdict, now: RuleVerdict) -> Iterator[ChangedFact]:
    """Yield the facts that the rules read and that differ, in the order of the rules."""
    before, after = _collect_facts(then), _collect_facts(now)
    for path in dict.fromkeys([*after, *before]):
        was = before[path].found if path in before else MISSING
        present = path in after
        found = after[path].found if present else MISSING
        if type(was) is not type(found) or was != found:
            trace = after[path] if present else before[path]
            position = after[path].position if present and found is not MISSING else None
            yield ChangedFact(
                path=path, question=trace.question, before=was, after=found, position=position
            )


def _collect_facts(verdict: RuleVerdict) -> dict[str, Trace]:
    """The traces that read a plain fact, by its whole path."""
    traces = [trace for trace in (verdict.met, verdict.partly) if trace is not None]
    found: dict[str, Trace] = {}
    for path, trace in chain.from_iterable(_walk(trace, "") for trace in traces):
        found.setdefault(path, trace)
    return found


def _walk(trace: Trace, prefix: str) -> Iterator[tuple[str, Trace]]:
    if trace.question.family is Family.FACT and trace.question.subject:
        yield f"{prefix}{trace.question.subject}", trace
    for part, inside in trace.list_parts(prefix):
        yield from _walk(part, inside)
