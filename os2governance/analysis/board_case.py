"""The case put to a board: the level proposed, if one is, and what is needed to decide on it."""

from dataclasses import dataclass
from datetime import date

from os2governance.analysis.attribution import Attribution
from os2governance.analysis.forecast import TurningPoint, find_turning_points
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.assessment.verdicts import TOLERATED, judge_outcomes
from os2governance.checks.staleness import check_staleness
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Text
from os2governance.model.model import Level
from os2governance.product.decisions import Decision
from os2governance.product.record import Evaluation

PROPOSED, RECOMMENDED, NOT_PROPOSED = "proposed", "recommended", "not proposed"


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

    `level` is what a person names or an evaluation recommends, and None otherwise: the engine
    proposes nothing by itself (semantics §5). `level_source` is which of the two. `evaluation` is
    the newest in force that can be compared with the model.

    `blocking` are the outcomes that block the level, or leave it open, whatever they come from;
    each must be accepted for assessment and placement to agree. Without a proposal they block the
    next level. `reserved` do not block it. `accepted` are deviations that a decision accepts.
    `differing_ratings` are the criteria that the evaluator rates differently from the product's
    own declaration, `overtaken` those whose outcome no longer is the evaluator's rating.

    `stale_record` are the findings about entries of the record that need attention.
    `turning_points` are the days up to `until` on which something changes by itself.
    """

    assessment: Assessment
    evaluation: Evaluation | None
    level: Level | None
    level_source: str
    deciders: tuple[Text, ...]
    blocking: tuple[Outcome, ...]
    reserved: tuple[Outcome, ...]
    accepted: tuple[Outcome, ...]
    differing_ratings: tuple[Outcome, ...]
    overtaken: tuple[Outcome, ...]
    since: SinceLastDecision
    stale_record: tuple[Finding, ...]
    turning_points: tuple[TurningPoint, ...]
    until: date

    @property
    def keeps_level(self) -> bool:
        """Whether the product is already placed at that level."""
        return self.level is not None and self.assessment.levels.placed == self.level.id


def build_board_case(
    assessment: Assessment, proposal: str | None = None, found: Attribution | None = None
) -> BoardCase:
    """Build the case for a level: `proposal`, else the recommended one, else none.

    `found` is what has changed since the last decision, where that is known.
    """
    model, outcomes = assessment.model, assessment.outcomes
    recommended = assessment.levels.recommended
    wanted = proposal or recommended
    level = next((each for each in model.levels if each.id == wanted), None)
    source = PROPOSED if proposal else RECOMMENDED if recommended else NOT_PROPOSED
    next_level = next(iter(assessment.blockers), None)
    blocking = assessment.blockers.get(level.id if level else next_level or "", ())
    until = _find_half_year_end(assessment.as_of)
    rated = assessment.record.evaluations_in_force(assessment.as_of)
    return BoardCase(
        assessment=assessment,
        evaluation=next((each for each in rated if each.comparable), None),
        level=level,
        level_source=source,
        deciders=tuple(model.role_names[role] for role in level.decided_by) if level else (),
        blocking=tuple(o for o in outcomes if o.criterion.id in blocking),
        reserved=_list_reserved(assessment, level.id if level else assessment.levels.assessed),
        accepted=tuple(o for o in outcomes if o.accepted and o.basis != "evaluation"),
        differing_ratings=tuple(o for o in outcomes if o.rating and o.rating.status != o.declared),
        overtaken=tuple(o for o in outcomes if o.rating and o.rating.status != o.status),
        since=_find_since(assessment, found),
        stale_record=tuple(check_staleness(assessment)),
        turning_points=tuple(find_turning_points(assessment, until)),
        until=until,
    )


def _list_reserved(assessment: Assessment, level: str | None) -> tuple[Outcome, ...]:
    """The outcomes that are tolerated where a level is asked for."""
    if level is None:
        return ()
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
