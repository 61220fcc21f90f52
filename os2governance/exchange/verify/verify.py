"""Verification of a published report: its rows against the model, its figures against them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from os2governance.exchange.read.document import EVALUATION, ImportedDocument, read_claim
from os2governance.exchange.read.document_rows import read_document_rows
from os2governance.exchange.read.header import infer_version
from os2governance.exchange.read.markdown import MarkdownSource, read_markdown
from os2governance.exchange.read.rows import CriterionRow, list_column_roles, read_row_title
from os2governance.exchange.verify.recount import recount_report
from os2governance.exchange.verify.tally import count_rows
from os2governance.findings.finding import Finding, Location, make_finding, suggest_id
from os2governance.i18n.folding import fold_label
from os2governance.model.document_terms import DocumentTerms
from os2governance.model.model import Model


class VerificationResult(NamedTuple):
    """The number of rows and figures checked, and the findings."""

    rows: int
    figures: int
    findings: Sequence[Finding]


def verify_document(
    data: bytes, imported: ImportedDocument, model: Model, wording: DocumentTerms
) -> VerificationResult:
    """Verify a report that could be read."""
    source, findings = read_markdown(data, imported.file)
    if source is None:
        return VerificationResult(0, 0, findings)
    rows, _, wrong = read_document_rows(source, wording)
    findings += wrong
    findings += _check_rows(rows, imported, model=model, wording=wording, source=source)
    findings += _check_version(rows, imported, model, wording)
    statuses = {name: claim.status for name, claim in imported.claims.items()}
    recounted = recount_report(source, count_rows(rows, statuses, model, wording))
    findings += recounted.findings
    return VerificationResult(
        len(rows), recounted.figures, sorted(findings, key=lambda f: f.location)
    )


def _check_rows(
    rows: Sequence[CriterionRow],
    imported: ImportedDocument,
    model: Model,
    wording: DocumentTerms,
    source: MarkdownSource,
) -> Iterator[Finding]:
    for row in rows:
        place = source.locate(row.line)
        if row.id not in model.by_id:
            meant, reference = suggest_id(row.id, model.by_id), model.reference
            yield make_finding(
                "import-criterion-unknown",
                place,
                criterion=row.id,
                name=row.id,
                model=reference,
                meant=meant,
            )
            continue
        yield from _check_level(row, model, wording, place)
        yield from read_claim(row, imported.kind, wording, place)[1]
        cell = row.cells.get("light" if imported.kind == EVALUATION else "mark")
        if imported.claims[row.id].status is None and (cell is None or wording.is_blank(cell)):
            yield make_finding("verify-no-mark", place, criterion=row.id, name=row.id)
    there = {row.id for row in rows}
    missing = [each.id for each in model.criteria if each.id not in there]
    if missing:
        names, reference = ", ".join(missing), model.reference
        yield make_finding(
            "import-rows-missing", Location(imported.file, 1, 1), names=names, model=reference
        )


def _check_level(
    row: CriterionRow, model: Model, wording: DocumentTerms, place: Location
) -> Iterator[Finding]:
    printed, right = row.cells.get("level"), model.by_id[row.id].level
    if printed is None:
        return
    name, reference = row.id, model.reference
    if not fold_label(printed):
        yield make_finding(
            "verify-no-level", place, criterion=name, name=name, right=right, model=reference
        )
    elif wording.find_level(printed) != (wording.find_level(right) or right):
        yield make_finding(
            "verify-level",
            place,
            criterion=name,
            name=name,
            printed=printed[:40],
            right=right,
            model=reference,
        )


def _check_version(
    rows: Sequence[CriterionRow], imported: ImportedDocument, model: Model, wording: DocumentTerms
) -> Iterator[Finding]:
    """Yield a finding where a document states another version than the one its ids belong to."""
    if all(row.id in model.by_id for row in rows):
        return
    told = infer_version(
        {row.id: read_row_title(row) for row in rows}, list_column_roles(rows), wording
    )
    if told and imported.version and told != imported.version:
        place = Location(imported.file, 1, 1)
        yield make_finding("verify-version", place, stated=imported.version, told=told)
