"""The round of a half-year: how far each product is, what is due when, and who is late.

What is done is read from the record first: a self-assessment or an evaluation of the half-year,
the hearing on it, or a decision after it. Dates by people stand for the rest, and for what the
record does not know yet.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from os2governance.assessment.levels import Assessment
from os2governance.checks.evaluation_schedule import find_evaluation_due
from os2governance.i18n.half_years import HalfYear
from os2governance.portfolio.round_file import PlannedProduct, RoundPlan
from os2governance.product.hearing import REPLY

STEPS: Mapping[str, str] = {
    "invited": "evaluator",
    "self_assessment": "product",
    "dialogue": "evaluator",
    "evaluation": "evaluator",
    "hearing": "product",
    "agenda": "evaluator",
    "decision": "decider",
    "follow_up": "product",
}
"""The steps of a round in their order, and the party whose turn it is."""
_NEEDS = {
    "evaluation": "self_assessment",
    "hearing": "evaluation",
    "agenda": "evaluation",
    "decision": "evaluation",
    "follow_up": "decision",
}
"""The step that must be done before another: until then that one waits for the same party."""
STEP_STATES = ("done", "passed", "late", "due", "planned", "open")
"""Done; no date, but a later step is done; past its deadline; before it; planned; no deadline."""
_BEHIND = frozenset({"done", "passed"})
_SETTLING = frozenset({"place", "pause", "close"})
"""Decisions that settle a product's case in a round."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundRecord:
    """What the record of a product says of a half-year; `done` are the steps, with their day.

    `evaluation_due` is the last day for the next evaluation by the model's schedule.
    """

    product: str
    name: str
    kind: str
    model: str
    lifecycle: str
    draft: bool
    done: Mapping[str, date]
    evaluation_due: date | None


def list_round_records(assessment: Assessment, half: HalfYear) -> tuple[RoundRecord]:
    """What the record of a product says of a half-year, as far as it is in force."""
    product = assessment.product
    due = find_evaluation_due(assessment)
    return (
        RoundRecord(
            product=product.id,
            name=product.name,
            kind=product.kind,
            model=product.model,
            lifecycle=assessment.lifecycle,
            draft=assessment.draft,
            done=dict(_find_done(assessment, half)),
            evaluation_due=due.due if due else None,
        ),
    )


