"""From a document to the file with its content: newly built, or merged into an existing one."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from os2governance.documents.yaml_edit import (
    AddComment,
    NotEditableError,
    RemoveEntry,
    SetValue,
    YamlEdit,
    edit_yaml,
)
from os2governance.documents.yaml_reader import Document, read_yaml
from os2governance.exchange.read.document import EVALUATION, DocumentClaim, ImportedDocument
from os2governance.exchange.write.evaluation_file import (
    build_evaluation_edits,
    merge_evaluation_edits,
)
from os2governance.exchange.write.file_options import (
    AUTHOR_UNKNOWN,
    ProductFileOptions,
    build_note,
    list_known_claims,
    make_change_finding,
    read_path,
)
from os2governance.exchange.write.leave_out_names import leave_out_of_edit
from os2governance.exchange.write.proposal_edits import put_proposals
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.date_words import DateInWords
from os2governance.i18n.text import _
from os2governance.product.declaration import read_declaration
from os2governance.product.kept_declaration import DatedChange, date_change
from os2governance.product.record import read_record

TEXT_KEY_BY_STATUS = {"unmet": "explanation", "not_applicable": "reason"}
TEXT_KEYS = ("explanation", "reason")

_FACT_SOURCE = _("From {file}: {key}")


def build_product_file(imported: ImportedDocument, wanted: ProductFileOptions) -> bytes:
    """Build the file of a document: a declaration, or an evaluation."""
    evaluation = imported.kind == EVALUATION
    kind = "evaluation" if evaluation else "product"
    schema = "../../evaluation.schema.json" if evaluation else f"../{wanted.schema_name}"
    changes = (
        build_evaluation_edits(imported, wanted)
        if evaluation
        else _build_declaration(imported, wanted)
    )
    top = f"# yaml-language-server: $schema={schema}\n"
    start = f"{top}format: os2governance/{kind}/1\n"
    return edit_yaml(start.encode(), [leave_out_of_edit(c, wanted.remove_names) for c in changes])


def _build_declaration(
    imported: ImportedDocument, wanted: ProductFileOptions
) -> Iterator[YamlEdit]:
    yield SetValue(("product",), wanted.product)
    yield SetValue(("name",), imported.product or wanted.product)
    yield SetValue(("kind",), "product")
    yield SetValue(("model",), wanted.model.reference)
    yield SetValue(("declared",), _build_declared(imported, wanted))
    if wanted.level is not None:
        yield SetValue(("aims_at",), wanted.level)
    yield from (each for each in _put_facts(imported, wanted) if not isinstance(each, Finding))
    yield from put_proposals(wanted.proposals, {}, wanted.language)
    answers = {
        name: answer
        for name, claim in list_known_claims(imported, wanted)
        if (answer := _build_answer(claim))
    }
    if answers:
        yield SetValue(("answers",), answers)


def _build_declared(imported: ImportedDocument, wanted: ProductFileOptions) -> dict[str, Any]:
    return {
        "on": wanted.choose_date(imported).isoformat(),
        "by": imported.by or AUTHOR_UNKNOWN.render(wanted.language),
        "reference": imported.reference,
        "note": build_note(imported, wanted.language),
        **({"draft": True} if imported.draft else {}),
    }


def _build_answer(claim: DocumentClaim) -> dict[str, Any]:
    """Build a declaration's answer; a text without an answer is kept as a note."""
    if claim.status is None and not claim.text and not claim.links:
        return {}
    status = claim.status or "unknown"
    answer: dict[str, Any] = {"answer": status}
    if claim.links:
        answer["evidence"] = list(claim.links)
    if claim.text:
        answer[TEXT_KEY_BY_STATUS.get(status, "note")] = claim.text
    return answer


def _put_facts(
    imported: ImportedDocument, wanted: ProductFileOptions, there: Document | None = None
) -> Iterator[YamlEdit | Finding]:
    """Yield the missing facts as edits, each with its source.

    A fact that exists with another value stays, and is reported.
    """
    name = imported.file.rsplit("/", 1)[-1]
    for path, (value, key) in imported.facts.items():
        at = ("facts", *path)
        old = read_path(there.values, at) if there else None
        if there and old is not None:
            if old != value:
                shown = json.dumps(value, ensure_ascii=False)[:80]
                fact = ".".join(map(str, path))
                yield make_finding("import-fact-kept", there.locate(at), fact=fact, value=shown)
            continue
        yield SetValue(at, value)
        source = _FACT_SOURCE.render(wanted.language).replace("{file}", name).replace("{key}", key)
        yield AddComment((*at, next(iter(value))) if isinstance(value, dict) else at, source)


# -- merging into an existing file ------------------------------------------------------------


def merge_document(
    data: bytes, file: str, imported: ImportedDocument, wanted: ProductFileOptions
) -> tuple[bytes | None, list[Finding]]:
    """Merge a document into its product's file; comments and what it does not mention stay.

    An answer that differs in the document replaces the old one, unless the file is newer; then
    only missing answers are added.
    """
    document, findings = read_yaml(data, file)
    if document is None:
        return None, findings
    wrong = _check_same_model(document, imported, wanted)
    if wrong:
        return None, [wrong]
    evaluation = imported.kind == EVALUATION
    empty = _find_empty_locations(document, "lights" if evaluation else "answers")
    broken = [
        each
        for each in check_product_file(document, imported, wanted)
        if each.location not in empty
    ]
    broken = [each for each in broken if not each.entry.absence]
    if broken:  # missing values may come from the document
        return None, broken
    changes = merge_evaluation_edits if evaluation else _merge_answers
    made = list(changes(document, imported, wanted, findings))
    puts = [leave_out_of_edit(change, wanted.remove_names) for change in made]
    try:
        return edit_yaml(data, puts), findings
    except NotEditableError:
        return None, [*findings, make_finding("import-not-mergeable", Location(file, 1, 1))]


