"""From the files of `criteria/<model>/<version>/` to a model (formats.md "A model").

A model with any error is not loaded: the basis of levels must be complete.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from os2governance.documents.json_reader import read_json
from os2governance.documents.yaml_reader import Document, read_yaml
from os2governance.findings.finding import Finding, Place, finding, suggestion
from os2governance.model.inheritance import derived, text_of
from os2governance.model.model import (
    BESIDE,
    Attainment,
    Criterion,
    Example,
    Level,
    Model,
    Needs,
    Role,
    Theme,
    Wheel,
)
from os2governance.rules.dates import read_period
from os2governance.rules.parsing import Parser
from os2governance.rules.vocabulary import Fact
from os2governance.schema.read import read_schema
from os2governance.schema.validator import Shape, schema_problem

MODEL_FILE = "model.yaml"
_NO_THEMES = frozenset({MODEL_FILE, *BESIDE})
_NO_FACTS: dict[str, Any] = {}
_INHERITED = ("facts", "levels", "themes", "roles", "attainment")

Bases = Callable[[str, Place], tuple[Model | None, list[Finding]]]
"""Reads the version that a model is based on; the location is that of its name."""


def no_bases(version: str, place: Place) -> tuple[Model | None, list[Finding]]:
    """Refuse any base version, for a model that is read without its other versions."""
    return None, [finding("model-base-unusable", place, name=version)]


def read_model(
    files: Mapping[str, bytes], folder: str, bases: Bases = no_bases
) -> tuple[Model | None, list[Finding]]:
    """Read a model from the bytes of its files by name; `folder` is its path in findings.

    Returns the model, or None with all findings.
    """
    main_file = f"{folder}/{MODEL_FILE}"
    if MODEL_FILE not in files:
        return None, [finding("model-missing", Place(main_file))]
    main, findings = read_yaml(files[MODEL_FILE], main_file)
    if main is None:
        return None, findings
    findings = Shape(read_schema("model")).findings(main, main.values)
    if findings:
        return None, findings
    themes, findings = _theme_files(files, folder)
    base, wrong = _base(main, bases)
    findings += wrong
    schema: dict[str, Any] | None = base.facts_schema if base else None
    if not base:
        schema, wrong = _facts_schema(main, files, folder)
        findings += wrong
    if schema is None or findings:
        return None, findings
    if base:
        files = {**files, f"{base.reference}/": base.digest.encode()}
    own = {name: files[name] for name in BESIDE if name in files}
    beside = {**base.beside, **own} if base else own
    model, findings = _built(main, themes, base, schema, digest_of(files))
    return model and model._replace(beside=beside), findings


def _base(main: Document, bases: Bases) -> tuple[Model | None, list[Finding]]:
    """Read the version that a model is based on, with findings about keys not allowed then."""
    version = main.values.get("based_on")
    if version is None:
        extra = ["changes"] if "changes" in main.values else []
        return None, [finding("model-no-base", main.place([key], key=True)) for key in extra]
    base, findings = bases(version, main.place(["based_on"]))
    for key in _INHERITED:
        if key in main.values:
            place = main.place([key], key=True)
            findings = [*findings, finding("model-inherited", place, key=key, name=version)]
    for name in main.values.get("conditions") or ():
        if base and name in base.conditions:
            place = main.place(["conditions", name], key=True)
            findings = [*findings, finding("model-duplicate-id", place, name=name)]
    return base, findings


def digest_of(files: Mapping[str, bytes]) -> str:
    """One hash for several files: `sha256:` over the name and hash of each."""
    whole = hashlib.sha256()
    for name in sorted(files):
        whole.update(f"{name}\0{hashlib.sha256(files[name]).hexdigest()}\n".encode())
    return f"sha256:{whole.hexdigest()}"


def _facts_schema(
    main: Document, files: Mapping[str, bytes], folder: str
) -> tuple[dict[str, Any] | None, list[Finding]]:
    name = main.values.get("facts")
    if name is None:
        return _NO_FACTS, []
    if name not in files:
        return None, [finding("facts-schema-missing", main.place(["facts"]), name=name)]
    file = f"{folder}/{name}"
    schema, wrong = read_json(files[name], file)
    if wrong:
        return None, [wrong]
    problem = schema_problem(schema) if isinstance(schema, dict) else "not an object"
    if problem:
        return None, [finding("facts-schema-invalid", Place(file), problem=problem)]
    return schema, []


def _theme_files(files: Mapping[str, bytes], folder: str) -> tuple[list[Document], list[Finding]]:
    documents: list[Document] = []
    findings: list[Finding] = []
    shape = Shape(read_schema("criteria"))
    for name in sorted(files):
        if not name.endswith((".yaml", ".yml")) or name in _NO_THEMES:
            continue
        document, wrong = read_yaml(files[name], f"{folder}/{name}")
        findings += wrong
        if document is not None:
            findings += shape.findings(document, document.values)
            documents.append(document)
    return documents, findings


def _built(
    main: Document,
    themes: list[Document],
    base: Model | None,
    schema: dict[str, Any],
    digest: str,
) -> tuple[Model | None, list[Finding]]:
    values = main.values
    own = values.get("conditions") or {}
    conditions = {**base.conditions, **own} if base else own
    inherited = base.load.nodes if base else 0
    parser = Parser(Fact(schema, schema), conditions, main, inherited)
    names = _Names(main, values)
    if base:
        names.inherit(base)
    criteria = [
        criterion
        for document in _in_order(themes, names.themes)
        for criterion in _criteria(document, parser, names)
    ]
    if base:
        names.levels, criteria, wrong = derived(base, main, criteria)
        names.findings += wrong
    unused = {
        name: main.place(["conditions", name], key=True) for name in own if name not in parser.used
    }
    for name in unused:
        parser.condition(name)
    if not criteria and not names.findings and not parser.findings:
        names.findings.append(finding("model-empty", main.place()))
    findings = [*names.findings, *parser.findings.values()]
    if findings:
        return None, sorted(findings, key=lambda found: found.place)
    levels, named = names.levels, values.get("name")
    return Model(
        id=values["model"],
        version=values["version"],
        name=base.name if base and not named else text_of(named, values["model"]),
        published=values.get("published", ""),
        source=values.get("source", ""),
        levels=levels,
        themes=tuple(names.themes.values()),
        roles=tuple(names.roles.values()),
        attainment=names.attainment,
        criteria=tuple(criteria),
        conditions=conditions,
        unused_conditions=unused,
        level_places={
            level["id"]: main.place(["levels", number, "id"])
            for number, level in enumerate(values.get("levels") or ())
        },
        facts_schema=schema,
        supersedes=values.get("supersedes") or {},
        wheel=Wheel(**{key: read_period(said) for key, said in values.get("wheel", {}).items()}),
        file=main.file,
        digest=digest,
        based_on=values.get("based_on", ""),
    ), []


def _in_order(themes: list[Document], named: Sequence[str] | Mapping[str, Any]) -> list[Document]:
    """Sort the theme files in the order in which the model names the themes."""
    order = {theme: number for number, theme in enumerate(named)}
    return sorted(themes, key=lambda document: order.get(document.values["theme"], len(order)))


class _Names:
    """The names that criteria may refer to; collects findings of duplicate and unknown ones."""

    def __init__(self, main: Document, values: Mapping[str, Any]) -> None:
        self.findings: list[Finding] = []
        self._main = main
        self._criteria: dict[str, Place] = {}
        given = values.get("attainment") or {}
        needs = given.get("needs")
        self.roles = {
            role["id"]: Role(
                id=role["id"],
                name=text_of(role.get("name"), role["id"]),
                declares=role.get("declares", False),
            )
            for role in self._once("roles", values)
        }
        self.themes = {
            theme["id"]: Theme(id=theme["id"], name=text_of(theme.get("name"), theme["id"]))
            for theme in self._once("themes", values)
        }
        self.levels = tuple(
            Level(
                id=level["id"],
                name=text_of(level.get("name"), level["id"]),
                decided_by=self._deciders(number, level),
                needs=_needs(level.get("needs") or needs or {}),
            )
            for number, level in enumerate(self._once("levels", values))
        )
        self.level_ids = [level.id for level in self.levels]
        self.attainment = Attainment(
            cumulative=given.get("cumulative", True),
            satisfied_by=frozenset(given.get("satisfied_by", ("met", "accepted"))),
            tolerated=frozenset(given.get("tolerated", ("partly", "not_applicable"))),
            recommended=given.get("recommended", "ignored"),
        )

    def inherit(self, base: Model) -> None:
        """Inherit the names of the base version."""
        self.roles, self.levels = dict(base.roles_by_id), base.levels
        self.themes = {theme.id: theme for theme in base.themes}
        self.level_ids = list(base.level_ids)
        self.attainment = base.attainment

    def _once(self, key: str, values: Mapping[str, Any]) -> Iterator[Any]:
        """Yield the entries of a list; a duplicate id is a finding."""
        seen: set[str] = set()
        for number, entry in enumerate(values.get(key) or ()):
            if entry["id"] in seen:
                place = self._main.place([key, number, "id"])
                self.findings.append(finding("model-duplicate-id", place, name=entry["id"]))
            else:
                seen.add(entry["id"])
                yield entry

    def _deciders(self, number: int, level: Mapping[str, Any]) -> tuple[str, ...]:
        for index, role in enumerate(level.get("decided_by", ())):
            place = self._main.place(["levels", number, "decided_by", index])
            self.known("model-unknown-role", role, self.roles, place)
        return tuple(level.get("decided_by", ()))

    def known(self, code: str, name: str, names: Any, place: Place) -> None:
        """Add a finding if a name is unknown."""
        if name not in names:
            known = suggestion(name, names)
            self.findings.append(finding(code, place, name=name, meant=known))

    def once(self, name: str, place: Place) -> None:
        """Add a finding if a criterion is defined twice."""
        if name in self._criteria:
            self.findings.append(finding("model-duplicate-id", place, name=name))
        self._criteria[name] = place


def _needs(given: Mapping[str, Any]) -> Needs:
    return Needs(percent=given.get("percent"), number=given.get("count"))


def _criteria(document: Document, parser: Parser, names: _Names) -> Iterator[Criterion]:
    theme = document.values["theme"]
    names.known("model-unknown-theme", theme, names.themes, document.place(["theme"]))
    for number, entry in enumerate(document.values["criteria"]):
        criterion = _criterion(entry, ("criteria", number), theme, document, parser)
        names.once(entry["id"], document.place(["criteria", number, "id"]))
        place = document.place(["criteria", number, "level"])
        names.known("model-unknown-level", entry["level"], names.level_ids, place)
        if "responsible" in entry:
            place = document.place(["criteria", number, "responsible"])
            names.known("model-unknown-role", entry["responsible"], names.roles, place)
        if criterion is not None:
            yield criterion


def _criterion(
    entry: Mapping[str, Any],
    path: tuple[str | int, ...],
    theme: str,
    document: Document,
    parser: Parser,
) -> Criterion | None:
    met = parser.rule(entry["met"], document, (*path, "met"))
    partly = None
    if "partly" in entry:
        partly = parser.rule(entry["partly"], document, (*path, "partly"))
    if met is None:
        return None
    return Criterion(
        id=entry["id"],
        level=entry["level"],
        theme=theme,
        title=text_of(entry.get("title"), entry["id"]),
        asks=text_of(entry.get("asks"), ""),
        remedy=text_of(entry.get("remedy"), ""),
        responsible=entry.get("responsible", ""),
        recommended=entry.get("recommended", False),
        answer_counts=entry.get("basis", "answer") != "facts",
        may_not_apply=entry.get("not_applicable", True),
        met=met,
        partly=partly,
        trees={key: entry[key] for key in ("met", "partly") if key in entry},
        examples=tuple(_examples(entry, path, document)),
        place=document.place(path),
    )


def _examples(
    entry: Mapping[str, Any], path: tuple[str | int, ...], document: Document
) -> Iterator[Example]:
    for number, example in enumerate(entry.get("examples") or ()):
        at = (*path, "examples", number)
        given = example.get("as_of")
        yield Example(
            facts=example["facts"],
            spots=document.spots_at((*at, "facts")),
            as_of=date.fromisoformat(given) if given else None,
            expect=example["expect"],
            place=document.place(at),
        )
