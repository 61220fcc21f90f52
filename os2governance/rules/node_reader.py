"""Reading the nodes of a rule from one file: what is wrong is reported where it stands."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from os2governance.documents.yaml_reader import ValuePath
from os2governance.findings.finding import Location, find_closest, format_suggestion, suggest_word
from os2governance.i18n.text import Text
from os2governance.rules.mutations import Mutate, Mutation
from os2governance.rules.node import FactPath, Rule
from os2governance.rules.operator import FactOperator, OperandProblem, check_fact_type
from os2governance.rules.rule_schema import JsonSchema
from os2governance.rules.vocabulary import Fact

MAX_RULE_DEPTH = 30


class RuleSource(Protocol):
    """A file that can locate its values."""

    def locate(self, path: Sequence[str | int] = (), *, key: bool = False) -> Location:
        """Location of the value, or of its key."""


class NodeKind(Protocol):
    """A kind of node: a class that reads its own operand."""

    def read(
        self, operand: Any, path: ValuePath, facts: Fact, reader: "NodeReader"
    ) -> Rule | None:
        """Read the operand at `path`; None, with findings, where it is invalid."""


class NodeOperator(NodeKind, Protocol):
    """An operator that is the key of a node."""

    @property
    def operator(self) -> str:
        """Its name in criteria files."""

    @property
    def meaning(self) -> Text:
        """What it asks, as an editor tells it."""

    @property
    def schema(self) -> JsonSchema:
        """The schema of its operand."""

    def mutations(self, operand: Any, at: ValuePath, mutate: Mutate) -> Iterator[Mutation]:
        """Yield the mutations of the node with an operand."""


class RuleContext(Protocol):
    """What the rules of one model have in common: their conditions, operators and findings."""

    @property
    def fact_node(self) -> NodeKind:
        """The kind of a node on one fact."""

    @property
    def nodes(self) -> Mapping[str, NodeOperator]:
        """The operators that are the key of a node."""

    @property
    def fact_operators(self) -> Mapping[str, FactOperator]:
        """The operators that stand beside `fact`."""

    def parse_used_condition(self, name: str, place: Location, facts: Fact) -> Rule | None:
        """Parse the condition that is used at `place`, with the facts in scope there."""

    def find_phrase(self, condition: str) -> Text:
        """The model's phrase for a named condition; empty where it has none."""

    def report(self, code: str, place: Location, **arguments: Any) -> None:
        """Add a finding."""


class NodeReader:
    """Reads the nodes of one file's rules; `facts` are always those in scope at the node."""

    def __init__(self, context: RuleContext, source: RuleSource) -> None:
        """Read rules that are located in `source`."""
        self.context = context
        self._source = source

    def report(self, path: ValuePath, code: str, *, key: bool = False, **arguments: Any) -> None:
        """Report a finding on the value, or the key, at `path`."""
        self.context.report(code, self._source.locate(path, key=key), **arguments)

    def read_node(self, tree: Any, path: ValuePath, facts: Fact) -> Rule | None:
        """Read one node."""
        if not isinstance(tree, dict) or not tree:
            return self.report(path, "rule-no-node")
        if len(path) > MAX_RULE_DEPTH:
            return self.report(path, "rule-too-deep", limit=MAX_RULE_DEPTH)
        nodes = self.context.nodes
        if "fact" in tree:
            return self.context.fact_node.read(tree, path, facts, self)
        unknown = next((word for word in tree if word not in nodes), None)
        if unknown is not None:
            return self._report_unknown_operator(unknown, (*path, unknown))
        if len(tree) > 1:
            return self.report(path, "rule-several-keys", keys=", ".join(tree))
        word, operand = next(iter(tree.items()))
        return nodes[word].read(operand, (*path, word), facts, self)

    def _report_unknown_operator(self, word: str, path: ValuePath) -> None:
        if word in self.context.fact_operators:
            return self.report(path, "rule-operator-without-fact", key=True, operator=word)
        known = suggest_word(word, ["fact", *self.context.nodes])
        return self.report(path, "rule-unknown-operator", key=True, operator=word, meant=known)

    def read_parts(self, operand: Any, path: ValuePath, facts: Fact) -> tuple[Rule, ...] | None:
        """Read a list of nodes; None where one of them is invalid."""
        if not isinstance(operand, list) or not operand:
            return self.report(path, "rule-no-list")
        parts = [
            self.read_node(tree, (*path, number), facts) for number, tree in enumerate(operand)
        ]
        whole = tuple(part for part in parts if part is not None)
        return whole if len(whole) == len(parts) else None

    def read_used_condition(self, name: str, path: ValuePath, facts: Fact) -> Rule | None:
        """Read the condition that is used at `path`."""
        return self.context.parse_used_condition(name, self._source.locate(path), facts)

    def find_phrase(self, condition: str) -> Text:
        """The model's phrase for a named condition; empty where it has none."""
        return self.context.find_phrase(condition)

    def read_fact_path(
        self, text: Any, path: ValuePath, facts: Fact
    ) -> tuple[FactPath, Fact] | None:
        """Resolve a fact path through the schema."""
        if not isinstance(text, str) or not text:
            return self.report(path, "rule-no-path")
        steps, fact = tuple(text.split(".")), facts
        for number, step in enumerate(steps):
            below = fact.fields.get(step)
            if below is None:
                if fact.open:
                    return steps, Fact({}, {}, text)
                return self._report_unknown_fact(text, number, fact, path)
            fact = below
        return steps, fact

    def _report_unknown_fact(self, text: str, number: int, fact: Fact, path: ValuePath) -> None:
        steps = text.split(".")
        name = find_closest(steps[number], fact.fields)
        better = name and ".".join([*steps[:number], name, *steps[number + 1 :]])
        return self.report(path, "rule-unknown-fact", fact=text, meant=format_suggestion(better))

    def read_list_path(
        self, text: Any, path: ValuePath, facts: Fact, operator: str
    ) -> tuple[FactPath, Fact] | None:
        """Resolve the path of a list, which an operator needs."""
        found = self.read_fact_path(text, path, facts)
        wrong = check_fact_type(found[1], operator, {"array"}) if found else None
        return self.report_problem(wrong, path) if wrong else found

    def report_problem(self, problem: OperandProblem, path: ValuePath) -> None:
        """Report a problem of the operand at `path`."""
        self.report(path, problem.code, **problem.arguments)

    def has_keys(
        self,
        operand: Any,
        path: ValuePath,
        needed: set[str],
        optional: frozenset[str] = frozenset(),
    ) -> bool:
        """Whether a node's mapping has exactly the keys allowed; reports those that are wrong."""
        named = ", ".join(sorted(needed))
        if not isinstance(operand, dict):
            self.report(path, "rule-keys", keys=named)
            return False
        for key in operand:
            if key not in needed | optional:
                known = suggest_word(key, needed | optional)
                self.report((*path, key), "rule-unknown-key", key=True, name=key, meant=known)
                return False
        if not needed <= operand.keys():
            self.report(path, "rule-keys", keys=named)
            return False
        return True
