"""Cost of rules on long lists, measured before anything is evaluated."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Finding, make_finding
from os2governance.rules.lists import Count, Every, None_, Some, Sum
from os2governance.rules.node import FactPath, Rule

MAX_ANSWERS = 200_000
"""Answers of all rules about one product; each takes a microsecond and some 200 bytes."""


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
        if isinstance(rule, Some | Every | None_ | Count | Sum):
            conditions.setdefault(rule.path, []).extend(rule.parts)
            sizes[rule.path] = sizes.get(rule.path, 0) + 1
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
