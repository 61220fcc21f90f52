"""The contribution of one product to the portfolio's figures, and its misnamed authorities.

Plain and small, so that thousands can be held in memory. Undeclared values stay separate, never
zero (semantics §8).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from os2governance.assessment.levels import Assessment
from os2governance.checks.consistency import check_consistency
from os2governance.checks.staleness import check_staleness
from os2governance.findings.finding import Finding, Location, cap_items, make_finding, suggest_word
from os2governance.model.figure_sources import (
    NO_FIGURE_SOURCES,
    NO_REGISTER,
    AuthorityKind,
    AuthorityRegister,
    FactPath,
    FigureSources,
    UserSource,
    normalise_name,
    read_authority_register,
    read_figure_sources,
)
from os2governance.model.model import Model
from os2governance.rules.trace import MISSING

DECLARED, NONE, UNDECLARED = "declared", "none", "undeclared"


class Amount(NamedTuple):
    """A figure of a product: declared with a value, declared as none, or not declared."""

    state: str
    value: float = 0


class YearlyContribution(NamedTuple):
    """A yearly contribution: what distinguishes it, and the amount, if declared."""

    by: tuple[Any, ...]
    amount: Amount


@dataclass(frozen=True, kw_only=True, slots=True)
class Authority:
    """An authority that participates in a product; `code` is the register's, or empty."""

    name: str
    kind: str
    size: str
    member: bool | None
    code: str
    uses: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductContribution:
    """The contribution of one product to the portfolio's figures; plain, for a pipe.

    `statuses` and `ratings` align with the model's criteria. `economy` is the total followed by
    its parts. `authorities` and `contributions` are None where they are not declared.
    """

    product: str
    name: str
    kind: str
    lifecycle: str
    file: str
    model: str
    levels: tuple[str | None, str | None, str | None]
    evaluated: bool
    statuses: tuple[str, ...]
    ratings: tuple[str, ...]
    economy: tuple[Amount, ...]
    contributions: tuple[YearlyContribution, ...] | None
    authorities: tuple[Authority, ...] | None
    overdue: tuple[Finding, ...]


def build_contribution(assessment: Assessment) -> ProductContribution:
    """Build a product's contribution to the figures, by its model's figure sources."""
    declaration, levels = assessment.declaration, assessment.levels
    figures = read_figure_sources(assessment.model)[0] or NO_FIGURE_SOURCES
    lights = tuple(o.rating.status if o.rating else "" for o in assessment.outcomes)
    return ProductContribution(
        product=declaration.product,
        name=declaration.name,
        kind=declaration.kind,
        lifecycle=assessment.lifecycle,
        file=declaration.document.file,
        model=assessment.model.reference,
        levels=(levels.assessed, levels.placed, levels.evaluated),
        evaluated=any(lights),
        statuses=tuple(outcome.status for outcome in assessment.outcomes),
        ratings=lights,
        economy=_build_economy(figures, declaration.facts),
        contributions=_build_yearly_contributions(figures, declaration.facts),
        authorities=_build_authorities(
            figures.users, find_authority_register(assessment.model), declaration.facts
        ),
        overdue=tuple(_find_overdue(assessment)),
    )


def find_authority_register(model: Model) -> AuthorityRegister:
    """The authority register of a model; empty where it has none, or an invalid one."""
    return read_authority_register(model)[0] or NO_REGISTER


def _read_fact(facts: Mapping[str, Any], path: FactPath) -> Any:
    """Read the declared value at a path; below an absent group everything is absent."""
    found: Any = facts
    for step in path:
        if found is None:
            return None
        if not isinstance(found, dict) or step not in found:
            return MISSING
        found = found[step]
    return found


def _build_amount(found: Any) -> Amount:
    if found is MISSING:
        return Amount(UNDECLARED)
    return Amount(NONE) if found is None else Amount(DECLARED, found)


def _build_economy(figures: FigureSources, facts: Mapping[str, Any]) -> tuple[Amount, ...]:
    economy = figures.economy
    if economy is None:
        return ()
    return tuple(
        _build_amount(_read_fact(facts, path)) for path in (economy.total, *economy.parts)
    )


def _build_yearly_contributions(
    figures: FigureSources, facts: Mapping[str, Any]
) -> tuple[YearlyContribution, ...] | None:
    asked = figures.economy.contributions if figures.economy else None
    found: Any = _read_fact(facts, asked.list_path) if asked else MISSING
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
    found: Any = _read_fact(facts, asked.list_path) if asked else MISSING
    if asked is None or found is MISSING:
        return None
    return tuple(_build_authority(asked, register, each) for each in found or ())


def _build_authority(
    asked: UserSource, register: AuthorityRegister, given: Mapping[str, Any]
) -> Authority:
    name, kind = given.get(asked.name) or "", given.get(asked.kind) or ""
    known = register.kinds[kind].codes_by_name if kind in register.kinds else {}
    return Authority(
        name=name,
        kind=kind,
        size=given.get(asked.size) or "",
        member=given.get(asked.member),
        code=known.get(normalise_name(name), ""),
        uses=not asked.using or given.get(asked.using) in asked.values,
    )


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


def check_authorities(assessment: Assessment) -> Iterator[Finding]:
    """Yield authorities unknown to the register, and duplicates in a product's list.

    Each kind is capped.
    """
    figures = read_figure_sources(assessment.model)[0] or NO_FIGURE_SOURCES
    asked, document = figures.users, assessment.declaration.document
    found = _read_fact(assessment.declaration.facts, asked.list_path) if asked else None
    if asked is None or not isinstance(found, list):
        return
    register = find_authority_register(assessment.model)
    users = [_build_authority(asked, register, each) for each in found]
    named = [(number, user) for number, user in enumerate(users) if user.name]

    def place(number: int) -> Location:
        return document.locate(("facts", *asked.list_path, number, asked.name))

    strangers = ((n, u) for n, u in named if u.kind in register.kinds and not u.code)
    for number, user in cap_items(strangers):
        yield _make_unknown_finding(user.name, register.kinds[user.kind], place(number))
    for number, user in cap_items(_find_repeated(named)):
        yield make_finding("authority-twice", place(number), name=user.name)


def _find_repeated(named: Iterable[tuple[int, Authority]]) -> Iterator[tuple[int, Authority]]:
    """Yield the authorities that occur earlier in the list."""
    seen: set[str] = set()
    for number, user in named:
        if identify_authority(user) in seen:
            yield number, user
        seen.add(identify_authority(user))


def _make_unknown_finding(name: str, kind: AuthorityKind, place: Location) -> Finding:
    if normalise_name(name) in kind.former:
        year, into = kind.former[normalise_name(name)]
        return make_finding("authority-merged", place, name=name, year=year, into=into)
    known = suggest_word(name, kind.authorities.values())
    return make_finding("authority-unknown", place, name=name, kind=kind.name, meant=known)


def identify_authority(user: Authority) -> str:
    """The identity of an authority: the register's code, else its kind and name."""
    return user.code or f"{user.kind} {normalise_name(user.name)}"
