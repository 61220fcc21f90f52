"""Plan for a level: the least that would bring each criterion in its way past it, and by whom.

What is to be done is kept apart from what is merely to be declared, and nothing that is true is
ever asked to be changed (semantics §8).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from os2governance.analysis.ways import Cost, PlanStep, find_further, find_ways, measure_steps
from os2governance.assessment.claim import is_documented
from os2governance.assessment.deviation import counts_for_level
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.assessment.rule_verdict import CERTAIN, evaluate_rules
from os2governance.assessment.verdicts import (
    BLOCKS,
    OPEN,
    SATISFIED,
    TOLERATED,
    judge_outcome,
    judge_status,
)
from os2governance.formats.words import EFFORTS
from os2governance.i18n.text import Text
from os2governance.model.model import Level, Model, Role
from os2governance.product.facts import merge_facts

_PASSING = frozenset({SATISFIED, TOLERATED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Action:
    """What would bring one criterion past a level.

    `open` is whether it is merely not known, so that it is to be answered; else something is to be
    done. `steps` is the smallest set of facts that would do, giving the status `reach`; `further`
    is what it takes beside them to be met, without reservation.

    `answer` is what an answer can do: `answer` (answer it), `evidence` (it is answered met:
    document it), `reason` (it is answered not applicable: say why), `result` (when it is done, say
    so), or None where none counts. `awaits` is whether the evaluator has to look at it, `deciders`
    who may accept that it is not met.
    """

    outcome: Outcome
    model: Model
    open: bool
    reach: str
    steps: tuple[PlanStep, ...]
    further: tuple[PlanStep, ...]
    answer: str | None
    awaits: bool
    deciders: tuple[Role, ...]

    @property
    def acts(self) -> tuple[PlanStep, ...]:
        """The steps in which something has to be done."""
        return tuple(step for step in self.steps if step.act)

    @property
    def questions(self) -> tuple[PlanStep, ...]:
        """The steps in which something only has to be declared."""
        return tuple(step for step in self.steps if not step.act)

    @property
    def declares(self) -> bool:
        """Whether something only has to be declared, as nobody has said that it is not so."""
        if self.open:
            return not self.acts
        given = self.outcome.answer
        denied = given is not None and given.answer != "met"
        return bool(self.steps) and not (denied or self.acts or self.awaits)

    @property
    def by_answer(self) -> bool:
        """Whether an answer is all that is asked for."""
        return self.answer is not None and not self.steps

    @property
    def rank(self) -> tuple[int, Cost]:
        """What it takes: the effort by the model, unknown last, then the steps."""
        efforts: tuple[str, ...] = EFFORTS
        effort = self.outcome.criterion.effort
        rank = efforts.index(effort) if effort in efforts else len(efforts)
        return rank, measure_steps(self.steps)


class Start(NamedTuple):
    """Where to begin: a step that alone satisfies criteria, or else the lightest criterion."""

    action: Action
    step: PlanStep | None
    satisfies: tuple[str, ...]


class Quota(NamedTuple):
    """How many more of some criteria a level takes, where it does not take them all."""

    level: Level
    number: int
    criteria: tuple[str, ...]


class PlanAcceptance(NamedTuple):
    """An accepted deviation, and whether it counts for the level of the plan."""

    outcome: Outcome
    counts: bool


RoleActions = tuple[str, Text, tuple[Action, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What stands between a product and a level.

    `frame` is why it is this level: `placed`, `recommended`, `next`, or `asked`. `by_role` has the
    criteria in its way by responsible role, the lightest first, `reservations` what would still be
    tolerated only; `start` is None where nothing is in the way but one criterion, or none.
    """

    assessment: Assessment
    level: Level
    frame: str
    accepted: tuple[PlanAcceptance, ...]
    by_role: tuple[RoleActions, ...]
    quotas: tuple[Quota, ...]
    reservations: tuple[Action, ...]
    start: Start | None

    @property
    def actions(self) -> tuple[Action, ...]:
        """The criteria in the way of the level."""
        return tuple(action for _, _, group in self.by_role for action in group)

    @property
    def to_do(self) -> tuple[RoleActions, ...]:
        """The criteria that stop the level, by role."""
        return tuple(_select_actions(self.by_role, open_=False))

    @property
    def to_answer(self) -> tuple[RoleActions, ...]:
        """The criteria that are open, by role."""
        return tuple(_select_actions(self.by_role, open_=True))


def _select_actions(groups: Iterable[RoleActions], *, open_: bool) -> Iterator[RoleActions]:
    for role, name, actions in groups:
        selected = tuple(action for action in actions if action.open is open_)
        if selected:
            yield role, name, selected


