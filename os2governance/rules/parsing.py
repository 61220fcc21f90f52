"""From the YAML tree of a rule to the rule: structure, names and types are checked."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Protocol

from os2governance.documents.yaml_reader import ValuePath
from os2governance.findings.finding import (
    Finding,
    Location,
    find_closest,
    format_suggestion,
    make_finding,
    suggest_word,
)
from os2governance.i18n.text import _
from os2governance.rules.dates import NotPast, Within
from os2governance.rules.facts import (
    AtLeastValue,
    AtMostValue,
    Equals,
    FactRule,
    Is,
    LengthAtLeast,
    Matches,
    OneOf,
    Operator,
    Present,
)
from os2governance.rules.limits import RuleSizes
from os2governance.rules.lists import Bound, Count, Every, None_, Some, Sum
from os2governance.rules.logic import All, Any_, AtLeast, Not, Use
from os2governance.rules.node import FactPath, Rule
from os2governance.rules.vocabulary import Fact
from os2governance.rules.wrong import OperandProblem, check_fact_type

FACT_OPERATORS: dict[str, Callable[[Any, Fact], Any]] = {
    operator.word: operator.read
    for operator in (
        Present,
        Equals,
        OneOf,
        AtLeastValue,
        AtMostValue,
        LengthAtLeast,
        Matches,
        Is,
        Within,
        NotPast,
    )
}
"""The operators allowed beside `fact:`; each reads its operand for a fact."""

MAX_RULE_DEPTH = 30
MAX_CONDITION_DEPTH = 10
"""Nesting of conditions that use conditions."""
MAX_RULE_NODES = 1_000
"""Nodes of a rule including the conditions that it uses."""
MAX_MODEL_NODES = 50_000
"""Nodes of all rules of a model, all of which are evaluated for each product."""


class RuleSource(Protocol):
    """A file that can locate its values."""

    def locate(self, path: Sequence[str | int] = (), *, key: bool = False) -> Location:
        """Location of the value, or of its key."""


class RuleParser:
    """Parses the rules of one model; collects `findings`.

    A named condition is parsed where it is used, with the facts in scope there: `use` means what
    the condition's own text would mean in its place.
    """

    def __init__(
        self, facts: Fact, conditions: Mapping[str, Any], source: RuleSource, inherited: int = 0
    ) -> None:
        """Parse against a vocabulary, with the named conditions located in `source`.

        `inherited` is the number of nodes in the rules inherited from another model.
        """
        self._facts = facts
        self._conditions = conditions
        self._conditions_source = source
        self._extents = RuleSizes(conditions)
        self._together = inherited
        self._open: list[str] = []
        self._read: dict[tuple[str, Fact], Rule | None] = {}
        self.findings: dict[tuple[str, Location], Finding] = {}
        self.used: set[str] = set()

    def parse_rule(self, tree: Any, source: RuleSource, path: ValuePath) -> Rule | None:
        """Parse the rule at `path` of `source`; None, with findings, where it is invalid.

        A rule that is too large or too deep, with all that it uses, is not parsed at all, nor are
        the rules after too many.
        """
        extent = self._extents.measure(tree)
        if extent.nodes > MAX_RULE_NODES:
            return self.report("rule-too-large", source.locate(path), limit=MAX_RULE_NODES)
        if extent.uses > MAX_CONDITION_DEPTH:
            return self.report("rule-too-deep", source.locate(path))
        before = self._together
        self._together += extent.nodes
        if before <= MAX_MODEL_NODES < self._together:
            self.report("rules-too-large", source.locate(path), limit=MAX_MODEL_NODES)
        if self._together > MAX_MODEL_NODES:
            return None
        return _Reading(self, source).node(tree, path, self._facts)

    def parse_condition(self, name: str) -> Rule | None:
        """Parse a named condition by itself."""
        tree = self._conditions[name]
        return self.parse_rule(tree, self._conditions_source, ("conditions", name))

    def parse_used_condition(self, name: str, place: Location, facts: Fact) -> Rule | None:
        """Parse the condition that is used at `place`, with the facts in scope there."""
        self.used.add(name)
        if name in self._open:
            ring = " → ".join([*self._open[self._open.index(name) :], name])
            return self.report("rule-circular", place, ring=ring)
        if name not in self._conditions:
            known = suggest_word(name, self._conditions)
            return self.report("rule-unknown-condition", place, name=name, meant=known)
        if (name, facts) in self._read:
            return self._read[name, facts]
        if len(self._open) > MAX_CONDITION_DEPTH:  # circular conditions, whose size is not known
            return self.report("rule-too-deep", place)
        self._open.append(name)
        reading = _Reading(self, self._conditions_source)
        rule = reading.node(self._conditions[name], ("conditions", name), facts)
        self._open.pop()
        self._read[name, facts] = rule
        return rule

    def report(self, code: str, place: Location, **arguments: Any) -> None:
        """Add a finding, once where a condition is used twice."""
        self.findings.setdefault((code, place), make_finding(code, place, **arguments))


class _Reading:
    """The parsing of one file's rules, which knows the file for locations."""

    def __init__(self, parser: RuleParser, source: RuleSource) -> None:
        self._parser = parser
        self._source = source
        self._nodes: dict[str, Callable[[Any, ValuePath, Fact], Rule | None]] = {
            "all": self._all,
            "any": self._any,
            "not": self._not,
            "use": self._use,
            "at_least": self._at_least,
            "some": partial(self._quantified, Some),
            "every": partial(self._quantified, Every),
            "none": partial(self._quantified, None_),
            "count": self._count,
            "sum": self._sum,
        }

    def node(self, tree: Any, path: ValuePath, facts: Fact) -> Rule | None:
        """Parse one node."""
        if not isinstance(tree, dict) or not tree:
            return self._wrong(path, "rule-no-node")
        if len(path) > MAX_RULE_DEPTH:
            return self._wrong(path, "rule-too-deep", limit=MAX_RULE_DEPTH)
        if "fact" in tree:
            return self._fact(tree, path, facts)
        if len(tree) > 1:
            return self._wrong(path, "rule-several-keys", keys=", ".join(tree))
        word, operand = next(iter(tree.items()))
        if word not in self._nodes:
            return self._unknown_word(word, (*path, word))
        return self._nodes[word](operand, (*path, word), facts)

    def _wrong(self, path: ValuePath, code: str, *, key: bool = False, **arguments: Any) -> None:
        self._parser.report(code, self._source.locate(path, key=key), **arguments)

    def _unknown_word(self, word: str, path: ValuePath) -> None:
        if word in FACT_OPERATORS:
            return self._wrong(path, "rule-operator-without-fact", key=True, operator=word)
        known = suggest_word(word, ["fact", *self._nodes])
        return self._wrong(path, "rule-unknown-operator", key=True, operator=word, meant=known)

    # -- one fact ----------------------------------------------------------------------------

    def _fact(self, tree: dict[str, Any], path: ValuePath, facts: Fact) -> Rule | None:
        words = [word for word in tree if word != "fact"]
        if len(words) != 1:
            return self._wrong(path, "rule-one-operator", operators=", ".join(FACT_OPERATORS))
        word = words[0]
        if word not in FACT_OPERATORS:
            at, known = (*path, word), suggest_word(word, FACT_OPERATORS)
            return self._wrong(at, "rule-unknown-operator", key=True, operator=word, meant=known)
        found = self._path(tree["fact"], (*path, "fact"), facts)
        if found is None:
            return None
        steps, fact = found
        operator: Operator | OperandProblem = FACT_OPERATORS[word](tree[word], fact)
        if isinstance(operator, OperandProblem):
            return self._wrong((*path, word), operator.code, **operator.arguments)
        return FactRule(
            path=steps, fact=fact, operand=operator, subject=tree["fact"], operator=word
        )

    def _path(self, text: Any, path: ValuePath, facts: Fact) -> tuple[FactPath, Fact] | None:
        """Resolve a fact path through the schema."""
        if not isinstance(text, str) or not text:
            return self._wrong(path, "rule-no-path")
        steps, fact = tuple(text.split(".")), facts
        for number, step in enumerate(steps):
            below = fact.fields.get(step)
            if below is None:
                if fact.open:
                    return steps, Fact({}, {}, text)
                return self._unknown_fact(text, number, fact, path)
            fact = below
        return steps, fact

    def _unknown_fact(self, text: str, number: int, fact: Fact, path: ValuePath) -> None:
        steps = text.split(".")
        name = find_closest(steps[number], fact.fields)
        better = name and ".".join([*steps[:number], name, *steps[number + 1 :]])
        return self._wrong(path, "rule-unknown-fact", fact=text, meant=format_suggestion(better))

    # -- logic -------------------------------------------------------------------------------

    def _parts(self, operand: Any, path: ValuePath, facts: Fact) -> tuple[Rule, ...] | None:
        if not isinstance(operand, list) or not operand:
            return self._wrong(path, "rule-no-list")
        parts = [self.node(tree, (*path, number), facts) for number, tree in enumerate(operand)]
        whole = tuple(part for part in parts if part is not None)
        return whole if len(whole) == len(parts) else None

    def _all(self, operand: Any, path: ValuePath, facts: Fact) -> Rule | None:
        parts = self._parts(operand, path, facts)
        return All(parts) if parts else None

    def _any(self, operand: Any, path: ValuePath, facts: Fact) -> Rule | None:
        parts = self._parts(operand, path, facts)
        return Any_(parts) if parts else None

    def _not(self, operand: Any, path: ValuePath, facts: Fact) -> Rule | None:
        part = self.node(operand, path, facts)
        return Not((part,)) if part else None

    def _use(self, operand: Any, path: ValuePath, facts: Fact) -> Rule | None:
        if not isinstance(operand, str):
            return self._wrong(path, "rule-no-name")
        part = self._parser.parse_used_condition(operand, self._source.locate(path), facts)
        return Use((part,), operand) if part else None

    def _at_least(self, operand: Any, path: ValuePath, facts: Fact) -> Rule | None:
        if not self._has_keys(operand, path, {"count", "of"}, set()):
            return None
        parts = self._parts(operand["of"], (*path, "of"), facts)
        count = operand["count"]
        if type(count) is not int or count < 0:
            wanted = _("a whole number, zero or more")
            return self._wrong((*path, "count"), "rule-value", operator="count", wanted=wanted)
        return AtLeast(parts, count) if parts else None

    # -- lists -------------------------------------------------------------------------------

    def _has_keys(
        self, operand: Any, path: ValuePath, needed: set[str], optional: set[str]
    ) -> bool:
        """Whether a node's mapping has exactly the keys allowed; reports those that are wrong."""
        named = ", ".join(sorted(needed))
        if not isinstance(operand, dict):
            self._wrong(path, "rule-keys", keys=named)
            return False
        for key in operand:
            if key not in needed | optional:
                known = suggest_word(key, needed | optional)
                self._wrong((*path, key), "rule-unknown-key", key=True, name=key, meant=known)
                return False
        if not needed <= operand.keys():
            self._wrong(path, "rule-keys", keys=named)
            return False
        return True

    def _list(self, operand: Any, path: ValuePath, facts: Fact) -> tuple[FactPath, Fact] | None:
        found = self._path(operand["in"], (*path, "in"), facts)
        if found is None:
            return None
        wrong = check_fact_type(found[1], str(path[-1]), {"array"})
        if wrong:
            return self._wrong((*path, "in"), wrong.code, **wrong.arguments)
        return found

    def _condition(
        self, operand: Any, path: ValuePath, facts: Fact
    ) -> tuple[FactPath, Fact, Rule] | None:
        """Parse the list and the condition on its elements."""
        found = self._list(operand, path, facts)
        if found is None:
            return None
        where = self.node(operand["where"], (*path, "where"), found[1].element)
        return (*found, where) if where else None

    def _quantified(
        self, node: type[Some | Every | None_], operand: Any, path: ValuePath, facts: Fact
    ) -> Rule | None:
        if not self._has_keys(operand, path, {"in", "where"}, set()):
            return None
        found = self._condition(operand, path, facts)
        return node(*found) if found else None

    def _bound(self, operand: dict[str, Any], path: ValuePath) -> Bound | None:
        given = [key for key in ("at_least", "at_most") if key in operand]
        if len(given) != 1:
            return self._wrong(path, "rule-one-bound")
        number = operand[given[0]]
        if type(number) not in {int, float}:
            wanted = _("a number")
            return self._wrong((*path, given[0]), "rule-value", operator=given[0], wanted=wanted)
        return Bound(**{given[0]: number})

    def _count(self, operand: Any, path: ValuePath, facts: Fact) -> Rule | None:
        if not self._has_keys(operand, path, {"in", "where"}, {"at_least", "at_most"}):
            return None
        bound = self._bound(operand, path)
        found = self._condition(operand, path, facts)
        return Count(*found, bound) if found and bound else None

    def _sum(self, operand: Any, path: ValuePath, facts: Fact) -> Rule | None:
        if not self._has_keys(operand, path, {"in", "of"}, {"where", "at_least", "at_most"}):
            return None
        bound, found = self._bound(operand, path), self._list(operand, path, facts)
        if found is None:
            return None
        element = found[1].element
        figure = self._path(operand["of"], (*path, "of"), element)
        wrong = check_fact_type(figure[1], "sum", {"number", "integer"}) if figure else None
        if wrong:
            return self._wrong((*path, "of"), wrong.code, **wrong.arguments)
        where = None
        if "where" in operand:
            where = self.node(operand["where"], (*path, "where"), element)
            if where is None:
                return None
        return (
            Sum(
                path=found[0],
                fact=found[1],
                of=figure[0],
                figure=figure[1],
                where=where,
                bound=bound,
            )
            if figure and bound
            else None
        )
