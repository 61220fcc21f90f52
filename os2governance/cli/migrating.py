"""Declarations carried over to another version of their model, file by file."""

from pathlib import Path
from typing import NamedTuple

from os2governance import store
from os2governance.cli.options import Given
from os2governance.declaration import read_declaration
from os2governance.edit import NotEditableError, edited
from os2governance.finding import Finding, Place, finding
from os2governance.lineage import links
from os2governance.migration import Migration, migration
from os2governance.model import Model
from os2governance.runner import Library
from os2governance.yamlfile import Document, read_yaml


class Carried(NamedTuple):
    """What became of one file; without a migration, `findings` say why."""

    file: str
    carried: Migration | None
    findings: tuple[Finding, ...]
    written: bool = False


def carry(file: str, to: Model, library: Library, given: Given, *, write: bool) -> Carried:
    """Carry one declaration over to a model, and write it if that is asked for."""
    name = store.shown(Path(file))
    data, findings = store.read(Path(file))
    if data is None:
        return Carried(name, None, tuple(findings))
    document, findings = read_yaml(data, name)
    model, wrong = library.model_of(document) if document else (None, [])
    if document is None or model is None:
        return Carried(name, None, (*findings, *wrong))
    declared, findings = read_declaration(document, model)
    if declared is None:
        return Carried(name, None, tuple(findings))
    if model.reference == to.reference:
        return Carried(name, Migration((), (), {}, ()), ())
    return _carried(document, data, (model, to), library, given, write=write)


def _carried(
    document: Document,
    data: bytes,
    models: tuple[Model, Model],
    library: Library,
    given: Given,
    *,
    write: bool,
) -> Carried:
    before, after = models
    chain = library.chain(before.reference, after.reference)
    if not chain:
        place = document.place(["model"])
        none = finding("lineage-none", place, name=after.reference, other=before.reference)
        return Carried(document.file, None, (none,))
    found = migration(document, models, links(chain), given.language)
    try:
        new = edited(data, found.changes)
    except NotEditableError:
        place = Place(document.file, 1, 1)
        return Carried(document.file, None, (finding("migrate-uneditable", place),))
    wrong = _misfits(new, document, after)
    if not wrong and write:
        wrong = store.replace(Path(document.file), new, data)
    if wrong:
        return Carried(document.file, None, tuple(wrong))
    return Carried(document.file, found, (), written=write)


def _misfits(new: bytes, document: Document, after: Model) -> list[Finding]:
    """Find what the new text would have wrong by the new model; it is then not written."""
    again, findings = read_yaml(new, document.file)
    if again is None:
        return findings
    return read_declaration(again, after)[1]
