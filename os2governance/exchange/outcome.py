"""What became of a document that was imported: plain data for the views of it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from os2governance.findings.finding import Finding


class Outcome(NamedTuple):
    """What became of one document; `written` is the file, None where nothing was written.

    `schema` is the schema that was written with it, for editors.
    """

    file: str
    kind: str | None
    model: str | None
    product: str | None
    counts: Mapping[str, int]
    facts: int
    written: str | None
    findings: Sequence[Finding]
    schema: str | None = None
