"""A run of `verify`: the report, the model that it follows, and the findings."""

from pathlib import Path

from os2governance.cli.options import Given
from os2governance.cli.output import page, put_object, show_findings
from os2governance.exchange.import_document import Desk, Wish, model_of, wordings_of
from os2governance.exchange.read.detect import read_document
from os2governance.exchange.read.document import EVALUATION, REPORT, Imported
from os2governance.exchange.verify.verify import verify
from os2governance.files import store
from os2governance.findings.finding import Finding, Place, finding
from os2governance.model.model import Model
from os2governance.product.reader import Library
from os2governance.render.exchange.verified_text import verified_blocks, verified_object
from os2governance.workflows.choose_model import chosen_model


def run(given: Given, report: str, wanted: str | None, form: str) -> int:
    """Verify one report; return the exit code."""
    path = Path(report)
    file = store.shown(path)
    asked = None
    if wanted is not None:
        _, asked, findings = chosen_model(given, wanted)
        if asked is None:
            return show_findings(findings, given, form)
    library = Library.at(given.criteria)
    wordings, findings = wordings_of(library)
    desk = Desk(
        given.as_of, given.language, Wish(None, asked, Path(), update=False), library, wordings
    )
    data, wrong = store.read(path)
    if data is None:
        return show_findings(wrong, given, form)
    imported, wrong = read_document(data, file, wordings)
    if imported is None:
        return show_findings([*findings, *wrong], given, form)
    model, wrong = _followed(imported, desk)
    wording = next((each for each in wordings if each.model == imported.model), None)
    if model is None or wording is None:
        return show_findings(wrong, given, form)
    found = verify(data, imported, model, wording)
    head, looked_at = (file, model.reference), (found.rows, found.figures)
    if form == "json":
        put_object(verified_object(head, looked_at, found.findings, given.language))
    else:
        page(verified_blocks(head, looked_at, found.findings, given.language), given)
    return int(any(each.severity != "note" for each in found.findings))


def _followed(imported: Imported, desk: Desk) -> tuple[Model | None, list[Finding]]:
    """Find the model that a report follows; other documents have no rows to recount."""
    if imported.kind not in {REPORT, EVALUATION}:
        return None, [finding("import-no-rows", Place(imported.file))]
    return model_of(imported, desk)
