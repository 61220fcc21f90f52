"""A run of `import`: choose the documents, import them, and report the results."""

from collections.abc import Sequence
from pathlib import Path

from os2governance.cli.names import check_id
from os2governance.cli.options import Given
from os2governance.cli.output import page, put_object, show_findings, talk_of_schema
from os2governance.exchange.import_document import Desk, Wish, import_file, wordings_of
from os2governance.exchange.outcome import Outcome
from os2governance.exchange.read.detect import ENDINGS
from os2governance.files import store
from os2governance.findings.finding import Place, finding
from os2governance.product.reader import Library
from os2governance.render.exchange.imported_json import imported_object
from os2governance.render.exchange.imported_text import imported_blocks
from os2governance.workflows.choose_model import chosen_model

FOUND, NOT_READ = 1, 2


def run(
    given: Given,
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
        check_id(product)
    model = None
    if wanted is not None:
        _, model, findings = chosen_model(given, wanted)
        if model is None:
            return show_findings(findings, given, form)
    library = Library.at(given.criteria)
    wordings, findings = wordings_of(library)
    if not wordings:
        place = Place(store.shown(library.criteria))
        return show_findings([*findings, finding("import-no-documents", place)], given, form)
    desk = Desk(
        given.as_of, given.language, Wish(product, model, Path(out), update), library, wordings
    )
    paths = [path for file in files for path in store.files_in(Path(file), ENDINGS)]
    outcomes = [import_file(path, desk) for path in dict.fromkeys(paths)]
    outcomes += _empty(files, paths)
    if form == "json":
        put_object(imported_object(outcomes, given.language))
    else:
        page(imported_blocks(outcomes, given.language), given)
    for outcome in outcomes:
        if outcome.schema:
            talk_of_schema(outcome.schema, given)
    return _code(outcomes)


def _empty(files: Sequence[str], paths: Sequence[Path]) -> list[Outcome]:
    """Report paths without any document."""
    used = {path.parent for path in paths} | set(paths)
    unused = [path for file in files if (path := Path(file)) not in used]
    return [
        Outcome(file, None, None, None, {}, 0, None, [finding("import-unknown-kind", Place(file))])
        for file in map(store.shown, unused)
    ]


def _code(outcomes: Sequence[Outcome]) -> int:
    """The exit code: 2 if a document could not be read, 1 if there is an error, otherwise 0."""
    if any(outcome.kind is None for outcome in outcomes):
        return NOT_READ
    errors = (found.severity == "error" for outcome in outcomes for found in outcome.findings)
    return FOUND if any(errors) else 0
