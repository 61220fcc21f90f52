"""From outcomes to levels: three-valued, each reached, not reached, or not settled.

Follows semantics §5. Which status counts for what is defined by the model's `attainment`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from os2governance.assessment.case import AssessmentInput
from os2governance.assessment.ladder import (
    NOT_SETTLED,
    REACHED,
    ReachedLevels,
    climb,
    climb_levels,
    climb_lights,
)
from os2governance.assessment.outcome import BACKINGS, STATUSES, Outcome, assess_criterion
from os2governance.assessment.rating import GivenLight, KnownThen
from os2governance.assessment.verdicts import (
    TOLERATED,
    Verdicts,
    judge_best,
    judge_confirmed,
    judge_outcomes,
)
from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Finding, make_finding
from os2governance.i18n.date_words import DateInWords
from os2governance.i18n.text import ListInWords, Text, _
from os2governance.model.model import Model
from os2governance.product.decisions import Decision, find_acceptances
from os2governance.product.declaration import Answer, Declaration
from os2governance.product.facts import MergedFacts, find_disagreements, merge_facts
from os2governance.product.product import Product
from os2governance.product.record import Evaluation, Record

_BELOW_LOWEST = _("no level yet")
_NOT_SETTLED = _("not settled")

NONE = "none"
"""The state of a level that nothing is known about: no declaration, no lights, no placement."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Levels:
    """The nine levels of a product (semantics §5); None is told apart by `Assessment.states`."""

    placed: str | None
    assessed: str | None
    fully: str | None
    confirmed: str | None
    declared: str | None
    evaluated: str | None
    possible: str | None
    recommended: str | None
    claimed: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Assessment:
    """The levels of one product on one date, with the full explanation.

    `declaration` is the one in force, None where there is none. `states` are those of `assessed`,
    `declared`, `confirmed`, `evaluated` and `placed`: `reached`, `below` (a criterion of the
    lowest level stops), `not_settled`, or `none`. `blockers` are, for each level above the
    assessed one, the criteria that stop it or are open; `open` those of them that are open.
    `settled` is whether no such level is left open.
    """

    product: Product
    declaration: Declaration | None
    model: Model
    as_of: date
    facts: MergedFacts
    lifecycle: str
    levels: Levels
    states: Mapping[str, str]
    settled: bool
    reservations: tuple[str, ...]
    blockers: Mapping[str, tuple[str, ...]]
    open: Mapping[str, tuple[str, ...]]
    outcomes: tuple[Outcome, ...]
    counts: Mapping[str, Mapping[str, int]]
    placement: Decision | None
    evaluation: Evaluation | None
    findings: tuple[Finding, ...]

    @property
    def record(self) -> Record:
        """The product's evaluations and decisions."""
        return self.product.record

    @property
    def files(self) -> Mapping[str, str]:
        """The hash of each of the product's files by its name."""
        return self.product.files

    @property
    def document(self) -> Document:
        """The declaration in force; without one, the document that the product is known by."""
        return self.declaration.document if self.declaration else self.product.document

    @property
    def declared_on(self) -> date | None:
        """The date of the declaration in force."""
        return self.declaration.declared_on if self.declaration else None

    @property
    def declared_by(self) -> str:
        """Who filled in the declaration in force; empty without one."""
        return self.declaration.declared_by if self.declaration else ""

    @property
    def draft(self) -> bool:
        """Whether the declaration in force is a draft: shown as one, and in no figure."""
        return self.declaration is not None and self.declaration.draft

    @property
    def answers(self) -> Mapping[str, Answer]:
        """The answers in force, by criterion."""
        return self.declaration.answers if self.declaration else {}

    @property
    def backing(self) -> dict[str, int]:
        """The number of criteria by who stands behind them (semantics §3d)."""
        given = [outcome.backing for outcome in self.outcomes]
        return {name: given.count(name) for name in BACKINGS}

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


