"""Import of OS2's documents: choose them, and import one after the other."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from os2governance.exchange.import_document import (
    ImportOptions,
    ImportSession,
    import_with_change,
    read_library_terms,
)
from os2governance.exchange.import_outcome import ImportOutcome
from os2governance.exchange.read.detect import DOCUMENT_ENDINGS
from os2governance.files import listing
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.workflows.choose_model import choose_model
from os2governance.workflows.context import Context
from os2governance.workflows.names import check_product_id
from os2governance.workflows.undo_import import note_import


class ImportRequest(NamedTuple):
    """The product id and the model, where they are not the document's; the output folder.

    `update` is whether existing files are merged into.
    """

    product: str | None
    model: str | None
    folder: Path
    update: bool


def import_documents(
    files: Sequence[str], request: ImportRequest, context: Context
) -> tuple[list[ImportOutcome] | None, list[Finding]]:
    """Import documents; None with the findings where not even one can be begun.

    Raises:
        NotPossibleError: when the product id cannot be one, or there is no such model.
    """
    if request.product is not None:
        check_product_id(request.product)
    model = None
    if request.model is not None:
        _, model, findings = choose_model(request.model, context)
        if model is None:
            return None, findings
    library = context.open_library()
    terms, findings = read_library_terms(library)
    if not terms:
        place = Location(listing.format_path(library.folders[0]))
        return None, [*findings, make_finding("import-no-documents", place)]
    session = ImportSession(
        as_of=context.as_of,
        language=context.language,
        options=ImportOptions(request.product, model, request.folder, request.update),
        library=library,
        document_terms=terms,
        stated_on=context.as_of if context.is_dated else None,
    )
    paths = [path for file in files for path in listing.list_files(Path(file), DOCUMENT_ENDINGS)]
    outcomes = [_import_noted(path, session) for path in dict.fromkeys(paths)]
    return outcomes + _find_empty_folders(files, paths), []


def _import_noted(path: Path, session: ImportSession) -> ImportOutcome:
    """Import a document, and note what it changed, so that it can be undone."""
    outcome, written = import_with_change(path, session)
    if written is None or not note_import(written) or written.before is None:
        return outcome
    return replace(outcome, undo=listing.format_path(written.folder))


def _find_empty_folders(files: Sequence[str], paths: Sequence[Path]) -> list[ImportOutcome]:
    """Report paths without any document."""
    used = {path.parent for path in paths} | set(paths)
    unused = [path for file in files if (path := Path(file)) not in used]
    return [
        ImportOutcome(
            file=file,
            kind=None,
            model=None,
            product=None,
            counts={},
            facts=0,
            written_file=None,
            findings=[make_finding("import-unknown-kind", Location(file))],
        )
        for file in map(listing.format_path, unused)
    ]
