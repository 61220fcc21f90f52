"""The case put to a board: the level proposed, and what is needed to decide on it."""

from datetime import date
from typing import NamedTuple

from os2governance.analysis.attribution import Explained
from os2governance.analysis.forecast import Turn, ahead
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.checks.staleness import untended
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Text
from os2governance.model.model import Level
from os2governance.product.record import Decision, Evaluation


class Since(NamedTuple):
    """What has happened since the last decision.

    `attribution` is what has changed since then, and why; None where the state of that day is not
    known, so that only the record's entries can be listed.
    """

    last: Decision | None
    found: Explained | None
    evaluations: tuple[Evaluation, ...]
    declared: date | None
    expired: tuple[Outcome, ...]


class Case(NamedTuple):
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
    source: str
    deciders: tuple[Text, ...]
    between: tuple[Outcome, ...]
    reserved: tuple[Outcome, ...]
    differing: tuple[Outcome, ...]
    expiring: tuple[Outcome, ...]
    since: Since
    remarks: tuple[Finding, ...]
    turns: tuple[Turn, ...]
    until: date

    @property
    def kept(self) -> bool:
        """Whether the product is already placed at that level."""
        return self.assessment.levels.placed == self.level.id


def case(
    assessment: Assessment, proposal: str | None = None, found: Explained | None = None
) -> Case:
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
        model.criteria[n].id for each, ns in model.counting for n in ns if each.id in lower
    }
    satisfied = model.attainment.satisfied_by
    until = _in_half_a_year(assessment.as_of)
    return Case(
        assessment=assessment,
        level=level,
        source=source,
        deciders=tuple(model.role_names[role] for role in level.decided_by),
        between=tuple(o for o in outcomes if o.criterion.id in blocking),
        reserved=tuple(
            o
            for o in outcomes
            if o.criterion.id in counting
            and o.criterion.id not in blocking
            and o.status not in satisfied
            and not o.accepted
        ),
        differing=tuple(o for o in outcomes if o.light and o.light.light != o.status),
        expiring=tuple(o for o in outcomes if o.accepted and (_last_day(o) or until) > until),
        since=_since(assessment, found),
        remarks=tuple(untended(assessment)),
        turns=tuple(ahead(assessment, until)),
        until=until,
    )


def _last_day(outcome: Outcome) -> date | None:
    acceptance = outcome.deviation.acceptance if outcome.deviation else None
    return acceptance.until if acceptance else None


def _since(assessment: Assessment, found: Explained | None) -> Since:
    decisions = assessment.record.in_force(assessment.as_of)
    last = decisions[-1] if decisions else None
    after = last.on if last else date.min
    declared = assessment.declaration.declared_on
    return Since(
        last=last,
        found=found,
        evaluations=tuple(
            each for each in assessment.record.evaluations if after < each.on <= assessment.as_of
        ),
        declared=declared if declared > after else None,
        expired=tuple(
            o for o in assessment.outcomes if o.deviation and o.deviation.state == "expired"
        ),
    )


def _in_half_a_year(day: date) -> date:
    """The last day proposed for an acceptance: the end of the sixth month after `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + 7, 12)
    first_after = date(year, month + 1, 1)
    return date.fromordinal(first_after.toordinal() - 1)