def assess(product: Product, model: Model, *, as_of: date) -> Assessment:
    """Assess a product by a model on a date (semantics §3 to §5).

    The same product, model and date give the same assessment.
    """
    record = product.record
    declaration = product.declaration(as_of)
    merge = _FactMerger(product, model)
    merged = merge(as_of)
    answers = declaration.answers if declaration else {}
    acceptances = find_acceptances(record.in_force(as_of), model)
    lights = _find_lights(product, as_of, merge)
    others = [file for file in merged.files if file.kind != "declaration"]
    document = declaration.document if declaration else product.document
    said = AssessmentInput(
        model=model,
        document=document,
        facts=merged.scope(as_of),
        others=merge_facts(others, model.facts).scope(as_of) if others else None,
        answers=answers,
        acceptances=acceptances,
        lights=lights,
        as_of=as_of,
    )
    declared = _assess_declaration(said, declaration, model) if others or lights else None
    outcomes = tuple(
        [
            assess_criterion(criterion, said, declared[number].status if declared else None)
            for number, criterion in enumerate(model.criteria)
        ]
    )
    verdicts = judge_outcomes(outcomes, model)
    ladder = climb_levels(model, verdicts)
    alone = climb(declared, model) if declared else ladder
    confirmed = climb_levels(model, judge_confirmed(outcomes, verdicts, model))
    best = climb_levels(model, judge_best(outcomes, verdicts, model))
    placement = record.placement(as_of)
    newest = record.evaluation(as_of)
    rated = next((e for e in record.evaluations_in_force(as_of) if e.comparable), None)
    evaluated = climb_lights(model, rated) if rated and rated.ratings else None
    levels = Levels(
        placed=placement.level if placement else None,
        assessed=ladder.reached,
        fully=ladder.fully,
        confirmed=confirmed.reached,
        declared=alone.reached if declaration else None,
        evaluated=evaluated.reached if evaluated else None,
        possible=best.reached,
        recommended=_find_recommended(rated, model),
        claimed=declaration.aims_at if declaration else None,
    )
    above = model.level_ids[_find_height(model, ladder.reached) + 1 :]
    blockers = {level: ladder.blocking[level] for level in above}
    return Assessment(
        product=product,
        declaration=declaration,
        model=model,
        as_of=as_of,
        facts=merged,
        lifecycle=record.lifecycle(as_of),
        levels=levels,
        states={
            "assessed": ladder.state,
            "declared": alone.state if declaration else NONE,
            "confirmed": confirmed.state,
            "evaluated": evaluated.state if evaluated else NONE,
            "placed": REACHED if placement else NONE,
        },
        settled=NOT_SETTLED not in [ladder.states[level] for level in above],
        reservations=_list_reservations(model, ladder.reached, verdicts),
        blockers=blockers,
        open={level: ladder.open[level] for level in above if ladder.open[level]},
        outcomes=outcomes,
        counts=_count_statuses(model, outcomes),
        placement=placement,
        evaluation=newest,
        findings=(
            *product.findings,
            *_check_in_force(product, declaration, as_of),
            *find_disagreements(merged, model.facts),
            *_check_record(model, levels, ladder=ladder, placement=placement, newest=newest),
        ),
    )


class _FactMerger:
    """The facts known on a day; the same files are merged once."""

    def __init__(self, product: Product, model: Model) -> None:
        self._product = product
        self._vocabulary = model.facts
        self._merged: dict[tuple[int, ...], MergedFacts] = {}

    def __call__(self, day: date) -> MergedFacts:
        files = self._product.fact_files(day)
        key = tuple([id(file.document) for file in files])
        if key not in self._merged:
            self._merged[key] = merge_facts(files, self._vocabulary)
        return self._merged[key]


def _find_lights(product: Product, as_of: date, merge: _FactMerger) -> dict[str, GivenLight]:
    """The light of each criterion: the newest that an evaluation in force gives it (§3c)."""
    lights: dict[str, GivenLight] = {}
    for evaluation in product.record.evaluations_in_force(as_of):
        missing = [name for name in evaluation.ratings if name not in lights]
        if not missing:
            continue
        then, now = merge(evaluation.on), merge(as_of)
        declaration = product.declaration(evaluation.on)
        facts_now = now.scope(evaluation.on)
        # Of a declaration by another model the facts are not known, so none is newer than they.
        by_other_model = declaration is not None and declaration.model != product.model
        known = KnownThen(
            answers=declaration.answers if declaration else {},
            facts=facts_now if then is now or by_other_model else then.scope(evaluation.on),
            facts_now=facts_now,
        )
        for name in missing:
            lights[name] = GivenLight(evaluation.ratings[name], evaluation, known)
    return lights


