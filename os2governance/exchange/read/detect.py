"""Detection of a document's kind, and its reader."""

import re
from collections.abc import Callable, Sequence

from os2governance.exchange.read.document import Read
from os2governance.exchange.read.publiccode import read_publiccode
from os2governance.exchange.read.report import read_report
from os2governance.exchange.read.selfassessment_json import is_form, parsed, read_form
from os2governance.findings.finding import Place, finding
from os2governance.model.document_terms import Wording

Reader = Callable[[bytes, str, Wording], Read]

YAML = (".yml", ".yaml")
ENDINGS = (".md", ".markdown", ".json", *YAML)


def read_document(data: bytes, file: str, wordings: Sequence[Wording]) -> Read:
    """Read a document by the terms of the first model that recognises it.

    The kind is detected from the file's content, not from its name alone.
    """
    reader = _reader(data, file)
    first: Read | None = None
    for wording in wordings:
        read = reader(data, file, wording)
        if read[0] is not None:
            return read
        first = first or read
    return first or (None, [finding("import-no-documents", Place(file))])


def _reader(data: bytes, file: str) -> Reader:
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if re.search(rb"^publiccodeYmlVersion\s*:", data, re.MULTILINE):
        return read_publiccode
    if file.lower().endswith(YAML):
        return read_publiccode if "publiccode" in file.lower() else _unknown
    if start[:1] == b"{":
        return read_form
    return read_report


def _unknown(data: bytes, file: str, wording: Wording) -> Read:
    values, _, findings = parsed(data, file)
    if not findings and is_form(values, wording):
        return read_form(data, file, wording)
    return None, [finding("import-unknown-kind", Place(file))]
