"""The smallest ways to give a rule the wanted value, as steps on the facts that it reads.

Everything is derived from the trace; nothing is evaluated again. A fact that was not declared is
asked for; a declared one is never changed: something has to be done first.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, islice, product
from operator import itemgetter
from typing import Any, NamedTuple

from os2governance.i18n.partial_dates import parse_partial_date
from os2governance.i18n.text import Text
from os2governance.model.model import ConditionWords, Model
from os2governance.rules.trace import MISSING, Extent, FactPosition, Family, Question, Trace, Way
from os2governance.rules.vocabulary import Fact

MAX_WAYS = 32
"""The number of smallest ways kept at each node; rules of hand-written size have fewer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanStep:
    """One fact to declare, or to have changed in reality: its path, and the condition on it.

    `holds` is whether the condition must hold or must not. For a list as a whole, `node` is the
    rule node that reads it. `act` is whether the condition fails on what is declared, so that
    something has to be done; else the fact is only asked for. `words` are those of the named
    condition that it is part of, if it has any; `element` names the element of a longer list.
    """

    path: str
    node: Question
    holds: bool
    fact: Fact
    value: Any
    position: FactPosition | None
    number: Text
    act: bool
    condition: str
    words: ConditionWords
    element: str

    @property
    def declared(self) -> bool:
        """Whether a value is declared there already."""
        return self.value is not MISSING

    @property
    def key(self) -> tuple[str, str, str, bool]:
        """The identity of a step: equal for the same step of two criteria."""
        return self.path, self.node.operator, str(self.node.expected), self.holds

    @property
    def rewrites(self) -> bool:
        """Whether it is about a date of an element: a new element is more honest than that."""
        return self.act and "[" in self.path and parse_partial_date(self.value) is not None


class Cost(NamedTuple):
    """What a way takes: the things to do, and all its steps."""

    acts: int
    steps: int
    rewritten: int


Steps = dict[tuple[str, str, str, bool], PlanStep]
"""Steps by their key, so that a fact needed by two parts counts once."""


def measure_steps(steps: Iterable[PlanStep]) -> Cost:
    """What steps take; ways are compared by it."""
    several = list(steps)
    return Cost(
        sum(step.act for step in several),
        len(several),
        sum(step.rewrites for step in several),
    )


def find_ways(trace: Trace, model: Model, *, holds: bool = True) -> list[tuple[PlanStep, ...]]:
    """The ways to give a trace the wanted value, smallest first; without steps where it has it.

    There is none where people's judgement alone decides, or where no fact can bring it about.
    """
    found = _find_ways(trace, _Context(model), holds=holds)
    return [tuple(way.values()) for way in found]


class _Context(NamedTuple):
    """What a trace is part of: the list element, and the named condition that has words."""

    model: Model
    prefix: str = ""
    element: str = ""
    condition: str = ""


_Part = tuple[Trace, _Context]


def _find_ways(trace: Trace, context: _Context, *, holds: bool) -> list[Steps]:
    if trace.value is holds:
        return [{}]
    ways = trace.question.ways(holds=holds, parts=len(trace.parts))
    return _select_smallest(
        steps for way in ways for steps in _find_steps(trace, context, way, holds=holds)
    )


def _find_steps(trace: Trace, context: _Context, way: Way, *, holds: bool) -> list[Steps]:
    """The ways to take one way that the node has."""
    if way.extent is Extent.WHOLE or not trace.parts:
        return [_change_whole(trace, context, holds=holds)] if trace.question.subject else []
    below = _list_parts(trace, context)
    if way.extent is Extent.EVERY:
        return _find_ways_for_every(below, holds=way.value)
    if way.extent is Extent.SOME:
        return _find_ways_for_some(below, holds=way.value)
    return _find_ways_for_count(below, way.extent, holds=way.value)


