"""From the YAML tree of a rule to the rule: structure, names and types are checked."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from os2governance.documents.yaml_reader import ValuePath
from os2governance.findings.finding import Finding, Location, make_finding, suggest_word
from os2governance.i18n.text import NO_TEXT, Text
from os2governance.rules import registry
from os2governance.rules.facts import FactRule
from os2governance.rules.limits import RuleSizes
from os2governance.rules.node import Rule
from os2governance.rules.node_reader import NodeReader, RuleSource
from os2governance.rules.vocabulary import Fact

MAX_CONDITION_DEPTH = 10
"""Nesting of conditions that use conditions."""
MAX_RULE_NODES = 1_000
"""Nodes of a rule including the conditions that it uses."""
MAX_MODEL_NODES = 50_000
"""Nodes of all rules of a model, all of which are evaluated for each product."""

_NO_PHRASES: Mapping[str, Text] = MappingProxyType({})


class RuleParser:
    """Parses the rules of one model; collects `findings`.

    A named condition is parsed where it is used, with the facts in scope there: `use` means what
    the condition's own text would mean in its place.
    """

    fact_node = FactRule
    nodes = registry.NODE_OPERATORS
    fact_operators = registry.FACT_OPERATORS

    def __init__(
        self,
        facts: Fact,
        conditions: Mapping[str, Any],
        source: RuleSource,
        inherited: int = 0,
        phrases: Mapping[str, Text] = _NO_PHRASES,
    ) -> None:
        """Parse against a vocabulary, with the named conditions located in `source`.

        `inherited` is the number of nodes in the rules inherited from another model; `phrases` are
        what the model calls its conditions.
        """
        self._facts = facts
        self._conditions = conditions
        self._conditions_source = source
        self._extents = RuleSizes(conditions)
        self._together = inherited
        self._phrases = phrases
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
        return NodeReader(self, source).read_node(tree, path, self._facts)

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
        reader = NodeReader(self, self._conditions_source)
        rule = reader.read_node(self._conditions[name], ("conditions", name), facts)
        self._open.pop()
        self._read[name, facts] = rule
        return rule

    def find_phrase(self, condition: str) -> Text:
        """The model's phrase for a named condition; empty where it has none."""
        return self._phrases.get(condition, NO_TEXT)

    def report(self, code: str, place: Location, **arguments: Any) -> None:
        """Add a finding, once where a condition is used twice."""
        self.findings.setdefault((code, place), make_finding(code, place, **arguments))
