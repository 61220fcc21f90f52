"""How products are distributed over levels: placed, assessed and evaluated, each apart.

What is not settled is neither at a level nor below the lowest (semantics §5).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from os2governance.assessment.ladder import NOT_REACHED, NOT_SETTLED
from os2governance.assessment.levels import NONE
from os2governance.i18n.text import Text
from os2governance.model.model import Level, Model
from os2governance.portfolio.contribution import COUNTED_KINDS, ProductContribution


@dataclass(frozen=True, kw_only=True, slots=True)
class LevelCount:
    """How many products are at a level: by decision, by the rules, by evaluation.

    `unsettled` are those of the assessed for which a higher level is not settled.
    """

    level: str
    name: Text
    placed: int
    assessed: int
    unsettled: int
    evaluated: int


class KindCounts(NamedTuple):
    """How many products have no level, by the kind of level that they lack."""

    placed: int
    assessed: int
    evaluated: int


@dataclass(frozen=True, kw_only=True, slots=True)
class LevelDistribution:
    """The distribution of products over the levels of their model, lowest first.

    `below` are those of which a criterion of the lowest level stops, `not_settled` those that have
    no level yet because of what is open, `nobody` those that nobody has placed or evaluated.
    """

    rungs: tuple[LevelCount, ...]
    below: KindCounts
    not_settled: KindCounts
    nobody: KindCounts


@dataclass(frozen=True, kw_only=True, slots=True)
class LevelDiscrepancy:
    """A product of which another level (`kind`) differs from the one by the rules.

    `state` tells an `assessed` None apart, and `settled` is whether the rules can decide the
    levels above. Where the other level is higher, `criteria` are those in between.
    """

    product: str
    name: str
    kind: str
    level: str | None
    assessed: str | None
    state: str
    settled: bool
    higher: bool
    criteria: tuple[str, ...]


def count_levels(shares: Sequence[ProductContribution], model: Model) -> LevelDistribution:
    """Count the products at each level; all are of one model."""
    return LevelDistribution(
        rungs=tuple(_count_level(level, shares) for level in model.levels),
        below=_count_state(NOT_REACHED, shares),
        not_settled=_count_state(NOT_SETTLED, shares),
        nobody=_count_state(NONE, shares),
    )


def _count_level(level: Level, shares: Sequence[ProductContribution]) -> LevelCount:
    at = {
        kind: [each for each in shares if each.levels[kind] == level.id] for kind in COUNTED_KINDS
    }
    return LevelCount(
        level=level.id,
        name=level.name,
        placed=len(at["placed"]),
        assessed=len(at["assessed"]),
        unsettled=sum(not each.settled for each in at["assessed"]),
        evaluated=len(at["evaluated"]),
    )


def _count_state(state: str, shares: Sequence[ProductContribution]) -> KindCounts:
    return KindCounts(
        *(sum(each.states[kind] == state for each in shares) for kind in COUNTED_KINDS)
    )


def find_level_differences(
    shares: Sequence[ProductContribution], model: Model
) -> Iterator[LevelDiscrepancy]:
    """Yield where a placement, evaluation or recommendation is not the assessed level."""
    order: tuple[str | None, ...] = (None, *model.level_ids)
    for each in shares:
        assessed = each.levels["assessed"]
        for kind in ("placed", "evaluated", "recommended"):
            level = each.levels[kind]
            stated = each.states[kind] not in {NONE, NOT_SETTLED}
            if stated and level != assessed:
                yield LevelDiscrepancy(
                    product=each.product,
                    name=each.name,
                    kind=kind,
                    level=level,
                    assessed=assessed,
                    state=each.states["assessed"],
                    settled=each.settled,
                    higher=order.index(level) > order.index(assessed),
                    criteria=each.between.get(kind, ()),
                )
