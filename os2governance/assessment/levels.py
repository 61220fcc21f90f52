"""From outcomes to levels: the level reached, its reservations, and what blocks the next.

Follows semantics §5. Which status counts for what is defined by the model's `attainment`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from os2governance.assessment.outcome import (
    STATUSES,
    AssessmentInput,
    Outcome,
    assess_criterion,
    group_acceptances,
)
from os2governance.findings.finding import Finding, make_finding
from os2governance.i18n.text import _
from os2governance.model.model import Attainment, Criterion, Model
from os2governance.product.declaration import Declaration
from os2governance.product.product import Product
from os2governance.product.record import Decision, Evaluation, Record
from os2governance.rules.node import Scope

BELOW_LOWEST = _("no level yet")
SATISFIED, TOLERATED, BLOCKS = "satisfied", "tolerated", "stops"


@dataclass(frozen=True, kw_only=True, slots=True)
class Levels:
    """The seven levels of a product; None is below the lowest level, or not stated."""

    assessed: str | None
    fully: str | None
    possible: str | None
    placed: str | None
    evaluated: str | None
    recommended: str | None
    claimed: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Assessment:
    """The levels of one product on one date, with the full explanation."""

    declaration: Declaration
    model: Model
    as_of: date
    files: Mapping[str, str]
    lifecycle: str
    levels: Levels
    reservations: tuple[str, ...]
    blockers: Mapping[str, tuple[str, ...]]
    outcomes: tuple[Outcome, ...]
    counts: Mapping[str, Mapping[str, int]]
    placement: Decision | None
    evaluation: Evaluation | None
    record: Record
    findings: tuple[Finding, ...]

    def outcome(self, criterion: str) -> Outcome:
        """Return the outcome of a criterion by its id.

        Raises:
            KeyError: when the model has no such criterion.
        """
        return next(
            (o for o in self.outcomes if o.criterion.id == criterion), None
        ) or _raise_unknown_criterion(criterion)


def _raise_unknown_criterion(criterion: str) -> Outcome:
    raise KeyError(criterion)


class ReachedLevels(NamedTuple):
    """The levels reached by a set of verdicts, and the criteria that block each level."""

    reached: str | None
    fully: str | None
    blocking: Mapping[str, tuple[str, ...]]


def assess(product: Product, model: Model, *, as_of: date) -> Assessment:
    """Assess a product by a model on a date (semantics §3 to §5).

    The same product, model and date give the same assessment.
    """
    declaration, record = product.declaration, product.record
    newest = record.evaluation(as_of)
    evaluation = newest if newest and newest.model == model.reference else None
    document = declaration.document
    spots = document.find_positions(("facts",)) if declaration.facts else None
    said = AssessmentInput(
        model=model,
        document=document,
        facts=Scope(declaration.facts, spots, as_of),
        answers=declaration.answers,
        acceptances=group_acceptances(record.in_force(as_of)),
        evaluation=evaluation,
        as_of=as_of,
    )
    outcomes = tuple([assess_criterion(criterion, said) for criterion in model.criteria])
    rules = model.attainment
    verdicts = [judge_status(o.criterion, o.status, rules, accepted=o.accepted) for o in outcomes]
    ladder = climb_levels(model, verdicts)
    hoped = [
        SATISFIED if o.unproven else given for o, given in zip(outcomes, verdicts, strict=True)
    ]
    placement = record.placement(as_of)
    levels = Levels(
        assessed=ladder.reached,
        fully=ladder.fully,
        possible=climb_levels(model, hoped).reached,
        placed=placement.level if placement else None,
        evaluated=_find_evaluated_level(model, evaluation) if evaluation else None,
        recommended=evaluation.recommends if evaluation else None,
        claimed=declaration.aims_at,
    )
    blockers = _find_blockers(model, ladder)
    return Assessment(
        declaration=declaration,
        model=model,
        as_of=as_of,
        files=product.files,
        lifecycle=record.lifecycle(as_of),
        levels=levels,
        reservations=_list_reservations(model, ladder, verdicts),
        blockers=blockers,
        outcomes=outcomes,
        counts=_count_statuses(model, outcomes),
        placement=placement,
        evaluation=newest,
        record=record,
        findings=(
            *product.findings,
            *_check_record(model, levels, blockers=blockers, placement=placement, newest=newest),
        ),
    )


def find_level_without_acceptances(assessment: Assessment) -> str | None:
    """The level that would be assessed if no deviation were accepted (semantics §5)."""
    model = assessment.model
    rules = model.attainment
    given = [
        judge_status(o.criterion, o.status, rules, accepted=False) for o in assessment.outcomes
    ]
    return climb_levels(model, given).reached


def judge_status(criterion: Criterion, status: str, rules: Attainment, *, accepted: bool) -> str:
    """Judge what a status means for a level: satisfied, tolerated or blocking.

    Where the model only requires recommendations to be answered, any answer satisfies.
    """
    if criterion.recommended and rules.recommended == "answered":
        return BLOCKS if status == "unknown" else SATISFIED
    if status in rules.satisfied_by or (accepted and "accepted" in rules.satisfied_by):
        return SATISFIED
    tolerated = status in rules.tolerated or (accepted and "accepted" in rules.tolerated)
    return TOLERATED if tolerated else BLOCKS


def climb_levels(model: Model, verdicts: Sequence[str]) -> ReachedLevels:
    """Find the highest level reached, and fully reached; `verdicts` align with model.criteria."""
    reached = fully = None
    still = still_fully = True
    stopping: dict[str, tuple[str, ...]] = {}
    cumulative = model.attainment.cumulative
    for level, counting in model.counted_indexes_by_level:
        given = [verdicts[number] for number in counting]
        enough = level.needs.threshold(len(counting))
        here = len(given) - given.count(BLOCKS) >= enough
        here_fully = given.count(SATISFIED) >= enough
        stopping[level.id] = (
            () if here else tuple(model.criteria[n].id for n in counting if verdicts[n] == BLOCKS)
        )
        still = here and (still or not cumulative)
        still_fully = here_fully and (still_fully or not cumulative)
        reached = level.id if still else reached
        fully = level.id if still_fully else fully
    return ReachedLevels(reached, fully, stopping)


def _find_evaluated_level(model: Model, evaluation: Evaluation) -> str | None:
    """The level by the evaluator's ratings; a `not_applicable` rating is itself an acceptance."""
    verdicts = []
    for criterion in model.criteria:
        light = evaluation.ratings.get(criterion.id)
        status = light.status if light else "unknown"
        grey = status == "not_applicable"
        verdicts.append(judge_status(criterion, status, model.attainment, accepted=grey))
    return climb_levels(model, verdicts).reached


