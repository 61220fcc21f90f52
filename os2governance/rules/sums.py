"""Sums of the figures in a list of facts."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Self

from os2governance.documents.yaml_reader import ValuePath
from os2governance.i18n.text import Language, Text, _
from os2governance.rules.bounds import BOUNDS, Bound, describe_sum
from os2governance.rules.lists import find_list, mutate_condition
from os2governance.rules.mutations import LEFT_OUT, Mutate, Mutation
from os2governance.rules.node import FactPath, Node, Rule, Scope
from os2governance.rules.node_reader import NodeReader
from os2governance.rules.operator import check_fact_type
from os2governance.rules.rule_schema import (
    LIMITS_SCHEMA,
    PATH_SCHEMA,
    RULE_REFERENCE,
    JsonSchema,
    group_schema,
)
from os2governance.rules.trace import MISSING, Family, NumberRange, Trace, make_trace
from os2governance.rules.vocabulary import Fact


@dataclass(frozen=True, kw_only=True, slots=True)
class Sum(Node):
    """`sum: {in, of, where, at_least}`: the sum of the elements' figures."""

    path: FactPath
    fact: Fact
    of: FactPath
    figure: Fact
    where: Rule | None
    bound: Bound

    family = Family.LIST
    operator = "sum"
    meaning: ClassVar[Text] = _(
        "The sum of a field over the elements of the list for which the rule holds."
    )
    schema: ClassVar[JsonSchema] = group_schema(
        {"in": PATH_SCHEMA, "of": PATH_SCHEMA}, {"where": RULE_REFERENCE, **LIMITS_SCHEMA}
    )
    selects = True
    is_bounded = True
    is_measured = True

    @classmethod
    def read(cls, operand: Any, path: ValuePath, facts: Fact, reader: NodeReader) -> Self | None:
        """Read the list, the figure of its elements, the bound, and the condition if any."""
        if not reader.has_keys(operand, path, {"in", "of"}, BOUNDS | {"where"}):
            return None
        bound = Bound.read(operand, path, reader)
        found = reader.read_list_path(operand["in"], (*path, "in"), facts, cls.operator)
        if found is None:
            return None
        element = found[1].element
        figure = reader.read_fact_path(operand["of"], (*path, "of"), element)
        wrong = check_fact_type(figure[1], cls.operator, {"number", "integer"}) if figure else None
        if wrong:
            return reader.report_problem(wrong, (*path, "of"))
        where = None
        if "where" in operand:
            where = reader.read_node(operand["where"], (*path, "where"), element)
            if where is None:
                return None
        if not figure or not bound:
            return None
        (path_, fact), (of, figure_) = found, figure
        return cls(path=path_, fact=fact, of=of, figure=figure_, where=where, bound=bound)

    @classmethod
    def mutations(
        cls, operand: dict[str, Any], at: ValuePath, mutate: Mutate
    ) -> Iterator[Mutation]:
        """Yield other bounds, the omission of the condition, and its mutations."""
        inside = (*at, cls.operator)
        yield from Bound.mutations(operand, inside, lambda changed: {cls.operator: changed})
        if "where" in operand:
            free = {key: value for key, value in operand.items() if key != "where"}
            yield Mutation(inside, "where", LEFT_OUT, {cls.operator: free})
        yield from mutate_condition(cls.operator, operand, at, mutate)

    @property
    def is_compound(self) -> bool:
        """Whether it has a condition."""
        return self.where is not None

    @property
    def subject(self) -> str:
        """The path of the list."""
        return ".".join(self.path)

    def list_paths(self) -> tuple[str, ...]:
        """The paths of the list, and of the figure in its elements."""
        return self.subject, f"{self.subject}[].{'.'.join(self.of)}"

    @property
    def title(self) -> Text:
        """The title of the list."""
        return self.fact.title

    @property
    def parts(self) -> tuple[Rule, ...]:
        """The condition on each element, if there is one."""
        return (self.where,) if self.where else ()

    @property
    def expected(self) -> dict[str, Any]:
        """The field that is added up, and the bound."""
        return {"of": ".".join(self.of), **self.bound.plain()}

    def evaluate(self, scope: Scope) -> Trace:
        """Evaluate; decided where the undeclared figures cannot change the result."""
        elements, found, at = find_list(scope, self.path)
        if elements is None:
            return make_trace((self, None, (found, at), ()))
        parts = tuple([self.where.evaluate(element) for element in elements] if self.where else [])
        value = self.bound.compare(self._add(elements, parts))
        return make_trace((self, value, (found, at), parts))

    def measure(self, trace: Trace) -> NumberRange | None:
        """The sum, as far as it is known."""
        if trace.found is MISSING:
            return None
        return self._add([Scope(each, None, date.min) for each in trace.found or ()], trace.parts)

    def _add(self, elements: Sequence[Scope], parts: Sequence[Trace]) -> NumberRange:
        """Add up the figures of the elements that count, by the answers of the condition."""
        counted = [part.value for part in parts] if self.where else [True] * len(elements)
        ranges = [
            self._range(element, counts) for element, counts in zip(elements, counted, strict=True)
        ]
        lows, highs = [low for low, _ in ranges], [high for _, high in ranges]
        least = add_exactly(lows)
        return NumberRange(least, least if lows == highs else add_exactly(highs))

    @property
    def inverts(self) -> bool:
        """Whether the sum may only be so large: each element then counts against it."""
        return self.bound.at_most is not None

    def describe_number(self, number: NumberRange, total: int) -> Text:  # noqa: ARG002 - a node's signature
        """The sum, against what it must come to."""
        return describe_sum(number, self.bound)

    def _range(self, element: Scope, counts: bool | None) -> tuple[float, float]:  # noqa: FBT001
        """Lowest and highest possible contribution of an element; zero if it does not count."""
        if counts is False:
            return 0, 0
        figure, _ = element.find(self.of)
        if figure is MISSING:
            low, high = self.figure.lowest, self.figure.highest
            low, high = (-math.inf if low is None else low), (math.inf if high is None else high)
            if self.figure.nullable:
                low, high = min(low, 0), max(high, 0)
        else:
            low = high = figure if type(figure) in {int, float} else 0
        return (low, high) if counts else (min(low, 0), max(high, 0))

    def render(self, language: Language) -> str:
        """Render the bound on the sum of the figures."""
        said = (_OF_SOME if self.where else _OF_ALL).render(language)
        return said.format(
            title=self.fact.render_label(language),
            figure=self.figure.render_label(language),
            bound=self.bound.render(language),
            where=self.where.render(language) if self.where else "",
        )


_OF_ALL = _("the sum of {figure} for all {title} is {bound}")
_OF_SOME = _("the sum of {figure} for all {title} is {bound}, counting only: {where}")


def add_exactly(figures: Sequence[float]) -> float:
    """Add exactly, as the figures are written: independent of order, without overflow.

    Integers give an integer, others the float nearest to their sum; a sum beyond the largest float
    is returned as an integer.
    """
    if all(type(figure) is int for figure in figures):
        return sum(figures)
    from decimal import Context, Decimal  # noqa: PLC0415 - needed only for decimals

    exact, added = Context(prec=_DIGITS), Decimal()
    for figure in figures:
        added = exact.add(added, Decimal(repr(figure)))
    near = float(added)
    return int(added) if math.isinf(near) and added.is_finite() else near


_DIGITS = 1000  # more than between the largest and the smallest float
