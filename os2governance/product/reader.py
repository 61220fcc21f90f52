"""From the bytes of a product's files to a product and its model.

A product may have any of its files and lack any (semantics §1). A declaration that is there and
cannot be used stops the product; an error in another file is among the product's findings, and
nothing in that file counts.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from os2governance.documents.sources import FileContent, ProductFiles
from os2governance.documents.yaml_reader import Document, read_yaml
from os2governance.findings.finding import Finding, make_finding, suggest_word
from os2governance.i18n.date_words import DateInWords
from os2governance.model.library import Library
from os2governance.model.model import Model
from os2governance.model.versions import link_along, map_unchanged_ids
from os2governance.product.decisions import find_other_product
from os2governance.product.declaration import (
    Declaration,
    read_declaration,
    read_kept_declaration,
    read_model_reference,
)
from os2governance.product.facts import FactFile, FactFileKind, find_repeated_keys
from os2governance.product.hearing import read_hearings
from os2governance.product.product import Product
from os2governance.product.record import (
    Record,
    link_nothing,
    read_record,
)
from os2governance.rules.limits import find_too_long_list
from os2governance.schema.compiled import compile_schema

_DATES = {"register": "registered", "observations": "observed"}
"""The key of a file of facts under which it says when, and by whom."""


def find_model(document: Document, library: Library) -> tuple[Model | None, list[Finding]]:
    """Find the model that a file names; findings are located in that file."""
    name, place = read_model_reference(document), document.locate(["model"])
    if name is None:
        names = library.newest_first()
        example, known = (*names, "<model>/<version>")[0], ", ".join(names) or "-"
        return None, [
            make_finding("no-model-named", document.locate(), example=example, known=known)
        ]
    references = library.references() if name not in library.models else [name]
    if name not in references:
        known, meant = ", ".join(library.newest_first()) or "-", suggest_word(name, references)
        return None, [make_finding("unknown-model", place, name=name, known=known, meant=meant)]
    model, findings = library.model(name)
    if model is None:
        return None, [make_finding("unusable-model", place, name=name), *findings]
    return model, []


def build_product(
    sources: ProductFiles, library: Library, unread: Sequence[Finding] = ()
) -> tuple[tuple[Product, Model] | None, list[Finding]]:
    """Build a product from the bytes of its files; `unread` are findings about unreadable ones.

    None where there is a declaration that cannot be used, or no file that names a usable model.
    Errors in the other files are among the product's findings; they never stop the product.
    """
    declared, findings = read_partial_declaration(sources.product, library)
    if sources.product and declared.declaration is None:
        return None, findings
    files = _parse_files(sources)
    main, findings = _find_main_document(declared, files, library)
    if main is None:
        return None, [*unread, *files.findings, *findings]
    found = (*unread, *files.findings)
    return (_combine_files(main, files, library, hash_files(sources), found), main.model), []


class PartialDeclaration(NamedTuple):
    """A product file as far as it could be read: its document, its model, its declaration."""

    document: Document | None = None
    model: Model | None = None
    declaration: Declaration | None = None


def read_partial_declaration(
    file: FileContent | None, library: Library
) -> tuple[PartialDeclaration, list[Finding]]:
    """Read a product file as far as possible; findings explain why it cannot be used."""
    if file is None:
        return PartialDeclaration(), []
    document, findings = read_yaml(file.data, file.name)
    if document is None:
        return PartialDeclaration(), findings
    model, findings = find_model(document, library)
    if model is None:
        return PartialDeclaration(document), findings
    declaration, findings = read_declaration(document, model)
    return PartialDeclaration(document, model, declaration), findings


@dataclass(frozen=True, kw_only=True, slots=True)
class OtherFiles:
    """The files of a product beside its declaration, as far as they are valid YAML."""

    declarations: tuple[Document, ...]
    register: Document | None
    observations: Document | None
    evaluations: tuple[Document, ...]
    hearings: tuple[Document, ...]
    log: Document | None
    findings: tuple[Finding, ...]


def _parse_files(sources: ProductFiles) -> OtherFiles:
    findings: list[Finding] = []

    def parse(file: FileContent | None) -> Document | None:
        if file is None:
            return None
        document, wrong = read_yaml(file.data, file.name)
        findings.extend(wrong)
        return document

    return OtherFiles(
        declarations=tuple(filter(None, map(parse, sources.declarations))),
        register=parse(sources.register),
        observations=parse(sources.observations),
        evaluations=tuple(filter(None, map(parse, sources.evaluations))),
        hearings=tuple(filter(None, map(parse, sources.hearings))),
        log=parse(sources.log),
        findings=tuple(findings),
    )


class _MainDocument(NamedTuple):
    """The document that a product is known by, the model, and the declaration if it is one."""

    document: Document
    model: Model
    declaration: Declaration | None = None


def _find_main_document(
    declared: PartialDeclaration, files: OtherFiles, library: Library
) -> tuple[_MainDocument | None, list[Finding]]:
    """The document that a product is known by, and the model that it is assessed by.

    Without a declaration the newest file that names a model says which: a kept declaration, then
    an evaluation, the register, observations; decisions alone follow the newest model.
    """
    if declared.document and declared.model:
        return _MainDocument(declared.document, declared.model, declared.declaration), []
    naming = [
        *reversed(files.declarations),
        *reversed(files.evaluations),
        *filter(None, (files.register, files.observations)),
    ]
    findings: list[Finding] = []
    for document in naming:
        model, wrong = find_model(document, library)
        if model:
            return _MainDocument(document, model), []
        findings = findings or wrong
    if files.log and not naming and (names := library.newest_first()):
        model, findings = library.model(names[0])
        if model:
            return _MainDocument(files.log, model), []
    return None, list(findings)


def _combine_files(
    main: _MainDocument,
    files: OtherFiles,
    library: Library,
    hashes: Mapping[str, str],
    found: Sequence[Finding],
) -> Product:
    """Build a product of its declaration, if it has one, and its other files.

    `found` are the findings until now; `hashes` are those of all its files by name.
    """
    declaration, document, model = main.declaration, main.document, main.model
    own = document.values.get("product") if isinstance(document.values, dict) else None
    product = declaration.product if declaration else own if isinstance(own, str) else ""

    @lru_cache
    def links(reference: str) -> Mapping[str, str]:
        return _link_criteria(reference, model, library)

    findings = list(found)
    kept: list[Declaration] = []
    for each in files.declarations:
        read, wrong = _read_kept(each, product, model, links(read_model_reference(each) or ""))
        findings += wrong
        if read:
            kept.append(read)
    kept.sort(key=lambda each: each.declared_on)
    register, wrong = _read_fact_file(files.register, "register", product, model)
    findings += wrong
    observations, wrong = _read_fact_file(files.observations, "observations", product, model)
    findings += wrong
    record, wrong = read_record(product or None, model, files.evaluations, files.log, links)
    evaluated = {each.on for each in record.evaluations}
    heard, unheard = read_hearings(files.hearings, product or None, model, links, evaluated)
    findings += unheard
    findings += [*wrong, *_check_declarations(declaration, kept, model)]
    named = declaration or (kept[-1] if kept else None)
    return Product(
        id=product,
        name=named.name if named else _find_evaluated_name(record) or product,
        kind=named.kind if named else "product",
        model=model.reference,
        document=document,
        current=declaration,
        kept=tuple(kept),
        register=register,
        observations=observations,
        record=record._replace(hearings=heard),
        files=hashes,
        findings=tuple(findings),
    )


def _find_evaluated_name(record: Record) -> str:
    """The name of a product that is not declared: as the newest evaluation with one writes it."""
    return next((each.name for each in reversed(record.evaluations) if each.name), "")


def _link_criteria(reference: str, model: Model, library: Library) -> Mapping[str, str]:
    """The ids of a model's criteria by those of another version that mean the same."""
    if reference == model.reference:
        return {name: name for name in model.by_id}
    chain = library.chain(reference, model.reference) if reference else []
    if chain:
        return map_unchanged_ids(link_along(chain))
    back = library.chain(model.reference, reference) if reference else []
    if not back:
        return {}
    return {new: old for old, new in map_unchanged_ids(link_along(back)).items()}


