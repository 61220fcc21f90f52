"""From a document to the file with its content: newly built, or merged into an existing one."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from os2governance.documents.yaml_edit import (
    Change,
    NotEditableError,
    Put,
    Remark,
    Removed,
    edited,
)
from os2governance.documents.yaml_reader import Document, read_yaml
from os2governance.exchange.read.document import EVALUATION, Claim, Imported
from os2governance.findings.finding import Finding, Place, finding
from os2governance.i18n.text import Language, Sayable, Text
from os2governance.model.model import Model
from os2governance.product.declaration import read_declaration
from os2governance.product.record import read_record

TEXT_OF = {"unmet": "explanation", "not_applicable": "reason"}
TEXTS = ("explanation", "reason")

_FROM = Text("Læst ind fra {file}.", "Read from {file}.")
_BY = Text("Ikke oplyst", "Not stated")
_SOURCE = Text("Fra {file}: {key}", "From {file}: {key}")


class Wanted(NamedTuple):
    """The options of a file: id, model, default date, and language.

    `schema_name` is the name of the schema file that editors use for declarations.
    """

    product: str
    model: Model
    level: str | None
    today: date
    language: Language
    schema: str = "product.schema.json"

    def on(self, imported: Imported) -> date:
        """The date of the file: the document's, else today."""
        return imported.on or self.today


def new_file(imported: Imported, wanted: Wanted) -> bytes:
    """Build the file of a document: a declaration, or an evaluation."""
    evaluation = imported.kind == EVALUATION
    kind = "evaluation" if evaluation else "product"
    schema = "../../evaluation.schema.json" if evaluation else f"../{wanted.schema}"
    changes = _evaluation(imported, wanted) if evaluation else _declaration(imported, wanted)
    top = f"# yaml-language-server: $schema={schema}\n"
    start = f"{top}format: os2governance/{kind}/1\n"
    return edited(start.encode(), list(changes))


def _declaration(imported: Imported, wanted: Wanted) -> Iterator[Change]:
    yield Put(("product",), wanted.product)
    yield Put(("name",), imported.product or wanted.product)
    yield Put(("kind",), "product")
    yield Put(("model",), wanted.model.reference)
    yield Put(("declared",), _declared(imported, wanted))
    if wanted.level is not None:
        yield Put(("aims_at",), wanted.level)
    yield from (each for each in _facts(imported, wanted) if not isinstance(each, Finding))
    answers = {
        name: answer for name, claim in _known(imported, wanted) if (answer := _answer(claim))
    }
    if answers:
        yield Put(("answers",), answers)


def _known(imported: Imported, wanted: Wanted) -> Iterator[tuple[str, Claim]]:
    """Yield the claims about criteria of the model, in the model's order."""
    for criterion in wanted.model.criteria:
        if criterion.id in imported.claims:
            yield criterion.id, imported.claims[criterion.id]


def _declared(imported: Imported, wanted: Wanted) -> dict[str, str]:
    return {
        "on": wanted.on(imported).isoformat(),
        "by": imported.by or _BY.say(wanted.language),
        "reference": imported.reference,
        "note": note_of(imported, wanted.language),
    }


def note_of(imported: Imported, language: Language) -> str:
    """Build a note on where a file comes from, and what else its document contains."""
    name = imported.file.rsplit("/", 1)[-1]
    notes: list[Sayable] = list(imported.notes)
    said = [_FROM.say(language).replace("{file}", name), *(note.say(language) for note in notes)]
    return " ".join(said)


def _answer(claim: Claim) -> dict[str, Any]:
    """Build a declaration's answer; a text without an answer is kept as a note."""
    if claim.status is None and not claim.text and not claim.links:
        return {}
    status = claim.status or "unknown"
    answer: dict[str, Any] = {"answer": status}
    if claim.links:
        answer["evidence"] = list(claim.links)
    if claim.text:
        answer[TEXT_OF.get(status, "note")] = claim.text
    return answer


