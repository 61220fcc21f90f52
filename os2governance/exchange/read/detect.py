"""Detection of a document's kind, and its reader."""

import re
from collections.abc import Callable, Sequence

from os2governance.exchange.read.document import DocumentResult
from os2governance.exchange.read.publiccode import read_publiccode
from os2governance.exchange.read.report import read_report
from os2governance.exchange.read.selfassessment_json import (
    is_selfassessment,
    parse_form_json,
    read_selfassessment_json,
)
from os2governance.findings.finding import Location, make_finding
from os2governance.model.document_terms import DocumentTerms

DocumentReader = Callable[[bytes, str, DocumentTerms], DocumentResult]

YAML_ENDINGS = (".yml", ".yaml")
DOCUMENT_ENDINGS = (".md", ".markdown", ".json", *YAML_ENDINGS)


def read_document(data: bytes, file: str, wordings: Sequence[DocumentTerms]) -> DocumentResult:
    """Read a document by the terms of the first model that recognises it.

    The kind is detected from the file's content, not from its name alone.
    """
    reader = _detect_reader(data, file)
    first: DocumentResult | None = None
    for wording in wordings:
        read = reader(data, file, wording)
        if read[0] is not None:
            return read
        first = first or read
    return first or (None, [make_finding("import-no-documents", Location(file))])


def _detect_reader(data: bytes, file: str) -> DocumentReader:
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if re.search(rb"^publiccodeYmlVersion\s*:", data, re.MULTILINE):
        return read_publiccode
    if file.lower().endswith(YAML_ENDINGS):
        return read_publiccode if "publiccode" in file.lower() else _read_unknown
    if start[:1] == b"{":
        return read_selfassessment_json
    return read_report


def _read_unknown(data: bytes, file: str, wording: DocumentTerms) -> DocumentResult:
    values, _, findings = parse_form_json(data, file)
    if not findings and is_selfassessment(values, wording):
        return read_selfassessment_json(data, file, wording)
    return None, [make_finding("import-unknown-kind", Location(file))]