def _assess_declaration(
    said: AssessmentInput, declaration: Declaration | None, model: Model
) -> tuple[Outcome, ...]:
    """The outcomes by the declaration and the acceptances alone (semantics §5, declared)."""
    files = (declaration.fact_file,) if declaration else ()
    own = AssessmentInput(
        model=model,
        document=said.document,
        facts=merge_facts(files, model.facts).scope(said.as_of),
        others=None,
        answers=said.answers,
        acceptances=said.acceptances,
        lights={},
        as_of=said.as_of,
    )
    return tuple([assess_criterion(criterion, own) for criterion in model.criteria])


def _find_recommended(evaluation: Evaluation | None, model: Model) -> str | None:
    """The level that an evaluation recommends, if this model has it."""
    recommended = evaluation.recommends if evaluation else None
    return recommended if recommended in model.level_ids else None


def _find_height(model: Model, level: str | None) -> int:
    return -1 if level is None else model.level_ids.index(level)


def _list_reservations(model: Model, reached: str | None, verdicts: Verdicts) -> tuple[str, ...]:
    """List what is tolerated at the level reached, and below it where levels are cumulative."""
    if reached is None:
        return ()
    height = _find_height(model, reached)
    lowest = 0 if model.attainment.cumulative else height
    within = model.counted_indexes_by_level[lowest : height + 1]
    numbers = sorted(
        n for _, counting in within for n in counting if verdicts[reached][n] == TOLERATED
    )
    return tuple(model.criteria[number].id for number in numbers)


def _count_statuses(model: Model, outcomes: Sequence[Outcome]) -> dict[str, dict[str, int]]:
    counts = {level: dict.fromkeys(STATUSES, 0) for level in model.level_ids}
    for o in outcomes:
        counts[o.criterion.level][o.status] += 1
    return counts


def _check_in_force(
    product: Product, declaration: Declaration | None, as_of: date
) -> Iterator[Finding]:
    """Yield a finding where there is a declaration, but none in force (semantics §6)."""
    if product.current and declaration is None:
        place = product.current.document.locate(["declared", "on"])
        yield make_finding(
            "declaration-not-in-force",
            place,
            on=DateInWords(product.current.declared_on),
            as_of=DateInWords(as_of),
        )


def name_reached_level(model: Model, reached: str | None, state: str) -> Text:
    """The level reached inside a sentence; without one, whether it is settled (semantics §5)."""
    if reached is not None:
        return model.levels_by_id[reached].phrase
    return _NOT_SETTLED if state == NOT_SETTLED else _BELOW_LOWEST


def _check_record(
    model: Model,
    levels: Levels,
    ladder: ReachedLevels,
    placement: Decision | None,
    newest: Evaluation | None,
) -> Iterator[Finding]:
    """Yield the findings where the record and the rules disagree."""
    named = model.levels_by_id
    assessed = name_reached_level(model, levels.assessed, ladder.state)
    if placement and placement.level:
        deciders = next(each.decided_by for each in model.levels if each.id == placement.level)
        if deciders and placement.by not in deciders:
            role, at = model.roles_by_id[placement.by].phrase, named[placement.level].at
            yield make_finding("decision-by-other-body", placement.location, role=role, at=at)
    if newest and newest.model != model.reference:
        place, other = newest.document.locate(["model"]), newest.model
        yield make_finding("evaluation-other-model", place, other=other, model=model.reference)
    lowest = _find_height(model, levels.assessed)

    def describe(level: str | None) -> dict[str, Any]:
        return {
            "at": named[str(level)].at,
            "level": named[str(level)].phrase,
            "assessed": assessed,
            "criteria": ListInWords(ladder.blocking[str(level)]),
        }

    if placement and _find_height(model, levels.placed) > lowest:
        yield make_finding("placed-above-assessed", placement.location, **describe(levels.placed))
    if newest and _find_height(model, levels.recommended) > lowest:
        place = newest.document.locate(["recommends"])
        yield make_finding("recommended-above-assessed", place, **describe(levels.recommended))
