"""Sources of portfolio figures, and the authority register: files in a model's folder.

No level depends on them, so they are read only when figures are requested.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from os2governance.documents.yaml_reader import Document, read_yaml
from os2governance.findings.finding import Finding, make_finding, suggest_word
from os2governance.i18n.text import Text
from os2governance.model.model import AUTHORITIES_FILE, PORTFOLIO_FILE, Model
from os2governance.rules.node import FactPath
from os2governance.rules.trace import MISSING
from os2governance.rules.vocabulary import Fact
from os2governance.schema.read import read_schema
from os2governance.schema.validator import CompiledSchema


class ContributionSource(NamedTuple):
    """A list of facts with contributions: the amount, and what distinguishes them."""

    list_path: FactPath
    amount: str
    by: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class EconomySource:
    """The facts of a product's shared economy; `titles` name the parts."""

    currency: str
    total: FactPath
    parts: tuple[FactPath, ...]
    titles: tuple[Text, ...]
    contributions: ContributionSource | None


@dataclass(frozen=True, kw_only=True, slots=True)
class UserSource:
    """The list of a product's users, and the names of the facts in it; empty where none.

    Users whose fact `using` has one of `values` count; all where that is empty.
    """

    list_path: FactPath
    name: str
    kind: str
    size: str
    member: str
    using: str
    values: tuple[Any, ...]

    def says_use(self, entry: Mapping[str, Any]) -> bool | None:
        """Whether an entry of the list uses the product; None where it does not say so."""
        if not self.using:
            return True
        return entry[self.using] in self.values if self.using in entry else None


class FigureSources(NamedTuple):
    """The sources of a model's portfolio figures; None where the model names no facts.

    `about` are the facts that introduce a product.
    """

    economy: EconomySource | None = None
    users: UserSource | None = None
    about: tuple[FactPath, ...] = ()


class AuthorityKind(NamedTuple):
    """The authorities of a kind, by code; `codes_by_name` has the code of each spelling.

    `former` has, for a discontinued name, the year and the name that it was merged into.
    """

    name: Text
    authorities: Mapping[str, str]
    codes_by_name: Mapping[str, str]
    former: Mapping[str, tuple[int, str]]


class AuthorityRegister(NamedTuple):
    """The existing authorities, by kind; its source and its date."""

    source: str
    as_of: str
    kinds: Mapping[str, AuthorityKind]


NO_FIGURE_SOURCES, NO_REGISTER = FigureSources(), AuthorityRegister("", "", {})


def read_figure_sources(model: Model) -> tuple[FigureSources | None, tuple[Finding, ...]]:
    """Read the figure sources of a model; None with findings where they are invalid."""
    data = model.optional_files.get(PORTFOLIO_FILE)
    if data is None:
        return NO_FIGURE_SOURCES, ()
    return parse_figure_sources(data, _format_file_name(model, PORTFOLIO_FILE), model.facts)


def read_authority_register(model: Model) -> tuple[AuthorityRegister | None, tuple[Finding, ...]]:
    """Read the authority register of a model; None with findings where it is invalid."""
    data = model.optional_files.get(AUTHORITIES_FILE)
    if data is None:
        return NO_REGISTER, ()
    return parse_authority_register(data, _format_file_name(model, AUTHORITIES_FILE))


def _format_file_name(model: Model, name: str) -> str:
    return f"{model.file.rsplit('/', 1)[0]}/{name}"


def read_fact(facts: Mapping[str, Any], path: FactPath) -> Any:
    """Read the declared value at a path; below an absent group everything is absent."""
    found: Any = facts
    for step in path:
        if found is None:
            return None
        if not isinstance(found, dict) or step not in found:
            return MISSING
        found = found[step]
    return found


# -- figures ----------------------------------------------------------------------------------


@lru_cache(maxsize=8)
def parse_figure_sources(
    data: bytes, file: str, facts: Fact
) -> tuple[FigureSources | None, tuple[Finding, ...]]:
    """Read the figure sources; a fact that the vocabulary `facts` lacks is a finding."""
    document, findings = _read_document(data, file, read_schema("figures"))
    if document is None:
        return None, findings
    findings = tuple(_find_unusable_facts(document, facts))
    if findings:
        return None, findings
    values = document.values
    return FigureSources(
        _read_economy(values["economy"], facts) if "economy" in values else None,
        _read_users(values["users"]) if "users" in values else None,
        tuple(map(_split_path, values.get("about", ()))),
    ), ()


def _read_economy(given: Mapping[str, Any], facts: Fact) -> EconomySource:
    parts = tuple(_split_path(each) for each in given.get("parts", ()))
    several = given.get("contributions")
    return EconomySource(
        currency=given["currency"],
        total=_split_path(given["total"]),
        parts=parts,
        titles=tuple(find_fact(facts, path).title for path in parts),
        contributions=several
        and ContributionSource(
            _split_path(several["list"]), several["amount"], tuple(several.get("by", ()))
        ),
    )


def _read_users(given: Mapping[str, Any]) -> UserSource:
    using = given.get("using", {})
    return UserSource(
        list_path=_split_path(given["list"]),
        name=given["name"],
        kind=given.get("kind", ""),
        size=given.get("size", ""),
        member=given.get("member", ""),
        using=using.get("fact", ""),
        values=tuple(using.get("values", ())),
    )


