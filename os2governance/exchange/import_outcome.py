"""Result of importing a document: plain data for the renderers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from os2governance.findings.finding import Finding


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportOutcome:
    """The result for one document; `written_file` is the file written, or None.

    `digest` is the model's. `kept_file` is where the declaration before the change is kept,
    `schema_file` the editor schema that was written with it. `proposed` is the number of facts
    that the text states, and that the file proposes, `undo` the product's folder where the import
    changed what was there and can be undone.
    """

    file: str
    kind: str | None
    model: str | None
    product: str | None
    counts: Mapping[str, int]
    facts: int
    written_file: str | None
    findings: Sequence[Finding]
    digest: str = ""
    schema_file: str | None = None
    kept_file: str | None = None
    proposed: int = 0
    undo: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class UndoneImport:
    """What was undone: the file that is as it was, or that is gone; or why nothing was."""

    path: str
    restored: str | None = None
    removed: str | None = None
    findings: Sequence[Finding] = ()