def _find_done(assessment: Assessment, half: HalfYear) -> Iterator[tuple[str, date]]:
    product, as_of = assessment.product, assessment.as_of

    def holds(day: date | None) -> bool:
        return day is not None and day <= as_of and half.holds(day)

    received = [
        each.submitted_on if each.submitted_on and holds(each.submitted_on) else each.declared_on
        for each in product.declarations
        if not each.draft and (holds(each.submitted_on) or holds(each.declared_on))
    ]
    if received:
        yield "self_assessment", max(received)
    record = assessment.record
    newest = next((e for e in record.evaluations_in_force(as_of) if half.holds(e.on)), None)
    if newest is None:
        return
    yield "evaluation", newest.on
    heard = [each.on for each in record.hearings_on(newest, as_of) if each.answer != REPLY]
    if heard:
        yield "hearing", max(heard)
    decided = [
        each.on
        for each in record.decisions
        if each.decision in _SETTLING and holds(each.on) and each.on >= newest.on
    ]
    if decided:
        yield "decision", max(decided)


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundStep:
    """One step of one product: its state, the day it was done or is planned for, its deadline.

    `source` is `record` or `people`, empty where neither gives a day.
    """

    step: str
    state: str
    party: str
    on: date | None
    due: date | None
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundProductState:
    """One product in the round; `out` says why it is not in it."""

    record: RoundRecord
    steps: tuple[RoundStep, ...]
    out: str
    remark: str

    @property
    def inside(self) -> bool:
        """Whether it is in the round: neither closed nor left out."""
        return not self.out and self.record.lifecycle != "closed"

    @property
    def next(self) -> RoundStep | None:
        """The first step that is overdue, or else the first that is not done; None if all are."""
        left = [each for each in self.steps if each.state not in _BEHIND]
        return next((each for each in left if each.state == "late"), next(iter(left), None))

    @property
    def latest(self) -> RoundStep | None:
        """The last step that is done."""
        return next((each for each in reversed(self.steps) if each.state == "done"), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class StepCount:
    """How many of the products in a round have come how far with a step."""

    step: str
    states: Mapping[str, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundGroup:
    """The products of one kind in the round."""

    kind: str
    products: tuple[RoundProductState, ...]
    steps: tuple[StepCount, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundState:
    """The round of a half-year on a day; `out` are products that are not in it."""

    half: HalfYear
    as_of: date
    file: str
    groups: tuple[RoundGroup, ...]
    out: tuple[RoundProductState, ...]

    @property
    def products(self) -> tuple[RoundProductState, ...]:
        """All products in the round."""
        return tuple(each for group in self.groups for each in group.products)


def build_round(
    records: Iterable[RoundRecord], plan: RoundPlan, half: HalfYear, as_of: date
) -> RoundState:
    """The state of a round, by product; closed products are in none, and say so."""
    every = sorted(records, key=lambda each: (each.product, each.name))
    states = [_build_product(each, plan, as_of) for each in every]
    return RoundState(
        half=half,
        as_of=as_of,
        file=plan.file,
        groups=tuple(_build_groups([each for each in states if each.inside])),
        out=tuple(each for each in states if not each.inside),
    )


def _build_groups(states: Sequence[RoundProductState]) -> Iterator[RoundGroup]:
    for kind in ("product", "project"):
        own = tuple(each for each in states if each.record.kind == kind)
        if own:
            yield RoundGroup(
                kind=kind,
                products=own,
                steps=tuple(_count_step(own, number) for number in range(len(STEPS))),
            )


def _count_step(products: Sequence[RoundProductState], number: int) -> StepCount:
    given = [each.steps[number].state for each in products]
    return StepCount(
        step=list(STEPS)[number], states={state: given.count(state) for state in STEP_STATES}
    )


_NOTHING_PLANNED = PlannedProduct()


def _build_product(record: RoundRecord, plan: RoundPlan, as_of: date) -> RoundProductState:
    planned = plan.products.get(record.product, _NOTHING_PLANNED)
    known = {step: _find_day(step, record, planned) for step in STEPS}
    last_done = max(
        (n for n, (day, _source) in enumerate(known.values()) if day and day <= as_of), default=-1
    )
    dues = {step: _find_due(step, record, planned, plan) for step in STEPS}
    states = {}
    for number, step in enumerate(STEPS):
        states[step] = _find_state(known[step][0], dues[step], as_of, passed=number < last_done)
        if states[step] == "late" and record.lifecycle == "paused":
            states[step] = "open"
    steps = (
        RoundStep(
            step=step,
            state=states[step],
            party=_find_party(step, states),
            on=known[step][0],
            due=dues[step],
            source=known[step][1],
        )
        for step in STEPS
    )
    return RoundProductState(
        record=record, steps=tuple(steps), out=planned.out, remark=planned.remark
    )


def _find_party(step: str, states: Mapping[str, str]) -> str:
    """Whom a step waits for: where one before it is needed and not done, whom that waits for."""
    while (needed := _NEEDS.get(step)) and states[needed] not in _BEHIND:
        step = needed
    return STEPS[step]


def _find_day(step: str, record: RoundRecord, planned: PlannedProduct) -> tuple[date | None, str]:
    if step in record.done:
        return record.done[step], "record"
    if step in planned.done:
        return planned.done[step], "people"
    return None, ""


def _find_due(
    step: str, record: RoundRecord, planned: PlannedProduct, plan: RoundPlan
) -> date | None:
    """The deadline of a step: the product's own, the round's, or the model's for an evaluation."""
    asked = step == "evaluation" and step not in record.done
    by_schedule = record.evaluation_due if asked else None
    return planned.due.get(step) or plan.due.get(step) or by_schedule


def _find_state(day: date | None, due: date | None, as_of: date, *, passed: bool) -> str:
    if day and day <= as_of:
        return "done"
    if passed:
        return "passed"
    if due and due < as_of:
        return "late"
    if day:
        return "planned"
    return "due" if due else "open"
