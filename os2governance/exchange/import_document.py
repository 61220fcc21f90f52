"""Import of OS2's documents into product files: read, checked against the model, written."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from os2governance.documents.json_reader import read_json
from os2governance.documents.sources import EVALUATIONS_FOLDER, PRODUCT_FILE
from os2governance.documents.yaml_reader import read_yaml
from os2governance.exchange.import_outcome import ImportOutcome
from os2governance.exchange.read.detect import read_document
from os2governance.exchange.read.document import (
    EVALUATION,
    PUBLICCODE,
    ImportedDocument,
    date_document,
)
from os2governance.exchange.read.stated_facts import find_stated_facts
from os2governance.exchange.write.file_options import ProductFileOptions
from os2governance.exchange.write.leave_out_names import (
    build_name_remover,
    find_named_claims,
    list_texts,
)
from os2governance.exchange.write.product_file import (
    build_product_file,
    check_product_file,
    date_merged_file,
    merge_document,
)
from os2governance.exchange.write.proposal_edits import count_new_proposals
from os2governance.files import listing, reading, writing
from os2governance.files.paths import is_folder, is_there
from os2governance.findings.finding import Finding, Location, make_finding, suggest_id
from os2governance.i18n.folding import build_product_id, fold_name
from os2governance.i18n.text import Language
from os2governance.model.document_terms import DocumentTerms, read_document_terms
from os2governance.model.editor_schema import build_format_schema, build_product_schema
from os2governance.model.library import Library
from os2governance.model.model import Model


class ImportOptions(NamedTuple):
    """The user's options: an id, a model, a folder, and whether to merge."""

    product: str | None
    model: Model | None
    out: Path
    update: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportSession:
    """What all imports of one run share.

    `stated_on` is the date that the user stated for documents that have none, if any.
    """

    as_of: date
    language: Language
    options: ImportOptions
    library: Library
    document_terms: list[DocumentTerms]
    stated_on: date | None = None


def read_library_terms(library: Library) -> tuple[list[DocumentTerms], list[Finding]]:
    """Read the document terms of all models in a library."""
    wordings: list[DocumentTerms] = []
    findings: list[Finding] = []
    files = [file for folder in library.folders for file in listing.list_term_files(folder)]
    for path in files:
        data, wrong = reading.read_file(path)
        findings += wrong
        if data is not None:
            wording, wrong = read_document_terms(data, listing.format_path(path))
            findings += wrong
            wordings += [wording] if wording else []
    return wordings, findings


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportProposal:
    """The file that a document would produce: its path, its old data and its new data.

    `new_data` is None where nothing can be written; `outcome` is what was found in the document.
    `kept` is the file in which the declaration before the change is to be kept, if it is; `root`
    is the folder that a person named.
    """

    outcome: ImportOutcome
    root: Path = Path()
    path: Path = Path()
    old_data: bytes | None = None
    new_data: bytes | None = None
    kept: Path | None = None


def write_proposal(found: ImportProposal) -> list[Finding]:
    """Write a proposed file, unless the file has changed meanwhile; findings where it is not."""
    if found.new_data is None or found.new_data == found.old_data:
        return []
    return writing.replace_keeping(
        found.path, found.new_data, found.old_data, found.kept, root=found.root
    )


class WrittenImport(NamedTuple):
    """What an import wrote: the file, its content before, and the declaration newly kept.

    `before` is None where there was no file, `kept` where no declaration was kept by it.
    """

    folder: Path
    path: Path
    before: bytes | None
    kept: Path | None


def import_with_change(
    path: Path, desk: ImportSession
) -> tuple[ImportOutcome, WrittenImport | None]:
    """Import one document and write its file; also what was changed, if anything was.

    Findings are in the outcome.
    """
    file = listing.format_path(path)
    data, findings = reading.read_file(path)
    if data is None:
        return ImportOutcome(
            file=file,
            kind=None,
            model=None,
            product=None,
            counts={},
            facts=0,
            written_file=None,
            findings=findings,
        ), None
    found = propose_import(file, data, desk)
    if found.new_data is None:
        return found.outcome, None
    is_new = found.kept is not None and not is_there(found.kept)
    wrong = write_proposal(found)
    outcome = replace(found.outcome, findings=[*found.outcome.findings, *wrong])
    if wrong:
        return outcome, None
    folder = desk.options.out / (outcome.product or "")
    changed = found.new_data != found.old_data
    kept = found.kept if is_new else None
    written = WrittenImport(folder, found.path, found.old_data, kept) if changed else None
    outcome = replace(
        outcome,
        written_file=listing.format_path(found.path),
        kept_file=listing.format_path(found.kept) if found.kept else None,
    )
    outcome = outcome if found.old_data is not None else _add_schema(outcome, desk)
    return outcome, written


