"""Quantifiers over a list of facts."""

from collections.abc import Iterator
from typing import Any, ClassVar, NamedTuple, Protocol, Self

from os2governance.documents.yaml_reader import ValuePath
from os2governance.i18n.text import Language, Text, _
from os2governance.rules.bounds import BOUNDS, Bound, describe_count, describe_share
from os2governance.rules.logic import Not, count_true, evaluate_every, evaluate_some, negate
from os2governance.rules.mutations import LEFT_OUT, Mutate, Mutation, mutate_inside
from os2governance.rules.node import FactPath, Node, Rule, RuleTree, Scope
from os2governance.rules.node_reader import NodeOperator, NodeReader
from os2governance.rules.rule_schema import (
    LIMITS_SCHEMA,
    PATH_SCHEMA,
    RULE_REFERENCE,
    JsonSchema,
    group_schema,
)
from os2governance.rules.texts import LengthAtLeast
from os2governance.rules.trace import (
    MISSING,
    Extent,
    FactPosition,
    Family,
    NumberRange,
    Trace,
    Way,
    make_trace,
)
from os2governance.rules.vocabulary import Fact


class FoundList(NamedTuple):
    """A list as found by a quantifier; `elements` is None where it is not declared."""

    elements: list[Scope] | None
    found: Any
    at: FactPosition | None


def find_list(scope: Scope, path: FactPath) -> FoundList:
    """Find the list at `path`; one that is declared absent has no elements."""
    found, at = scope.find(path)
    if found is MISSING:
        return FoundList(None, found, at)
    if not isinstance(found, list):
        return FoundList([], None, at)
    return FoundList(scope.elements(found, path), found, at)


class _ConditionOnElements(NamedTuple):
    """The fields of a node on a list; `bound` is used by a count."""

    path: FactPath
    fact: Fact
    where: Rule
    bound: Bound = Bound()


class QuantifiedRule(Rule, Protocol):
    """A node that asks something of the elements of a list, and decides from their answers."""

    @property
    def path(self) -> FactPath:
        """The path of the list."""

    @property
    def where(self) -> Rule:
        """The condition on each element."""

    def decide(self, values: list[bool | None]) -> bool | None:
        """The answer, from those of the elements."""


class QuantifierOperator(NodeOperator, Protocol):
    """An operator whose nodes are quantifiers."""

    def read(
        self, operand: Any, path: ValuePath, facts: Fact, reader: NodeReader
    ) -> QuantifiedRule | None:
        """Read the list, and what is asked of its elements."""


class Quantifier(Node, _ConditionOnElements):
    """A list, a condition on its elements, and a decision from their answers.

    A subclass has its `operator`, its `clause` with `{title}` and `{where}`, and `decide`.
    """

    __slots__ = ()
    family = Family.LIST
    is_measured = True
    is_compound = True
    operator: ClassVar[str]
    clause: ClassVar[Text]
    schema: ClassVar[JsonSchema] = group_schema({"in": PATH_SCHEMA, "where": RULE_REFERENCE})
    others: ClassVar[tuple[str, ...]] = ()
    """The quantifiers that a mutation puts in its place."""

    @classmethod
    def read(cls, operand: Any, path: ValuePath, facts: Fact, reader: NodeReader) -> Self | None:
        """Read the list, and the condition on its elements."""
        if not reader.has_keys(operand, path, {"in", "where"}):
            return None
        found = _read_condition(operand, path, facts, reader)
        return cls(*found) if found else None

    @classmethod
    def mutations(
        cls, operand: dict[str, Any], at: ValuePath, mutate: Mutate
    ) -> Iterator[Mutation]:
        """Yield the other quantifiers, the omission of the condition, and its mutations."""
        for other in cls.others:
            yield Mutation(at, cls.operator, other, {other: operand})
        free = cls.without_condition(operand["in"])
        if free:
            yield Mutation((*at, cls.operator), "where", LEFT_OUT, free)
        yield from mutate_condition(cls.operator, operand, at, mutate)

    @classmethod
    def without_condition(cls, path: str) -> RuleTree | None:  # noqa: ARG003 - an operator's signature
        """The rule left if all elements fulfilled the condition; None where it is trivial."""
        return None

    @property
    def subject(self) -> str:
        """The path of the list."""
        return ".".join(self.path)

    @property
    def title(self) -> Text:
        """The title of the list."""
        return self.fact.title

    @property
    def parts(self) -> tuple[Rule, ...]:
        """The condition on each element."""
        return (self.where,)

    def evaluate(self: QuantifiedRule, scope: Scope) -> Trace:
        """Evaluate; undetermined where the list is not declared."""
        elements, found, at = find_list(scope, self.path)
        if elements is None:
            return make_trace((self, None, (found, at), ()))
        parts = tuple([self.where.evaluate(element) for element in elements])
        return make_trace((self, self.decide([part[1] for part in parts]), (found, at), parts))

    def measure(self, trace: Trace) -> NumberRange | None:
        """Of how many elements the condition holds."""
        return None if trace.found is MISSING else count_true([part[1] for part in trace.parts])

    def describe_number(self, number: NumberRange, total: int) -> Text:
        """That number, of all elements."""
        return describe_share(number, total)

    def render(self, language: Language) -> str:
        """Render the clause."""
        title, where = self.fact.render_label(language), self.where.render(language)
        return self.clause.render(language).format(title=title, where=where)


def _read_condition(
    operand: dict[str, Any], path: ValuePath, facts: Fact, reader: NodeReader
) -> tuple[FactPath, Fact, Rule] | None:
    """Read the list and the condition on its elements."""
    found = reader.read_list_path(operand["in"], (*path, "in"), facts, str(path[-1]))
    if found is None:
        return None
    where = reader.read_node(operand["where"], (*path, "where"), found[1].element)
    return (*found, where) if where else None


