"""Migration of a declaration from one version of its model to another.

A criterion whose meaning is unchanged keeps its answer, under its new id. For all others, the old
answer is kept as a note beside an empty answer, so that no statement is attributed to anybody who
did not make it; answers to dropped criteria are kept as comments.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from os2governance.documents.yaml_edit import Change, Put, Remark, Removed, Renamed
from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Finding, finding
from os2governance.i18n.text import Language, Text
from os2governance.model.model import Model
from os2governance.model.versions import Link, same_meaning

_ANSWERS = "answers"
_SAYS_NOTHING = "unknown"
_KEPT = ("answer", "note", "evidence")
_REVIEW = Text(
    "Se efter: {name} er ikke det samme krav som før. Svaret efter {model} står i note.",
    "Look here: {name} is not the criterion that it was. The answer by {model} is in note.",
)
_GONE = Text("Efter {model}, hvor kravet udgik: {said}", "By {model}, since dropped: {said}")
_BEFORE = Text("Efter {model}: {said}", "By {model}: {said}")


class Migration(NamedTuple):
    """The edits to a declaration's text, the findings to look at, and the map of ids.

    `new_ids` has the new ids of each answer by its old id; `ids_to_review` are the new ids that
    must be answered again.
    """

    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    moved: Mapping[str, tuple[str, ...]]
    reviewed: tuple[str, ...]


def migration(
    document: Document,
    models: tuple[Model, Model],
    found: Sequence[Link],
    language: Language,
) -> Migration:
    """Migrate a declaration from the first model to the second, by the links between them."""
    before, after = models
    answers: Mapping[str, Any] = document.values.get(_ANSWERS) or {}
    same = {name: now for name in answers if (now := same_meaning(name, found))}
    again: dict[str, list[str]] = {}
    for link in found:
        if link.before in answers and link.before not in same:
            again.setdefault(link.after, []).append(link.before)
    moved = {name: tuple(link.after for link in found if link.before == name) for name in answers}
    gone = [name for name, to in moved.items() if not to]
    old = before.reference
    renamed, unused = _keys(same, again)
    changes: list[Change] = [Put(("model",), after.reference)]
    for name in gone:
        said = _GONE.say(language).format(model=old, said=_said(name, answers))
        changes.append(Remark((_ANSWERS,), said))
    taken = [name for name in answers if name in unused or name in gone]
    # Where every answer moves, no empty group must be left behind.
    changes += [Removed((_ANSWERS, name)) for name in taken]
    changes += _renames(renamed, answers)
    for name, sources in again.items():
        at = (_ANSWERS, name)
        said = "; ".join(_said(source, answers) for source in sources)
        note = _BEFORE.say(language).format(model=old, said=said)
        changes += _asked_again(at, sources, answers, renamed, note)
        changes.append(Remark(at, _REVIEW.say(language).format(name=name, model=old)))
    findings = [*_reviews(document, again, after), *_gone(document, gone, after)]
    findings.sort(key=lambda each: each.place)
    return Migration(tuple(changes), tuple(findings), moved, tuple(again))


def _keys(
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


def _renames(renamed: Mapping[str, str], answers: Mapping[str, Any]) -> Iterator[Change]:
    """Rename keys in two rounds, since one may take the name of another."""
    others = {old: new for old, new in renamed.items() if old != new}
    for old in others:
        yield Renamed((_ANSWERS, old), _between(old, answers))
    for old, new in others.items():
        yield Renamed((_ANSWERS, _between(old, answers)), new)


def _between(name: str, answers: Mapping[str, Any]) -> str:
    between = f"{name}-moved"
    while between in answers:
        between += "-"
    return between


def _asked_again(
    at: tuple[str, str],
    sources: Sequence[str],
    answers: Mapping[str, Any],
    renamed: Mapping[str, str],
    note: str,
) -> Iterator[Change]:
    kept = next((source for source in sources if renamed.get(source) == at[1]), None)
    links = [link for source in sources for link in answers[source].get("evidence") or ()]
    links = list(dict.fromkeys(links))
    if kept is None:
        evidence = {"evidence": links} if links else {}
        yield Put(at, {"answer": _SAYS_NOTHING, "note": note, **evidence})
        return
    for key in answers[kept]:
        if key not in _KEPT:
            yield Removed((*at, key))
    yield Put((*at, "answer"), _SAYS_NOTHING)
    yield Put((*at, "note"), note)
    if links != (answers[kept].get("evidence") or []):
        yield Put((*at, "evidence"), links)


def _said(name: str, answers: Mapping[str, Any]) -> str:
    """Format a whole answer on one line, in the file's own words."""
    parts = (
        f"{key}: {' '.join(map(str, value)) if isinstance(value, list) else value}"
        for key, value in answers[name].items()
        if value not in (None, [])
    )
    return " ".join(f"{name}: {', '.join(parts)}".split())


def _reviews(
    document: Document, again: Mapping[str, Sequence[str]], after: Model
) -> Iterator[Finding]:
    for name, sources in again.items():
        place = document.place([_ANSWERS, sources[0]], key=True)
        yield finding(
            "migrate-review",
            place,
            criterion=name,
            name=name,
            old=", ".join(sources),
            model=after.reference,
        )


def _gone(document: Document, gone: Sequence[str], after: Model) -> Iterator[Finding]:
    for name in gone:
        place = document.place([_ANSWERS, name], key=True)
        yield finding("migrate-gone", place, criterion=name, name=name, model=after.reference)
