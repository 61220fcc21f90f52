"""Plan for a level: the least that would satisfy each blocking criterion, and by whom.

Everything is derived from the traces; nothing is evaluated again.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, product
from operator import itemgetter
from typing import Any, NamedTuple

from os2governance.assessment.levels import TOLERATED, Assessment, judge_status
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.text import Text
from os2governance.model.model import Level
from os2governance.rules.trace import MISSING, Extent, FactPosition, Question, Trace, Way

MAX_WAYS = 32
"""The number of smallest ways kept at each node; rules of hand-written size have fewer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanStep:
    """One fact to declare or fix: its path, the condition on it, its current value.

    `holds` is whether the condition must hold or must not. For a list as a whole, `node` is the
    rule node that reads it, and `number` what it has come to.
    """

    path: str
    node: Question
    holds: bool
    value: Any
    position: FactPosition | None
    number: Text

    @property
    def declared(self) -> bool:
        """Whether a value is declared there already."""
        return self.value is not MISSING

    @property
    def key(self) -> tuple[str, str, str, bool]:
        """The identity of a step: equal for the same step of two criteria."""
        return self.path, self.node.operator, str(self.node.expected), self.holds


class Action(NamedTuple):
    """What would satisfy one criterion.

    `steps` is the smallest set of facts that would, as far as the rule tells. `answer` is what an
    answer can do instead: `answer` (answer met, with evidence), `evidence` (it is answered met:
    add evidence), `reason` (it is answered not applicable: explain why), or None where only facts
    count. `by_answer` is true where the answer is the smaller of the two.
    """

    outcome: Outcome
    steps: tuple[PlanStep, ...]
    answer: str | None
    by_answer: bool


