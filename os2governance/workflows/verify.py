"""A run of `verify`: the report, the model that it follows, and the findings."""

from pathlib import Path

from os2governance.cli.options import Invocation
from os2governance.cli.output import print_page, show_findings, write_json_object
from os2governance.exchange.import_document import (
    ImportOptions,
    ImportSession,
    find_document_model,
    read_library_terms,
)
from os2governance.exchange.read.detect import read_document
from os2governance.exchange.read.document import EVALUATION, REPORT, ImportedDocument
from os2governance.exchange.verify.verify import verify_document
from os2governance.files import listing, reading
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.model.model import Model
from os2governance.render.exchange.verification import (
    build_verification_object,
    render_verification_blocks,
)
from os2governance.workflows.choose_model import choose_model


def verify_report(invocation: Invocation, report: str, wanted: str | None, form: str) -> int:
    """Verify one report; return the exit code."""
    path = Path(report)
    file = listing.format_path(path)
    asked = None
    if wanted is not None:
        _, asked, findings = choose_model(wanted, invocation.context)
        if asked is None:
            return show_findings(findings, invocation, form)
    library = invocation.context.open_library()
    wordings, findings = read_library_terms(library)
    desk = ImportSession(
        as_of=invocation.context.as_of,
        language=invocation.context.language,
        options=ImportOptions(None, asked, Path(), update=False),
        library=library,
        document_terms=wordings,
    )
    data, wrong = reading.read_file(path)
    if data is None:
        return show_findings(wrong, invocation, form)
    imported, wrong = read_document(data, file, wordings)
    if imported is None:
        return show_findings([*findings, *wrong], invocation, form)
    model, wrong = _find_model(imported, desk)
    wording = next((each for each in wordings if each.model == imported.model), None)
    if model is None or wording is None:
        return show_findings(wrong, invocation, form)
    found = verify_document(data, imported, model, wording)
    head, looked_at = (file, model.reference), (found.rows, found.figures)
    if form == "json":
        write_json_object(
            build_verification_object(head, looked_at, found.findings, invocation.context.language)
        )
    else:
        print_page(
            render_verification_blocks(
                head, looked_at, found.findings, invocation.context.language
            ),
            invocation,
        )
    return int(any(each.severity != "note" for each in found.findings))


def _find_model(
    imported: ImportedDocument, desk: ImportSession
) -> tuple[Model | None, list[Finding]]:
    """Find the model that a report follows; other documents have no rows to recount."""
    if imported.kind not in {REPORT, EVALUATION}:
        return None, [make_finding("import-no-rows", Location(imported.file))]
    return find_document_model(imported, desk)
