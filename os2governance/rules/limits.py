"""The size of rules before they are parsed, and their cost on long lists before evaluation."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Finding, make_finding
from os2governance.rules.logic import Use
from os2governance.rules.node import FactPath, Rule
from os2governance.rules.registry import FACT_OPERATORS
from os2governance.rules.trace import Family

MAX_ANSWERS = 200_000
"""Answers of all rules about one product; each takes a microsecond and some 200 bytes."""


class RuleSize(NamedTuple):
    """The number of nodes in a rule, and the length of its chain of conditions."""

    nodes: int
    uses: int


class RuleSizes:
    """The sizes of rules that use named conditions; each condition is measured once."""

    def __init__(self, conditions: Mapping[str, Any]) -> None:
        """Store the conditions by name."""
        self._conditions = conditions

    def measure(self, tree: Any) -> RuleSize:
        """Measure a rule; missing and circular conditions add nothing."""
        return _together(*_contents(tree), self._known)

    @cached_property
    def _known(self) -> dict[str, RuleSize]:
        """The sizes of the conditions, leaves first; without circular ones."""
        contents = {name: _contents(tree) for name, tree in self._conditions.items()}
        users: dict[str, list[str]] = {}
        left: dict[str, int] = {}
        for name, (_, used) in contents.items():
            there = [other for other in used if other in contents]
            left[name] = len(there)
            for other in there:
                users.setdefault(other, []).append(name)
        known: dict[str, RuleSize] = {}
        ready = [name for name, count in left.items() if not count]
        while ready:
            name = ready.pop()
            known[name] = _together(*contents[name], known)
            for user in users.get(name, ()):
                left[user] -= 1
                if not left[user]:
                    ready.append(user)
        return known


def _together(nodes: int, used: Mapping[str, int], known: Mapping[str, RuleSize]) -> RuleSize:
    below = [(known[name], times) for name, times in used.items() if name in known]
    return RuleSize(
        nodes + sum(extent.nodes * times for extent, times in below),
        max((extent.uses + 1 for extent, _ in below), default=0),
    )


def _contents(tree: Any) -> tuple[int, Counter[str]]:
    """The number of a rule's own nodes, and how often it uses each condition."""
    used: Counter[str] = Counter()
    nodes = 0
    for node in _nodes(tree):
        known = node.keys() & FACT_OPERATORS.keys()
        nodes += max((FACT_OPERATORS[word].weight for word in known), default=1)
        if isinstance(name := node.get(Use.operator), str):
            used[name] += 1
    return nodes, used


def _nodes(tree: Any) -> Iterator[Mapping[str, Any]]:
    left = [tree]
    while left:
        each = left.pop()
        if isinstance(each, dict):
            yield each
            left += each.values()
        elif isinstance(each, list):
            left += each


# -- cost of evaluation ---------------------------------------------------------------------------


class EvaluationCost(NamedTuple):
    """The cost of rules on a group of facts: their nodes, and the cost per list element."""

    nodes: int
    lists: Mapping[FactPath, "EvaluationCost"]


def measure_cost(rules: Iterable[Rule]) -> EvaluationCost:
    """Measure the cost of rules that are evaluated on the same facts."""
    left = list(rules)
    nodes = 0
    conditions: dict[FactPath, list[Rule]] = {}
    sizes: dict[FactPath, int] = {}
    while left:
        rule = left.pop()
        nodes += 1
        if rule.family is Family.LIST:
            path = tuple(rule.subject.split("."))
            conditions.setdefault(path, []).extend(rule.parts)
            sizes[path] = sizes.get(path, 0) + 1
        else:
            left += rule.parts
    below = {path: measure_cost(parts) for path, parts in conditions.items()}
    lists = {path: load._replace(nodes=load.nodes + sizes[path]) for path, load in below.items()}
    return EvaluationCost(nodes, lists)


def count_answers(load: EvaluationCost, facts: Any) -> int:
    """Count the answers that rules of that cost give for facts, or for an element of a list."""
    return load.nodes + sum(_about(path, below, facts) for path, below in load.lists.items())


def find_costliest_list(load: EvaluationCost, facts: Any) -> FactPath:
    """The list that accounts for most of the answers; an empty path where there is none."""
    return max(load.lists, key=lambda path: _about(path, load.lists[path], facts), default=())


def _about(path: FactPath, load: EvaluationCost, facts: Any) -> int:
    found = facts
    for step in path:
        found = found.get(step) if type(found) is dict else None
    if type(found) is not list:
        return 0
    if load.lists:
        return sum(count_answers(load, element) for element in found)
    return load.nodes * len(found)


def find_too_long_list(
    load: EvaluationCost,
    facts: Mapping[str, Any],
    document: Document,
    path: Sequence[str | int] = (),
) -> list[Finding]:
    """Finding of a list, among the facts at `path`, that is too costly to evaluate."""
    if count_answers(load, facts) <= MAX_ANSWERS:
        return []
    costliest = find_costliest_list(load, facts)
    location = document.locate((*path, *costliest), key=True)
    return [make_finding("list-too-long", location, name=".".join(costliest), limit=MAX_ANSWERS)]
