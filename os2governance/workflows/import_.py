"""A run of `import`: choose the documents, import them, and report the results."""

from collections.abc import Sequence
from pathlib import Path

from os2governance.cli.options import Invocation
from os2governance.cli.output import (
    print_page,
    print_schema_notice,
    show_findings,
    write_json_object,
)
from os2governance.exchange.import_document import (
    ImportOptions,
    ImportSession,
    import_file,
    read_library_terms,
)
from os2governance.exchange.import_outcome import ImportOutcome
from os2governance.exchange.read.detect import DOCUMENT_ENDINGS
from os2governance.files import listing
from os2governance.findings.finding import Location, make_finding
from os2governance.render.exchange.import_json import build_import_object
from os2governance.render.exchange.import_text import render_import_blocks
from os2governance.workflows.choose_model import choose_model
from os2governance.workflows.names import check_product_id

EXIT_FINDINGS, EXIT_UNREADABLE = 1, 2


def import_documents(
    invocation: Invocation,
    files: Sequence[str],
    asked: tuple[str | None, str | None, str],
    form: str,
    *,
    update: bool,
) -> int:
    """Import documents one after the other; return the exit code.

    `asked` are the product id, the model and the output folder.
    """
    product, wanted, out = asked
    if product is not None:
        check_product_id(product)
    model = None
    if wanted is not None:
        _, model, findings = choose_model(wanted, invocation.context)
        if model is None:
            return show_findings(findings, invocation, form)
    library = invocation.context.open_library()
    wordings, findings = read_library_terms(library)
    if not wordings:
        place = Location(listing.format_path(library.criteria))
        return show_findings(
            [*findings, make_finding("import-no-documents", place)], invocation, form
        )
    desk = ImportSession(
        as_of=invocation.context.as_of,
        language=invocation.context.language,
        options=ImportOptions(product, model, Path(out), update),
        library=library,
        document_terms=wordings,
    )
    paths = [path for file in files for path in listing.list_files(Path(file), DOCUMENT_ENDINGS)]
    outcomes = [import_file(path, desk) for path in dict.fromkeys(paths)]
    outcomes += _find_empty_folders(files, paths)
    if form == "json":
        write_json_object(build_import_object(outcomes, invocation.context.language))
    else:
        print_page(render_import_blocks(outcomes, invocation.context.language), invocation)
    for outcome in outcomes:
        if outcome.schema_file:
            print_schema_notice(outcome.schema_file, invocation)
    return _choose_exit_code(outcomes)


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


def _choose_exit_code(outcomes: Sequence[ImportOutcome]) -> int:
    """The exit code: 2 if a document could not be read, 1 if there is an error, otherwise 0."""
    if any(outcome.kind is None for outcome in outcomes):
        return EXIT_UNREADABLE
    errors = (found.severity == "error" for outcome in outcomes for found in outcome.findings)
    return EXIT_FINDINGS if any(errors) else 0
