"""The case put to a board: the level that is proposed, and what is needed to decide on it."""

from dataclasses import dataclass
from datetime import date

from os2governance.analysis.attribution import Attribution
from os2governance.analysis.deviations import (
    WITHDRAWN,
    LevelDeviation,
    Promise,
    list_deviations,
    list_promises,
    list_unanswered,
)
from os2governance.analysis.forecast import TurningPoint, find_changes_through
from os2governance.analysis.level_basis import list_acceptances_for_level
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.assessment.verdicts import (
    TOLERATED,
    judge_outcomes,
)
from os2governance.checks.staleness import check_staleness
from os2governance.findings.finding import Finding
from os2governance.model.model import Level, Model, Role
from os2governance.product.decisions import Decision
from os2governance.product.record import Evaluation

PROPOSED, RECOMMENDED = "proposed", "recommended"

FIRST, UP, DOWN, KEPT = "first", "up", "down", "kept"
"""How a level differs from the placement: the first one, above it, below it, the same."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SinceLastDecision:
    """What has happened since the last decision.

    `attribution` is what has changed since then, and why; None where the state of that day is not
    known, so that only the record's entries can be listed.
    """

    last_decision: Decision | None
    attribution: Attribution | None
    evaluations: tuple[Evaluation, ...]
    declared_on: date | None
    expired: tuple[Outcome, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class BoardCase:
    """One product, and the level that is proposed for it.

    `level` is what a person names, else what an evaluation recommends: the engine proposes
    nothing by itself (semantics §5). `level_source` is which of the two, `direction` how it
    differs from the placement. `addressee` is the one role that is to decide, None where the
    model names nobody. `evaluation` is the newest in force that can be compared with the model.

    `deviations` stop the level, whatever they come from, and `unanswered` leave it open; each
    deviation must be accepted for assessment and placement to agree. `reserved` do not stop it.
    `running` are accepted already for that level, which rests on them; `promises` what was
    promised with all those accepted so far.
    `differing_ratings` are the criteria that the evaluator rates differently from the product's
    own declaration, `overtaken` those whose outcome no longer is the evaluator's rating.

    `stale_record` are the findings about entries of the record that need attention. `until` is
    the last day proposed for an acceptance; `turning_points` are what changes by itself through
    `horizon`, a year ahead.
    """

    assessment: Assessment
    evaluation: Evaluation | None
    level: Level
    level_source: str
    direction: str
    addressee: Role | None
    deviations: tuple[LevelDeviation, ...]
    unanswered: tuple[Outcome, ...]
    reserved: tuple[Outcome, ...]
    running: tuple[Outcome, ...]
    promises: tuple[Promise, ...]
    differing_ratings: tuple[Outcome, ...]
    overtaken: tuple[Outcome, ...]
    since: SinceLastDecision
    stale_record: tuple[Finding, ...]
    turning_points: tuple[TurningPoint, ...]
    until: date
    horizon: date

    @property
    def keeps_level(self) -> bool:
        """Whether the product is already placed at that level."""
        return self.direction == KEPT


def build_board_case(
    assessment: Assessment,
    proposal: str | None = None,
    found: Attribution | None = None,
    addressee: str | None = None,
) -> BoardCase | None:
    """The case for a level: `proposal`, else the recommended one; None where there is neither.

    `found` is what has changed since the last decision, where that is known; `addressee` the role
    that is to decide, where it is not the usual one.
    """
    model, outcomes = assessment.model, assessment.outcomes
    wanted = proposal or assessment.levels.recommended
    level = next((each for each in model.levels if each.id == wanted), None)
    if level is None:
        return None
    horizon = _find_year_ahead(assessment.as_of)
    rated = assessment.record.evaluations_in_force(assessment.as_of)
    return BoardCase(
        assessment=assessment,
        evaluation=next((each for each in rated if each.comparable), None),
        level=level,
        level_source=PROPOSED if proposal else RECOMMENDED,
        direction=_find_direction(assessment, level),
        addressee=_find_addressee(model, level, addressee),
        deviations=list_deviations(assessment, level.id),
        unanswered=list_unanswered(assessment, level.id),
        reserved=_list_reserved(assessment, level.id),
        running=tuple(list_acceptances_for_level(assessment, level.id)),
        promises=tuple(each for each in list_promises(assessment) if each.state != WITHDRAWN),
        differing_ratings=tuple(o for o in outcomes if o.rating and o.rating.status != o.declared),
        overtaken=tuple(o for o in outcomes if o.rating and o.rating.status != o.status),
        since=_find_since(assessment, found),
        stale_record=tuple(check_staleness(assessment)),
        turning_points=tuple(find_changes_through(assessment, horizon)),
        until=_find_half_year_end(assessment.as_of),
        horizon=horizon,
    )


def _find_direction(assessment: Assessment, level: Level) -> str:
    """How a level differs from the placement."""
    placed, ids = assessment.levels.placed, assessment.model.level_ids
    if placed is None:
        return FIRST
    if placed == level.id:
        return KEPT
    return UP if ids.index(level.id) > ids.index(placed) else DOWN


def _find_addressee(model: Model, level: Level, role: str | None) -> Role | None:
    """The role that is to decide: the one named, else of those that may the model's decider."""
    if role is not None:
        return model.roles_by_id[role]
    may = [model.roles_by_id[each] for each in level.decided_by]
    usual = [each for each in may if each.name == model.words.decider]
    return next(iter([*usual, *may]), None)


def _list_reserved(assessment: Assessment, level: str) -> tuple[Outcome, ...]:
    """The outcomes that are tolerated where a level is asked for."""
    model = assessment.model
    height = model.level_ids.index(level)
    lowest = 0 if model.attainment.cumulative else height
    counted = model.counted_indexes_by_level[lowest : height + 1]
    verdicts = judge_outcomes(assessment.outcomes, model)[level]
    numbers = sorted(n for _, own in counted for n in own if verdicts[n] == TOLERATED)
    return tuple(assessment.outcomes[number] for number in numbers)


def _find_since(assessment: Assessment, found: Attribution | None) -> SinceLastDecision:
    decisions = assessment.record.in_force(assessment.as_of)
    last = decisions[-1] if decisions else None
    after = last.on if last else date.min
    declared = assessment.declared_on
    in_force = assessment.record.evaluations_in_force(assessment.as_of)
    return SinceLastDecision(
        last_decision=last,
        attribution=found,
        evaluations=tuple(sorted((e for e in in_force if e.on > after), key=lambda e: e.on)),
        declared_on=declared if declared and declared > after else None,
        expired=tuple(
            o for o in assessment.outcomes if o.deviation and o.deviation.state == "expired"
        ),
    )


def _find_half_year_end(day: date) -> date:
    """The last day proposed for an acceptance: the end of the sixth month after `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + 7, 12)
    if year > date.max.year:
        return date.max
    first_after = date(year, month + 1, 1)
    return date.fromordinal(first_after.toordinal() - 1)


def _find_year_ahead(day: date) -> date:
    """The same day of the next year, or the last day that there is."""
    if day.year == date.max.year:
        return date.max
    return date.fromordinal(date(day.year + 1, day.month, 1).toordinal() + day.day - 1)