def _read_kept(
    document: Document, product: str, model: Model, links: Mapping[str, str]
) -> tuple[Declaration | None, list[Finding]]:
    """Read an earlier declaration, whose file is named by its date.

    One by a model that means nothing the same by its criteria says nothing.
    """
    kept, findings = read_kept_declaration(document, model, links)
    if kept is None or not links:
        return None, findings
    if findings := find_other_product(document, product or None):
        return None, findings
    name = document.file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    if name != kept.declared_on.isoformat():
        place = document.locate(["declared", "on"])
        return kept, [
            make_finding(
                "kept-declaration-misnamed",
                place,
                name=name,
                on=DateInWords(kept.declared_on),
                file=f"{kept.declared_on}.yaml",
            )
        ]
    return kept, []


def _check_declarations(
    declaration: Declaration | None, kept: Sequence[Declaration], model: Model
) -> Iterator[Finding]:
    """Yield findings of repeated keys, and of a declaration changed without a new date."""
    if declaration is None:
        return
    yield from find_repeated_keys(declaration.facts, model.facts, declaration.document)
    for each in kept:
        if each.declared_on == declaration.declared_on and _list_content(each) != _list_content(
            declaration
        ):
            place = declaration.document.locate(["declared", "on"])
            yield make_finding("declared-date-unchanged", place, on=DateInWords(each.declared_on))


