"""Quantifiers over a list of facts, and sums of its figures."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from os2governance.i18n.text import Language, Text, _, format_number
from os2governance.rules.logic import compare_range, evaluate_every, evaluate_some, negate
from os2governance.rules.node import NO_VALUES, FactPath, Rule, Scope
from os2governance.rules.trace import MISSING, Trace, make_trace
from os2governance.rules.vocabulary import Fact


class FoundList(NamedTuple):
    """A list as found by a quantifier; `elements` is None where it is not declared."""

    elements: list[Scope] | None
    found: Any
    at: tuple[int, int] | None


def find_list(scope: Scope, path: FactPath) -> FoundList:
    """Find the list at `path`; one that is declared absent has no elements."""
    found, at = scope.find(path)
    if found is MISSING:
        return FoundList(None, found, at)
    if not isinstance(found, list):
        return FoundList([], None, at)
    return FoundList(scope.elements(found, path), found, at)


class Bound(NamedTuple):
    """`at_least: n` or `at_most: n`; exactly one of them is set."""

    at_least: float | None = None
    at_most: float | None = None

    def compare(self, certain: float, possible: float) -> bool | None:
        """Compare a number that is known to lie between `certain` and `possible`."""
        return compare_range(certain, possible, at_least=self.at_least, at_most=self.at_most)

    def plain(self) -> dict[str, float]:
        """The bound as written in the criteria file."""
        if self.at_least is not None:
            return {"at_least": self.at_least}
        return {"at_most": self.at_most or 0}

    def render(self, language: Language) -> str:
        """Render the bound, such as `mindst 2`."""
        if self.at_least is not None:
            words, limit = _("at least"), self.at_least
        else:
            words, limit = _("at most"), self.at_most or 0
        return f"{words.render(language)} {format_number(limit, language)}"


class _Quantified(NamedTuple):
    """The fields of a quantifier; `bound` is used by a count."""

    path: FactPath
    fact: Fact
    where: Rule
    bound: Bound = Bound()


class _OverList(_Quantified):
    """What the quantifiers share: a list, and a condition on its elements."""

    __slots__ = ()
    values = NO_VALUES

    @property
    def expected(self) -> Any:
        """None: there is no operand but the list and the condition."""
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


class Some(_OverList):
    """`some: {in, where}`: the condition holds of at least one element."""

    __slots__ = ()
    operator = "some"

    def evaluate(self, scope: Scope) -> Trace:
        """Evaluate Kleene's disjunction over the elements; false for an empty list."""
        return _quantified(self, scope, evaluate_some)

    def render(self, language: Language) -> str:
        """Render that there is such an element."""
        title, where = self.fact.render_label(language), self.where.render(language)
        return {
            "da": f"der under {title} er mindst én, hvor {where}",
            "en": f"there is at least one under {title} where {where}",
        }[language]


class Every(_OverList):
    """`every: {in, where}`: the condition holds of all elements."""

    __slots__ = ()
    operator = "every"

    def evaluate(self, scope: Scope) -> Trace:
        """Evaluate Kleene's conjunction over the elements; true for an empty list."""
        return _quantified(self, scope, evaluate_every)

    def render(self, language: Language) -> str:
        """Render that the condition holds for all elements."""
        title, where = self.fact.render_label(language), self.where.render(language)
        return {
            "da": f"det for alle under {title} gælder, at {where}",
            "en": f"it holds for all under {title} that {where}",
        }[language]


class None_(_OverList):  # noqa: N801 - `None` is taken
    """`none: {in, where}`: the condition holds of no element."""

    __slots__ = ()
    operator = "none"

    def evaluate(self, scope: Scope) -> Trace:
        """Evaluate the negation of `some`."""
        return _quantified(self, scope, _none_of)

    def render(self, language: Language) -> str:
        """Render that there is no such element."""
        title, where = self.fact.render_label(language), self.where.render(language)
        return {
            "da": f"der under {title} ikke er nogen, hvor {where}",
            "en": f"there is none under {title} where {where}",
        }[language]


def _none_of(values: Iterable[bool | None]) -> bool | None:
    return negate(evaluate_some(values))


def _quantified(rule: Some | Every | None_, scope: Scope, decide: Any) -> Trace:
    elements, found, at = find_list(scope, rule.path)
    if elements is None:
        return make_trace((rule, None, (found, at), ()))
    parts = tuple([rule.where.evaluate(element) for element in elements])
    return make_trace((rule, decide([part[1] for part in parts]), (found, at), parts))


class Count(_OverList):
    """`count: {in, where, at_least}`: the condition holds of that many elements."""

    __slots__ = ()
    operator = "count"

    @property
    def expected(self) -> Any:
        """The bound."""
        return self.bound.plain()

    def evaluate(self, scope: Scope) -> Trace:
        """Evaluate; decided once the undetermined elements can no longer change the result."""
        elements, found, at = find_list(scope, self.path)
        if elements is None:
            return make_trace((self, None, (found, at), ()))
        parts = tuple([self.where.evaluate(element) for element in elements])
        true = sum(part.value is True for part in parts)
        possible = true + sum(part.value is None for part in parts)
        return make_trace((self, self.bound.compare(true, possible), (found, at), parts))

    def render(self, language: Language) -> str:
        """Render how many such elements there must be."""
        title, where, bound = (
            self.fact.render_label(language),
            self.where.render(language),
            self.bound,
        )
        return {
            "da": f"der under {title} er {bound.render(language)}, hvor {where}",
            "en": f"there are {bound.render(language)} under {title} where {where}",
        }[language]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sum:
    """`sum: {in, of, where, at_least}`: the sum of the elements' figures."""

    path: FactPath
    fact: Fact
    of: FactPath
    figure: Fact
    where: Rule | None
    bound: Bound

    operator = "sum"
    values = NO_VALUES

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
        counted = [part.value for part in parts] if self.where else [True] * len(elements)
        ranges = [
            self._range(element, counts) for element, counts in zip(elements, counted, strict=True)
        ]
        lows, highs = [low for low, _ in ranges], [high for _, high in ranges]
        least = add_exactly(lows)
        value = self.bound.compare(least, least if lows == highs else add_exactly(highs))
        return make_trace((self, value, (found, at), parts))

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
        title, figure, bound = (
            self.fact.render_label(language),
            self.figure.render_label(language),
            self.bound,
        )
        said = {
            "da": f"summen af {figure} under {title} er {bound.render(language)}",
            "en": f"the sum of {figure} under {title} is {bound.render(language)}",
        }[language]
        if self.where is None:
            return said
        where = self.where.render(language)
        return (
            said + {"da": f" (af dem, hvor {where})", "en": f" (of those where {where})"}[language]
        )


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
