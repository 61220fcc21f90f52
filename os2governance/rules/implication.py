"""Whether one rule can only hold where another does, as far as their trees show it."""

from collections.abc import Callable, Mapping
from operator import ge, le
from typing import Any

from os2governance.rules.dates import parse_period
from os2governance.rules.node import RuleTree

MAX_COMPARED = 20_000
"""Pairs of nodes that are compared; larger rules are not said to imply each other."""
_FALSY = (False, None, "", 0)


def implies(narrow: RuleTree, wide: RuleTree) -> bool:
    """Whether `wide` holds wherever `narrow` does; false also where that is not certain.

    Both are valid, without named conditions (`expand_conditions`).
    """
    if _count_nodes(narrow) * _count_nodes(wide) > MAX_COMPARED:
        return bool(narrow == wide)
    known: dict[tuple[int, int], bool] = {}

    def compare(one: RuleTree, other: RuleTree) -> bool:
        pair = (id(one), id(other))
        if pair not in known:
            known[pair] = _implies(one, other, compare)
        return known[pair]

    return compare(narrow, wide)


_Compare = Callable[[RuleTree, RuleTree], bool]


def _implies(narrow: RuleTree, wide: RuleTree, compare: _Compare) -> bool:
    if narrow == wide:
        return True
    if "any" in narrow:
        return all(compare(each, wide) for each in narrow["any"])
    if "all" in wide:
        return all(compare(narrow, each) for each in wide["all"])
    return (
        any(compare(each, wide) for each in narrow.get("all", ()))
        or any(compare(narrow, each) for each in wide.get("any", ()))
        or _is_same_but_narrower(narrow, wide, compare)
    )


def _is_same_but_narrower(narrow: RuleTree, wide: RuleTree, compare: _Compare) -> bool:
    """Whether two nodes of one kind, on the same fact or list, imply each other."""
    if "not" in narrow and "not" in wide:
        return compare(wide["not"], narrow["not"])
    if "fact" in narrow or "fact" in wide:
        return narrow.get("fact") == wide.get("fact") and _is_narrower(narrow, wide)
    return _is_narrower_list(narrow, wide, compare)


def _is_narrower(narrow: Mapping[str, Any], wide: Mapping[str, Any]) -> bool:
    """Whether an operator on a fact holds only where another on the same fact does."""
    (word, value), (other, limit) = (_operator(each) for each in (narrow, wide))
    if other == "present":
        return limit is True and _needs_something(word, value)
    if other == "one_of" and word in {"equals", "one_of"}:
        return all(each in limit for each in (value if word == "one_of" else [value]))
    known = word == other and word in _NARROWER and type(value) is type(limit)
    return known and _NARROWER[word](value, limit)


def _is_shorter(value: str, limit: str) -> bool:
    one, two = parse_period(value), parse_period(limit)
    return bool(one and two and one.unit == two.unit and one.number <= two.number)


_NARROWER: Mapping[str, Callable[[Any, Any], bool]] = {
    "at_least": ge,
    "length_at_least": ge,
    "at_most": le,
    "within": _is_shorter,
}
"""By operator, whether it asks for more with one operand than with another."""


def _operator(tree: Mapping[str, Any]) -> tuple[str, Any]:
    return next((word, value) for word, value in tree.items() if word != "fact")


def _needs_something(word: str, value: Any) -> bool:
    """Whether an operator holds only for a value that counts as present."""
    if word == "equals":
        return value not in _FALSY
    if word == "one_of":
        return all(each not in _FALSY for each in value)
    if word == "length_at_least":
        return bool(value >= 1)
    return word in {"is", "within", "past", "not_past"}


def _is_narrower_list(narrow: RuleTree, wide: RuleTree, compare: _Compare) -> bool:
    """Whether a quantifier holds only where the same one over the same list does."""
    (word, one), (other, two) = (next(iter(each.items())) for each in (narrow, wide))
    if word != other or not isinstance(one, dict) or not isinstance(two, dict):
        return False
    if one.get("in") != two.get("in") or one.get("of") != two.get("of"):
        return False
    if word in {"some", "every"}:
        return compare(one["where"], two["where"])
    if word == "none":
        return compare(two["where"], one["where"])
    if word in {"count", "sum"} and one.get("where") == two.get("where"):
        return _is_higher(one, two) or _is_lower(one, two)
    return False


def _is_higher(one: Mapping[str, Any], two: Mapping[str, Any]) -> bool:
    return "at_least" in one and "at_least" in two and bool(one["at_least"] >= two["at_least"])


def _is_lower(one: Mapping[str, Any], two: Mapping[str, Any]) -> bool:
    return "at_most" in one and "at_most" in two and bool(one["at_most"] <= two["at_most"])


def _count_nodes(tree: RuleTree) -> int:
    if isinstance(tree, list):
        return sum(map(_count_nodes, tree))
    return 1 + sum(map(_count_nodes, tree.values())) if isinstance(tree, dict) else 0
