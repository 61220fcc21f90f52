"""From verdicts to levels: each is reached, not reached, or not settled (semantics §5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from os2governance.assessment.outcome import Outcome
from os2governance.assessment.verdicts import (
    BLOCKS,
    EXCLUDED,
    OPEN,
    SATISFIED,
    Verdicts,
    judge_outcomes,
    judge_status,
)
from os2governance.model.model import Model, Needs
from os2governance.product.record import Evaluation

REACHED, NOT_REACHED, NOT_SETTLED = "reached", "below", "not_settled"


@dataclass(frozen=True, kw_only=True, slots=True)
class ReachedLevels:
    """The levels reached by a set of verdicts, the state of each level, and what is in its way.

    `blocking` are, by level, the criteria that stop it or are open, own and inherited; `open`
    those of them that are open.
    """

    reached: str | None
    fully: str | None
    states: Mapping[str, str]
    blocking: Mapping[str, tuple[str, ...]]
    open: Mapping[str, tuple[str, ...]]

    @property
    def state(self) -> str:
        """Whether a level is reached; else whether the lowest is stopped or open."""
        if self.reached is not None:
            return REACHED
        return NOT_SETTLED if NOT_SETTLED in self.states.values() else NOT_REACHED


def climb(outcomes: Sequence[Outcome], model: Model) -> ReachedLevels:
    """The levels that outcomes reach, each acceptance counting for its level and those below."""
    return climb_levels(model, judge_outcomes(outcomes, model))


def climb_levels(model: Model, verdicts: Verdicts) -> ReachedLevels:
    """Find the highest level reached, and fully reached."""
    reached = fully = None
    states: dict[str, str] = {}
    blocking: dict[str, tuple[str, ...]] = {}
    left_open: dict[str, tuple[str, ...]] = {}
    counted = model.counted_indexes_by_level
    for height, (level, _own) in enumerate(counted):
        asked = verdicts[level.id]
        lowest = 0 if model.attainment.cumulative else height
        below = counted[lowest : height + 1]
        found = [_judge_level(each.needs, own, asked) for each, own in below]
        state = max((each.state for each in found), key=_WORST_LAST.index)
        waiting = [n for each in found for n in each.waiting]
        states[level.id] = state
        blocking[level.id] = tuple([model.criteria[n].id for n in waiting])
        left_open[level.id] = tuple([model.criteria[n].id for n in waiting if asked[n] == OPEN])
        reached = level.id if state == REACHED else reached
        fully = level.id if all(each.fully for each in found) else fully
    return ReachedLevels(
        reached=reached, fully=fully, states=states, blocking=blocking, open=left_open
    )


_WORST_LAST = (REACHED, NOT_SETTLED, NOT_REACHED)


class _JudgedLevel(NamedTuple):
    """The state of one level's own criteria, and the indexes of those in its way."""

    state: str
    fully: bool
    waiting: Sequence[int]


def _judge_level(needs: Needs, own: Sequence[int], verdicts: Sequence[str]) -> _JudgedLevel:
    """Judge a level's own criteria.

    What does not apply leaves the denominator of a share; where a number of criteria is needed, it
    counts as satisfied.
    """
    counting = [n for n in own if verdicts[n] != EXCLUDED]
    given = [verdicts[number] for number in counting]
    enough = needs.threshold(len(counting))
    if needs.number is not None:
        enough -= len(own) - len(counting)
    still_open = given.count(OPEN)
    passing = len(given) - given.count(BLOCKS) - still_open
    fully = given.count(SATISFIED) >= enough
    if passing >= enough:
        return _JudgedLevel(REACHED, fully, ())
    waiting = [n for n in counting if verdicts[n] in {BLOCKS, OPEN}]
    state = NOT_SETTLED if passing + still_open >= enough else NOT_REACHED
    return _JudgedLevel(state, fully, waiting)


def climb_lights(model: Model, evaluation: Evaluation) -> ReachedLevels:
    """The levels by the evaluator's ratings; a grey one is itself an acceptance."""
    verdicts = []
    for criterion in model.criteria:
        light = evaluation.ratings.get(criterion.id)
        status = light.status if light else "unknown"
        grey = status == "not_applicable"
        verdicts.append(judge_status(criterion, status, model.attainment, accepted=grey))
    return climb_levels(model, dict.fromkeys(model.level_ids, verdicts))
