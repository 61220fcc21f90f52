"""Pairs of an evaluation and the self-assessment that it was made on, criterion by criterion.

Three parties say something about a criterion: the product by its answer, the rules by facts and
answer without any evaluation, and the evaluator by a light. A pair is plain and small, so that it
can travel between processes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from os2governance.assessment.levels import Assessment, assess
from os2governance.assessment.outcome import Outcome
from os2governance.assessment.rule_verdict import CONTRACT_WORDS
from os2governance.model.model import Model
from os2governance.product.declaration import Answer, Declaration
from os2governance.product.product import Product
from os2governance.product.record import Evaluation, Record

COMPARED = "compared"
APART = ("no_self_assessment", "answered_later", "draft", "closed")
"""Why an evaluation is compared with no self-assessment, or in no figure."""
UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True, slots=True)
class ComparedCriterion:
    """What each party says of one criterion; `unknown` is what a party does not say.

    `answer` is the word of the answer, empty without one, and `claimed` the status that it claims.
    `rules` is the status by facts and answer, unknown where the answers follow another version of
    the model: its facts are not merged (semantics §2). `facts` is what the facts alone say;
    `light` is the evaluation's.
    """

    criterion: str
    answer: str
    claimed: str
    rules: str
    facts: str
    light: str


@dataclass(frozen=True, kw_only=True, slots=True)
class EvaluationPair:
    """One evaluation of a product, and the self-assessment in force on its day.

    `standing` is `compared`, or why the pair is in no figure: there is no self-assessment at all,
    it was made after the evaluation (`declared_on` is later), it is a draft, or the product is
    closed. `criteria` are those that the evaluation gives a light.
    """

    product: str
    name: str
    kind: str
    model: str
    file: str
    evaluated_on: date
    declared_on: date | None
    standing: str
    criteria: tuple[ComparedCriterion, ...]


def list_evaluation_pairs(assessment: Assessment) -> tuple[EvaluationPair, ...]:
    """The evaluations of a product in force on the assessment date as pairs, oldest first."""
    product, model = assessment.product, assessment.model
    evaluations = [
        each
        for each in assessment.record.evaluations
        if each.on <= assessment.as_of and not each.draft and each.ratings
    ]
    # The last day on which an answer may belong to an evaluation is that of the next one.
    last_days = [*(each.on for each in evaluations[1:]), assessment.as_of]
    return tuple(
        _build_pair(assessment, product, model, each, until)
        for each, until in zip(evaluations, last_days, strict=False)
    )


def _build_pair(
    assessment: Assessment, product: Product, model: Model, evaluation: Evaluation, until: date
) -> EvaluationPair:
    declaration = product.declaration(evaluation.on) or _find_next_declaration(
        product, evaluation.on, until
    )
    day = max(evaluation.on, declaration.declared_on) if declaration else evaluation.on
    # By the rules alone: no light of any evaluation, and no decision.
    bare = assess(replace(product, record=Record()), model, as_of=day)
    return EvaluationPair(
        product=product.id,
        name=product.name,
        kind=product.kind,
        model=model.reference,
        file=evaluation.document.file,
        evaluated_on=evaluation.on,
        declared_on=declaration.declared_on if declaration else None,
        standing=_find_standing(assessment, declaration, evaluation),
        criteria=tuple(
            _compare_criterion(outcome, declaration, evaluation, model)
            for outcome in bare.outcomes
            if outcome.criterion.id in evaluation.ratings
        ),
    )


def _find_next_declaration(product: Product, after: date, until: date) -> Declaration | None:
    """The first declaration after a day; one made after the next evaluation belongs to that."""
    return next((e for e in product.declarations if after < e.declared_on <= until), None)


def _find_standing(
    assessment: Assessment, declaration: Declaration | None, evaluation: Evaluation
) -> str:
    if assessment.lifecycle == "closed":
        return "closed"
    if declaration is None or not declaration.answers:
        return "no_self_assessment"
    if declaration.declared_on > evaluation.on:
        return "answered_later"
    return "draft" if declaration.draft else COMPARED


def _compare_criterion(
    outcome: Outcome, declaration: Declaration | None, evaluation: Evaluation, model: Model
) -> ComparedCriterion:
    name = outcome.criterion.id
    answer = declaration.answers.get(name) if declaration else None
    other = declaration is not None and declaration.model != model.reference
    facts = CONTRACT_WORDS.get(outcome.facts_say, outcome.facts_say)
    return ComparedCriterion(
        criterion=name,
        answer=answer.answer if answer else "",
        claimed=find_claimed_status(answer, model),
        rules=UNKNOWN if other else outcome.status,
        facts="not_applicable" if outcome.excluded else facts,
        light=evaluation.ratings[name].status,
    )


def find_claimed_status(answer: Answer | None, model: Model) -> str:
    """The status that an answer claims, a plan as the model counts it; unknown without one."""
    if answer is None:
        return UNKNOWN
    return model.attainment.planned if answer.answer == "planned" else answer.answer


class ClaimRecord(NamedTuple):
    """How often a criterion was claimed to be met, and how often its light was lower then."""

    claimed: int
    lowered: int


def count_claim_records(pairs: Sequence[EvaluationPair], model: str) -> dict[str, ClaimRecord]:
    """The record of each criterion of a model in the pairs that are compared."""
    found: dict[str, ClaimRecord] = {}
    for pair in pairs:
        if pair.standing != COMPARED or pair.model != model:
            continue
        for each in pair.criteria:
            if each.claimed == "met":
                claimed, lowered = found.get(each.criterion, ClaimRecord(0, 0))
                lower = each.light in {"partly", "unmet"}
                found[each.criterion] = ClaimRecord(claimed + 1, lowered + lower)
    return found
