"""The authorities that a product names, and findings about names that the register lacks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from os2governance.assessment.levels import Assessment
from os2governance.findings.finding import Finding, Location, cap_items, make_finding, suggest_word
from os2governance.model.figure_sources import (
    NO_FIGURE_SOURCES,
    NO_REGISTER,
    AuthorityKind,
    AuthorityRegister,
    UserSource,
    normalise_name,
    read_authority_register,
    read_fact,
    read_figure_sources,
)
from os2governance.model.model import Model


@dataclass(frozen=True, kw_only=True, slots=True)
class Authority:
    """An authority that participates in a product; `code` is the register's, or empty.

    `uses` is None where it is not stated whether it uses the product.
    """

    name: str
    kind: str
    size: str
    member: bool | None
    code: str
    uses: bool | None


def find_authority_register(model: Model) -> AuthorityRegister:
    """The authority register of a model; empty where it has none, or an invalid one."""
    return read_authority_register(model)[0] or NO_REGISTER


def build_authority(
    asked: UserSource, register: AuthorityRegister, given: Mapping[str, Any]
) -> Authority:
    """The authority that an entry of a product's list of users names."""
    name, kind = given.get(asked.name) or "", given.get(asked.kind) or ""
    known = register.kinds[kind].codes_by_name if kind in register.kinds else {}
    return Authority(
        name=name,
        kind=kind,
        size=given.get(asked.size) or "",
        member=given.get(asked.member),
        code=known.get(normalise_name(name), ""),
        uses=asked.says_use(given),
    )


def check_authorities(assessment: Assessment) -> Iterator[Finding]:
    """Yield authorities unknown to the register, and duplicates in a product's list.

    Each kind is capped.
    """
    figures = read_figure_sources(assessment.model)[0] or NO_FIGURE_SOURCES
    asked, document = figures.users, assessment.document
    found = read_fact(assessment.facts.values, asked.list_path) if asked else None
    if asked is None or not isinstance(found, list):
        return
    register = find_authority_register(assessment.model)
    users = [build_authority(asked, register, each) for each in found]
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
