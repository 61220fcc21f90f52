"""Verification of a published report: its rows against its figures and the model it follows."""

from pathlib import Path
from typing import NamedTuple

from os2governance.exchange.import_document import (
    ImportOptions,
    ImportSession,
    find_document_model,
    read_library_terms,
)
from os2governance.exchange.read.detect import read_document
from os2governance.exchange.read.document import EVALUATION, REPORT, ImportedDocument
from os2governance.exchange.verify.verify import VerificationResult, verify_document
from os2governance.files import listing, reading
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import _
from os2governance.model.model import Model
from os2governance.workflows.choose_model import choose_model
from os2governance.workflows.context import Context

_NO_REPORT = _("a document of another kind, with no counts")


class VerifiedReport(NamedTuple):
    """A report's file, the model that it follows, and what was found in it."""

    file: str
    model: Model
    result: VerificationResult


def verify_report(
    report: str, wanted: str | None, context: Context
) -> tuple[VerifiedReport | None, list[Finding]]:
    """Verify a report; None with the findings where it cannot be read or has no rows.

    Raises:
        NotPossibleError: when there is no model of the wanted name.
    """
    session, findings = _open_session(wanted, context)
    if session is None:
        return None, findings
    file = listing.format_path(Path(report))
    data, unread = reading.read_file(Path(report))
    if data is None:
        return None, unread
    document, unread = read_document(data, file, session.document_terms)
    if document is None:
        return None, [*findings, *unread]
    model, unread = _find_model(document, session)
    terms = next((each for each in session.document_terms if each.model == document.model), None)
    if model is None or terms is None:
        return None, unread
    result = verify_document(data, document, model, terms)
    return VerifiedReport(file, model, result), []


def _open_session(
    wanted: str | None, context: Context
) -> tuple[ImportSession | None, list[Finding]]:
    """The session that the report is read in, with findings on the models' terms."""
    model = None
    if wanted is not None:
        _, model, findings = choose_model(wanted, context)
        if model is None:
            return None, findings
    library = context.open_library()
    terms, findings = read_library_terms(library)
    session = ImportSession(
        as_of=context.as_of,
        language=context.language,
        options=ImportOptions(None, model, Path(), update=False),
        library=library,
        document_terms=terms,
    )
    return session, findings


def _find_model(
    imported: ImportedDocument, session: ImportSession
) -> tuple[Model | None, list[Finding]]:
    """Find the model that a report follows; other documents have no rows to recount."""
    if imported.kind not in {REPORT, EVALUATION}:
        return None, [make_finding("import-no-rows", Location(imported.file), looks=_NO_REPORT)]
    return find_document_model(imported, session)
