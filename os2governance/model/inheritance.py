"""Inheritance: a version of a model that is written as changes to another version.

The base version is read first and completely; here its criteria are dropped, renumbered and
reworded, and the version's own criteria replace those with the same id.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Finding, make_finding, suggest_id, suggest_word
from os2governance.i18n.text import Text, _
from os2governance.model.model import RULE_KEYS, Criterion, CriterionExample, Level, Model
from os2governance.model.words import phrase
from os2governance.rules.parsing import RuleParser

_MAY_NOT_APPLY = {False: "no", True: "with_reason"}


def read_bilingual_text(given: Any, otherwise: str) -> Text:
    """Read a bilingual text; `otherwise` is used where nothing is written."""
    given = given or {}
    text = Text(given.get("da", ""), given.get("en", ""))
    return text if text.da or text.en else Text(otherwise, otherwise)


def read_may_not_apply(given: str | bool) -> str:  # noqa: FBT001 - as it stands in the file
    """Read whether a criterion may be claimed not to apply; booleans are version 1's words."""
    return _MAY_NOT_APPLY[given] if isinstance(given, bool) else given


def read_criterion_examples(
    entry: Mapping[str, Any], path: Sequence[str | int], document: Document
) -> tuple[CriterionExample, ...]:
    """Read the examples of the criterion at `path`."""
    return tuple(
        CriterionExample(
            facts=example["facts"],
            positions=document.find_positions((*path, "examples", number, "facts")),
            as_of=date.fromisoformat(given) if (given := example.get("as_of")) else None,
            expect=example["expect"],
            location=document.locate((*path, "examples", number)),
        )
        for number, example in enumerate(entry.get("examples") or ())
    )


def apply_model_changes(
    base: Model, main: Document, own: Sequence[Criterion], parser: RuleParser
) -> tuple[tuple[Level, ...], list[Criterion], list[Finding]]:
    """Levels and criteria of a version: those of its base, changed, with its own.

    `main` is the version's file, whose `changes` define the differences; `parser` parses the rules
    in them.
    """
    changes: Mapping[str, Any] = main.values.get("changes") or {}
    findings = list(_find_unknown_ids(base, changes, main))
    inherited, wrong = _inherit_criteria(base, changes, main)
    findings += wrong
    by_id = {criterion.id: criterion for criterion in inherited}
    for name, change in (changes.get("criteria") or {}).items():
        if name in by_id:
            by_id[name] = _change_criterion(by_id[name], change, main, parser)
            findings += _find_wrong_names(base, change, main, name)
        else:
            place = main.locate(["changes", "criteria", name], key=True)
            meant = suggest_id(name, by_id)
            findings.append(make_finding("model-base-criterion", place, name=name, meant=meant))
    by_id |= {criterion.id: criterion for criterion in own}
    return _rename_levels(base, changes), _sort_criteria(base, by_id.values()), findings


def _inherit_criteria(
    base: Model, changes: Mapping[str, Any], main: Document
) -> tuple[list[Criterion], list[Finding]]:
    """The inherited criteria, under the ids that they have in this version."""
    renumbered: Mapping[str, str] = changes.get("renumbered") or {}
    dropped = set(changes.get("dropped") or ())
    moved = set(renumbered.values())
    kept = {
        criterion.id: criterion
        for criterion in base.criteria
        if criterion.id not in dropped and criterion.id not in moved
    }
    findings: list[Finding] = []
    taken: set[str] = set()
    for new, old in renumbered.items():
        place = main.locate(["changes", "renumbered", new])
        if old in taken or old in dropped or new in kept:
            findings.append(make_finding("model-base-twice", place, name=new, old=old))
        elif old in base.by_id:
            kept[new] = replace(base.by_id[old], id=new)
        taken.add(old)
    return list(kept.values()), findings


def _find_unknown_ids(
    base: Model, changes: Mapping[str, Any], main: Document
) -> Iterator[Finding]:
    """Find the ids in `changes` that the base does not have."""
    named: list[tuple[str, tuple[str | int, ...]]] = [
        (name, ("dropped", number)) for number, name in enumerate(changes.get("dropped") or ())
    ]
    renumbered = changes.get("renumbered") or {}
    named += [(old, ("renumbered", new)) for new, old in renumbered.items()]
    for name, path in named:
        if name not in base.by_id:
            place, meant = main.locate(["changes", *path]), suggest_id(name, base.by_id)
            yield make_finding("model-base-criterion", place, name=name, meant=meant)
    for name in changes.get("levels") or ():
        if name not in base.level_ids:
            place = main.locate(["changes", "levels", name], key=True)
            meant = suggest_word(name, base.level_ids)
            yield make_finding("model-unknown-level", place, name=name, meant=meant)


