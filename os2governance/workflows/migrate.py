"""Migration of declarations to another version of their model, file by file."""

from pathlib import Path
from typing import NamedTuple

from os2governance.authoring.migration import Migration, migration
from os2governance.cli.options import Given
from os2governance.documents.yaml_edit import NotEditableError, edited
from os2governance.documents.yaml_reader import Document, read_yaml
from os2governance.files import store
from os2governance.findings.finding import Finding, Place, finding
from os2governance.model.model import Model
from os2governance.model.versions import links
from os2governance.product.declaration import read_declaration
from os2governance.product.reader import Library


class Carried(NamedTuple):
    """The result for one file; without a migration, `findings` explain why."""

    file: str
    carried: Migration | None
    findings: tuple[Finding, ...]
    written: bool = False


def carry(file: str, to: Model, library: Library, given: Given, *, write: bool) -> Carried:
    """Migrate one declaration to a model, and write it if `write` is set."""
    name = store.shown(Path(file))
    data, findings = store.read(Path(file))
    document, model, wrong = _declared(data or b"", name, library)
    if data is None or document is None or model is None:
        return Carried(name, None, tuple(findings or wrong))
    if model.reference == to.reference:
        return Carried(name, Migration((), (), {}, ()), ())
    chain = library.chain(model.reference, to.reference)
    if not chain:
        place = document.place(["model"])
        none = finding("lineage-none", place, name=to.reference, other=model.reference)
        return Carried(name, None, (none,))
    found = migration(document, (model, to), links(chain), given.language)
    findings = _put_in_place(document, data, found, to, write=write)
    if findings:
        return Carried(name, None, tuple(findings))
    return Carried(name, found, (), written=write)


def _declared(
    data: bytes, name: str, library: Library
) -> tuple[Document | None, Model | None, list[Finding]]:
    """Read a declaration and its model; both None where either has errors."""
    document, findings = read_yaml(data, name)
    if document is None:
        return None, None, findings
    model, findings = library.model_of(document)
    if model is None:
        return None, None, findings
    declared, findings = read_declaration(document, model)
    return (document, model, []) if declared else (None, None, findings)


def _put_in_place(
    document: Document, data: bytes, found: Migration, to: Model, *, write: bool
) -> list[Finding]:
    """Build the new text, check it against the new model, and write it if `write` is set."""
    try:
        new = edited(data, found.changes)
    except NotEditableError:
        return [finding("migrate-uneditable", Place(document.file, 1, 1))]
    wrong = _misfits(new, document, to)
    if wrong or not write:
        return wrong
    return store.replace(Path(document.file), new, data)


def _misfits(new: bytes, document: Document, after: Model) -> list[Finding]:
    """Errors of the new text under the new model; if there are any, it is not written."""
    again, findings = read_yaml(new, document.file)
    if again is None:
        return findings
    return read_declaration(again, after)[1]
