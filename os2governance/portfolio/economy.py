"""The shared economy of products: sums and contributions, with how many have stated them.

What is not stated is counted by itself, never as zero (semantics §8).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from os2governance.i18n.text import Text, _
from os2governance.model.figure_sources import NO_FIGURE_SOURCES, find_fact, read_figure_sources
from os2governance.model.model import Model
from os2governance.portfolio.contribution import (
    DECLARED,
    NONE,
    UNDECLARED,
    Amount,
    ProductContribution,
)
from os2governance.portfolio.coverage import NOT_DECLARED
from os2governance.rules.sums import add_exactly
from os2governance.rules.vocabulary import Fact


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureSum:
    """A figure over all products: how many declared it, as none, or not at all; and the sum.

    `total` is None where no product has said anything about it.
    """

    title: Text
    declared: int
    none: int
    undeclared: int
    total: float | None

    @property
    def known(self) -> int:
        """The number of products that have stated the figure, or that there is none."""
        return self.declared + self.none


@dataclass(frozen=True, kw_only=True, slots=True)
class ContributionRate:
    """The contributions of one kind over all products; `undeclared` are those without an amount.

    `by` are the texts of what distinguishes them. `lowest` and `highest` are None where no amount
    is stated.
    """

    by: tuple[Text, ...]
    products: int
    undeclared: int
    lowest: float | None
    highest: float | None


@dataclass(frozen=True, kw_only=True, slots=True)
class EconomyFigures:
    """The shared economy: the total, its parts, and contributions by what distinguishes them.

    `sharing` are products with an economy above zero. Of them, `contributing` have stated a
    contribution, and `unstated` have not stated whether there is one.
    """

    currency: str
    whole: FigureSum
    parts: tuple[FigureSum, ...]
    sharing: int
    contributing: int
    unstated: int
    rates: tuple[ContributionRate, ...]


def count_economy(shares: Sequence[ProductContribution], model: Model) -> EconomyFigures | None:
    """Sum the shared economy of products of one model; None where it names no such facts."""
    asked = (read_figure_sources(model)[0] or NO_FIGURE_SOURCES).economy
    if asked is None:
        return None
    whole, *parts = (
        _sum_amounts(title, [each.economy[number] for each in shares])
        for number, title in enumerate((Text(), *asked.titles))
    )
    sharing = [each for each in shares if each.economy[0].value > 0]
    return EconomyFigures(
        currency=asked.currency,
        whole=whole,
        parts=tuple(parts),
        sharing=len(sharing),
        contributing=sum(bool(each.contributions) for each in sharing),
        unstated=sum(each.contributions is None for each in sharing),
        rates=tuple(_build_rates(shares, model)),
    )


def _sum_amounts(title: Text, amounts: Sequence[Amount]) -> FigureSum:
    states = Counter(each.state for each in amounts)
    known = states[DECLARED] + states[NONE]
    return FigureSum(
        title=title,
        declared=states[DECLARED],
        none=states[NONE],
        undeclared=states[UNDECLARED],
        total=add_exactly([each.value for each in amounts]) if known else None,
    )


class _Rated(NamedTuple):
    """A contribution of a product."""

    product: int
    amount: Amount


def _build_rates(
    shares: Sequence[ProductContribution], model: Model
) -> Iterator[ContributionRate]:
    asked = (read_figure_sources(model)[0] or NO_FIGURE_SOURCES).economy
    several = asked.contributions if asked else None
    if several is None:
        return
    element = find_fact(model.facts, several.list_path).element
    titles = [element.fields[name] for name in several.by]
    groups: dict[tuple[Any, ...], list[_Rated]] = {}
    for number, each in enumerate(shares):
        for given in each.contributions or ():
            groups.setdefault(given.by, []).append(_Rated(number, given.amount))
    for by in sorted(groups, key=lambda by: tuple(map(str, by))):
        values = [each.amount.value for each in groups[by] if each.amount.state == DECLARED]
        yield ContributionRate(
            by=tuple(_format_value(fact, value) for fact, value in zip(titles, by, strict=True)),
            products=len({each.product for each in groups[by]}),
            undeclared=len(groups[by]) - len(values),
            lowest=min(values, default=None),
            highest=max(values, default=None),
        )


def _format_value(fact: Fact, value: Any) -> Text:
    """Label a value of a fact; a boolean by the fact's title, or its negation."""
    if value is None:
        return NOT_DECLARED
    if isinstance(value, bool):
        return fact.title if value else _("not: {title}").fill(title=fact.title)
    return fact.value_title(value)