def find_frame(assessment: Assessment, level: str | None = None) -> tuple[str, str]:
    """The level that a plan is for, and why: placed, recommended, the next, or asked for.

    By default it is the level placed or else recommended, where that is above the assessed one;
    otherwise the next, or the highest where that is reached.
    """
    ids, levels = assessment.model.level_ids, assessment.levels
    above = 0 if levels.assessed is None else ids.index(levels.assessed) + 1
    following = ids[min(above, len(ids) - 1)]
    higher = {"placed": levels.placed, "recommended": levels.recommended}
    reasons = {each: why for why, each in reversed(higher.items()) if each in ids[above:]}
    if level is not None:
        return level, reasons.get(level, "next" if level == following else "asked")
    chosen = next((each for each in higher.values() if each in reasons), following)
    return chosen or following, reasons.get(chosen, "next")


def build_plan(assessment: Assessment, level: str | None = None) -> Plan:
    """Build the plan for a level, by default the one that it is framed by.

    Raises:
        KeyError: when the model has no such level.
    """
    model = assessment.model
    wanted, frame = find_frame(assessment, level)
    target = {each.id: each for each in model.levels}[wanted]
    short, tolerated = _find_short(assessment, wanted)
    waiting = sorted(number for quota in short for number in quota.waiting)
    actions = [build_action(assessment, assessment.outcomes[n], wanted) for n in waiting]
    return Plan(
        assessment=assessment,
        level=target,
        frame=frame,
        accepted=tuple(_list_accepted(assessment, wanted)),
        by_role=tuple(_group_by_role(actions, model.role_names)),
        quotas=tuple(
            Quota(each.level, each.number, tuple(model.criteria[n].id for n in each.waiting))
            for each in short
            if each.number < len(each.waiting)
        ),
        reservations=tuple(
            build_action(assessment, assessment.outcomes[n], wanted) for n in tolerated
        ),
        start=_find_start(actions),
    )


class _Short(NamedTuple):
    """A level that is not reached: how many more it takes, and the indexes of those in its way."""

    level: Level
    number: int
    waiting: tuple[int, ...]


def _find_short(assessment: Assessment, level: str) -> tuple[list[_Short], list[int]]:
    """What each level within a level still takes, and the indexes of what is only tolerated."""
    model, outcomes = assessment.model, assessment.outcomes
    height = model.level_ids.index(level)
    lowest = 0 if model.attainment.cumulative else height
    short, tolerated = [], []
    for each, own in model.counted_indexes_by_level[lowest : height + 1]:
        verdicts = {n: _judge(outcomes[n], level, model) for n in own if not outcomes[n].excluded}
        passing = sum(verdict in _PASSING for verdict in verdicts.values())
        number = ceil(each.needs.threshold(len(verdicts)) - passing)
        if number > 0:
            waiting = tuple(n for n, verdict in verdicts.items() if verdict not in _PASSING)
            short.append(_Short(each, number, waiting))
        tolerated += [n for n, verdict in verdicts.items() if verdict == TOLERATED]
    return short, sorted(tolerated)


def _judge(outcome: Outcome, level: str, model: Model) -> str:
    """What an outcome means for a level."""
    acceptance = outcome.acceptance
    accepted = acceptance is not None and counts_for_level(acceptance, level, model)
    return judge_outcome(outcome, model.attainment, accepted=accepted)


def _list_accepted(assessment: Assessment, level: str) -> Iterator[PlanAcceptance]:
    """Yield the deviations that the record accepts, of criteria that count up to a level."""
    model = assessment.model
    within = model.level_ids[: model.level_ids.index(level) + 1]
    for outcome in assessment.outcomes:
        acceptance = outcome.acceptance
        if acceptance and acceptance.level is not None and outcome.criterion.level in within:
            counts = _judge(outcome, level, model) in _PASSING
            yield PlanAcceptance(outcome, counts)


def _group_by_role(actions: Iterable[Action], names: dict[str, Text]) -> Iterator[RoleActions]:
    groups: dict[str, list[Action]] = {role: [] for role in names}
    for each in actions:
        groups.setdefault(each.outcome.criterion.responsible, []).append(each)
    for role, group in groups.items():
        if group:
            yield role, names.get(role, Text()), tuple(sorted(group, key=lambda a: a.rank))


def _find_start(actions: Sequence[Action]) -> Start | None:
    """The step that alone satisfies most, questions before tasks; else the lightest criterion."""
    if len(actions) < 2:  # noqa: PLR2004 - one criterion is no choice
        return None
    alone: dict[tuple[str, str, str, bool], list[Action]] = {}
    for each in actions:
        if len(each.steps) == 1 and not each.awaits:
            alone.setdefault(each.steps[0].key, []).append(each)
    if not alone:
        return Start(min(actions, key=_rank_start), None, ())
    best = min(alone.values(), key=lambda group: (-len(group), min(map(_rank_start, group))))
    lightest = min(best, key=_rank_start)
    return Start(lightest, lightest.steps[0], tuple(a.outcome.criterion.id for a in best))


def _rank_start(action: Action) -> tuple[bool, int, Cost]:
    return not action.open, *action.rank


# -- one criterion -------------------------------------------------------------------------------