def _find_wrong_names(
    base: Model, change: Mapping[str, Any], main: Document, name: str
) -> Iterator[Finding]:
    """Yield unknown levels and roles in the changes to a criterion."""
    path = ["changes", "criteria", name]
    level, levels = change.get("level"), base.level_ids
    if level is not None and level not in levels:
        place, meant = main.locate([*path, "level"]), suggest_word(level, levels)
        yield make_finding("model-unknown-level", place, name=level, meant=meant)
    roles = tuple(base.roles_by_id)
    named: list[tuple[str, tuple[str | int, ...]]] = [
        (role, ("helps", number)) for number, role in enumerate(change.get("helps", ()))
    ]
    if "responsible" in change:
        named.insert(0, (change["responsible"], ("responsible",)))
    for role, at in named:
        if role not in roles:
            place, meant = main.locate([*path, *at]), suggest_word(role, roles)
            yield make_finding("model-unknown-role", place, name=role, meant=meant)


_PLAIN_KEYS = ("level", "recommended", "responsible", "evidence", "effort", "see")


def _change_criterion(
    criterion: Criterion, change: Mapping[str, Any], main: Document, parser: RuleParser
) -> Criterion:
    """Return a criterion with the changes of its version applied."""
    path = ("changes", "criteria", criterion.id)
    trees = {key: change[key] for key in RULE_KEYS if key in change}
    same: dict[str, Any] = {key: change[key] for key in _PLAIN_KEYS if key in change}
    for key, tree in trees.items():
        same[key] = parser.parse_rule(tree, main, (*path, key))
    if "helps" in change:
        same["helps"] = tuple(change["helps"])
    if "not_applicable" in change:
        same["not_applicable"] = read_may_not_apply(change["not_applicable"])
    if "examples" in change:
        same["examples"] = read_criterion_examples(change, path, main)
    return replace(
        criterion,
        **same,
        rule_trees={**criterion.rule_trees, **trees},
        title=read_bilingual_text(change["title"], criterion.id)
        if "title" in change
        else criterion.title,
        asks=read_bilingual_text(change["asks"], "") if "asks" in change else criterion.asks,
        remedy=read_bilingual_text(change["remedy"], "")
        if "remedy" in change
        else criterion.remedy,
    )


def _rename_levels(base: Model, changes: Mapping[str, Any]) -> tuple[Level, ...]:
    named = changes.get("levels") or {}
    return tuple(
        replace(level, name=name, phrase=read_level_phrase(None, name), at=read_place(None, name))
        if level.id in named and (name := read_bilingual_text(named[level.id]["name"], level.id))
        else level
        for level in base.levels
    )


def read_level_phrase(given: Any, name: Text) -> Text:
    """Read the name of a level inside a sentence; its name with a small letter by default."""
    given, otherwise = given or {}, phrase(name)
    return Text(given.get("da") or otherwise.da, given.get("en") or otherwise.en)


def read_place(given: Any, name: Text) -> Text:
    """Read how a level follows "placed"; what is not written is `at`, and its name."""
    given = given or {}
    otherwise = _AT.fill(level=phrase(name))
    return Text(given.get("da") or otherwise.da, given.get("en") or otherwise.en)


_AT = _("at {level}")


def _sort_criteria(base: Model, criteria: Iterable[Criterion]) -> list[Criterion]:
    """Sort criteria by theme and, within a theme, by id."""
    themes = {theme.id: number for number, theme in enumerate(base.themes)}
    return sorted(criteria, key=lambda each: (themes.get(each.theme, 0), _build_sort_key(each.id)))


def _build_sort_key(name: str) -> tuple[str, int, str]:
    """A sort key by which `F2` comes before `F10`."""
    letters = name.rstrip("0123456789")
    digits = name[len(letters) :]
    return letters, int(digits) if digits.isascii() and digits else 0, name
