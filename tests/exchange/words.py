"""The words of OS2's documents, and documents of our own, for the tests of this folder."""

import re
from functools import lru_cache

from os2governance.files.listing import find_shipped_criteria
from os2governance.model.document_terms import DocumentTerms, read_document_terms


@lru_cache(maxsize=1)
def wording() -> DocumentTerms:
    read, findings = read_document_terms(
        (find_shipped_criteria() / "os2" / "documents.yaml").read_bytes(), "documents.yaml"
    )
    assert findings == []
    assert read is not None
    return read


def ids(text: str | None) -> list[str]:
    """Spell out `R1-3 F5`."""
    found = []
    for part in (text or "").split():
        letter, first, last = re.fullmatch(r"([A-Z])(\d+)(?:-(\d+))?", part).groups()
        found += [f"{letter}{number}" for number in range(int(first), int(last or first) + 1)]
    return found


def codes(findings) -> list[tuple[str, int]]:
    return [(found.code, found.location.line) for found in findings]