def mutate_condition(
    operator: str, operand: dict[str, Any], at: ValuePath, mutate: Mutate
) -> Iterator[Mutation]:
    """Yield the mutations of the condition on the elements, if there is one."""
    if "where" in operand:
        yield from mutate_inside(
            operand["where"],
            (*at, operator, "where"),
            mutate,
            lambda changed: {operator: {**operand, "where": changed}},
        )


def _require_elements(path: str, number: float) -> RuleTree:
    """The rule that a list has so many elements, whatever they are."""
    return {"fact": path, LengthAtLeast.word: number}


class Some(Quantifier):
    """`some: {in, where}`: the condition holds of at least one element."""

    __slots__ = ()
    operator = "some"
    meaning = _("The rule holds for at least one element of the list.")
    clause = _("at least 1 of all {title}: {where}")
    others: ClassVar[tuple[str, ...]] = ("every", "none")

    def decide(self, values: list[bool | None]) -> bool | None:
        """Kleene's disjunction; false for an empty list."""
        return evaluate_some(values)

    def ways(self, *, holds: bool, parts: int) -> tuple[Way, ...]:  # noqa: ARG002 - a node's signature
        """True by one element, or by another list; false by every element."""
        if holds:
            return Way(Extent.SOME, value=True), Way(Extent.WHOLE, holds)
        return (Way(Extent.EVERY, value=False),)

    @classmethod
    def without_condition(cls, path: str) -> RuleTree:
        """There is an element."""
        return _require_elements(path, 1)


class Every(Quantifier):
    """`every: {in, where}`: the condition holds of all elements."""

    __slots__ = ()
    operator = "every"
    meaning = _("The rule holds for every element of the list.")
    clause = _("all {title}: {where}")
    others: ClassVar[tuple[str, ...]] = ("some", "none")

    def decide(self, values: list[bool | None]) -> bool | None:
        """Kleene's conjunction; true for an empty list."""
        return evaluate_every(values)

    def ways(self, *, holds: bool, parts: int) -> tuple[Way, ...]:  # noqa: ARG002 - a node's signature
        """True by every element; false by another list."""
        return (Way(Extent.EVERY if holds else Extent.WHOLE, holds),)


class NoneOf(Quantifier):
    """`none: {in, where}`: the condition holds of no element."""

    __slots__ = ()
    operator = "none"
    meaning = _("The rule holds for no element of the list.")
    clause = _("no {title}: {where}")
    others: ClassVar[tuple[str, ...]] = ("some",)
    inverts = True

    def decide(self, values: list[bool | None]) -> bool | None:
        """The negation of `some`; true for an empty list."""
        return negate(evaluate_some(values))

    def ways(self, *, holds: bool, parts: int) -> tuple[Way, ...]:  # noqa: ARG002 - a node's signature
        """True by every element; false by one element, or by another list."""
        if holds:
            return (Way(Extent.EVERY, value=False),)
        return Way(Extent.SOME, value=True), Way(Extent.WHOLE, holds)

    @classmethod
    def without_condition(cls, path: str) -> RuleTree:
        """There is no element."""
        return {Not.operator: _require_elements(path, 1)}


class Count(Quantifier):
    """`count: {in, where, at_least}`: the condition holds of that many elements."""

    __slots__ = ()
    operator = "count"
    meaning = _("The number of elements of the list for which the rule holds.")
    schema: ClassVar[JsonSchema] = group_schema(
        {"in": PATH_SCHEMA, "where": RULE_REFERENCE}, LIMITS_SCHEMA
    )
    is_bounded = True
    clause = _("{bound} of all {title}: {where}")

    @classmethod
    def read(cls, operand: Any, path: ValuePath, facts: Fact, reader: NodeReader) -> Self | None:
        """Read the list, the condition on its elements, and the bound."""
        if not reader.has_keys(operand, path, {"in", "where"}, BOUNDS):
            return None
        bound = Bound.read(operand, path, reader)
        found = _read_condition(operand, path, facts, reader)
        return cls(*found, bound) if found and bound else None

    @classmethod
    def mutations(
        cls, operand: dict[str, Any], at: ValuePath, mutate: Mutate
    ) -> Iterator[Mutation]:
        """Yield other bounds, the omission of the condition, and its mutations."""
        inside = (*at, cls.operator)
        yield from Bound.mutations(operand, inside, lambda changed: {cls.operator: changed})
        least = Bound(**{key: operand[key] for key in BOUNDS & operand.keys()}).at_least
        if least is not None:
            yield Mutation(inside, "where", LEFT_OUT, _require_elements(operand["in"], least))
        yield from mutate_condition(cls.operator, operand, at, mutate)

    @property
    def expected(self) -> Any:
        """The bound."""
        return self.bound.plain()

    @property
    def inverts(self) -> bool:
        """Whether there may only be so many: each element then counts against it."""
        return self.bound.at_most is not None

    def decide(self, values: list[bool | None]) -> bool | None:
        """Decided once the undetermined elements can no longer change the result."""
        return self.bound.compare(count_true(values))

    def describe_number(self, number: NumberRange, total: int) -> Text:  # noqa: ARG002 - a node's signature
        """How many elements there are, against how many there must be."""
        return describe_count(number, self.bound)

    def render(self, language: Language) -> str:
        """Render how many such elements there must be."""
        title, where = self.fact.render_label(language), self.where.render(language)
        bound = self.bound.render(language)
        return self.clause.render(language).format(title=title, where=where, bound=bound)


QUANTIFIERS: tuple[QuantifierOperator, ...] = (Some, Every, NoneOf, Count)
"""The quantifiers, in the order in which they are suggested."""
