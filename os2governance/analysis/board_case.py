"""The case put to a board: the level proposed, and what is needed to decide on it."""

from dataclasses import dataclass
from datetime import date

from os2governance.analysis.attribution import Attribution
from os2governance.analysis.forecast import TurningPoint, find_turning_points
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.checks.staleness import check_staleness
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Text
from os2governance.model.model import Level
from os2governance.product.decisions import Decision
from os2governance.product.record import Evaluation


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

    `blocking` are the outcomes that block the level, each of which must be accepted for rules and
    placement to agree; `reserved` do not block it. `differing_ratings` are the criteria that the
    evaluator rated differently from the rules. `expiring` are accepted deviations whose last day
    is later than the forecast period.

    `stale_record` are the findings about entries of the record that need attention.
    `turning_points` are the days up to `until` on which something changes by itself.
    """

    assessment: Assessment
    level: Level
    level_source: str
    deciders: tuple[Text, ...]
    blocking: tuple[Outcome, ...]
    reserved: tuple[Outcome, ...]
    differing_ratings: tuple[Outcome, ...]
    expiring: tuple[Outcome, ...]
    since: SinceLastDecision
    stale_record: tuple[Finding, ...]
    turning_points: tuple[TurningPoint, ...]
    until: date

    @property
    def keeps_level(self) -> bool:
        """Whether the product is already placed at that level."""
        return self.assessment.levels.placed == self.level.id


def build_board_case(
    assessment: Assessment, proposal: str | None = None, found: Attribution | None = None
) -> BoardCase:
    """Build the case for a level: `proposal`, else the recommended, claimed or placed level.

    Where none of them is stated, the lowest level. `found` is what has changed since the last
    decision, where that is known.
    """
    model, levels = assessment.model, assessment.levels
    proposed, source = next(
        (level, name)
        for level, name in (
            (proposal, "proposed"),
            (levels.recommended, "recommended"),
            (levels.claimed, "claimed"),
            (levels.placed, "placed"),
            (model.level_ids[0], "lowest"),
        )
        if level is not None
    )
    level = next(each for each in model.levels if each.id == proposed)
    blocking = assessment.blockers.get(proposed, ())
    outcomes = assessment.outcomes
    lower = model.level_ids[: model.level_ids.index(proposed) + 1]
    counting = {
        model.criteria[n].id
        for each, ns in model.counted_indexes_by_level
        for n in ns
        if each.id in lower
    }
    satisfied = model.attainment.satisfied_by
    until = _find_half_year_end(assessment.as_of)
    return BoardCase(
        assessment=assessment,
        level=level,
        level_source=source,
        deciders=tuple(model.role_names[role] for role in level.decided_by),
        blocking=tuple(o for o in outcomes if o.criterion.id in blocking),
        reserved=tuple(
            o
            for o in outcomes
            if o.criterion.id in counting
            and o.criterion.id not in blocking
            and o.status not in satisfied
            and not o.accepted
        ),
        differing_ratings=tuple(o for o in outcomes if o.rating and o.rating.status != o.status),
        expiring=tuple(o for o in outcomes if o.accepted and (_find_last_day(o) or until) > until),
        since=_find_since(assessment, found),
        stale_record=tuple(check_staleness(assessment)),
        turning_points=tuple(find_turning_points(assessment, until)),
        until=until,
    )


def _find_last_day(outcome: Outcome) -> date | None:
    acceptance = outcome.deviation.acceptance if outcome.deviation else None
    return acceptance.until if acceptance else None


def _find_since(assessment: Assessment, found: Attribution | None) -> SinceLastDecision:
    decisions = assessment.record.in_force(assessment.as_of)
    last = decisions[-1] if decisions else None
    after = last.on if last else date.min
    declared = assessment.declared_on
    return SinceLastDecision(
        last_decision=last,
        attribution=found,
        evaluations=tuple(
            each for each in assessment.record.evaluations if after < each.on <= assessment.as_of
        ),
        declared_on=declared if declared and declared > after else None,
        expired=tuple(
            o for o in assessment.outcomes if o.deviation and o.deviation.state == "expired"
        ),
    )


def _find_half_year_end(day: date) -> date:
    """The last day proposed for an acceptance: the end of the sixth month after `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + 7, 12)
    first_after = date(year, month + 1, 1)
    return date.fromordinal(first_after.toordinal() - 1)
