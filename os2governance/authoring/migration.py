"""Migration of a declaration from one version of its model to another.

A criterion whose meaning is unchanged keeps its answer, under its new id. For all others, the old
answer is kept as a note beside an empty answer, so that no statement is attributed to anybody who
did not make it; answers to dropped criteria are kept as comments.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from os2governance.documents.yaml_edit import (
    AddComment,
    RemoveEntry,
    RenameKey,
    SetValue,
    YamlEdit,
)
from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Finding, make_finding
from os2governance.i18n.text import Language, _
from os2governance.model.model import Model
from os2governance.model.versions import CriterionLink, find_same_meaning

_ANSWERS = "answers"
_UNANSWERED = "unknown"
_KEPT_KEYS = ("answer", "note", "evidence")
_REVIEW_TEXT = _(
    "Review the answer: {name} is not the same criterion as before. The answer by {model} is in "
    "note."
)
_DROPPED_TEXT = _("Answer by {model}, which had a criterion that was dropped since: {said}")
_OLD_ANSWER_TEXT = _("Answer by {model}: {said}")


class Migration(NamedTuple):
    """The edits to a declaration's text, the findings to look at, and the map of ids.

    `new_ids` has the new ids of each answer by its old id; `ids_to_review` are the new ids that
    must be answered again.
    """

    changes: tuple[YamlEdit, ...]
    findings: tuple[Finding, ...]
    new_ids: Mapping[str, tuple[str, ...]]
    ids_to_review: tuple[str, ...]


def build_migration(
    document: Document,
    models: tuple[Model, Model],
    links: Sequence[CriterionLink],
    language: Language,
) -> Migration:
    """Migrate a declaration from the first model to the second, by the links between them."""
    before, after = models
    answers: Mapping[str, Any] = document.values.get(_ANSWERS) or {}
    same = {name: now for name in answers if (now := find_same_meaning(name, links))}
    again: dict[str, list[str]] = {}
    for link in links:
        if link.before in answers and link.before not in same:
            again.setdefault(link.after, []).append(link.before)
    moved = {name: tuple(link.after for link in links if link.before == name) for name in answers}
    gone = [name for name, to in moved.items() if not to]
    old = before.reference
    renamed, unused = _map_answer_keys(same, again)
    changes: list[YamlEdit] = [SetValue(("model",), after.reference)]
    for name in gone:
        said = _DROPPED_TEXT.render(language).format(model=old, said=_format_answer(name, answers))
        changes.append(AddComment((_ANSWERS,), said))
    taken = [name for name in answers if name in unused or name in gone]
    # Where every answer moves, no empty group must be left behind.
    changes += [RemoveEntry((_ANSWERS, name)) for name in taken]
    changes += _rename_keys(renamed, answers)
    for name, sources in again.items():
        at = (_ANSWERS, name)
        said = "; ".join(_format_answer(source, answers) for source in sources)
        note = _OLD_ANSWER_TEXT.render(language).format(model=old, said=said)
        changes += _reset_answer(at, sources, answers=answers, renamed=renamed, note=note)
        changes.append(AddComment(at, _REVIEW_TEXT.render(language).format(name=name, model=old)))
    findings = [
        *_find_reviews(document, again, after),
        *_find_dropped_answers(document, gone, after),
    ]
    findings.sort(key=lambda each: each.location)
    return Migration(tuple(changes), tuple(findings), moved, tuple(again))


def _map_answer_keys(
    same: Mapping[str, str], again: Mapping[str, Sequence[str]]
) -> tuple[dict[str, str], set[str]]:
    """Map old answer keys to new ones; also the answers whose key is not reused."""
    renamed = dict(same)
    for name, sources in again.items():
        free = [source for source in sources if source not in renamed]
        if free:
            renamed[name if name in free else free[0]] = name
    used = {source for sources in again.values() for source in sources}
    return renamed, used - set(renamed)


def _rename_keys(renamed: Mapping[str, str], answers: Mapping[str, Any]) -> Iterator[YamlEdit]:
    """Rename keys in two rounds, since one may take the name of another."""
    others = {old: new for old, new in renamed.items() if old != new}
    for old in others:
        yield RenameKey((_ANSWERS, old), _find_free_key(old, answers))
    for old, new in others.items():
        yield RenameKey((_ANSWERS, _find_free_key(old, answers)), new)


def _find_free_key(name: str, answers: Mapping[str, Any]) -> str:
    between = f"{name}-moved"
    while between in answers:
        between += "-"
    return between


def _reset_answer(
    at: tuple[str, str],
    sources: Sequence[str],
    answers: Mapping[str, Any],
    renamed: Mapping[str, str],
    note: str,
) -> Iterator[YamlEdit]:
    kept = next((source for source in sources if renamed.get(source) == at[1]), None)
    links = [link for source in sources for link in answers[source].get("evidence") or ()]
    links = list(dict.fromkeys(links))
    if kept is None:
        evidence = {"evidence": links} if links else {}
        yield SetValue(at, {"answer": _UNANSWERED, "note": note, **evidence})
        return
    for key in answers[kept]:
        if key not in _KEPT_KEYS:
            yield RemoveEntry((*at, key))
    yield SetValue((*at, "answer"), _UNANSWERED)
    yield SetValue((*at, "note"), note)
    if links != (answers[kept].get("evidence") or []):
        yield SetValue((*at, "evidence"), links)


def _format_answer(name: str, answers: Mapping[str, Any]) -> str:
    """Format a whole answer on one line, in the file's own words."""
    parts = (
        f"{key}: {' '.join(map(str, value)) if isinstance(value, list) else value}"
        for key, value in answers[name].items()
        if value not in (None, [])
    )
    return " ".join(f"{name}: {', '.join(parts)}".split())


def _find_reviews(
    document: Document, again: Mapping[str, Sequence[str]], after: Model
) -> Iterator[Finding]:
    for name, sources in again.items():
        place = document.locate([_ANSWERS, sources[0]], key=True)
        yield make_finding(
            "migrate-review",
            place,
            criterion=name,
            name=name,
            old=", ".join(sources),
            model=after.reference,
        )


def _find_dropped_answers(
    document: Document, gone: Sequence[str], after: Model
) -> Iterator[Finding]:
    for name in gone:
        place = document.locate([_ANSWERS, name], key=True)
        yield make_finding("migrate-gone", place, criterion=name, name=name, model=after.reference)
