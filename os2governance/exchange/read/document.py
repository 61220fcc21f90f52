"""The content of one document, whatever its kind: the common form of all documents."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from os2governance.exchange.read.cell_text import CellText, read_cell
from os2governance.exchange.read.marks import CellMark, read_mark
from os2governance.exchange.read.rows import CriterionRow
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.date_words import DateInWords
from os2governance.i18n.text import Renderable, _
from os2governance.model.document_terms import UNTICKED, DocumentTerms

REPORT, EVALUATION, SELF_ASSESSMENT, PUBLICCODE = (
    "report",
    "evaluation",
    "self-assessment",
    "publiccode",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentClaim:
    """The document's claim about one criterion; `status` is None where it has no answer.

    `advice` is what an evaluation recommends.
    """

    id: str
    status: str | None
    text: str
    links: tuple[str, ...]
    location: Location
    advice: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportedDocument:
    """The content of one document.

    `version` is the model's, None where it is unknown; `notes` are comments for the file built
    from it; `name_left_out` is true where a name was left out; `facts` are facts by their path,
    each with its source in the document; `head` has what stands above the rows, by its name in
    the model's terms, with its line. `name_on` is the date in the file's name. `level` is the one
    aimed at, or recommended by an evaluation, which may have a `summary` and grounds for it.
    """

    kind: str
    file: str
    model: str
    version: str | None
    product: str
    on: date | None
    by: str
    claims: Mapping[str, DocumentClaim]
    notes: Sequence[Renderable] = ()
    name_on: date | None = None
    draft: bool = False
    level: str | None = None
    level_grounds: str = ""
    summary: str = ""
    reference: str = ""
    name_left_out: bool = False
    facts: Mapping[tuple[str | int, ...], tuple[Any, str]] = field(default_factory=dict)
    head: Mapping[str, tuple[str, int]] = field(default_factory=dict)

    @property
    def counts(self) -> dict[str, int]:
        """The number of criteria by the status they were read as."""
        counted: dict[str, int] = {}
        for claim in self.claims.values():
            name = claim.status or "none"
            counted[name] = counted.get(name, 0) + 1
        return counted


DocumentResult = tuple[ImportedDocument | None, list[Finding]]

MAIL_LEFT_OUT = _("[mail address left out]")


def read_claim(
    row: CriterionRow, kind: str, wording: DocumentTerms, place: Location
) -> tuple[DocumentClaim, list[Finding]]:
    """Read the claim of a row about its criterion."""
    light = kind == EVALUATION
    cell = row.cells.get("light" if light else "mark", "")
    mark = read_mark(cell, wording.rating_marks if light else wording.answer_marks, wording)
    text = _combine_cells(row, light=light, wording=wording)
    findings: list[Finding] = []
    if not mark.understood:
        shown = mark.rest[:60]
        findings.append(
            make_finding("import-mark-unknown", place, criterion=row.id, name=row.id, said=shown)
        )
    beside = read_cell(cell, MAIL_LEFT_OUT.da) if mark.rest else CellText("", ())
    words = "\n".join(piece for piece in (beside.own_text, text.own_text) if piece)
    links = tuple(dict.fromkeys([*beside.links, *text.links]))
    status = mark.status
    if status == UNTICKED:
        status = "unmet" if text.text or mark.rest else None
        findings += _check_contradiction(row.id, text, wording, place)
    return DocumentClaim(
        id=row.id,
        status=status,
        text=words,
        links=links,
        location=place,
        advice=_read_advice(row.cells.get("advice", ""), wording) if light else "",
    ), findings


def _read_advice(cell: str, wording: DocumentTerms) -> str:
    """What an evaluation recommends for a criterion, with its links."""
    read = read_cell(cell, MAIL_LEFT_OUT.da)
    if wording.is_blank(cell):
        return ""
    return "\n".join([read.text, *(link for link in read.links if link not in read.text)]).strip()


def _combine_cells(row: CriterionRow, *, light: bool, wording: DocumentTerms) -> CellText:
    """Combine the texts of a row beside its mark; blank cells of the template are ignored."""
    named = ["grounds"] if light else ["text", "grounds", "advice"]
    if not light and not {"mark", "text"} & set(row.cells):
        named.append("guidance")  # a table without answer columns, filled in anyway
    cells = [row.cells.get(name, "") for name in named]
    cells += [f"{word}: {cell}" for word, cell in row.other_cells]
    read = [read_cell(cell, MAIL_LEFT_OUT.da) for cell in cells if not wording.is_blank(cell)]
    links = tuple(dict.fromkeys(link for each in read for link in each.links))
    return CellText("\n".join(each.text for each in read if each.text), links)


def _check_contradiction(
    name: str, text: CellText, wording: DocumentTerms, place: Location
) -> list[Finding]:
    """Finding of an empty box whose text begins with another mark: `Ja.`, `Ikke relevant`."""
    if not text.text:
        return []
    mark: CellMark = read_mark(text.text[:200], wording.answer_marks, wording)
    if mark.status in {None, "unmet", UNTICKED}:
        return []
    shown = text.text.split("\n")[0][:60]
    return [make_finding("import-mark-and-text", place, criterion=name, name=name, said=shown)]


def date_document(
    imported: ImportedDocument, stated_on: date | None
) -> tuple[ImportedDocument, list[Finding]]:
    """A document with its date: by its text, by the name of its file, or as the user stated."""
    if imported.on is not None:
        return imported, []
    if imported.name_on is None:
        return replace(imported, on=stated_on), []
    day = DateInWords(imported.name_on)
    found = make_finding("import-date-from-name", Location(imported.file), date=day)
    return replace(imported, on=imported.name_on), [found]
