"""Attribution of a change to facts, answers, register ... or time (semantics §7).

Nothing is inferred from texts. A state has eight inputs, each of which may differ; every mixture
of two states is assessed, and a cause is a set of inputs that suffices to get from old to new.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import combinations
from math import factorial
from typing import Any, NamedTuple

from os2governance.analysis.difference import (
    LEVEL_NAMES,
    LevelResult,
    ProductChange,
    list_level_results,
)
from os2governance.analysis.mixtures import assess_chosen_mixture, find_differing_inputs
from os2governance.analysis.state_inputs import CAUSES, MODEL, CauseSet, ProductState
from os2governance.assessment.levels import Assessment, assess
from os2governance.assessment.outcome import Outcome
from os2governance.model.versions import CriterionIds, CriterionLink, link_same_ids, pair_criteria


class CriterionResult(NamedTuple):
    """The status of a criterion, and what a level makes of it beside that.

    `accepted` is whether its deviation is accepted, `level` the level that the acceptance counts
    for (None where it counts for all); `planned` whether the status rests on a plan alone.
    """

    status: str
    accepted: bool = False
    level: str | None = None
    planned: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class AttributedDifference:
    """One level or criterion that differs between two states.

    `ids` are its ids in the old and the new state; None where it does not exist. `sufficient_sets`
    are the minimal sets of causes each of which takes it from old to new; `shares` are the shares
    of the causes, which sum to one. A share is the cause's Shapley value: its average contribution
    over all orders in which the causes can occur; negative where a cause mostly counteracts the
    change.
    """

    ids: CriterionIds
    before: Any
    after: Any
    sufficient_sets: tuple[tuple[str, ...], ...]
    shares: Mapping[str, Fraction]

    @property
    def name(self) -> str:
        """Its id in the new state, or in the old one where it is gone."""
        before, after = self.ids
        return after or before or ""

    @property
    def causes(self) -> tuple[str, ...]:
        """All causes that contribute."""
        return tuple(name for name in CAUSES if any(name in each for each in self.sufficient_sets))


@dataclass(frozen=True, kw_only=True, slots=True)
class Attribution:
    """The difference between two states of a product, and its causes.

    `differing_inputs` are the inputs that differ. Where the old or the new state is missing,
    nothing is attributed: the product is new, or gone.
    """

    change: ProductChange
    differing_inputs: tuple[str, ...] = ()
    levels: tuple[AttributedDifference, ...] = ()
    outcomes: tuple[AttributedDifference, ...] = ()
    former_id: str | None = None


def attribute_change(
    before: ProductState, after: ProductState, links: Sequence[CriterionLink] | None = None
) -> Attribution:
    """Compare two states of a product, and attribute each difference to its causes.

    `links` map the criteria of the old model to those of the new one; without them, criteria are
    matched by id.
    """
    links = link_same_ids(before.model, after.model) if links is None else links
    differing = find_differing_inputs(before, after, links)

    @cache
    def seen(names: CauseSet) -> Assessment:
        return assess_chosen_mixture(before, after, names, links, differing)

    @cache
    def outcomes(names: CauseSet) -> dict[CriterionIds, CriterionResult]:
        came = {each.criterion.id: build_result(each) for each in seen(names).outcomes}
        side = 0 if MODEL in differing and MODEL not in names else 1
        return {ids: came[name] for ids in paired if (name := ids[side]) is not None}

    def levels(names: CauseSet) -> dict[CriterionIds, LevelResult | str]:
        found: dict[str, LevelResult | str] = dict(list_level_results(seen(names)))
        found["standing"] = seen(names).lifecycle
        return {(name, name): value for name, value in found.items()}

    paired = pair_criteria(before.model, after.model, links)
    kinds = [(name, name) for name in (*LEVEL_NAMES, "standing")]
    first, last = (assess(s.product, s.model, as_of=s.as_of) for s in (before, after))
    return Attribution(
        change=ProductChange(first, last, paired),
        differing_inputs=differing,
        levels=tuple(_attribute_differences(kinds, levels, differing)),
        outcomes=tuple(_attribute_differences(paired, outcomes, differing)),
        former_id=_find_former_id(before, after),
    )


def build_result(outcome: Outcome) -> CriterionResult:
    """What an outcome comes to."""
    accepted = outcome.acceptance if outcome.accepted else None
    return CriterionResult(
        outcome.status,
        accepted is not None,
        accepted.level if accepted else None,
        outcome.planned,
    )


def _find_former_id(before: ProductState, after: ProductState) -> str | None:
    was, now = before.product.id, after.product.id
    return was if was != now else None


def _attribute_differences(
    pairs: Iterable[CriterionIds],
    seen: Callable[[CauseSet], Mapping[CriterionIds, Any]],
    differing: tuple[str, ...],
) -> Iterator[AttributedDifference]:
    sets = [frozenset(chosen) for n in range(len(differing) + 1)
            for chosen in combinations(differing, n)]  # fmt: skip
    before, after = seen(frozenset()), seen(frozenset(differing))
    for ids in pairs:
        was, wanted = before.get(ids), after.get(ids)
        if was != wanted:
            there = {each for each in sets if seen(each).get(ids) == wanted}
            yield AttributedDifference(
                ids=ids,
                before=was,
                after=wanted,
                sufficient_sets=tuple(_find_minimal_sets(there, sets)),
                shares=compute_shares(there, differing),
            )


def _find_minimal_sets(there: set[CauseSet], sets: list[CauseSet]) -> Iterator[tuple[str, ...]]:
    """Yield the sets that contain no smaller one; `sets` must be ordered by size."""
    kept: list[CauseSet] = []
    for each in sets:
        if each in there and not any(other < each for other in kept):
            kept.append(each)
            yield tuple(name for name in CAUSES if name in each)


def compute_shares(there: set[CauseSet], names: tuple[str, ...]) -> dict[str, Fraction]:
    """Compute the Shapley value of each name; the full set is in `there`, the empty set is not."""
    count = len(names)
    found = {}
    for name in names:
        others = [each for each in names if each != name]
        total = Fraction()
        for size in range(count):
            weight = Fraction(factorial(size) * factorial(count - size - 1), factorial(count))
            for chosen in map(frozenset, combinations(others, size)):
                total += weight * ((chosen | {name} in there) - (chosen in there))
        found[name] = total
    return found
