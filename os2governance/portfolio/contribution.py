"""The contribution of one product to the portfolio's figures.

Plain and small, so that thousands can be held in memory. Undeclared values stay separate, never
zero (semantics §8).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from os2governance.assessment.ladder import NOT_SETTLED, REACHED, climb
from os2governance.assessment.levels import NONE as NOBODY
from os2governance.assessment.levels import Assessment
from os2governance.checks.authorities import Authority, build_authority, find_authority_register
from os2governance.checks.consistency import check_consistency
from os2governance.checks.staleness import check_staleness
from os2governance.findings.finding import Finding
from os2governance.model.figure_sources import (
    NO_FIGURE_SOURCES,
    AuthorityRegister,
    FigureSources,
    UserSource,
    read_fact,
    read_figure_sources,
)
from os2governance.rules.trace import MISSING

DECLARED, NONE, UNDECLARED = "declared", "none", "undeclared"


COUNTED_KINDS = ("placed", "assessed", "evaluated")
"""The levels that products are counted by, the one that is decided first (semantics §5)."""


class Amount(NamedTuple):
    """A figure of a product: declared with a value, declared as none, or not declared."""

    state: str
    value: float = 0


class YearlyContribution(NamedTuple):
    """A yearly contribution: what distinguishes it, and the amount, if declared."""

    by: tuple[Any, ...]
    amount: Amount


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductContribution:
    """The contribution of one product to the portfolio's figures; plain, for a pipe.

    `levels` and `states` are those of the counted kinds and of the recommendation; `settled` is
    whether no level above the assessed one is left open, `open` the criteria that leave the lowest
    of them so. `between` are, for each kind above the assessed level, the criteria in between.
    `statuses`, `ratings` and `backings` align with the model's criteria. `economy` is the total
    followed by its parts. `authorities` and `contributions` are None where they are not declared.
    """

    product: str
    name: str
    kind: str
    lifecycle: str
    file: str
    model: str
    draft: bool
    levels: Mapping[str, str | None]
    states: Mapping[str, str]
    settled: bool
    open: tuple[str, ...]
    between: Mapping[str, tuple[str, ...]]
    statuses: tuple[str, ...]
    ratings: tuple[str, ...]
    backings: tuple[str, ...]
    economy: tuple[Amount, ...]
    contributions: tuple[YearlyContribution, ...] | None
    authorities: tuple[Authority, ...] | None
    overdue: tuple[Finding, ...]

    @property
    def evaluated(self) -> bool:
        """Whether an evaluation that counts gives it lights."""
        return self.states["evaluated"] != NOBODY

    @property
    def counted(self) -> bool:
        """Whether it is in the figures: neither closed nor a draft (semantics §6)."""
        return self.lifecycle != "closed" and not self.draft


def build_contribution(assessment: Assessment) -> ProductContribution:
    """Build a product's contribution to the figures, by its model's figure sources."""
    product = assessment.product
    figures = read_figure_sources(assessment.model)[0] or NO_FIGURE_SOURCES
    facts = assessment.facts.values
    levels = {kind: getattr(assessment.levels, kind) for kind in (*COUNTED_KINDS, _RECOMMENDED)}
    return ProductContribution(
        product=product.id,
        name=product.name,
        kind=product.kind,
        lifecycle=assessment.lifecycle,
        file=assessment.document.file,
        model=assessment.model.reference,
        draft=assessment.draft,
        levels=levels,
        states={
            kind: assessment.states.get(kind, NOBODY) if level is None else REACHED
            for kind, level in levels.items()
        },
        settled=assessment.settled,
        open=_find_open_criteria(assessment),
        between={
            kind: assessment.blockers[level]
            for kind, level in levels.items()
            if level in assessment.blockers
        },
        statuses=tuple(outcome.status for outcome in assessment.outcomes),
        ratings=tuple(o.rating.status if o.rating else "" for o in assessment.outcomes),
        backings=tuple(outcome.backing for outcome in assessment.outcomes),
        economy=_build_economy(figures, facts),
        contributions=_build_yearly_contributions(figures, facts),
        authorities=_build_authorities(
            figures.users, find_authority_register(assessment.model), facts
        ),
        overdue=tuple(_find_overdue(assessment)),
    )


_RECOMMENDED = "recommended"


def _find_open_criteria(assessment: Assessment) -> tuple[str, ...]:
    """The criteria that leave the lowest level above the assessed one open."""
    if assessment.settled:
        return ()
    states = climb(assessment.outcomes, assessment.model).states
    level = next(each for each in assessment.blockers if states[each] == NOT_SETTLED)
    return assessment.open.get(level, ())


def _build_amount(found: Any) -> Amount:
    if found is MISSING:
        return Amount(UNDECLARED)
    return Amount(NONE) if found is None else Amount(DECLARED, found)


def _build_economy(figures: FigureSources, facts: Mapping[str, Any]) -> tuple[Amount, ...]:
    economy = figures.economy
    if economy is None:
        return ()
    return tuple(_build_amount(read_fact(facts, path)) for path in (economy.total, *economy.parts))


def _build_yearly_contributions(
    figures: FigureSources, facts: Mapping[str, Any]
) -> tuple[YearlyContribution, ...] | None:
    asked = figures.economy.contributions if figures.economy else None
    found: Any = read_fact(facts, asked.list_path) if asked else MISSING
    if asked is None or found is MISSING:
        return None
    return tuple(
        YearlyContribution(
            tuple(each.get(name) for name in asked.by),
            _build_amount(each.get(asked.amount, MISSING)),
        )
        for each in found or ()
    )


def _build_authorities(
    asked: UserSource | None, register: AuthorityRegister, facts: Mapping[str, Any]
) -> tuple[Authority, ...] | None:
    found: Any = read_fact(facts, asked.list_path) if asked else MISSING
    if asked is None or found is MISSING:
        return None
    return tuple(build_authority(asked, register, each) for each in found or ())


def _find_overdue(assessment: Assessment) -> Iterator[Finding]:
    if assessment.lifecycle == "closed":
        return
    found = [
        *assessment.findings,
        *(each for outcome in assessment.outcomes for each in outcome.findings),
        *check_consistency(assessment),
        *check_staleness(assessment),
    ]
    yield from (each for each in found if each.entry.deadline)