def _find_height(model: Model, level: str | None) -> int:
    return -1 if level is None else model.level_ids.index(level)


def _find_blockers(model: Model, ladder: ReachedLevels) -> dict[str, tuple[str, ...]]:
    """For each level above the assessed one, the criteria that block it, own and inherited."""
    blockers = {}
    inherited: tuple[str, ...] = ()
    for level in model.level_ids[_find_height(model, ladder.reached) + 1 :]:
        own = ladder.blocking[level]
        blockers[level] = (*inherited, *own)
        inherited = blockers[level] if model.attainment.cumulative else ()
    return blockers


def _list_reservations(
    model: Model, ladder: ReachedLevels, verdicts: Sequence[str]
) -> tuple[str, ...]:
    """List what is tolerated at the level reached, and below it where levels are cumulative."""
    height = _find_height(model, ladder.reached)
    lowest = 0 if model.attainment.cumulative else max(height, 0)
    within = model.counted_indexes_by_level[lowest : height + 1]
    numbers = sorted(n for _, counting in within for n in counting if verdicts[n] == TOLERATED)
    return tuple(model.criteria[number].id for number in numbers)


def _count_statuses(model: Model, outcomes: Sequence[Outcome]) -> dict[str, dict[str, int]]:
    counts = {level: dict.fromkeys(STATUSES, 0) for level in model.level_ids}
    for o in outcomes:
        counts[o.criterion.level][o.status] += 1
    return counts


def _check_record(
    model: Model,
    levels: Levels,
    blockers: Mapping[str, tuple[str, ...]],
    placement: Decision | None,
    newest: Evaluation | None,
) -> Iterator[Finding]:
    """Yield the findings where the record and the rules disagree."""
    names = {level.id: level.name for level in model.levels}
    assessed = names[levels.assessed] if levels.assessed else BELOW_LOWEST
    if placement and placement.level:
        deciders = next(each.decided_by for each in model.levels if each.id == placement.level)
        if deciders and placement.by not in deciders:
            role, level = model.role_names[placement.by], names[placement.level]
            yield make_finding(
                "decision-by-other-body", placement.location, role=role, level=level
            )
    if newest and newest.model != model.reference:
        place, other = newest.document.locate(["model"]), newest.model
        yield make_finding("evaluation-other-model", place, other=other, model=model.reference)
    lowest = _find_height(model, levels.assessed)

    def describe(level: str | None) -> dict[str, Any]:
        between = ", ".join(blockers[str(level)])
        return {"level": names[str(level)], "assessed": assessed, "criteria": between}

    if placement and _find_height(model, levels.placed) > lowest:
        yield make_finding("placed-above-assessed", placement.location, **describe(levels.placed))
    if newest and _find_height(model, levels.recommended) > lowest:
        place = newest.document.locate(["recommends"])
        yield make_finding("recommended-above-assessed", place, **describe(levels.recommended))