def date_merged_file(
    was: bytes, data: bytes, file: str, wanted: ProductFileOptions
) -> tuple[DatedChange | None, list[Finding]]:
    """Date a merged declaration: its first change after its day keeps the one before (§6).

    One that was incomplete before was no declaration, and is not kept.
    """
    document, _ = read_yaml(was, file)
    earlier = read_declaration(document, wanted.model)[0] if document else None
    if earlier is None or data == was:
        return DatedChange(data), []
    try:
        return date_change(earlier, data, wanted.today), []
    except NotEditableError:
        return None, [make_finding("import-not-mergeable", Location(file, 1, 1))]


def _find_empty_locations(document: Document, group: str) -> set[Location]:
    """The locations of entries in a group that are still empty."""
    said = read_path(document.values, (group,))
    names = said if isinstance(said, dict) else {}
    return {document.locate([group, name]) for name in names if said[name] is None}


def check_product_file(
    document: Document, imported: ImportedDocument, wanted: ProductFileOptions
) -> list[Finding]:
    """Findings about the file that a document is merged into, or built as."""
    if imported.kind == EVALUATION:
        return read_record(wanted.product, wanted.model, [document], None)[1]
    return read_declaration(document, wanted.model)[1]


def _check_same_model(
    document: Document, imported: ImportedDocument, wanted: ProductFileOptions
) -> Finding | None:
    """Finding of a file about another product or another model."""
    values = document.values if isinstance(document.values, dict) else {}
    if imported.claims and values.get("model") != wanted.model.reference:
        place, there = document.locate(["model"]), str(values.get("model"))
        return make_finding("import-other-model", place, there=there, model=wanted.model.reference)
    return None


def _merge_answers(
    document: Document,
    imported: ImportedDocument,
    wanted: ProductFileOptions,
    findings: list[Finding],
) -> Iterator[YamlEdit]:
    values: Mapping[str, Any] = document.values
    there = str(read_path(values, ("declared", "on")) or "")
    older = bool(imported.claims) and wanted.choose_date(imported).isoformat() < there
    if older:
        place = document.locate(["declared", "on"])
        findings.append(make_finding("import-older", place, there=DateInWords(there)))
    elif imported.claims:
        yield from _merge_declared(values, imported, wanted)
    for change in _put_facts(imported, wanted, document):
        if isinstance(change, Finding):
            findings.append(change)
        else:
            yield change
    yield from put_proposals(wanted.proposals, values, wanted.language, older=older)
    for name, claim in list_known_claims(imported, wanted):
        place, found = document.locate(["answers", name]), list[Finding]()
        old = (values.get("answers") or {}).get(name)
        yield from _merge_answer(claim, old, place, found, older=older)
        findings += found


def _merge_answer(
    claim: DocumentClaim, old: Any, place: Location, findings: list[Finding], *, older: bool
) -> Iterator[YamlEdit]:
    """Add an answer, extend one that agrees, or replace one that does not."""
    name, new = claim.id, _build_answer(claim)
    if not new:
        return
    if not isinstance(old, dict):
        yield SetValue(("answers", name), new)
    elif claim.status is None or old.get("answer") == new["answer"]:
        yield from _extend_answer(("answers", name), old, new)
    elif not older:
        findings.append(make_change_finding(name, old, new=new, key="answer", place=place))
        yield from _replace_answer(("answers", name), old, new)


def _merge_declared(
    values: Mapping[str, Any], imported: ImportedDocument, wanted: ProductFileOptions
) -> Iterator[YamlEdit]:
    for key, value in _build_declared(imported, wanted).items():
        unsaid = key == "by" and not imported.by
        if not unsaid and read_path(values, ("declared", key)) != value:
            yield SetValue(("declared", key), value)
    if not imported.draft and read_path(values, ("declared", "draft")):
        yield RemoveEntry(("declared", "draft"))
    if wanted.level is not None and values.get("aims_at") != wanted.level:
        yield SetValue(("aims_at",), wanted.level)


def _extend_answer(
    at: tuple[str, ...], old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[YamlEdit]:
    """Add what an answer lacks."""
    evidence = list(old.get("evidence") or ())
    more = [link for link in new.get("evidence", ()) if link not in evidence]
    if more:
        yield SetValue((*at, "evidence"), [*evidence, *more])
    for key in ("note", *TEXT_KEYS):
        if key in new and not old.get(key):
            yield SetValue((*at, key), new[key])


def _replace_answer(
    at: tuple[str, ...], old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[YamlEdit]:
    """Replace an answer by another; the texts that belonged to the old one are removed."""
    for key in ("due", *TEXT_KEYS):
        if key in old and key not in new:
            yield RemoveEntry((*at, key))
    yield SetValue((*at, "answer"), new["answer"])
    evidence = list(old.get("evidence") or ())
    more = [link for link in new.get("evidence", ()) if link not in evidence]
    if more:
        yield SetValue((*at, "evidence"), [*evidence, *more])
    for key in ("note", *TEXT_KEYS):
        if key in new:
            yield SetValue((*at, key), new[key])
