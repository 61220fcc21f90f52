"""From the files of `criteria/<model>/<version>/` to a model (formats.md "A model").

A model with any error is not loaded: the basis of levels must be complete.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from os2governance.documents.sources import MODEL_FILE
from os2governance.documents.yaml_reader import Document, read_yaml
from os2governance.findings.finding import Finding, Location, make_finding, suggest_word
from os2governance.i18n.text import Text
from os2governance.model.facts_schema import read_facts_schema
from os2governance.model.inheritance import (
    apply_model_changes,
    read_bilingual_text,
    read_criterion_examples,
    read_level_phrase,
    read_may_not_apply,
    read_place,
)
from os2governance.model.look import NEUTRAL_LOOK, read_look
from os2governance.model.model import (
    NO_PROCEDURE,
    OPTIONAL_FILES,
    RULE_KEYS,
    Attainment,
    ConditionWords,
    Criterion,
    Level,
    Model,
    Needs,
    ReviewSchedule,
    Role,
    Theme,
)
from os2governance.model.words import NEUTRAL_WORDS, phrase, read_words
from os2governance.rules.dates import parse_period
from os2governance.rules.parsing import RuleParser
from os2governance.rules.vocabulary import Fact
from os2governance.schema.compiled import compile_schema

_NOT_THEME_FILES = frozenset({MODEL_FILE, *OPTIONAL_FILES})
_INHERITED_KEYS = ("facts", "levels", "themes", "roles", "attainment")

BaseReader = Callable[[str, Location], tuple[Model | None, list[Finding]]]
"""Reads the version that a model is based on; the location is that of its name."""


def refuse_base(version: str, place: Location) -> tuple[Model | None, list[Finding]]:
    """Refuse any base version, for a model that is read without its other versions."""
    return None, [make_finding("model-base-unusable", place, name=version)]


def read_model(
    files: Mapping[str, bytes], folder: str, bases: BaseReader = refuse_base
) -> tuple[Model | None, list[Finding]]:
    """Read a model from the bytes of its files by name; `folder` is its path in findings.

    Returns the model, or None with all findings.
    """
    main_file = f"{folder}/{MODEL_FILE}"
    if MODEL_FILE not in files:
        return None, [make_finding("model-missing", Location(main_file))]
    main, findings = read_yaml(files[MODEL_FILE], main_file)
    if main is None:
        return None, findings
    findings = compile_schema("model").find_violations(main, main.values)
    if findings:
        return None, findings
    themes, findings = _read_theme_files(files, folder)
    base, wrong = _read_base(main, bases)
    findings += wrong
    schema: dict[str, Any] | None = base.facts_schema if base else None
    if not base:
        schema, wrong = read_facts_schema(main, files, folder)
        findings += wrong
    if schema is None or findings:
        return None, findings
    if base:
        files = {**files, f"{base.reference}/": base.digest.encode()}
    own = {name: files[name] for name in OPTIONAL_FILES if name in files}
    beside = {**base.optional_files, **own} if base else own
    model, findings = _build_model(
        main, themes, base=base, schema=schema, digest=compute_digest(files)
    )
    return model and replace(model, optional_files=beside), findings


def _read_base(main: Document, bases: BaseReader) -> tuple[Model | None, list[Finding]]:
    """Read the version that a model is based on, with findings about keys not allowed then."""
    version = main.values.get("based_on")
    if version is None:
        extra = ["changes"] if "changes" in main.values else []
        return None, [make_finding("model-no-base", main.locate([key], key=True)) for key in extra]
    base, findings = bases(version, main.locate(["based_on"]))
    for key in _INHERITED_KEYS:
        if key in main.values:
            place = main.locate([key], key=True)
            findings = [*findings, make_finding("model-inherited", place, key=key, name=version)]
    for name in main.values.get("conditions") or ():
        if base and name in base.conditions:
            place = main.locate(["conditions", name], key=True)
            findings = [*findings, make_finding("model-duplicate-id", place, name=name)]
    return base, findings


def compute_digest(files: Mapping[str, bytes]) -> str:
    """One hash for several files: `sha256:` over the name and hash of each."""
    whole = hashlib.sha256()
    for name in sorted(files):
        whole.update(f"{name}\0{hashlib.sha256(files[name]).hexdigest()}\n".encode())
    return f"sha256:{whole.hexdigest()}"


def _read_theme_files(
    files: Mapping[str, bytes], folder: str
) -> tuple[list[Document], list[Finding]]:
    documents: list[Document] = []
    findings: list[Finding] = []
    shape = compile_schema("criteria")
    for name in sorted(files):
        if not name.endswith((".yaml", ".yml")) or name in _NOT_THEME_FILES:
            continue
        document, wrong = read_yaml(files[name], f"{folder}/{name}")
        findings += wrong
        if document is not None:
            findings += shape.find_violations(document, document.values)
            documents.append(document)
    return documents, findings


def _build_model(
    main: Document,
    themes: list[Document],
    base: Model | None,
    schema: dict[str, Any],
    digest: str,
) -> tuple[Model | None, list[Finding]]:
    values = main.values
    given = values.get("conditions") or {}
    own = {name: said.get("rule", said) for name, said in given.items()}
    conditions = {**base.conditions, **own} if base else own
    inherited = base.evaluation_cost.nodes if base else 0
    words = {name: _read_condition_words(said) for name, said in given.items() if "rule" in said}
    condition_words = {**base.condition_words, **words} if base else words
    phrases = {name: words.asked for name, words in condition_words.items()}
    source = _ConditionSource(main)
    facts = base.facts if base else Fact(schema, schema)
    parser = RuleParser(facts, conditions, source, inherited, phrases)
    names = _Names(main, values)
    if base:
        names.inherit(base)
    criteria = [
        criterion
        for document in _sort_theme_files(themes, names.themes)
        for criterion in _read_criteria(document, parser, names)
    ]
    if base:
        names.levels, criteria, wrong = apply_model_changes(base, main, criteria, parser)
        names.findings += wrong
    unused = {
        name: main.locate(["conditions", name], key=True)
        for name in own
        if name not in parser.used
    }
    for name in unused:
        parser.parse_condition(name)
    if not criteria and not names.findings and not parser.findings:
        names.findings.append(make_finding("model-empty", main.locate()))
    findings = [*names.findings, *parser.findings.values()]
    if findings:
        return None, sorted(findings, key=lambda found: found.location)
    levels, named = names.levels, values.get("name")
    return Model(
        id=values["model"],
        version=values["version"],
        name=base.name if base and not named else read_bilingual_text(named, values["model"]),
        published=values.get("published", ""),
        source=values.get("source", ""),
        levels=levels,
        themes=tuple(names.themes.values()),
        roles=tuple(names.roles.values()),
        attainment=names.attainment,
        criteria=tuple(criteria),
        conditions=conditions,
        unused_conditions=unused,
        level_locations={
            level["id"]: main.locate(["levels", number, "id"])
            for number, level in enumerate(values.get("levels") or ())
        },
        facts_schema=schema,
        facts=facts,
        supersedes=values.get("supersedes") or {},
        words=read_words(values.get("words") or {}, base.words if base else NEUTRAL_WORDS),
        look=read_look(values.get("look") or {}, base.look if base else NEUTRAL_LOOK),
        procedure=(base.procedure if base else NO_PROCEDURE)._replace(
            **(values.get("procedure") or {})
        ),
        condition_words=condition_words,
        review_schedule=ReviewSchedule(
            **{key: parse_period(said) for key, said in values.get("wheel", {}).items()}
        ),
        file=main.file,
        digest=digest,
        based_on=values.get("based_on", ""),
    ), []


def _sort_theme_files(
    themes: list[Document], named: Sequence[str] | Mapping[str, Any]
) -> list[Document]:
    """Sort the theme files in the order in which the model names the themes."""
    order = {theme: number for number, theme in enumerate(named)}
    return sorted(themes, key=lambda document: order.get(document.values["theme"], len(order)))


class _ConditionSource:
    """Locates the rules of named conditions, some of which stand beside phrases."""

    def __init__(self, main: Document) -> None:
        self._main = main
        given = main.values.get("conditions") or {}
        self._phrased = {name for name, said in given.items() if "rule" in said}

    def locate(self, path: Sequence[str | int] = (), *, key: bool = False) -> Location:
        """Location of the value at a path on which the rules stand bare."""
        first, *rest = path
        if rest and rest[0] in self._phrased:
            path = (first, rest[0], "rule", *rest[1:])
        return self._main.locate(path, key=key)


def _read_condition_words(given: Mapping[str, Any]) -> ConditionWords:
    return ConditionWords(
        asked=read_bilingual_text(given.get("x-asked"), ""),
        todo=read_bilingual_text(given.get("x-todo"), ""),
    )


class _Names:
    """The names that criteria may refer to; collects findings of duplicate and unknown ones."""

    def __init__(self, main: Document, values: Mapping[str, Any]) -> None:
        self.findings: list[Finding] = []
        self._main = main
        self._criteria: dict[str, Location] = {}
        given = values.get("attainment") or {}
        needs = given.get("needs")
        self.roles = {role["id"]: _read_role(role) for role in self._list_unique("roles", values)}
        self.themes = {
            theme["id"]: Theme(
                id=theme["id"], name=read_bilingual_text(theme.get("name"), theme["id"])
            )
            for theme in self._list_unique("themes", values)
        }
        self.levels = tuple(
            Level(
                id=level["id"],
                name=(name := read_bilingual_text(level.get("name"), level["id"])),
                decided_by=self._read_deciders(number, level),
                needs=_read_needs(level.get("needs") or needs or {}),
                phrase=read_level_phrase(level.get("phrase"), name),
                at=read_place(level.get("at"), name),
            )
            for number, level in enumerate(self._list_unique("levels", values))
        )
        self.level_ids = [level.id for level in self.levels]
        self.attainment = Attainment(
            cumulative=given.get("cumulative", True),
            satisfied_by=frozenset(given.get("satisfied_by", ("met", "accepted"))),
            tolerated=frozenset(given.get("tolerated", ("partly", "not_applicable"))),
            recommended=given.get("recommended", "ignored"),
            planned=given.get("planned", "unmet"),
            evidence=given.get("evidence", "text"),
            not_applicable=given.get("not_applicable", "with_reason"),
        )

    def inherit(self, base: Model) -> None:
        """Inherit the names of the base version."""
        self.roles, self.levels = dict(base.roles_by_id), base.levels
        self.themes = {theme.id: theme for theme in base.themes}
        self.level_ids = list(base.level_ids)
        self.attainment = base.attainment

    def _list_unique(self, key: str, values: Mapping[str, Any]) -> Iterator[Any]:
        """Yield the entries of a list; a duplicate id is a finding."""
        seen: set[str] = set()
        for number, entry in enumerate(values.get(key) or ()):
            if entry["id"] in seen:
                place = self._main.locate([key, number, "id"])
                self.findings.append(make_finding("model-duplicate-id", place, name=entry["id"]))
            else:
                seen.add(entry["id"])
                yield entry

    def _read_deciders(self, number: int, level: Mapping[str, Any]) -> tuple[str, ...]:
        for index, role in enumerate(level.get("decided_by", ())):
            place = self._main.locate(["levels", number, "decided_by", index])
            self.check_known("model-unknown-role", role, self.roles, place)
        return tuple(level.get("decided_by", ()))

    def check_known(self, code: str, name: str, names: Any, place: Location) -> None:
        """Add a finding if a name is unknown."""
        if name not in names:
            known = suggest_word(name, names)
            self.findings.append(make_finding(code, place, name=name, meant=known))

    def check_once(self, name: str, place: Location) -> None:
        """Add a finding if a criterion is defined twice."""
        if name in self._criteria:
            self.findings.append(make_finding("model-duplicate-id", place, name=name))
        self._criteria[name] = place


def _read_role(entry: Mapping[str, Any]) -> Role:
    name = read_bilingual_text(entry.get("name"), entry["id"])
    said = read_bilingual_text(entry.get("phrase"), "")
    return Role(
        id=entry["id"],
        name=name,
        declares=entry.get("declares", False),
        phrase=said if said != Text() else phrase(name),
    )


def _read_needs(needs: Mapping[str, Any]) -> Needs:
    return Needs(percent=needs.get("percent"), number=needs.get("count"))


def _read_criteria(document: Document, parser: RuleParser, names: _Names) -> Iterator[Criterion]:
    theme = document.values["theme"]
    names.check_known("model-unknown-theme", theme, names.themes, document.locate(["theme"]))
    for number, entry in enumerate(document.values["criteria"]):
        criterion = _read_criterion(
            entry, ("criteria", number), document=document, parser=parser, names=names
        )
        names.check_once(entry["id"], document.locate(["criteria", number, "id"]))
        place = document.locate(["criteria", number, "level"])
        names.check_known("model-unknown-level", entry["level"], names.level_ids, place)
        if "responsible" in entry:
            place = document.locate(["criteria", number, "responsible"])
            names.check_known("model-unknown-role", entry["responsible"], names.roles, place)
        for index, role in enumerate(entry.get("helps", ())):
            place = document.locate(["criteria", number, "helps", index])
            names.check_known("model-unknown-role", role, names.roles, place)
        if criterion is not None:
            yield criterion


def _read_criterion(
    entry: Mapping[str, Any],
    path: tuple[str | int, ...],
    document: Document,
    parser: RuleParser,
    names: _Names,
) -> Criterion | None:
    otherwise = names.attainment
    trees = {key: entry[key] for key in RULE_KEYS if key in entry}
    rules = {key: parser.parse_rule(tree, document, (*path, key)) for key, tree in trees.items()}
    if None in rules.values():
        return None
    return Criterion(
        id=entry["id"],
        level=entry["level"],
        theme=document.values["theme"],
        title=read_bilingual_text(entry.get("title"), entry["id"]),
        asks=read_bilingual_text(entry.get("asks"), ""),
        remedy=read_bilingual_text(entry.get("remedy"), ""),
        responsible=entry.get("responsible", ""),
        recommended=entry.get("recommended", False),
        answer_counts=entry.get("basis", "answer") != "facts",
        evidence=entry.get("evidence", otherwise.evidence),
        not_applicable=read_may_not_apply(entry.get("not_applicable", otherwise.not_applicable)),
        effort=entry.get("effort", ""),
        helps=tuple(entry.get("helps", ())),
        see=entry.get("see", ""),
        applies=rules.get("applies"),
        met=rules.get("met"),
        partly=rules.get("partly"),
        rule_trees=trees,
        examples=read_criterion_examples(entry, path, document),
        location=document.locate(path),
    )