def _split_path(said: str) -> FactPath:
    return tuple(said.split("."))


def find_fact(facts: Fact, path: FactPath) -> Fact:
    """The fact at a path that exists in the vocabulary, in lists that of each element."""
    for step in path:
        facts = (facts.fields or facts.element.fields)[step]
    return facts


def _find_unusable_facts(document: Document, facts: Fact) -> Iterator[Finding]:
    """Yield facts that the vocabulary lacks, or that have another type than needed."""
    for number in range(len(document.values.get("about", ()))):
        yield from _check_fact(document, ("about", number), facts, "")
    economy = document.values.get("economy", {})
    if economy:
        yield from _check_fact(document, ("economy", "total"), facts, "number")
        for number in range(len(economy.get("parts", ()))):
            yield from _check_fact(document, ("economy", "parts", number), facts, "number")
    for key, at in (("contributions", ("economy", "contributions")), ("users", ("users",))):
        given = economy.get(key) if key != "users" else document.values.get(key)
        if given:
            yield from _check_list(document, at, given, facts)


def _check_list(
    document: Document, at: FactPath, given: Mapping[str, Any], facts: Fact
) -> Iterator[Finding]:
    wrong = list(_check_fact(document, (*at, "list"), facts, "array"))
    yield from wrong
    if wrong:
        return
    element = find_fact(facts, _split_path(given["list"])).element
    for key in ("name", "kind", "size", "member", "amount"):
        if key in given:
            kind = {"amount": "number", "member": "boolean"}.get(key, "string")
            yield from _check_fact(document, (*at, key), element, kind)
    for number in range(len(given.get("by", ()))):
        yield from _check_fact(document, (*at, "by", number), element, "")
    if "using" in given:
        yield from _check_fact(document, (*at, "using", "fact"), element, "")


def _check_fact(
    document: Document, at: tuple[str | int, ...], facts: Fact, kind: str
) -> Iterator[Finding]:
    said = document.values
    for step in at:
        said = said[step]
    below, place = facts, document.locate(at)
    for step in _split_path(said):
        fields = below.fields or (below.element.fields if "array" in below.kinds else {})
        if step not in fields:
            known = suggest_word(step, fields)
            yield make_finding("portfolio-unknown-fact", place, fact=said, meant=known)
            return
        below = fields[step]
    if kind and not below.kinds & {kind, "integer" if kind == "number" else kind}:
        yield make_finding("portfolio-fact-type", place, fact=said, kind=kind)


# -- the register -----------------------------------------------------------------------------


@lru_cache(maxsize=4)
def parse_authority_register(
    data: bytes, file: str
) -> tuple[AuthorityRegister | None, tuple[Finding, ...]]:
    """Read a register; a duplicate code or name is a finding."""
    document, findings = _read_document(data, file, read_schema("authorities"))
    if document is None:
        return None, findings
    found: list[Finding] = []
    kinds = {name: _read_kind(document, name, found) for name in document.values["kinds"]}
    values = document.values
    register = AuthorityRegister(values["source"], values["as_of"], kinds)
    return (None if found else register), tuple(found)


def _read_kind(document: Document, name: str, findings: list[Finding]) -> AuthorityKind:
    given = document.values["kinds"][name]
    forms = ("{name}", *given.get("forms", ()))
    authorities: dict[str, str] = {}
    known: dict[str, str] = {}
    for number, each in enumerate(given["authorities"]):
        code = each["code"]
        written = _list_spellings([each["name"], *each.get("also", ())], forms)
        if code in authorities or known.keys() & written:
            place = document.locate(("kinds", name, "authorities", number))
            findings.append(make_finding("register-twice", place, name=each["name"], number=code))
        authorities[code] = each["name"]
        known |= dict.fromkeys(written, code)
    former: dict[str, tuple[int, str]] = {}
    for number, each in enumerate(given.get("former", ())):
        if normalise_name(each["into"]) not in known:
            place = document.locate(("kinds", name, "former", number, "into"))
            findings.append(make_finding("register-no-such", place, name=each["into"]))
            continue
        into = authorities[known[normalise_name(each["into"])]]
        former |= dict.fromkeys(_list_spellings(each["names"], forms), (each["year"], into))
    said = given["name"]
    return AuthorityKind(Text(said.get("da", ""), said.get("en", "")), authorities, known, former)


def _list_spellings(names: list[str], forms: tuple[str, ...]) -> set[str]:
    return {normalise_name(form.replace("{name}", name)) for name in names for form in forms}


def normalise_name(name: str) -> str:
    """Normalise a name for comparison: one case, single spaces."""
    return " ".join(name.casefold().split())


def _read_document(
    data: bytes, file: str, schema: dict[str, Any]
) -> tuple[Document | None, tuple[Finding, ...]]:
    document, findings = read_yaml(data, file)
    if document is None:
        return None, tuple(findings)
    findings = CompiledSchema(schema).find_violations(document, document.values)
    return (None if findings else document), tuple(findings)