class Lever(NamedTuple):
    """The single most effective step: the criteria that it satisfies alone, and those it helps."""

    step: PlanStep
    unblocks: tuple[str, ...]
    helps: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What stands between a product and a level.

    `by_role` has the blocking criteria by responsible role, `reservations` what would still be
    tolerated only; `lever` is None where there is no fact to declare.
    """

    assessment: Assessment
    level: Level
    by_role: tuple[tuple[str, Text, tuple[Action, ...]], ...]
    reservations: tuple[Action, ...]
    lever: Lever | None


def find_next_level(assessment: Assessment) -> str:
    """The level above the assessed one, or the highest where that is reached."""
    ids = assessment.model.level_ids
    reached = assessment.levels.assessed
    above = 0 if reached is None else ids.index(reached) + 1
    return ids[min(above, len(ids) - 1)]


def build_plan(assessment: Assessment, level: str | None = None) -> Plan:
    """Build the plan for a level, by default the next one.

    Raises:
        KeyError: when the model has no such level.
    """
    model = assessment.model
    wanted = level if level is not None else find_next_level(assessment)
    target = {each.id: each for each in model.levels}[wanted]
    blocking = set(assessment.blockers.get(wanted, ()))
    actions = [build_action(o) for o in assessment.outcomes if o.criterion.id in blocking]
    return Plan(
        assessment=assessment,
        level=target,
        by_role=tuple(_group_by_role(actions, model.role_names)),
        reservations=tuple(_plan_reservations(assessment, wanted)),
        lever=_find_lever(actions),
    )


def build_action(outcome: Outcome) -> Action:
    """Find the least that would satisfy a criterion that is not met."""
    smallest = _find_ways(outcome.met, "", holds=True)
    facts = tuple(smallest[0].values()) if smallest else ()
    answer = _find_answer_remedy(outcome)
    return Action(outcome, facts, answer, answer is not None and len(facts) != 1)


def _find_answer_remedy(outcome: Outcome) -> str | None:
    if outcome.facts_say not in {"undetermined", "at_least_partly"}:
        return None
    given = outcome.answer
    if given and given.answer == "not_applicable" and not given.reason.strip():
        return "reason" if outcome.criterion.not_applicable != "no" else None
    if not outcome.criterion.answer_counts or outcome.met.value is False:
        return None
    return "evidence" if given and given.answer == "met" and not given.evidence else "answer"


def _group_by_role(
    actions: Iterable[Action], names: dict[str, Text]
) -> Iterator[tuple[str, Text, tuple[Action, ...]]]:
    groups: dict[str, list[Action]] = {role: [] for role in names}
    for each in actions:
        groups.setdefault(each.outcome.criterion.responsible, []).append(each)
    for role, group in groups.items():
        if group:
            yield role, names.get(role, Text()), tuple(group)


def _plan_reservations(assessment: Assessment, level: str) -> Iterator[Action]:
    """Yield actions for what would be tolerated at the level, without being satisfied."""
    model, rules = assessment.model, assessment.model.attainment
    height = model.level_ids.index(level)
    lowest = 0 if rules.cumulative else height
    counting = [
        n for _, numbers in model.counted_indexes_by_level[lowest : height + 1] for n in numbers
    ]
    for number in sorted(counting):
        each = assessment.outcomes[number]
        given = judge_status(each.criterion, each.status, rules, accepted=each.accepted)
        if given == TOLERATED:
            yield build_action(each)


def _find_lever(actions: Sequence[Action]) -> Lever | None:
    steps: dict[tuple[str, str, str, bool], PlanStep] = {}
    helps: dict[tuple[str, str, str, bool], list[str]] = {}
    alone: dict[tuple[str, str, str, bool], list[str]] = {}
    for each in actions:
        for step in each.steps:
            steps.setdefault(step.key, step)
            helps.setdefault(step.key, []).append(each.outcome.criterion.id)
            if len(each.steps) == 1:
                alone.setdefault(step.key, []).append(each.outcome.criterion.id)
    if not steps:
        return None
    best = max(steps, key=lambda key: (len(alone.get(key, ())), len(helps[key])))
    return Lever(steps[best], tuple(alone.get(best, ())), tuple(helps[best]))


# -- the smallest ways to make a trace true or false ---------------------------------------------

Steps = dict[tuple[str, str, str, bool], PlanStep]
"""Steps by their key, so that a fact needed by two parts counts once."""


def _find_ways(trace: Trace, prefix: str, *, holds: bool) -> list[Steps]:
    """The ways to give a trace the wanted value, smallest first; [{}] where it has it already."""
    if trace.value is holds:
        return [{}]
    ways = trace.question.ways(holds=holds, parts=len(trace.parts))
    return _select_smallest(
        steps for way in ways for steps in _find_steps(trace, prefix, way, holds=holds)
    )


def _find_steps(trace: Trace, prefix: str, way: Way, *, holds: bool) -> list[Steps]:
    """The ways to take one way that the node has."""
    if way.extent is Extent.WHOLE or not trace.parts:
        return [_change_whole(trace, prefix, holds=holds)]
    below = trace.list_parts(prefix)
    if way.extent is Extent.EVERY:
        return _find_ways_for_every(below, holds=way.value)
    if way.extent is Extent.SOME:
        return _find_ways_for_some(below, holds=way.value)
    return _find_ways_for_count(below, way.extent, holds=way.value)


def _change_whole(trace: Trace, prefix: str, *, holds: bool) -> Steps:
    asked = trace.question
    step = PlanStep(
        path=f"{prefix}{asked.subject}",
        node=asked,
        holds=holds,
        value=trace.found,
        position=trace.position,
        number=trace.number_said,
    )
    return {step.key: step}


def _find_ways_for_every(below: list[tuple[Trace, str]], *, holds: bool) -> list[Steps]:
    """The ways to give every part the wanted value."""
    ways: list[Steps] = [{}]
    for trace, prefix in below:
        of_part = _find_ways(trace, prefix, holds=holds)
        ways = _select_smallest({**one, **other} for one, other in product(ways, of_part))
    return ways


def _find_ways_for_some(below: list[tuple[Trace, str]], *, holds: bool) -> list[Steps]:
    """The ways to give one part the wanted value."""
    return _select_smallest(
        way for trace, prefix in below for way in _find_ways(trace, prefix, holds=holds)
    )


def _find_ways_for_count(
    below: list[tuple[Trace, str]], count: int, *, holds: bool
) -> list[Steps]:
    """The ways to give `count` parts the wanted value, including those that have it already."""
    done = sum(trace.value is holds for trace, _ in below)
    fewest = [
        (len(ways[0]), part)
        for part in below
        if part[0].value is not holds and (ways := _find_ways(*part, holds=holds))
    ]
    others = [part for _, part in sorted(fewest, key=itemgetter(0))]
    chosen = combinations(others, max(count - done, 0))
    return _select_smallest(
        way
        for parts in islice(chosen, MAX_WAYS)
        for way in _find_ways_for_every([*parts], holds=holds)
    )


def _select_smallest(ways: Iterable[Steps]) -> list[Steps]:
    """Keep the minimal ways, in the order of the rule."""
    kept: list[Steps] = []
    for way in sorted(ways, key=len):
        if not any(other.keys() <= way.keys() for other in kept):
            kept.append(way)
        if len(kept) == MAX_WAYS:
            break
    return kept