def _facts(
    imported: Imported, wanted: Wanted, there: Document | None = None
) -> Iterator[Change | Finding]:
    """Yield the missing facts as edits, each with its source.

    A fact that exists with another value stays, and is reported.
    """
    name = imported.file.rsplit("/", 1)[-1]
    for path, (value, key) in imported.facts.items():
        at = ("facts", *path)
        old = _at(there.values, at) if there else None
        if there and old is not None:
            if old != value:
                shown = json.dumps(value, ensure_ascii=False)[:80]
                fact = ".".join(map(str, path))
                yield finding("import-fact-kept", there.place(at), fact=fact, value=shown)
            continue
        yield Put(at, value)
        source = _SOURCE.say(wanted.language).replace("{file}", name).replace("{key}", key)
        yield Remark((*at, next(iter(value))) if isinstance(value, dict) else at, source)


def _at(values: Any, path: Sequence[str | int]) -> Any:
    for step in path:
        try:
            values = values[step]
        except (KeyError, IndexError, TypeError):
            return None
    return values


def _evaluation(imported: Imported, wanted: Wanted) -> Iterator[Change]:
    yield Put(("product",), wanted.product)
    yield Put(("model",), wanted.model.reference)
    yield Put(("evaluated",), _evaluated(imported, wanted))
    lights = {name: light for name, claim in _known(imported, wanted) if (light := _light(claim))}
    if lights:
        yield Put(("lights",), lights)
    if wanted.level is not None:
        yield Put(("recommends",), wanted.level)


def _evaluated(imported: Imported, wanted: Wanted) -> dict[str, str]:
    return {
        "on": wanted.on(imported).isoformat(),
        "by": imported.by or _BY.say(wanted.language),
        "reference": f"{imported.reference}. {note_of(imported, wanted.language)}",
    }


def _light(claim: Claim) -> dict[str, str]:
    if claim.status is None:
        return {}
    grounds = "\n".join([claim.text, *(x for x in claim.links if x not in claim.text)]).strip()
    return {"light": claim.status, **({"grounds": grounds} if grounds else {})}


# -- merging into an existing file ------------------------------------------------------------


def merged(
    data: bytes, file: str, imported: Imported, wanted: Wanted
) -> tuple[bytes | None, list[Finding]]:
    """Merge a document into its product's file; comments and what it does not mention stay.

    An answer that differs in the document replaces the old one, unless the file is newer; then
    only missing answers are added.
    """
    document, findings = read_yaml(data, file)
    if document is None:
        return None, findings
    wrong = _stranger(document, imported, wanted)
    if wrong:
        return None, [wrong]
    evaluation = imported.kind == EVALUATION
    empty = _empty(document, "lights" if evaluation else "answers")
    broken = [each for each in misfits(document, imported, wanted) if each.place not in empty]
    broken = [each for each in broken if each.code != "missing-key"]
    if broken:  # missing values may come from the document
        return None, broken
    changes = _lights_into if evaluation else _answers_into
    puts = list(changes(document, imported, wanted, findings))
    try:
        return edited(data, puts), findings
    except NotEditableError:
        return None, [*findings, finding("import-not-mergeable", Place(file, 1, 1))]


def _empty(document: Document, group: str) -> set[Place]:
    """The locations of entries in a group that are still empty."""
    said = _at(document.values, (group,))
    names = said if isinstance(said, dict) else {}
    return {document.place([group, name]) for name in names if said[name] is None}


def misfits(document: Document, imported: Imported, wanted: Wanted) -> list[Finding]:
    """Findings about the file that a document is merged into, or built as."""
    if imported.kind == EVALUATION:
        return read_record(wanted.product, wanted.model, [document], None)[1]
    return read_declaration(document, wanted.model)[1]


def _stranger(document: Document, imported: Imported, wanted: Wanted) -> Finding | None:
    """Finding of a file about another product or another model."""
    values = document.values if isinstance(document.values, dict) else {}
    if imported.claims and values.get("model") != wanted.model.reference:
        place, there = document.place(["model"]), str(values.get("model"))
        return finding("import-other-model", place, there=there, model=wanted.model.reference)
    return None


