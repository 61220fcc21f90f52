"""Named conditions in rules as written: which are used, and what stands in their place."""

from collections.abc import Mapping

from os2governance.rules.logic import Use
from os2governance.rules.node import RuleTree


def find_used_conditions(tree: RuleTree, conditions: Mapping[str, RuleTree]) -> set[str]:
    """Names of the conditions that a tree uses, directly or through others."""
    if isinstance(tree, list):
        return {name for part in tree for name in find_used_conditions(part, conditions)}
    if not isinstance(tree, dict):
        return set()
    named = {name for name in [tree.get(Use.operator)] if isinstance(name, str)}
    below = {name for part in tree.values() for name in find_used_conditions(part, conditions)}
    through = {n for name in named for n in find_used_conditions(conditions.get(name), conditions)}
    return named | below | through


def expand_conditions(tree: RuleTree, conditions: Mapping[str, RuleTree]) -> RuleTree:
    """Put what the conditions say in place of their names; those of a model are never circular."""
    if isinstance(tree, list):
        return [expand_conditions(each, conditions) for each in tree]
    if not isinstance(tree, dict):
        return tree
    if set(tree) == {Use.operator} and tree[Use.operator] in conditions:
        return expand_conditions(conditions[tree[Use.operator]], conditions)
    return {key: expand_conditions(each, conditions) for key, each in tree.items()}
