"""The contribution of one product to the portfolio's figures, and its misnamed authorities.

Plain and small, so that thousands can be held in memory. Undeclared values stay separate, never
zero (semantics §8).
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from os2governance.assessment.levels import Assessment
from os2governance.checks.consistency import unsound
from os2governance.checks.staleness import untended
from os2governance.findings.finding import Finding, Place, enough, finding, suggestion
from os2governance.model.figure_sources import (
    NO_FIGURES,
    NO_REGISTER,
    Figures,
    Kind,
    Path,
    Register,
    Users,
    figures_of,
    key,
    register_of,
)
from os2governance.model.model import Model
from os2governance.rules.trace import MISSING

OVERDUE = (
    "overdue",
    "expired",
    "acceptance-expired",
    "evaluation-too-old",
    "acceptance-ends-soon",
)
"""The codes of findings about a deadline that has passed, or soon will."""
DECLARED, NONE, UNDECLARED = "declared", "none", "undeclared"


class Amount(NamedTuple):
    """A figure of a product: declared with a value, declared as none, or not declared."""

    state: str
    value: float = 0


class Contribution(NamedTuple):
    """A yearly contribution: what distinguishes it, and the amount, if declared."""

    by: tuple[Any, ...]
    amount: Amount


class User(NamedTuple):
    """An authority that participates in a product; `code` is the register's, or empty."""

    name: str
    kind: str
    size: str
    member: bool | None
    code: str
    uses: bool


class Share(NamedTuple):
    """The contribution of one product to the portfolio's figures; plain, for a pipe.

    `statuses` and `ratings` align with the model's criteria. `economy` is the total followed by
    its parts. `authorities` and `contributions` are None where they are not declared.
    """

    product: str
    name: str
    kind: str
    standing: str
    file: str
    model: str
    levels: tuple[str | None, str | None, str | None]
    evaluated: bool
    statuses: tuple[str, ...]
    lights: tuple[str, ...]
    economy: tuple[Amount, ...]
    contributions: tuple[Contribution, ...] | None
    users: tuple[User, ...] | None
    overdue: tuple[Finding, ...]


def share(assessment: Assessment) -> Share:
    """Build a product's contribution to the figures, by its model's figure sources."""
    declaration, levels = assessment.declaration, assessment.levels
    figures = figures_of(assessment.model)[0] or NO_FIGURES
    lights = tuple(o.light.light if o.light else "" for o in assessment.outcomes)
    return Share(
        product=declaration.product,
        name=declaration.name,
        kind=declaration.kind,
        standing=assessment.standing,
        file=declaration.document.file,
        model=assessment.model.reference,
        levels=(levels.assessed, levels.placed, levels.evaluated),
        evaluated=any(lights),
        statuses=tuple(outcome.status for outcome in assessment.outcomes),
        lights=lights,
        economy=_economy(figures, declaration.facts),
        contributions=_contributions(figures, declaration.facts),
        users=_users(figures.users, register_for(assessment.model), declaration.facts),
        overdue=tuple(_overdue(assessment)),
    )


def register_for(model: Model) -> Register:
    """The authority register of a model; empty where it has none, or an invalid one."""
    return register_of(model)[0] or NO_REGISTER


def _at(facts: Mapping[str, Any], path: Path) -> Any:
    """Read the declared value at a path; below an absent group everything is absent."""
    found: Any = facts
    for step in path:
        if found is None:
            return None
        if not isinstance(found, dict) or step not in found:
            return MISSING
        found = found[step]
    return found


def _amount(found: Any) -> Amount:
    if found is MISSING:
        return Amount(UNDECLARED)
    return Amount(NONE) if found is None else Amount(DECLARED, found)


def _economy(figures: Figures, facts: Mapping[str, Any]) -> tuple[Amount, ...]:
    economy = figures.economy
    if economy is None:
        return ()
    return tuple(_amount(_at(facts, path)) for path in (economy.total, *economy.parts))


def _contributions(figures: Figures, facts: Mapping[str, Any]) -> tuple[Contribution, ...] | None:
    asked = figures.economy.contributions if figures.economy else None
    found: Any = _at(facts, asked.of) if asked else MISSING
    if asked is None or found is MISSING:
        return None
    return tuple(
        Contribution(
            tuple(each.get(name) for name in asked.by), _amount(each.get(asked.amount, MISSING))
        )
        for each in found or ()
    )


def _users(
    asked: Users | None, register: Register, facts: Mapping[str, Any]
) -> tuple[User, ...] | None:
    found: Any = _at(facts, asked.of) if asked else MISSING
    if asked is None or found is MISSING:
        return None
    return tuple(_user(asked, register, each) for each in found or ())


def _user(asked: Users, register: Register, given: Mapping[str, Any]) -> User:
    name, kind = given.get(asked.name) or "", given.get(asked.kind) or ""
    known = register.kinds[kind].known if kind in register.kinds else {}
    return User(
        name=name,
        kind=kind,
        size=given.get(asked.size) or "",
        member=given.get(asked.member),
        code=known.get(key(name), ""),
        uses=not asked.using or given.get(asked.using) in asked.values,
    )


def _overdue(assessment: Assessment) -> Iterator[Finding]:
    if assessment.standing == "closed":
        return
    found = [
        *assessment.findings,
        *(each for outcome in assessment.outcomes for each in outcome.findings),
        *unsound(assessment),
        *untended(assessment),
    ]
    yield from (each for each in found if each.code in OVERDUE)


def misnamed(assessment: Assessment) -> Iterator[Finding]:
    """Yield authorities unknown to the register, and duplicates in a product's list.

    Each kind is capped.
    """
    figures = figures_of(assessment.model)[0] or NO_FIGURES
    asked, document = figures.users, assessment.declaration.document
    found = _at(assessment.declaration.facts, asked.of) if asked else None
    if asked is None or not isinstance(found, list):
        return
    register = register_for(assessment.model)
    users = [_user(asked, register, each) for each in found]
    named = [(number, user) for number, user in enumerate(users) if user.name]

    def place(number: int) -> Place:
        return document.place(("facts", *asked.of, number, asked.name))

    strangers = ((n, u) for n, u in named if u.kind in register.kinds and not u.code)
    for number, user in enough(strangers):
        yield _unknown(user.name, register.kinds[user.kind], place(number))
    for number, user in enough(_again(named)):
        yield finding("authority-twice", place(number), name=user.name)


def _again(named: Iterable[tuple[int, User]]) -> Iterator[tuple[int, User]]:
    """Yield the authorities that occur earlier in the list."""
    seen: set[str] = set()
    for number, user in named:
        if identity(user) in seen:
            yield number, user
        seen.add(identity(user))


def _unknown(name: str, kind: Kind, place: Place) -> Finding:
    if key(name) in kind.former:
        year, into = kind.former[key(name)]
        return finding("authority-merged", place, name=name, year=year, into=into)
    known = suggestion(name, kind.authorities.values())
    return finding("authority-unknown", place, name=name, kind=kind.name, meant=known)


def identity(user: User) -> str:
    """The identity of an authority: the register's code, else its kind and name."""
    return user.code or f"{user.kind} {key(user.name)}"