def _add_schema(outcome: ImportOutcome, desk: ImportSession) -> ImportOutcome:
    """Write the schema that a new file refers to."""
    model, _ = desk.library.model(outcome.model) if outcome.model else (None, [])
    model = desk.options.model or model
    kind = "evaluation" if outcome.kind == EVALUATION else "product"
    if model is None:
        return outcome
    schema, wrong = write_schema(desk.options.out, kind, model, desk.language)
    return replace(outcome, schema_file=schema, findings=[*outcome.findings, *wrong])


def write_schema(
    folder: Path, kind: str, model: Model, language: Language
) -> tuple[str | None, list[Finding]]:
    """Write the schema that the product files of a folder refer editors to.

    Returns its name, or None where one exists already, which is left unchanged.
    """
    path = folder / (
        choose_schema_name(folder, model) if kind == "product" else f"{kind}.schema.json"
    )
    if os.path.lexists(path):
        return None, []
    whole = (
        build_product_schema(model, language)
        if kind == "product"
        else build_format_schema(kind, language)
    )
    data = f"{json.dumps(whole, ensure_ascii=False, indent=2)}\n".encode()
    wrong = writing.replace_file(path, data, None, root=folder)
    return None if wrong else listing.format_path(path), wrong


def choose_schema_name(folder: Path, model: Model) -> str:
    """Choose the name of a folder's schema: its own if the usual one is another model's."""
    usual = "product.schema.json"
    data, _ = reading.read_file(folder / usual)
    schema: Any = read_json(data, usual)[0] if data else None
    try:
        known = schema["properties"]["model"]["const"]
    except (KeyError, IndexError, TypeError):
        return usual
    own = f"product.{model.id}-{model.version}.schema.json"
    return usual if known == model.reference else own


def propose_import(file: str, data: bytes, desk: ImportSession) -> ImportProposal:
    """Read a document, and build what it would write; nothing is written."""
    imported, findings = read_document(data, file, desk.document_terms)
    if imported is None:
        return ImportProposal(
            outcome=ImportOutcome(
                file=file,
                kind=None,
                model=None,
                product=None,
                counts={},
                facts=0,
                written_file=None,
                findings=findings,
            )
        )
    model, wrong = find_document_model(imported, desk)
    findings += wrong
    product = desk.options.product or _find_product_id(imported, desk.options.out)
    if not product:
        findings.append(make_finding("import-no-product", Location(file)))
    versions = _FileVersions()
    if model and product:
        versions, wrong = _build_file(imported, model, product, desk)
        findings += wrong
    outcome = ImportOutcome(
        file=file,
        kind=imported.kind,
        model=model.reference if model else None,
        digest=model.digest if model else "",
        product=product or None,
        counts=imported.counts,
        facts=len(imported.facts),
        written_file=None,
        findings=sorted(findings, key=lambda found: (found.location.file != file, found.location)),
        proposed=count_new_proposals(versions.old_data, versions.new_data, model) if model else 0,
    )
    return ImportProposal(
        outcome=outcome,
        root=desk.options.out,
        path=versions.path,
        old_data=versions.old_data,
        new_data=versions.new_data,
        kept=versions.kept,
    )


def find_document_model(
    imported: ImportedDocument, desk: ImportSession
) -> tuple[Model | None, list[Finding]]:
    """Find the model of a document: the one requested, the one stated, or the newest for facts."""
    if desk.options.model:
        return desk.options.model, list(_check_other_version(imported, desk.options.model))
    references = desk.library.references()
    known = ", ".join(references) or "-"
    place = Location(imported.file)
    if imported.kind == PUBLICCODE:
        own = [name for name in references if name.startswith(f"{imported.model}/")]
        models = [model for name in own if (model := desk.library.model(name)[0])]
        newest = max(models, key=lambda model: model.published, default=None)
        return newest, [] if newest else [make_finding("import-no-version", place, known=known)]
    if imported.version is None:
        return None, [make_finding("import-no-version", place, known=known)]
    name = f"{imported.model}/{imported.version}"
    if name not in references:
        return None, [make_finding("import-no-model", place, name=name, known=known)]
    return desk.library.model(name)


def _check_other_version(imported: ImportedDocument, model: Model) -> Iterator[Finding]:
    """Yield a finding where the requested model is another version than the document's."""
    told = imported.version
    if told and imported.model == model.id and told != model.version:
        place, name = Location(imported.file), f"{imported.model}/{told}"
        yield make_finding("import-other-version", place, told=name, model=model.reference)


