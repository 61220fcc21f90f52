"""Sources of portfolio figures, and the authority register: files in a model's folder.

No level depends on them, so they are read only when figures are requested.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from os2governance.documents.yaml_reader import Document, read_yaml
from os2governance.findings.finding import Finding, finding, suggestion
from os2governance.i18n.text import Text
from os2governance.model.model import PORTFOLIO_FILE, REGISTER_FILE, Model
from os2governance.rules.vocabulary import Fact
from os2governance.schema.read import read_schema
from os2governance.schema.validator import Shape

Path = tuple[str, ...]


class Contributions(NamedTuple):
    """A list of facts with contributions: the amount, and what distinguishes them."""

    of: Path
    amount: str
    by: tuple[str, ...]


class Economy(NamedTuple):
    """The facts of a product's shared economy; `titles` name the parts."""

    currency: str
    total: Path
    parts: tuple[Path, ...]
    titles: tuple[Text, ...]
    contributions: Contributions | None


class Users(NamedTuple):
    """The list of a product's users, and the names of the facts in it; empty where none.

    Users whose fact `using` has one of `values` count; all where that is empty.
    """

    of: Path
    name: str
    kind: str
    size: str
    member: str
    using: str
    values: tuple[Any, ...]


class Figures(NamedTuple):
    """The sources of a model's portfolio figures; None where the model names no facts."""

    economy: Economy | None = None
    users: Users | None = None


class Kind(NamedTuple):
    """The authorities of a kind, by code; `codes_by_name` has the code of each spelling.

    `former` has, for a discontinued name, the year and the name that it was merged into.
    """

    name: Text
    authorities: Mapping[str, str]
    known: Mapping[str, str]
    former: Mapping[str, tuple[int, str]]


class Register(NamedTuple):
    """The existing authorities, by kind; its source and its date."""

    source: str
    as_of: str
    kinds: Mapping[str, Kind]


NO_FIGURES, NO_REGISTER = Figures(), Register("", "", {})


def figures_of(model: Model) -> tuple[Figures | None, tuple[Finding, ...]]:
    """Read the figure sources of a model; None with findings where they are invalid."""
    data = model.beside.get(PORTFOLIO_FILE)
    if data is None:
        return NO_FIGURES, ()
    return read_figures(data, _named(model, PORTFOLIO_FILE), model.facts)


def register_of(model: Model) -> tuple[Register | None, tuple[Finding, ...]]:
    """Read the authority register of a model; None with findings where it is invalid."""
    data = model.beside.get(REGISTER_FILE)
    if data is None:
        return NO_REGISTER, ()
    return read_register(data, _named(model, REGISTER_FILE))


def _named(model: Model, name: str) -> str:
    return f"{model.file.rsplit('/', 1)[0]}/{name}"


# -- figures ----------------------------------------------------------------------------------


@lru_cache(maxsize=8)
def read_figures(
    data: bytes, file: str, facts: Fact
) -> tuple[Figures | None, tuple[Finding, ...]]:
    """Read the figure sources; a fact that the vocabulary `facts` lacks is a finding."""
    document, findings = _read(data, file, read_schema("figures"))
    if document is None:
        return None, findings
    findings = tuple(_unknown(document, facts))
    if findings:
        return None, findings
    values = document.values
    return Figures(
        _economy(values["economy"], facts) if "economy" in values else None,
        _users(values["users"]) if "users" in values else None,
    ), ()


def _economy(given: Mapping[str, Any], facts: Fact) -> Economy:
    parts = tuple(_path(each) for each in given.get("parts", ()))
    several = given.get("contributions")
    return Economy(
        currency=given["currency"],
        total=_path(given["total"]),
        parts=parts,
        titles=tuple(fact_at(facts, path).title for path in parts),
        contributions=several
        and Contributions(_path(several["list"]), several["amount"], tuple(several.get("by", ()))),
    )


def _users(given: Mapping[str, Any]) -> Users:
    using = given.get("using", {})
    return Users(
        of=_path(given["list"]),
        name=given["name"],
        kind=given.get("kind", ""),
        size=given.get("size", ""),
        member=given.get("member", ""),
        using=using.get("fact", ""),
        values=tuple(using.get("values", ())),
    )


def _path(said: str) -> Path:
    return tuple(said.split("."))


