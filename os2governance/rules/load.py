"""Cost of rules on long lists, measured before anything is evaluated."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from os2governance.rules.lists import Count, Every, None_, Some, Sum
from os2governance.rules.node import Path, Rule

MOST_ANSWERS = 200_000
"""Answers of all rules about one product; each takes a microsecond and some 200 bytes."""


class Load(NamedTuple):
    """The cost of rules on a group of facts: their nodes, and the cost per list element."""

    nodes: int
    lists: Mapping[Path, "Load"]


def load_of(rules: Iterable[Rule]) -> Load:
    """Measure the cost of rules that are evaluated on the same facts."""
    left = list(rules)
    nodes = 0
    conditions: dict[Path, list[Rule]] = {}
    sizes: dict[Path, int] = {}
    while left:
        rule = left.pop()
        nodes += 1
        if isinstance(rule, Some | Every | None_ | Count | Sum):
            conditions.setdefault(rule.path, []).extend(rule.parts)
            sizes[rule.path] = sizes.get(rule.path, 0) + 1
        else:
            left += rule.parts
    below = {path: load_of(parts) for path, parts in conditions.items()}
    lists = {path: load._replace(nodes=load.nodes + sizes[path]) for path, load in below.items()}
    return Load(nodes, lists)


def answers(load: Load, facts: Any) -> int:
    """Count the answers that rules of that cost give for facts, or for an element of a list."""
    return load.nodes + sum(_about(path, below, facts) for path, below in load.lists.items())


def longest(load: Load, facts: Any) -> Path:
    """The list that accounts for most of the answers; an empty path where there is none."""
    return max(load.lists, key=lambda path: _about(path, load.lists[path], facts), default=())


def _about(path: Path, load: Load, facts: Any) -> int:
    found = facts
    for step in path:
        found = found.get(step) if type(found) is dict else None
    if type(found) is not list:
        return 0
    if load.lists:
        return sum(answers(load, element) for element in found)
    return load.nodes * len(found)