def _list_content(declaration: Declaration) -> object:
    return declaration.facts, declaration.answers, declaration.aims_at


def _read_fact_file(
    document: Document | None, kind: FactFileKind, product: str, model: Model
) -> tuple[FactFile | None, list[Finding]]:
    """Read a file of facts; one by another model is not merged (semantics §2)."""
    if document is None:
        return None, []
    values = document.values
    findings = compile_schema(kind).find_violations(document, values)
    if findings:
        return None, findings
    if findings := find_other_product(document, product or None):
        return None, findings
    if values["model"] != model.reference:
        place = document.locate(["model"])
        return None, [
            make_finding("other-model", place, name=values["model"], model=model.reference)
        ]
    facts = values.get("facts") or {}
    findings = [
        *model.compiled_facts_schema.find_violations(document, facts, ("facts",)),
    ] or find_too_long_list(model.evaluation_cost, facts, document, ("facts",))
    if findings:
        return None, findings
    stated = values[_DATES[kind]]
    return FactFile(
        kind=kind,
        on=date.fromisoformat(stated["on"]),
        by=stated.get("by") or stated.get("with") or "",
        facts=facts,
        document=document,
    ), list(find_repeated_keys(facts, model.facts, document))


def check_record_alone(
    declared: PartialDeclaration, sources: ProductFiles, library: Library
) -> list[Finding]:
    """Findings about the other files of a product whose declaration cannot be used."""
    files = _parse_files(sources)
    values = declared.document.values if declared.document else None
    said = values.get("product") if isinstance(values, dict) else None
    product = said if isinstance(said, str) else None
    if declared.model is None:
        return [*files.findings, *_find_violations(files)]
    model = declared.model
    kept = [
        found
        for each in files.declarations
        for found in _read_kept(
            each,
            product or "",
            model,
            _link_criteria(read_model_reference(each) or "", model, library),
        )[1]
    ]
    record, wrong = read_record(product, model, files.evaluations, files.log)
    evaluated = {each.on for each in record.evaluations}
    return [
        *files.findings,
        *kept,
        *wrong,
        *read_hearings(files.hearings, product, model, link_nothing, evaluated)[1],
        *_read_fact_file(files.register, "register", product or "", model)[1],
        *_read_fact_file(files.observations, "observations", product or "", model)[1],
    ]


def _find_violations(files: OtherFiles) -> Iterator[Finding]:
    """Yield the schema violations of files whose model is not known."""
    documents: dict[str, Sequence[Document | None]] = {
        "product": files.declarations,
        "register": [files.register],
        "observations": [files.observations],
        "evaluation": files.evaluations,
        "hearing": files.hearings,
        "decisions": [files.log],
    }
    for name, several in documents.items():
        for each in filter(None, several):
            yield from compile_schema(name).find_violations(each, each.values)


def hash_files(sources: ProductFiles) -> dict[str, str]:
    """The hash of each file by its name."""
    return {name: f"sha256:{hashlib.sha256(data).hexdigest()}" for name, data in sources.files()}