def fact_at(facts: Fact, path: Path) -> Fact:
    """The fact at a path that exists in the vocabulary."""
    for step in path:
        facts = facts.fields[step]
    return facts


def _unknown(document: Document, facts: Fact) -> Iterator[Finding]:
    """Yield facts that the vocabulary lacks, or that have another type than needed."""
    economy = document.values.get("economy", {})
    if economy:
        yield from _wrong(document, ("economy", "total"), facts, "number")
        for number in range(len(economy.get("parts", ()))):
            yield from _wrong(document, ("economy", "parts", number), facts, "number")
    for key, at in (("contributions", ("economy", "contributions")), ("users", ("users",))):
        given = economy.get(key) if key != "users" else document.values.get(key)
        if given:
            yield from _wrong_list(document, at, given, facts)


def _wrong_list(
    document: Document, at: Path, given: Mapping[str, Any], facts: Fact
) -> Iterator[Finding]:
    wrong = list(_wrong(document, (*at, "list"), facts, "array"))
    yield from wrong
    if wrong:
        return
    element = fact_at(facts, _path(given["list"])).element
    for key in ("name", "kind", "size", "member", "amount"):
        if key in given:
            kind = {"amount": "number", "member": "boolean"}.get(key, "string")
            yield from _wrong(document, (*at, key), element, kind)
    for number in range(len(given.get("by", ()))):
        yield from _wrong(document, (*at, "by", number), element, "")
    if "using" in given:
        yield from _wrong(document, (*at, "using", "fact"), element, "")


def _wrong(
    document: Document, at: tuple[str | int, ...], facts: Fact, kind: str
) -> Iterator[Finding]:
    said = document.values
    for step in at:
        said = said[step]
    below, place = facts, document.place(at)
    for step in _path(said):
        if step not in below.fields:
            known = suggestion(step, below.fields)
            yield finding("portfolio-unknown-fact", place, fact=said, meant=known)
            return
        below = below.fields[step]
    if kind and not below.kinds & {kind, "integer" if kind == "number" else kind}:
        yield finding("portfolio-fact-type", place, fact=said, kind=kind)


# -- the register -----------------------------------------------------------------------------


@lru_cache(maxsize=4)
def read_register(data: bytes, file: str) -> tuple[Register | None, tuple[Finding, ...]]:
    """Read a register; a duplicate code or name is a finding."""
    document, findings = _read(data, file, read_schema("authorities"))
    if document is None:
        return None, findings
    found: list[Finding] = []
    kinds = {name: _kind(document, name, found) for name in document.values["kinds"]}
    values = document.values
    register = Register(values["source"], values["as_of"], kinds)
    return (None if found else register), tuple(found)


def _kind(document: Document, name: str, findings: list[Finding]) -> Kind:
    given = document.values["kinds"][name]
    forms = ("{name}", *given.get("forms", ()))
    authorities: dict[str, str] = {}
    known: dict[str, str] = {}
    for number, each in enumerate(given["authorities"]):
        code = each["code"]
        written = _ways([each["name"], *each.get("also", ())], forms)
        if code in authorities or known.keys() & written:
            place = document.place(("kinds", name, "authorities", number))
            findings.append(finding("register-twice", place, name=each["name"], number=code))
        authorities[code] = each["name"]
        known |= dict.fromkeys(written, code)
    former: dict[str, tuple[int, str]] = {}
    for number, each in enumerate(given.get("former", ())):
        if key(each["into"]) not in known:
            place = document.place(("kinds", name, "former", number, "into"))
            findings.append(finding("register-no-such", place, name=each["into"]))
            continue
        into = authorities[known[key(each["into"])]]
        former |= dict.fromkeys(_ways(each["names"], forms), (each["year"], into))
    said = given["name"]
    return Kind(Text(said.get("da", ""), said.get("en", "")), authorities, known, former)


def _ways(names: list[str], forms: tuple[str, ...]) -> set[str]:
    return {key(form.replace("{name}", name)) for name in names for form in forms}


def key(name: str) -> str:
    """Normalise a name for comparison: one case, single spaces."""
    return " ".join(name.casefold().split())


def _read(
    data: bytes, file: str, schema: dict[str, Any]
) -> tuple[Document | None, tuple[Finding, ...]]:
    document, findings = read_yaml(data, file)
    if document is None:
        return None, tuple(findings)
    findings = Shape(schema).findings(document, document.values)
    return (None if findings else document), tuple(findings)