def _list_parts(trace: Trace, context: _Context) -> list[_Part]:
    """The parts of a trace, each with what it is part of."""
    name = trace.question.name
    words = context.model.condition_words.get(name)
    inside = context._replace(condition=name) if words and words.todo != Text() else context
    parts = trace.list_parts(context.prefix)
    if trace.question.family is not Family.LIST:
        return [(part, inside) for part, _ in parts]
    listed = trace.found if isinstance(trace.found, list) else []
    names = _name_elements(listed, context.model.facts.find(_path_of(trace, context)))
    return [
        (part, inside._replace(prefix=prefix, element=name))
        for (part, prefix), name in zip(parts, names, strict=True)
    ]


def _path_of(trace: Trace, context: _Context) -> str:
    return f"{context.prefix}{trace.question.subject}"


def _name_elements(elements: list[Any], fact: Fact) -> list[str]:
    """The name of each element: the value of its key, or else its first text."""
    if len(elements) == 1:
        return [""]
    return [_name_element(element, fact.key) for element in elements]


def _name_element(element: Any, key: str) -> str:
    if not isinstance(element, dict):
        return str(element)
    texts = [value for value in element.values() if isinstance(value, str)]
    return str(element.get(key) or next(iter(texts), ""))


def _change_whole(trace: Trace, context: _Context, *, holds: bool) -> Steps:
    words = context.model.condition_words.get(context.condition)
    path = _path_of(trace, context)
    step = PlanStep(
        path=path,
        node=trace.question,
        holds=holds,
        fact=context.model.facts.find(path),
        value=trace.found,
        position=trace.position,
        number=trace.number_said,
        act=trace.value is not None,
        condition=context.condition,
        words=words or ConditionWords(),
        element=context.element,
    )
    return {step.key: step}


def _find_ways_for_every(below: list[_Part], *, holds: bool) -> list[Steps]:
    """The ways to give every part the wanted value."""
    ways: list[Steps] = [{}]
    for trace, context in below:
        of_part = _find_ways(trace, context, holds=holds)
        ways = _select_smallest({**one, **other} for one, other in product(ways, of_part))
    return ways


def _find_ways_for_some(below: list[_Part], *, holds: bool) -> list[Steps]:
    """The ways to give one part the wanted value."""
    return _select_smallest(
        way for trace, context in below for way in _find_ways(trace, context, holds=holds)
    )


def _find_ways_for_count(below: list[_Part], count: int, *, holds: bool) -> list[Steps]:
    """The ways to give `count` parts the wanted value, including those that have it already."""
    done = sum(trace.value is holds for trace, _ in below)
    cheapest = [
        (_measure(ways[0]), part)
        for part in below
        if part[0].value is not holds and (ways := _find_ways(*part, holds=holds))
    ]
    others = [part for _, part in sorted(cheapest, key=itemgetter(0))]
    chosen = combinations(others, max(count - done, 0))
    return _select_smallest(
        way
        for parts in islice(chosen, MAX_WAYS)
        for way in _find_ways_for_every([*parts], holds=holds)
    )


def _measure(way: Steps) -> Cost:
    return measure_steps(way.values())


def _select_smallest(ways: Iterable[Steps]) -> list[Steps]:
    """Keep the minimal ways, the cheapest first, then in the order of the rule."""
    kept: list[Steps] = []
    for way in sorted(ways, key=_measure):
        if not any(other.keys() <= way.keys() for other in kept):
            kept.append(way)
        if len(kept) == MAX_WAYS:
            break
    return kept


def find_further(
    chosen: tuple[PlanStep, ...], ways: Iterable[tuple[PlanStep, ...]]
) -> tuple[PlanStep, ...]:
    """The least beside the chosen steps that some way takes."""
    done = {step.key for step in chosen}
    left: Iterator[tuple[PlanStep, ...]] = (
        tuple(step for step in way if step.key not in done) for way in ways
    )
    return min(left, key=measure_steps, default=())
