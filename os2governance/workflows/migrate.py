"""Migration of declarations to another version of their model, file by file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from os2governance.authoring.migration import Migration, build_migration
from os2governance.documents.yaml_edit import NotEditableError, edit_yaml
from os2governance.documents.yaml_reader import Document, read_yaml
from os2governance.files import listing, reading, writing
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.model.library import Library
from os2governance.model.model import Model
from os2governance.model.versions import link_along
from os2governance.product.declaration import Declaration, read_declaration
from os2governance.product.kept_declaration import date_change
from os2governance.product.reader import find_model
from os2governance.workflows.choose_model import find_library_model
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import find_named_folder, list_product_files


@dataclass(frozen=True, kw_only=True, slots=True)
class MigrationResult:
    """The result for one file; without a migration, `findings` explain why.

    `kept` is the file in which the declaration by the old model is kept, if it is.
    """

    file: str
    migration: Migration | None = None
    findings: tuple[Finding, ...] = ()
    written: bool = False
    kept: str | None = None


class MigratedFiles(NamedTuple):
    """The model that declarations were migrated to, and the result for each."""

    model: Model
    results: Sequence[MigrationResult]


def migrate_files(
    paths: Sequence[str], to: str | None, context: Context, *, write: bool
) -> tuple[MigratedFiles | None, list[Finding]]:
    """Migrate the declarations that paths mean to a model, by default the newest.

    They are written if `write` is set, and those by the old model are kept. None with the findings
    where the model or a path is unreadable; then no file is migrated.

    Raises:
        NotPossibleError: when there is no model of the name.
    """
    library = context.open_library()
    model, findings = find_library_model(library, to or library.newest_first()[0])
    files, missing = list_product_files(paths, context.scope)
    if model is None or missing:
        return None, [*findings, *missing]
    roots = [find_named_folder(Path(file), paths) if write else None for file in files]
    results = [
        _migrate_file(file, model, library, context, root=root)
        for file, root in zip(files, roots, strict=True)
    ]
    return MigratedFiles(model, results), []


def _migrate_file(
    file: str, to: Model, library: Library, context: Context, *, root: Path | None
) -> MigrationResult:
    """Migrate one declaration to a model; it is written if the named folder `root` is given."""
    name = listing.format_path(Path(file))
    data, findings = reading.read_file(Path(file))
    declared, model, wrong = _read_declared(data or b"", name, library)
    if data is None or declared is None or model is None:
        return MigrationResult(file=name, findings=tuple(findings or wrong))
    if model.reference == to.reference:
        return MigrationResult(file=name, migration=Migration((), (), {}, ()))
    document = declared.document
    chain = library.chain(model.reference, to.reference)
    if not chain:
        place = document.locate(["model"])
        none = make_finding("lineage-none", place, name=to.reference, other=model.reference)
        return MigrationResult(file=name, findings=(none,))
    found = build_migration(document, (model, to), link_along(chain), context.language)
    try:
        new = date_change(declared, edit_yaml(data, found.changes), context.as_of)
    except NotEditableError:
        place = Location(name, 1, 1)
        return MigrationResult(file=name, findings=(make_finding("migrate-uneditable", place),))
    kept = listing.find_kept_path(Path(name), new.keeps) if new.keeps else None
    findings = _check_new_text(new.data, document, to)
    if not findings and root:
        findings = writing.replace_keeping(Path(name), new.data, data, kept, root=root)
    if findings:
        return MigrationResult(file=name, findings=tuple(findings))
    kept_name = listing.format_path(kept) if kept and root else None
    return MigrationResult(file=name, migration=found, written=root is not None, kept=kept_name)


def _read_declared(
    data: bytes, name: str, library: Library
) -> tuple[Declaration | None, Model | None, list[Finding]]:
    """Read a declaration and its model; both None where either has errors."""
    document, findings = read_yaml(data, name)
    if document is None:
        return None, None, findings
    model, findings = find_model(document, library)
    if model is None:
        return None, None, findings
    declared, findings = read_declaration(document, model)
    return (declared, model, []) if declared else (None, None, findings)


def _check_new_text(new: bytes, document: Document, after: Model) -> list[Finding]:
    """Errors of the new text under the new model; if there are any, it is not written."""
    again, findings = read_yaml(new, document.file)
    if again is None:
        return findings
    return read_declaration(again, after)[1]
