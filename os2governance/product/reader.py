"""From the bytes of a product's files to a product and its model."""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from os2governance.documents.sources import FileContent, ProductFiles
from os2governance.documents.yaml_reader import Document, read_yaml
from os2governance.findings.finding import Finding, make_finding, suggest_word
from os2governance.model.library import Library
from os2governance.model.model import Model
from os2governance.product.declaration import Declaration, read_declaration, read_model_reference
from os2governance.product.product import Product
from os2governance.product.record import find_record_violations, read_record


def find_model(document: Document, library: Library) -> tuple[Model | None, list[Finding]]:
    """Find the model that a product file names; findings are located in that file."""
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

    None where the declaration cannot be used. Errors in the record are among the product's
    findings; they never stop the product.
    """
    (_, model, declaration), findings = read_partial_declaration(sources.product, library)
    if model is None or declaration is None:
        return None, findings
    return (add_record(declaration, model, sources, unread), model), []


class PartialDeclaration(NamedTuple):
    """A product file as far as it could be read: its document, its model, its declaration."""

    document: Document | None = None
    model: Model | None = None
    declaration: Declaration | None = None


def read_partial_declaration(
    file: FileContent, library: Library
) -> tuple[PartialDeclaration, list[Finding]]:
    """Read a product file as far as possible; findings explain why it cannot be used."""
    document, findings = read_yaml(file.data, file.name)
    if document is None:
        return PartialDeclaration(), findings
    model, findings = find_model(document, library)
    if model is None:
        return PartialDeclaration(document), findings
    declaration, findings = read_declaration(document, model)
    return PartialDeclaration(document, model, declaration), findings


def add_record(
    declaration: Declaration, model: Model, sources: ProductFiles, unread: Sequence[Finding] = ()
) -> Product:
    """Build a product from its declaration and its record."""
    evaluations, log, findings = _parse_record_files(sources)
    record, wrong = read_record(declaration.product, model, evaluations, log)
    found = (*unread, *findings, *wrong)
    return Product(
        declaration=declaration, record=record, files=hash_files(sources), findings=found
    )


def check_record_alone(declared: PartialDeclaration, sources: ProductFiles) -> list[Finding]:
    """Findings about the record of a product whose declaration cannot be used."""
    evaluations, log, findings = _parse_record_files(sources)
    values = declared.document.values if declared.document else None
    said = values.get("product") if isinstance(values, dict) else None
    product = said if isinstance(said, str) else None
    if declared.model is None:
        return [*findings, *find_record_violations(evaluations, log)]
    return [*findings, *read_record(product, declared.model, evaluations, log)[1]]


def hash_files(sources: ProductFiles) -> dict[str, str]:
    """The hash of each file by its name."""
    return {name: f"sha256:{hashlib.sha256(data).hexdigest()}" for name, data in sources.files()}


def _parse_record_files(
    sources: ProductFiles,
) -> tuple[list[Document], Document | None, list[Finding]]:
    """Read the evaluations and the log, as far as they are valid YAML."""
    findings: list[Finding] = []
    documents: list[Document] = []
    for name, data in sources.evaluations:
        document, wrong = read_yaml(data, name)
        findings += wrong
        if document:
            documents.append(document)
    log = None
    if sources.log:
        log, wrong = read_yaml(sources.log.data, sources.log.name)
        findings += wrong
    return documents, log, findings
