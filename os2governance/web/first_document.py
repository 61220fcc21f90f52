"""A product that begins with a document: a report, an evaluation, or a publiccode.yml."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from os2governance.exchange.import_document import (
    ImportOptions,
    ImportProposal,
    ImportSession,
    propose_import,
    read_library_terms,
)
from os2governance.findings.finding import Finding
from os2governance.i18n.folding import build_product_id
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.text import Renderable, _
from os2governance.web.document_pages import write_import
from os2governance.web.pages import Pages

_EXISTS = _(
    "There is already a product of that name. Choose it above, and import the document there."
)
_NOTHING = _("There is nothing in the document that can be read.")
_TOLD = _("{message} {remedy}")


class FirstDocument(NamedTuple):
    """What came of a document: the product that was begun, empty where none was, and the import.

    `problems` are what is wrong, by the fields of the front page.
    """

    product: str
    found: ImportProposal
    problems: Mapping[str, Renderable]


def begin_from_document(
    pages: Pages, given: Mapping[str, str], upload: tuple[str, bytes]
) -> FirstDocument:
    """Begin a product with what a document says, its head too; nothing is written over."""
    place = pages.workspace
    library = place.library()
    terms, findings = read_library_terms(library)
    reference = given.get("model", "")
    model = library.model(reference)[0] if reference in library.references() else None
    desk = ImportSession(
        as_of=place.today(),
        language=place.language,
        options=ImportOptions(
            build_product_id(given.get("name", "")) or None, model, place.folder, update=False
        ),
        library=library,
        document_terms=terms,
        stated_on=parse_iso_date(given.get("on", "")),
    )
    found = propose_import(Path(upload[0]).name or "document", upload[1], desk)
    found = replace(found, root=place.folder)
    wrong = [*findings, *found.outcome.findings]
    product = found.outcome.product or ""
    exists = found.old_data is not None or product in place.products()
    if exists or found.new_data is None:
        return FirstDocument("", found, {"document": _EXISTS if exists else _tell(wrong)})
    pages.history.first_seen(product, dict)
    refused = write_import(pages, product, found)
    if refused:
        return FirstDocument("", found, {"document": _tell(refused)})
    return FirstDocument(product, found, {})


def _tell(findings: Sequence[Finding]) -> Renderable:
    """Why nothing was begun, in words for the field of the document."""
    several = [each for each in findings if each.severity == "error"] or list(findings)
    told = [_TOLD.fill(message=each.message, remedy=each.remedy_in_form) for each in several[:1]]
    return told[0] if told else _NOTHING