def build_action(assessment: Assessment, outcome: Outcome, level: str | None = None) -> Action:
    """Find the least that would bring a criterion past a level; by default its own.

    Where it is past it, but only tolerated: what would satisfy it.
    """
    model = assessment.model
    asked = level or outcome.criterion.level
    verdict = _judge(outcome, asked, model)
    enough = [
        status
        for status in ("met", "partly", "not_applicable")
        if judge_status(outcome.criterion, status, model.attainment, accepted=False) in _PASSING
        and (status != "partly" or verdict in {BLOCKS, OPEN})
    ]
    way = _find_way(outcome, model, partly_enough="partly" in enough)
    answer = _find_answer(outcome, verdict, model, enough=enough, steps=way.steps)
    awaits = _awaits_evaluation(assessment, outcome, way.reach)
    only_said = answer is None or (answer == "reason" and "not_applicable" not in enough)
    nothing = not way.steps and only_said and verdict in {BLOCKS, OPEN}
    return Action(
        outcome=outcome,
        model=model,
        open=verdict == OPEN,
        reach=way.reach,
        steps=way.steps,
        further=way.further,
        answer=answer,
        awaits=awaits or nothing,
        deciders=_find_deciders(model, asked),
    )


class _ChosenWay(NamedTuple):
    """The steps of the smallest way, those beside them to be met, and the status they reach."""

    steps: tuple[PlanStep, ...]
    further: tuple[PlanStep, ...]
    reach: str


def _find_way(outcome: Outcome, model: Model, *, partly_enough: bool) -> _ChosenWay:
    """The smallest way by facts to be met, or partly met where that is enough.

    Where the outcome is the evaluator's, and the facts say nothing certain, none is needed.
    """
    if outcome.excluded or outcome.facts_say == "met":
        return _ChosenWay((), (), "met")
    if _rests_on_rating(outcome) and outcome.facts_say not in CERTAIN:
        return _ChosenWay((), (), "partly" if partly_enough else "met")
    to_met = find_ways(outcome.met, model)
    to_partly = find_ways(outcome.partly, model) if partly_enough and outcome.partly else []
    ways = [("met", way) for way in to_met] + [("partly", way) for way in to_partly if way]
    if not ways:
        return _ChosenWay((), (), "partly" if partly_enough else "met")
    reach, steps = min(ways, key=lambda each: measure_steps(each[1]))
    further = find_further(steps, to_met) if reach == "partly" else ()
    return _ChosenWay(steps, further, reach)


def _is_coloured(outcome: Outcome) -> bool:
    return outcome.rating is not None and outcome.rating.status != "not_applicable"


def _rests_on_rating(outcome: Outcome) -> bool:
    """Whether the evaluator's light holds, even if the product admits less since."""
    return outcome.basis == "evaluation" or (_is_coloured(outcome) and outcome.basis == "answer")


def _find_answer(
    outcome: Outcome,
    verdict: str,
    model: Model,
    *,
    enough: Sequence[str],
    steps: Sequence[PlanStep],
) -> str | None:
    """What an answer can do; an honest one is never to be changed before something is done."""
    criterion, given = outcome.criterion, outcome.answer
    if _rests_on_rating(outcome) or outcome.facts_say in CERTAIN or outcome.excluded:
        return None
    if given and given.answer == "not_applicable" and criterion.not_applicable != "no":
        missing = verdict == OPEN and not given.reason.strip()
        return "reason" if missing else None
    beaten = outcome.facts_say == "at_most_partly" and "partly" not in enough
    if beaten or not criterion.answer_counts:
        return None
    if verdict == OPEN:
        return "answer"
    if given and given.answer == "met":
        return None if is_documented(given, criterion, model) else "evidence"
    return None if steps else "result"


def _awaits_evaluation(assessment: Assessment, outcome: Outcome, reach: str) -> bool:
    """Whether facts alone would not do, since the evaluator's light holds, or would hold again."""
    if _rests_on_rating(outcome):
        return True
    if not _is_coloured(outcome):
        return False
    return reach != "met" or _read_facts_then(assessment, outcome) == "met"


def _read_facts_then(assessment: Assessment, outcome: Outcome) -> str:
    """What the files that were known at the evaluation say of a criterion, as of that day."""
    evaluation = outcome.evaluation
    if evaluation is None:
        return ""
    files = assessment.product.fact_files(evaluation.on)
    known = merge_facts(files, assessment.model.facts).scope(evaluation.on)
    return evaluate_rules(outcome.criterion, known).says


def _find_deciders(model: Model, level: str) -> tuple[Role, ...]:
    """The roles that may accept a deviation for a level: those that decide it and do not declare.

    All that do not declare where the level names none; none where acceptances count for nothing.
    """
    rules = model.attainment
    if "accepted" not in rules.satisfied_by | rules.tolerated:
        return ()
    named = next(each.decided_by for each in model.levels if each.id == level)
    roles = [model.roles_by_id[role] for role in named] or model.roles
    return tuple(role for role in roles if not role.declares)