def _find_product_id(imported: ImportedDocument, out: Path) -> str:
    """Find the id of the product with the document's name, or build one from the name."""
    own = fold_name(imported.product)
    for file in listing.find_product_files([out]) if own and is_folder(out) else ():
        if fold_name(file.parent.name) == own:
            return file.parent.name
    return build_product_id(imported.product)


class _FileVersions(NamedTuple):
    """A file before and after an import, and where the declaration before it is to be kept."""

    path: Path = Path()
    old_data: bytes | None = None
    new_data: bytes | None = None
    kept: Path | None = None


def _build_file(
    imported: ImportedDocument, model: Model, product: str, desk: ImportSession
) -> tuple[_FileVersions, list[Finding]]:
    imported, undated = date_document(imported, desk.stated_on)
    findings = list(_check_criteria(imported, model))
    level, wrong = _find_level(imported, model, desk.document_terms)
    findings += wrong
    schema = choose_schema_name(desk.options.out, model)
    wanted = ProductFileOptions(
        product=product,
        model=model,
        level=level,
        today=desk.as_of,
        language=desk.language,
        schema_name=schema,
        proposals=find_stated_facts(imported, model, desk.as_of),
        remove_names=build_name_remover(list_texts(imported), model.person_terms),
    )
    findings += find_named_claims(imported, model.person_terms)
    findings += undated
    path = _choose_path(imported, wanted, desk.options.out)
    was, data, kept = None, None, None
    exists = desk.options.update and is_there(path)
    if imported.on is None and not (exists and imported.kind == PUBLICCODE):
        findings.append(make_finding("import-no-date", Location(imported.file)))
        return _FileVersions(path), findings
    if exists:
        was, wrong = reading.read_file(path)
        findings += wrong
        if was is not None:
            data, wrong = merge_document(was, listing.format_path(path), imported, wanted)
            findings += wrong
            if data is not None and imported.kind != EVALUATION:
                dated, wrong = date_merged_file(was, data, listing.format_path(path), wanted)
                findings += wrong
                data = dated.data if dated else None
                kept = listing.find_kept_path(path, dated.keeps) if dated and dated.keeps else None
    else:
        data = build_product_file(imported, wanted)
    if data is None:
        return _FileVersions(path, was), findings
    wrong = _check_built_file(data, listing.format_path(path), imported, wanted)
    return _FileVersions(path, was, None if wrong else data, kept), [*findings, *wrong]


def _choose_path(imported: ImportedDocument, wanted: ProductFileOptions, out: Path) -> Path:
    folder = out / wanted.product
    if imported.kind == EVALUATION:
        return folder / EVALUATIONS_FOLDER / f"{wanted.choose_date(imported).isoformat()}.yaml"
    return folder / PRODUCT_FILE


def _check_criteria(imported: ImportedDocument, model: Model) -> Iterator[Finding]:
    """Yield rows about no criterion of the model, and criteria without a row."""
    for name, claim in imported.claims.items():
        if name not in model.by_id:
            meant, reference = suggest_id(name, model.by_id), model.reference
            yield make_finding(
                "import-criterion-unknown",
                claim.location,
                criterion=name,
                name=name,
                model=reference,
                meant=meant,
            )
    missing = [each.id for each in model.criteria if each.id not in imported.claims]
    if missing and imported.claims:
        names, reference = ", ".join(missing), model.reference
        place = Location(imported.file)
        yield make_finding("import-rows-missing", place, names=names, model=reference)
    if not imported.by and not imported.name_left_out and imported.claims:
        yield make_finding("import-no-who", Location(imported.file))


def _find_level(
    imported: ImportedDocument, model: Model, wordings: list[DocumentTerms]
) -> tuple[str | None, list[Finding]]:
    """Find the model's own id of the level that a document states."""
    if imported.level is None:
        return None, []
    for wording in wordings:
        for level in model.level_ids:
            if level == imported.level or wording.find_level(level) == imported.level:
                return level, []
    place, said = Location(imported.file), imported.level
    return None, [make_finding("import-level-unknown", place, level=said, model=model.reference)]


def _check_built_file(
    data: bytes, file: str, imported: ImportedDocument, wanted: ProductFileOptions
) -> list[Finding]:
    """Findings of what would be wrong with the file, before it is written."""
    document, findings = read_yaml(data, file)
    return findings if document is None else check_product_file(document, imported, wanted)
