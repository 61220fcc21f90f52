"""Figures of a portfolio: levels, ratings, shared economy, coverage, overdue items.

Products by one version of a model are counted by themselves, and so are projects (semantics §8).
Undeclared values are counted separately, never as zero. Closed products and drafts are in no
figure.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from os2governance.assessment.outcome import BACKINGS, STATUSES
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Text
from os2governance.model.model import Model
from os2governance.portfolio.contribution import ProductContribution
from os2governance.portfolio.coverage import Coverage, count_coverage
from os2governance.portfolio.economy import EconomyFigures, count_economy
from os2governance.portfolio.level_figures import (
    LevelDiscrepancy,
    LevelDistribution,
    count_levels,
    find_level_differences,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class RatingCounts:
    """The outcomes and ratings of one criterion, or of a theme, over products, by status.

    `backing` is who stands behind the outcomes. `known` and `rated` are the number of outcomes and
    ratings that are known, so of how many "met" can be said or denied.
    """

    id: str
    title: Text
    theme: str
    level: str
    assessed: Mapping[str, int]
    evaluated: Mapping[str, int]
    backing: Mapping[str, int]
    known: int
    rated: int


@dataclass(frozen=True, kw_only=True, slots=True)
class RequirementFigures:
    """The criteria and themes of a model, over its products; `evaluated` of them have lights."""

    evaluated: int
    backing: Mapping[str, int]
    criteria: tuple[RatingCounts, ...]
    themes: tuple[RatingCounts, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupFigures:
    """The figures of the products of one kind by one version of a model.

    `economy` and `coverage` are None where nothing is known about them.
    """

    model: str
    kind: str
    products: int
    paused: int
    levels: LevelDistribution
    differing: tuple[LevelDiscrepancy, ...]
    requirements: RequirementFigures
    economy: EconomyFigures | None
    coverage: Coverage | None


class OverdueItem(NamedTuple):
    """A deadline of a product that has passed, or soon will."""

    product: str
    name: str
    found: Finding


@dataclass(frozen=True, kw_only=True, slots=True)
class Portfolio:
    """All figures; `groups` has products before projects, and the largest first.

    `products` and `projects` are those counted; `paused` are among them, while those that are
    closed, drafts or unreadable are in no figure.
    """

    products: int
    projects: int
    paused: int
    closed: int
    drafts: int
    unreadable: int
    groups: tuple[GroupFigures, ...]
    overdue: tuple[OverdueItem, ...]


def count_portfolio(
    shares: Iterable[ProductContribution], models: Mapping[str, Model], unreadable: int = 0
) -> Portfolio:
    """Count a portfolio; `models` are the models of its products, by reference."""
    every = sorted(shares, key=lambda each: (each.product, each.file))
    counted = [each for each in every if each.counted]
    kinds = Counter(each.kind for each in counted)
    return Portfolio(
        products=len(counted) - kinds[PROJECT],
        projects=kinds[PROJECT],
        paused=sum(each.lifecycle == "paused" for each in counted),
        closed=sum(each.lifecycle == "closed" for each in every),
        drafts=sum(each.draft and each.lifecycle != "closed" for each in every),
        unreadable=unreadable,
        groups=tuple(_count_groups(counted, models)),
        overdue=tuple(
            OverdueItem(s.product, s.name, found) for s in counted for found in s.overdue
        ),
    )


PROJECT = "project"


def _count_groups(
    shares: Sequence[ProductContribution], models: Mapping[str, Model]
) -> Iterator[GroupFigures]:
    groups: dict[tuple[str, str], list[ProductContribution]] = {}
    for each in shares:
        groups.setdefault((each.model, each.kind), []).append(each)
    order = sorted(groups, key=lambda key: (key[1] == PROJECT, -len(groups[key]), key))
    for reference, kind in order:
        model, own = models[reference], groups[reference, kind]
        yield GroupFigures(
            model=reference,
            kind=kind,
            products=len(own),
            paused=sum(each.lifecycle == "paused" for each in own),
            levels=count_levels(own, model),
            differing=tuple(find_level_differences(own, model)),
            requirements=_count_requirements(own, model),
            economy=count_economy(own, model),
            coverage=count_coverage(own, model),
        )


def _count_requirements(shares: Sequence[ProductContribution], model: Model) -> RequirementFigures:
    criteria = []
    for number, criterion in enumerate(model.criteria):
        ratings = [each.ratings[number] for each in shares if each.ratings[number]]
        statuses = [each.statuses[number] for each in shares]
        criteria.append(
            RatingCounts(
                id=criterion.id,
                title=criterion.title,
                theme=criterion.theme,
                level=criterion.level,
                assessed=_count(statuses, STATUSES),
                evaluated=_count(ratings, STATUSES),
                backing=_count([each.backings[number] for each in shares], BACKINGS),
                known=len(statuses) - statuses.count(_UNKNOWN),
                rated=len(ratings) - ratings.count(_UNKNOWN),
            )
        )
    return RequirementFigures(
        evaluated=sum(any(each.ratings) for each in shares),
        backing=_add(criteria, "backing"),
        criteria=tuple(criteria),
        themes=tuple(_add_theme(theme.id, theme.name, criteria) for theme in model.themes),
    )


_UNKNOWN = "unknown"


def _add_theme(id_: str, name: Text, criteria: Iterable[RatingCounts]) -> RatingCounts:
    own = [each for each in criteria if each.theme == id_]
    return RatingCounts(
        id=id_,
        title=name,
        theme=id_,
        level="",
        assessed=_add(own, "assessed"),
        evaluated=_add(own, "evaluated"),
        backing=_add(own, "backing"),
        known=sum(each.known for each in own),
        rated=sum(each.rated for each in own),
    )


def is_never_met(given: Mapping[str, int]) -> bool:
    """Whether outcomes are known that are not "met", and none that is; not applicable is neither.

    Unknown is never counted as no (semantics §8).
    """
    return not given["met"] and bool(given["partly"] or given["unmet"])


def _count(values: Sequence[str], names: Iterable[str]) -> dict[str, int]:
    counts = Counter(values)
    return {name: counts[name] for name in names}


def _add(several: Sequence[RatingCounts], field: str) -> dict[str, int]:
    names = STATUSES if field != "backing" else BACKINGS
    counts = [getattr(each, field) for each in several]
    return {name: sum(each[name] for each in counts) for name in names}
