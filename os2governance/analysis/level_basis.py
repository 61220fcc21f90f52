"""What the assessed level rests on: what is open, acceptances, and who stands behind it."""

from collections.abc import Sequence
from typing import NamedTuple

from os2governance.assessment.deviation import counts_for_level
from os2governance.assessment.ladder import NOT_SETTLED, ReachedLevels, climb, climb_levels
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.assessment.verdicts import BLOCKS, OPEN, is_confirmed_for, judge_outcome


class OpenLevel(NamedTuple):
    """The lowest level that is not settled, and the criteria that leave it open."""

    level: str
    criteria: tuple[str, ...]


class Support(NamedTuple):
    """The number of criteria that a level asks for, and of those confirmed, and only claimed.

    `claimed` are those that count for something and rest on the product's word or a plan alone.
    """

    criteria: int
    confirmed: int
    claimed: int


def find_open_level(assessment: Assessment) -> OpenLevel | None:
    """The lowest level above the assessed one that is not settled; None where all are."""
    if assessment.settled:
        return None
    states = climb(assessment.outcomes, assessment.model).states
    level = next(each for each in assessment.blockers if states[each] == NOT_SETTLED)
    return OpenLevel(level, assessment.open.get(level, ()))


def climb_without_acceptances(assessment: Assessment) -> ReachedLevels:
    """The levels that would be reached if no decision accepted a deviation."""
    model = assessment.model
    given = [
        judge_outcome(outcome, model.attainment, accepted=outcome.accepted_by_light)
        for outcome in assessment.outcomes
    ]
    return climb_levels(model, dict.fromkeys(model.level_ids, given))


def list_needed_acceptances(assessment: Assessment) -> list[Outcome]:
    """The outcomes that only an acceptance keeps from standing in the way of the level."""
    level = assessment.levels.assessed
    return [] if level is None else list_acceptances_for_level(assessment, level)


def list_acceptances_for_level(assessment: Assessment, level: str) -> list[Outcome]:
    """The outcomes that only a decision in force keeps from standing in the way of a level."""
    model = assessment.model
    return [
        outcome
        for outcome in list_level_outcomes(assessment, level)
        if outcome.acceptance
        and not outcome.accepted_by_light
        and counts_for_level(outcome.acceptance, level, model)
        and judge_outcome(outcome, model.attainment, accepted=False) in {BLOCKS, OPEN}
    ]


def list_bearing_acceptances(assessment: Assessment, level: str | None) -> list[Outcome]:
    """The outcomes whose acceptances a level rests on; none where it is reached without them."""
    without = climb_without_acceptances(assessment).reached
    order = assessment.model.level_ids
    if level is None or (without is not None and order.index(without) >= order.index(level)):
        return []
    return list_acceptances_for_level(assessment, level)


def list_level_outcomes(assessment: Assessment, level: str) -> list[Outcome]:
    """The outcomes that a level asks for.

    What does not apply, and recommendations that never stop a level, are left out.
    """
    return list_counted_outcomes(assessment, list_levels_asked(assessment, level))


def list_levels_asked(assessment: Assessment, level: str) -> Sequence[str]:
    """The levels whose criteria a level asks for: its own and, where they add up, those below."""
    ids = assessment.model.level_ids
    height = ids.index(level)
    lowest = 0 if assessment.model.attainment.cumulative else height
    return ids[lowest : height + 1]


def list_counted_outcomes(assessment: Assessment, levels: Sequence[str]) -> list[Outcome]:
    """The outcomes that count for levels, in the model's order."""
    numbers = sorted(
        number
        for level, counted in assessment.model.counted_indexes_by_level
        for number in counted
        if level.id in levels
    )
    outcomes = [assessment.outcomes[number] for number in numbers]
    return [each for each in outcomes if not each.excluded]


def count_support(assessment: Assessment, outcomes: list[Outcome], level: str) -> Support:
    """How many of the outcomes others confirm, as a level asks, and how many are only claimed."""
    model = assessment.model
    confirmed = [each for each in outcomes if is_confirmed_for(each, level, model)]
    claimed = [
        each
        for each in outcomes
        if not is_confirmed_for(each, level, model)
        and (each.planned or (each.backing == "claimed" and each.status not in _NOTHING_CLAIMED))
    ]
    return Support(len(outcomes), len(confirmed), len(claimed))


_NOTHING_CLAIMED = frozenset({"unmet", "unknown"})
