"""Size and depth of rules, with the conditions they use, measured before any is parsed."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

NODES_PER_PATTERN = 200
"""The nodes that a pattern counts as: it takes as long to compile, or to match a long text."""


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
        nodes += NODES_PER_PATTERN if "matches" in node else 1
        if isinstance(name := node.get("use"), str):
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
