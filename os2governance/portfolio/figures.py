"""Figures of a portfolio: levels, ratings, shared economy, coverage, overdue items.

Undeclared values are counted separately, never as zero (semantics §8). Closed products are counted
separately too, and in nothing else.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from os2governance.assessment.outcome import STATUSES
from os2governance.findings.finding import Finding
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
from os2governance.portfolio.coverage import NOT_DECLARED, Coverage, count_coverage
from os2governance.rules.sums import add_exactly
from os2governance.rules.vocabulary import Fact


@dataclass(frozen=True, kw_only=True, slots=True)
class LevelCount:
    """How many products are at a level: by the rules, by decision, by evaluation.

    `level` is None below the lowest, where a product is placed or evaluated at none.
    """

    level: str | None
    name: Text
    assessed: int
    placed: int
    evaluated: int


@dataclass(frozen=True, kw_only=True, slots=True)
class LevelDistribution:
    """The distribution of products over the levels shared by versions of a model.

    `unplaced` and `unevaluated` have no placement, or no evaluation that counts.
    """

    models: tuple[str, ...]
    products: int
    rungs: tuple[LevelCount, ...]
    unplaced: int
    unevaluated: int


@dataclass(frozen=True, kw_only=True, slots=True)
class LevelDifference:
    """A product whose placement or evaluation (`kind`) differs from the level by the rules."""

    product: str
    name: str
    kind: str
    level: str | None
    assessed: str | None
    higher: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class RatingCounts:
    """The ratings of one criterion, or of a theme, over all products, by status."""

    id: str
    title: Text
    theme: str
    level: str
    assessed: Mapping[str, int]
    evaluated: Mapping[str, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class RequirementFigures:
    """The criteria and themes of one version of a model, over the products that use it."""

    model: str
    products: int
    evaluated: int
    criteria: tuple[RatingCounts, ...]
    themes: tuple[RatingCounts, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureSum:
    """A figure over all products: how many declared it, as none, or not at all; and the sum."""

    title: Text
    declared: int
    none: int
    undeclared: int
    total: float


@dataclass(frozen=True, kw_only=True, slots=True)
class ContributionRate:
    """The contributions of one kind over all products; `undeclared` are those without an amount.

    `by` are the texts of what distinguishes them.
    """

    by: tuple[Text, ...]
    products: int
    undeclared: int
    lowest: float
    highest: float


@dataclass(frozen=True, kw_only=True, slots=True)
class EconomyFigures:
    """The shared economy: the total, its parts, and contributions by what distinguishes them.

    `sharing` are products with an economy above zero; `contributing` those of them that have also
    declared a contribution.
    """

    currency: str
    whole: FigureSum
    parts: tuple[FigureSum, ...]
    sharing: int
    contributing: int
    rates: tuple[ContributionRate, ...]


class OverdueItem(NamedTuple):
    """A deadline of a product that has passed, or soon will."""

    product: str
    name: str
    found: Finding


@dataclass(frozen=True, kw_only=True, slots=True)
class Portfolio:
    """All figures; `products` are those counted: neither closed nor unreadable."""

    products: int
    projects: int
    paused: int
    closed: int
    unreadable: int
    ladders: tuple[LevelDistribution, ...]
    differing: tuple[LevelDifference, ...]
    requirements: tuple[RequirementFigures, ...]
    economy: EconomyFigures | None
    coverage: Coverage | None
    overdue: tuple[OverdueItem, ...]


def count_portfolio(
    shares: Iterable[ProductContribution], models: Mapping[str, Model], unreadable: int = 0
) -> Portfolio:
    """Count a portfolio; `models` are the models of its products, by reference."""
    every = sorted(shares, key=lambda each: (each.product, each.file))
    counted = [each for each in every if each.lifecycle != "closed"]
    used = [models[name] for name in sorted({each.model for each in counted})]
    return Portfolio(
        products=len(counted),
        projects=sum(each.kind == "project" for each in counted),
        paused=sum(each.lifecycle == "paused" for each in counted),
        closed=len(every) - len(counted),
        unreadable=unreadable,
        ladders=tuple(_build_distributions(counted, used)),
        differing=tuple(_find_level_differences(counted, models)),
        requirements=tuple(_count_requirements(counted, model) for model in used),
        economy=_count_economy(counted, used),
        coverage=count_coverage(counted, used),
        overdue=tuple(
            OverdueItem(s.product, s.name, found) for s in counted for found in s.overdue
        ),
    )


def _build_distributions(
    shares: Sequence[ProductContribution], models: Sequence[Model]
) -> Iterator[LevelDistribution]:
    groups: dict[tuple[str, tuple[str, ...]], list[Model]] = {}
    for model in models:
        groups.setdefault((model.id, model.level_ids), []).append(model)
    for (_unused, order), same in groups.items():
        names = tuple(model.reference for model in same)
        own = [each for each in shares if each.model in names]
        newest = max(same, key=lambda model: (model.published, model.version))
        said = {level.id: level.name for level in newest.levels}
        yield LevelDistribution(
            models=names,
            products=len(own),
            rungs=tuple(_count_level(level, said, own) for level in (None, *order)),
            unplaced=sum(each.levels[1] is None for each in own),
            unevaluated=sum(not each.evaluated for each in own),
        )


def _count_level(
    level: str | None, names: Mapping[str, Text], shares: Sequence[ProductContribution]
) -> LevelCount:
    return LevelCount(
        level=level,
        name=Text() if level is None else names[level],
        assessed=sum(each.levels[0] == level for each in shares),
        placed=0 if level is None else sum(each.levels[1] == level for each in shares),
        evaluated=sum(each.evaluated and each.levels[2] == level for each in shares),
    )


def _find_level_differences(
    shares: Sequence[ProductContribution], models: Mapping[str, Model]
) -> Iterator[LevelDifference]:
    for each in shares:
        order: tuple[str | None, ...] = (None, *models[each.model].level_ids)
        assessed, placed, evaluated = each.levels
        for kind, level, said in (
            ("placed", placed, placed is not None),
            ("evaluated", evaluated, each.evaluated),
        ):
            if said and level != assessed:
                higher = order.index(level) > order.index(assessed)
                yield LevelDifference(
                    product=each.product,
                    name=each.name,
                    kind=kind,
                    level=level,
                    assessed=assessed,
                    higher=higher,
                )


def _count_requirements(shares: Sequence[ProductContribution], model: Model) -> RequirementFigures:
    own = [each for each in shares if each.model == model.reference]
    lights = [each for each in own if each.evaluated]
    criteria = tuple(
        RatingCounts(
            id=criterion.id,
            title=criterion.title,
            theme=criterion.theme,
            level=criterion.level,
            assessed=_count_statuses(each.statuses[number] for each in own),
            evaluated=_count_statuses(
                each.ratings[number] for each in lights if each.ratings[number]
            ),
        )
        for number, criterion in enumerate(model.criteria)
    )
    themes = tuple(
        RatingCounts(
            id=theme.id,
            title=theme.name,
            theme=theme.id,
            level="",
            assessed=_add_counts(each.assessed for each in criteria if each.theme == theme.id),
            evaluated=_add_counts(each.evaluated for each in criteria if each.theme == theme.id),
        )
        for theme in model.themes
    )
    return RequirementFigures(
        model=model.reference,
        products=len(own),
        evaluated=len(lights),
        criteria=criteria,
        themes=themes,
    )


def _count_statuses(statuses: Iterable[str]) -> dict[str, int]:
    counts = Counter(statuses)
    return {status: counts[status] for status in STATUSES}


def _add_counts(several: Iterable[Mapping[str, int]]) -> dict[str, int]:
    counts = list(several)
    return {status: sum(each[status] for each in counts) for status in STATUSES}


# -- economy ----------------------------------------------------------------------------------


def _count_economy(
    shares: Sequence[ProductContribution], models: Sequence[Model]
) -> EconomyFigures | None:
    """Sum the shared economy; None where no model names the facts, or currencies differ."""
    asked = [found.economy for model in models if (found := read_figure_sources(model)[0])]
    economies = [each for each in asked if each]
    if not economies or len({(each.currency, each.titles) for each in economies}) > 1:
        return None
    first, having = economies[0], [each for each in shares if each.economy]
    titles = (Text(), *first.titles)
    whole, *parts = (
        _sum_amounts(title, [each.economy[number] for each in having], len(shares) - len(having))
        for number, title in enumerate(titles)
    )
    sharing = [each for each in having if each.economy[0].value > 0]
    return EconomyFigures(
        currency=first.currency,
        whole=whole,
        parts=tuple(parts),
        sharing=len(sharing),
        contributing=sum(bool(each.contributions) for each in sharing),
        rates=tuple(_build_rates(having, models[-1])),
    )


def _sum_amounts(title: Text, amounts: Sequence[Amount], unasked: int) -> FigureSum:
    states = Counter(each.state for each in amounts)
    whole = add_exactly([each.value for each in amounts])
    return FigureSum(
        title=title,
        declared=states[DECLARED],
        none=states[NONE],
        undeclared=states[UNDECLARED] + unasked,
        total=whole,
    )


def _build_rates(
    shares: Sequence[ProductContribution], model: Model
) -> Iterator[ContributionRate]:
    asked = (read_figure_sources(model)[0] or NO_FIGURE_SOURCES).economy
    several = asked.contributions if asked else None
    if several is None:
        return
    element = find_fact(model.facts, several.list_path).element
    titles = [element.fields[name] for name in several.by]
    groups: dict[tuple[Any, ...], list[Amount]] = {}
    for each in shares:
        for given in each.contributions or ():
            groups.setdefault(given.by, []).append(given.amount)
    for by in sorted(groups, key=lambda by: tuple(map(str, by))):
        values = [each.value for each in groups[by] if each.state == DECLARED]
        unsaid = len(groups[by]) - len(values)
        said = tuple(_format_value(fact, value) for fact, value in zip(titles, by, strict=True))
        yield ContributionRate(
            by=said,
            products=len(groups[by]),
            undeclared=unsaid,
            lowest=min(values, default=0),
            highest=max(values, default=0),
        )


def _format_value(fact: Fact, value: Any) -> Text:
    """Label a value of a fact; a boolean by the fact's title, or its negation."""
    if value is None:
        return NOT_DECLARED
    if isinstance(value, bool):
        return fact.title if value else _("not: {title}").fill(title=fact.title)
    return fact.value_title(value)