def _answers_into(
    document: Document, imported: Imported, wanted: Wanted, findings: list[Finding]
) -> Iterator[Change]:
    values: Mapping[str, Any] = document.values
    there = str(_at(values, ("declared", "on")) or "")
    older = bool(imported.claims) and wanted.on(imported).isoformat() < there
    if older:
        place = document.place(["declared", "on"])
        findings.append(finding("import-older", place, there=there))
    elif imported.claims:
        yield from _declared_into(values, imported, wanted)
    for change in _facts(imported, wanted, document):
        if isinstance(change, Finding):
            findings.append(change)
        else:
            yield change
    for name, claim in _known(imported, wanted):
        place, found = document.place(["answers", name]), list[Finding]()
        old = (values.get("answers") or {}).get(name)
        yield from _answer_into(claim, old, place, found, older=older)
        findings += found


def _answer_into(
    claim: Claim, old: Any, place: Place, findings: list[Finding], *, older: bool
) -> Iterator[Change]:
    """Add an answer, extend one that agrees, or replace one that does not."""
    name, new = claim.id, _answer(claim)
    if not new:
        return
    if not isinstance(old, dict):
        yield Put(("answers", name), new)
    elif claim.status is None or old.get("answer") == new["answer"]:
        yield from _added(("answers", name), old, new)
    elif not older:
        findings.append(_changed(name, old, new, "answer", place))
        yield from _replaced(("answers", name), old, new)


def _declared_into(
    values: Mapping[str, Any], imported: Imported, wanted: Wanted
) -> Iterator[Change]:
    for key, value in _declared(imported, wanted).items():
        unsaid = key == "by" and not imported.by
        if not unsaid and _at(values, ("declared", key)) != value:
            yield Put(("declared", key), value)
    if wanted.level is not None and values.get("aims_at") != wanted.level:
        yield Put(("aims_at",), wanted.level)


def _added(
    at: tuple[str, ...], old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[Change]:
    """Add what an answer lacks."""
    evidence = list(old.get("evidence") or ())
    more = [link for link in new.get("evidence", ()) if link not in evidence]
    if more:
        yield Put((*at, "evidence"), [*evidence, *more])
    for key in ("note", *TEXTS):
        if key in new and not old.get(key):
            yield Put((*at, key), new[key])


def _replaced(
    at: tuple[str, ...], old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[Change]:
    """Replace an answer by another; the texts that belonged to the old one are removed."""
    for key in ("due", *TEXTS):
        if key in old and key not in new:
            yield Removed((*at, key))
    yield Put((*at, "answer"), new["answer"])
    evidence = list(old.get("evidence") or ())
    more = [link for link in new.get("evidence", ()) if link not in evidence]
    if more:
        yield Put((*at, "evidence"), [*evidence, *more])
    for key in ("note", *TEXTS):
        if key in new:
            yield Put((*at, key), new[key])


def _changed(
    name: str, old: Mapping[str, Any], new: Mapping[str, Any], key: str, place: Place
) -> Finding:
    before = Text("intet", "nothing") if old.get(key) is None else str(old[key])
    code, after = "import-answer-changed", str(new[key])
    return finding(code, place, criterion=name, name=name, old=before, new=after)


def _lights_into(
    document: Document, imported: Imported, wanted: Wanted, findings: list[Finding]
) -> Iterator[Change]:
    values: Mapping[str, Any] = document.values
    lights = values.get("lights") or {}
    for name, claim in _known(imported, wanted):
        new, old = _light(claim), lights.get(name)
        if not new:
            continue
        if not isinstance(old, dict):
            yield Put(("lights", name), new)
            continue
        if old.get("light") != new["light"]:
            place = document.place(["lights", name])
            findings.append(_changed(name, old, new, "light", place))
            yield Put(("lights", name, "light"), new["light"])
        if "grounds" in new and old.get("grounds") != new["grounds"]:
            changed = old.get("light") != new["light"]
            if changed or not old.get("grounds"):
                yield Put(("lights", name, "grounds"), new["grounds"])
    if wanted.level is not None and values.get("recommends") != wanted.level:
        yield Put(("recommends",), wanted.level)
