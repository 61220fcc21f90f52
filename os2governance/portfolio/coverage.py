"""Use of the products: distinct authorities, by kind, membership, size and product.

Authorities that only support a product are counted separately, and so are products that do not
state their users: who is named by none of the others may still use one of them (semantics §8).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from os2governance.checks.authorities import Authority, find_authority_register, identify_authority
from os2governance.i18n.text import Text, _
from os2governance.model.figure_sources import NO_FIGURE_SOURCES, find_fact, read_figure_sources
from os2governance.model.model import Model
from os2governance.portfolio.contribution import ProductContribution

NOT_DECLARED = _("not stated")


@dataclass(frozen=True, kw_only=True, slots=True)
class AuthorityReach:
    """How many authorities of a kind use a product, of all that exist (0 if unknown).

    `missing` are those that none of the products that state their users names.
    """

    kind: str
    name: Text
    using: int
    all: int
    missing: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Adoption:
    """The authorities of one product; None where they are not declared.

    `unstated` are those of which it is not stated whether they use it.
    """

    product: str
    name: str
    using: int | None
    supporting: int | None
    unstated: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Coverage:
    """Use of the products: distinct authorities, by kind, membership, size and product.

    It is known of `known` products; `undeclared` have not stated their users. `unstated` are
    authorities of which no product states whether they use it.
    """

    known: int
    authorities: int
    supporting: int
    unstated: int
    undeclared: int
    members: int
    others: int
    unsaid: int
    sizes: Mapping[str, int]
    reach: tuple[AuthorityReach, ...]
    products: tuple[Adoption, ...]
    busiest: tuple[tuple[str, int], ...]


def count_coverage(shares: Sequence[ProductContribution], model: Model) -> Coverage | None:
    """Count the authorities that use products of one model.

    None where the model names no such facts, or no product has stated its users.
    """
    known = sum(each.authorities is not None for each in shares)
    if not known or (read_figure_sources(model)[0] or NO_FIGURE_SOURCES).users is None:
        return None
    using: dict[str, list[Authority]] = {}
    others: dict[bool | None, set[str]] = {False: set(), None: set()}
    for each in shares:
        for user in _merge_repeated(each.authorities or ()):
            if user.uses:
                using.setdefault(identify_authority(user), []).append(user)
            else:
                others[user.uses].add(identify_authority(user))
    supporting = others[False] - using.keys()
    members = [_is_member(several) for several in using.values()]
    sizes = Counter(next((u.size for u in several if u.size), "") for several in using.values())
    busiest = sorted(using.values(), key=lambda several: (-len(several), several[0].name))
    return Coverage(
        known=known,
        authorities=len(using),
        supporting=len(supporting),
        unstated=len(others[None] - using.keys() - supporting),
        undeclared=len(shares) - known,
        members=members.count(True),
        others=members.count(False),
        unsaid=members.count(None),
        sizes=dict(sorted(sizes.items())),
        reach=tuple(_build_reaches(list(using.values()), model)),
        products=tuple(_build_adoption(each) for each in shares),
        busiest=tuple((several[0].name, len(several)) for several in busiest[:_MAX_BUSIEST]),
    )


_MAX_BUSIEST = 10


def _merge_repeated(users: Iterable[Authority]) -> Iterable[Authority]:
    """Merge repeated authorities of a product; one of them uses it if any entry says so."""
    once: dict[str, Authority] = {}
    for user in sorted(users, key=lambda each: _PRECEDENCE.index(each.uses)):
        if user.name:
            once.setdefault(identify_authority(user), user)
    return once.values()


_PRECEDENCE = (True, False, None)
"""What counts first where one authority is named several times."""


def _is_member(several: Sequence[Authority]) -> bool | None:
    """Whether an authority is a member: true if any product says so, None if none states it."""
    said = [user.member for user in several if user.member is not None]
    return any(said) if said else None


def _build_adoption(each: ProductContribution) -> Adoption:
    if each.authorities is None:
        return Adoption(
            product=each.product, name=each.name, using=None, supporting=None, unstated=None
        )
    uses = [user.uses for user in _merge_repeated(each.authorities)]
    return Adoption(
        product=each.product,
        name=each.name,
        using=uses.count(True),
        supporting=uses.count(False),
        unstated=uses.count(None),
    )


def _build_reaches(using: Sequence[Sequence[Authority]], model: Model) -> Iterator[AuthorityReach]:
    kinds = find_authority_register(model).kinds
    found = {several[0].kind for several in using} - kinds.keys()
    for name, kind in kinds.items():
        own = [several[0] for several in using if several[0].kind == name]
        codes = {user.code for user in own if user.code}
        missing = [said for code, said in kind.authorities.items() if code not in codes]
        unknown = sorted({user.name for user in own if not user.code})
        yield AuthorityReach(
            kind=name,
            name=kind.name,
            using=len(codes),
            all=len(kind.authorities),
            missing=tuple(missing),
            unknown=tuple(unknown),
        )
    for name in sorted(found):
        own = [several[0] for several in using if several[0].kind == name]
        yield AuthorityReach(
            kind=name, name=_name_kind(name, model), using=len(own), all=0, missing=(), unknown=()
        )


def _name_kind(kind: str, model: Model) -> Text:
    """Name a kind that the register does not know by the title in the vocabulary."""
    asked = (read_figure_sources(model)[0] or NO_FIGURE_SOURCES).users
    if kind and asked and asked.kind:
        element = find_fact(model.facts, asked.list_path).element
        return element.fields[asked.kind].value_title(kind)
    return NOT_DECLARED
