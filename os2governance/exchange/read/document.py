"""The content of one document, whatever its kind: the common form of all documents."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from os2governance.exchange.read.cell_text import Said, said
from os2governance.exchange.read.marks import Mark, read_mark
from os2governance.exchange.read.rows import Row
from os2governance.findings.finding import Finding, Place, finding
from os2governance.i18n.text import Sayable, Text
from os2governance.model.document_terms import UNTICKED, Wording

REPORT, EVALUATION, FORM, PUBLICCODE = "report", "evaluation", "self-assessment", "publiccode"


class Claim(NamedTuple):
    """The document's claim about one criterion; `status` is None where it has no answer."""

    id: str
    status: str | None
    text: str
    links: tuple[str, ...]
    place: Place


class Imported(NamedTuple):
    """The content of one document.

    `version` is the model's, None where it is unknown; `notes` are comments for the file built
    from it; `name_left_out` is true where a name was left out; `facts` are facts by their path,
    each with its source in the document.
    """

    kind: str
    file: str
    model: str
    version: str | None
    product: str
    on: date | None
    by: str
    claims: Mapping[str, Claim]
    notes: Sequence[Sayable] = ()
    level: str | None = None
    reference: str = ""
    named: bool = False
    facts: Mapping[tuple[str | int, ...], tuple[Any, str]] = {}

    @property
    def counts(self) -> dict[str, int]:
        """The number of criteria by the status they were read as."""
        counted: dict[str, int] = {}
        for claim in self.claims.values():
            name = claim.status or "none"
            counted[name] = counted.get(name, 0) + 1
        return counted


Read = tuple[Imported | None, list[Finding]]

MAIL_LEFT_OUT = Text("[mailadresse udeladt]", "[mail address left out]")


def claimed(row: Row, kind: str, wording: Wording, place: Place) -> tuple[Claim, list[Finding]]:
    """Read the claim of a row about its criterion."""
    light = kind == EVALUATION
    cell = row.cells.get("light" if light else "mark", "")
    mark = read_mark(cell, wording.lights if light else wording.marks, wording)
    text = _text(row, light=light, wording=wording)
    findings: list[Finding] = []
    if not mark.understood:
        shown = mark.rest[:60]
        findings.append(
            finding("import-mark-unknown", place, criterion=row.id, name=row.id, said=shown)
        )
    beside = said(cell, MAIL_LEFT_OUT.da) if mark.rest else Said("", ())
    words = "\n".join(piece for piece in (beside.words, text.words) if piece)
    links = tuple(dict.fromkeys([*beside.links, *text.links]))
    status = mark.status
    if status == UNTICKED:
        status = "unmet" if text.text or mark.rest else None
        findings += _contradicted(row.id, text, wording, place)
    return Claim(row.id, status, words, links, place), findings


def _text(row: Row, *, light: bool, wording: Wording) -> Said:
    """Combine the texts of a row beside its mark; blank cells of the template are ignored."""
    named = ["grounds"] if light else ["text", "grounds"]
    if not light and not {"mark", "text"} & set(row.cells):
        named.append("guidance")  # a table without answer columns, filled in anyway
    cells = [row.cells.get(name, "") for name in named]
    cells += [f"{word}: {cell}" for word, cell in row.others]
    read = [said(cell, MAIL_LEFT_OUT.da) for cell in cells if not wording.is_blank(cell)]
    links = tuple(dict.fromkeys(link for each in read for link in each.links))
    return Said("\n".join(each.text for each in read if each.text), links)


def _contradicted(name: str, text: Said, wording: Wording, place: Place) -> list[Finding]:
    """Finding of an empty box whose text begins with another mark: `Ja.`, `Ikke relevant`."""
    if not text.text:
        return []
    mark: Mark = read_mark(text.text[:200], wording.marks, wording)
    if mark.status in {None, "unmet", UNTICKED}:
        return []
    shown = text.text.split("\n")[0][:60]
    return [finding("import-mark-and-text", place, criterion=name, name=name, said=shown)]
