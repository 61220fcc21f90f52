"""Verification of a published report: its rows against the model, its figures against them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from os2governance.exchange.read.document import EVALUATION, Imported, claimed
from os2governance.exchange.read.header import told_version
from os2governance.exchange.read.markdown import Source, read_markdown
from os2governance.exchange.read.rows import Row, by_role, read_rows, title_of
from os2governance.exchange.verify.recount import recount
from os2governance.exchange.verify.tally import tally
from os2governance.findings.finding import Finding, Place, finding, suggested_id
from os2governance.i18n.folding import key
from os2governance.model.document_terms import Wording
from os2governance.model.model import Model


class Verified(NamedTuple):
    """The number of rows and figures checked, and the findings."""

    rows: int
    figures: int
    findings: Sequence[Finding]


def verify(data: bytes, imported: Imported, model: Model, wording: Wording) -> Verified:
    """Verify a report that could be read."""
    source, findings = read_markdown(data, imported.file)
    if source is None:
        return Verified(0, 0, findings)
    rows, wrong = read_rows(source, wording)
    findings += wrong
    findings += _rows_found(rows, imported, model, wording, source)
    findings += _version_found(rows, imported, model, wording)
    statuses = {name: claim.status for name, claim in imported.claims.items()}
    recounted = recount(source, tally(rows, statuses, model, wording))
    findings += recounted.findings
    return Verified(len(rows), recounted.figures, sorted(findings, key=lambda f: f.place))


def _rows_found(
    rows: Sequence[Row], imported: Imported, model: Model, wording: Wording, source: Source
) -> Iterator[Finding]:
    for row in rows:
        place = source.place(row.line)
        if row.id not in model.by_id:
            meant, reference = suggested_id(row.id, model.by_id), model.reference
            yield finding(
                "import-criterion-unknown",
                place,
                criterion=row.id,
                name=row.id,
                model=reference,
                meant=meant,
            )
            continue
        yield from _level_found(row, model, wording, place)
        yield from claimed(row, imported.kind, wording, place)[1]
        cell = row.cells.get("light" if imported.kind == EVALUATION else "mark")
        if imported.claims[row.id].status is None and (cell is None or wording.is_blank(cell)):
            yield finding("verify-no-mark", place, criterion=row.id, name=row.id)
    there = {row.id for row in rows}
    missing = [each.id for each in model.criteria if each.id not in there]
    if missing:
        names, reference = ", ".join(missing), model.reference
        yield finding(
            "import-rows-missing", Place(imported.file, 1, 1), names=names, model=reference
        )


def _level_found(row: Row, model: Model, wording: Wording, place: Place) -> Iterator[Finding]:
    printed, right = row.cells.get("level"), model.by_id[row.id].level
    if printed is None:
        return
    name, reference = row.id, model.reference
    if not key(printed):
        code = "verify-no-level"
        yield finding(code, place, criterion=name, name=name, right=right, model=reference)
    elif wording.level(printed) != (wording.level(right) or right):
        yield finding(
            "verify-level",
            place,
            criterion=name,
            name=name,
            printed=printed[:40],
            right=right,
            model=reference,
        )


def _version_found(
    rows: Sequence[Row], imported: Imported, model: Model, wording: Wording
) -> Iterator[Finding]:
    """Yield a finding where a document states another version than the one its ids belong to."""
    if all(row.id in model.by_id for row in rows):
        return
    told = told_version({row.id: title_of(row) for row in rows}, by_role(rows), wording)
    if told and imported.version and told != imported.version:
        place = Place(imported.file, 1, 1)
        yield finding("verify-version", place, stated=imported.version, told=told)
