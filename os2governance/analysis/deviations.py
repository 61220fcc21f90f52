"""The deviations from a level that are to be decided on, and what earlier ones promised."""

from collections.abc import Iterator
from dataclasses import dataclass

from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.text import Text, as_text
from os2governance.product.decisions import Acceptance, find_acceptances

FULFILLED, RUNNING, OVERDUE, WITHDRAWN = "fulfilled", "running", "expired", "withdrawn"


@dataclass(frozen=True, kw_only=True, slots=True)
class LevelDeviation:
    """A criterion that stops a level, whatever says so; the level needs its acceptance.

    `source` is what stops it: `evaluation`, `facts` or `answer`. `evaluator_says` are the grounds
    of the newest light, `product_says` the words of the answer. `earlier` is the newest acceptance
    on record, ended or for another level, with what was promised, by whom and by when.
    `responsible` is the role that promised it, else the one responsible for the criterion.
    `number` is 1 for a first acceptance, 2 for the first renewal.
    """

    outcome: Outcome
    source: str
    evaluator_says: str
    product_says: str
    responsible: str
    earlier: Acceptance | None
    number: int

    @property
    def follow_up(self) -> Text:
        """What is to be done: what was promised with the earlier acceptance, else the remedy."""
        promised = self.earlier.action.strip() if self.earlier else ""
        return as_text(promised) if promised else self.outcome.criterion.remedy


@dataclass(frozen=True, kw_only=True, slots=True)
class Promise:
    """The newest acceptance of a criterion, those that it renews, and what has become of it.

    `state` is `fulfilled` (the criterion is met, or does not apply), `running`, `expired` (the
    last day is past) or `withdrawn` (it ended on the day it was made). `acceptance` has what was
    promised, by whom and by when.
    """

    outcome: Outcome
    acceptance: Acceptance
    earlier: tuple[Acceptance, ...]
    state: str


def list_deviations(assessment: Assessment, level: str) -> tuple[LevelDeviation, ...]:
    """The deviations from a level, in the model's order; what is merely unanswered is none."""
    given = find_acceptances(assessment.record.in_force(assessment.as_of), assessment.model)
    return tuple(
        _build_deviation(outcome, given.get(outcome.criterion.id, ()))
        for outcome in _list_blocking(assessment, level)
        if outcome.status != "unknown"
    )


def list_unanswered(assessment: Assessment, level: str) -> tuple[Outcome, ...]:
    """The outcomes that leave a level open: nobody has said anything that settles them."""
    return tuple(o for o in _list_blocking(assessment, level) if o.status == "unknown")


def _list_blocking(assessment: Assessment, level: str) -> Iterator[Outcome]:
    blocking = assessment.blockers.get(level, ())
    return (o for o in assessment.outcomes if o.criterion.id in blocking)


def _build_deviation(outcome: Outcome, given: tuple[Acceptance, ...]) -> LevelDeviation:
    earlier = given[-1] if given else None
    promised_by = earlier.responsible if earlier else ""
    return LevelDeviation(
        outcome=outcome,
        source=outcome.basis or "",
        evaluator_says=outcome.rating.rationale if outcome.rating else "",
        product_says=outcome.answer.words if outcome.answer else "",
        responsible=promised_by or outcome.criterion.responsible,
        earlier=earlier,
        number=len(given) + 1,
    )


def list_promises(assessment: Assessment) -> tuple[Promise, ...]:
    """What was promised with the newest acceptance of each criterion, in the model's order."""
    given = find_acceptances(assessment.record.in_force(assessment.as_of), assessment.model)
    return tuple(
        Promise(
            outcome=outcome,
            acceptance=several[-1],
            earlier=several[:-1],
            state=_find_promise_state(outcome, several[-1], assessment),
        )
        for outcome in assessment.outcomes
        if (several := given.get(outcome.criterion.id))
    )


def _find_promise_state(outcome: Outcome, given: Acceptance, assessment: Assessment) -> str:
    by_light = outcome.status == "not_applicable" and outcome.basis == "evaluation"
    if outcome.status == "met" or outcome.excluded or by_light:
        return FULFILLED
    if given.until == given.on:
        return WITHDRAWN
    return OVERDUE if given.has_ended(assessment.as_of) else RUNNING
