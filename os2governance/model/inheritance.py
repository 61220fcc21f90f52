"""Inheritance: a version of a model that is written as changes to another version.

The base version is read first and completely; here its criteria are dropped, renumbered and
reworded, and the version's own criteria replace those with the same id.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Finding, make_finding, suggest_id, suggest_word
from os2governance.i18n.text import Text
from os2governance.model.model import Criterion, Level, Model


def read_bilingual_text(given: Any, otherwise: str) -> Text:
    """Read a bilingual text; `otherwise` is used where nothing is written."""
    given = given or {}
    text = Text(given.get("da", ""), given.get("en", ""))
    return text if text.da or text.en else Text(otherwise, otherwise)


def apply_model_changes(
    base: Model, main: Document, own: Sequence[Criterion]
) -> tuple[tuple[Level, ...], list[Criterion], list[Finding]]:
    """Levels and criteria of a version: those of its base, changed, with its own.

    `main` is the version's file, whose `changes` define the differences.
    """
    changes: Mapping[str, Any] = main.values.get("changes") or {}
    findings = list(_find_unknown_ids(base, changes, main))
    inherited, wrong = _inherit_criteria(base, changes, main)
    findings += wrong
    by_id = {criterion.id: criterion for criterion in inherited}
    for name, change in (changes.get("criteria") or {}).items():
        if name in by_id:
            by_id[name] = _change_criterion(by_id[name], change)
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
    role, roles = change.get("responsible"), tuple(base.roles_by_id)
    if role is not None and role not in roles:
        place, meant = main.locate([*path, "responsible"]), suggest_word(role, roles)
        yield make_finding("model-unknown-role", place, name=role, meant=meant)


def _change_criterion(criterion: Criterion, change: Mapping[str, Any]) -> Criterion:
    """Return a criterion with the changes of its version applied."""
    return replace(
        criterion,
        level=change.get("level", criterion.level),
        recommended=change.get("recommended", criterion.recommended),
        responsible=change.get("responsible", criterion.responsible),
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
        level._replace(name=read_bilingual_text(named[level.id]["name"], level.id))
        if level.id in named
        else level
        for level in base.levels
    )


def _sort_criteria(base: Model, criteria: Iterable[Criterion]) -> list[Criterion]:
    """Sort criteria by theme and, within a theme, by id."""
    themes = {theme.id: number for number, theme in enumerate(base.themes)}
    return sorted(criteria, key=lambda each: (themes.get(each.theme, 0), _build_sort_key(each.id)))


def _build_sort_key(name: str) -> tuple[str, int, str]:
    """A sort key by which `F2` comes before `F10`."""
    letters = name.rstrip("0123456789")
    digits = name[len(letters) :]
    return letters, int(digits) if digits.isascii() and digits else 0, name
