"""What the facts say of one criterion: its rules, read together (semantics §3a)."""

from typing import NamedTuple

from os2governance.model.model import Criterion
from os2governance.rules.node import Scope
from os2governance.rules.trace import Trace

CERTAIN = frozenset({"met", "partly", "unmet"})
"""What facts say where nothing more can be known."""


class RuleVerdict(NamedTuple):
    """What the rules of a criterion say of some facts, and the trace of each rule evaluated.

    `says` is `met`, `partly`, `unmet`, `at_least_partly`, `at_most_partly` (`met` is false, and
    `partly` is undetermined) or `undetermined`.
    """

    says: str
    met: Trace
    partly: Trace | None


CONTRACT_WORDS = {"at_most_partly": "undetermined"}
"""What is told of a verdict in files and JSON, where that is not its own word (semantics §3a)."""


def evaluate_rules(criterion: Criterion, facts: Scope) -> RuleVerdict:
    """Evaluate a criterion's rules; `partly` is evaluated only where `met` is not true.

    Without a `met` rule nothing is known from facts: answer and evaluation decide (semantics §2).
    """
    met = criterion.rule.evaluate(facts)
    if met.value is True:
        return RuleVerdict("met", met, None)
    partly = criterion.partly.evaluate(facts) if criterion.partly else None
    return RuleVerdict(combine_values(met.value, partly.value if partly else False), met, partly)


def combine_values(met: bool | None, partly: bool | None) -> str:  # noqa: FBT001 - two values alike
    """What the values of the two rules say together."""
    if met is True:
        return "met"
    if met is None:
        return "at_least_partly" if partly is True else "undetermined"
    return {True: "partly", False: "unmet", None: "at_most_partly"}[partly]
