"""The JSON saved by the self-assessment's web form."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from os2governance.documents.json_reader import read_json
from os2governance.documents.text_reader import read_shown_text
from os2governance.exchange.read.document import (
    SELF_ASSESSMENT,
    DocumentClaim,
    DocumentResult,
    ImportedDocument,
    read_claim,
)
from os2governance.exchange.read.header import (
    find_date_in_name,
    find_product_in_name,
    infer_version,
    read_authors,
    read_date,
)
from os2governance.exchange.read.rows import CriterionRow
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.folding import strip_markup
from os2governance.i18n.text import Renderable, _
from os2governance.model.document_terms import DocumentTerms

_NO_LIST = _("the form's JSON without a list of criteria")
_NAMED = _("A person's name is left out.")


def is_selfassessment(values: Any, wording: DocumentTerms) -> bool:
    """Whether parsed JSON is that of the form."""
    return isinstance(values, dict) and isinstance(
        values.get(wording.file_values["form"]["rows"]), list
    )


def parse_form_json(data: bytes, file: str) -> tuple[Any, str, list[Finding]]:
    """Parse JSON; returns the values, the text, and the findings."""
    values, refused = read_json(data, file)
    return values, read_shown_text(data), [refused] if refused else []


def read_selfassessment_json(data: bytes, file: str, wording: DocumentTerms) -> DocumentResult:
    """Read the form's JSON; every row is read, or reported."""
    values, text, findings = parse_form_json(data, file)
    if findings or not is_selfassessment(values, wording):
        return None, findings or [make_finding("import-unknown-kind", Location(file))]
    form = wording.file_values["form"]
    rows: dict[str, CriterionRow] = {}
    claims: dict[str, DocumentClaim] = {}
    places = _find_id_locations(text, file, form["row"]["id"])
    for number, entry in enumerate(values[form["rows"]], 1):
        row, place = _read_row(
            entry, form["row"], wording=wording, places=places, whole=Location(file)
        )
        if row is None:
            findings.append(make_finding("import-entry-unknown", place, number=number))
        elif row.id in rows:
            findings.append(
                make_finding(
                    "import-row-twice",
                    place,
                    criterion=row.id,
                    name=row.id,
                    first=claims[row.id].location.line,
                )
            )
        else:
            rows[row.id] = row
            claims[row.id], wrong = read_claim(row, SELF_ASSESSMENT, wording, place)
            findings += wrong
    if not rows:
        return None, [*findings, make_finding("import-no-rows", Location(file), looks=_NO_LIST)]
    titles = {row.id: strip_markup(row.cells.get("title", "")) for row in rows.values()}
    columns = {name for row in rows.values() for name in row.cells}
    people = read_authors(_format_value(values.get(form["by"])), wording)
    notes: list[Renderable] = [_NAMED] if people.name_left_out else []
    if people.name_left_out:
        findings.append(make_finding("import-name-left-out", Location(file, 1, 1)))
    product = _format_value(values.get(form["product"])).strip()
    return ImportedDocument(
        kind=SELF_ASSESSMENT,
        file=file,
        model=wording.model,
        version=infer_version(titles, columns, wording),
        product=find_product_in_name(file, wording)
        if wording.is_blank(product)
        else product[:200],
        on=read_date(_format_value(values.get(form["on"]))),
        name_on=find_date_in_name(file),
        by=people.text,
        claims=claims,
        notes=notes,
        name_left_out=people.name_left_out,
        reference=PurePosixPath(file).name,
    ), findings


def _format_value(value: Any) -> str:
    """A JSON value as text: empty for null, objects and arrays."""
    if value is None or isinstance(value, dict | list):
        return ""
    return value if isinstance(value, str) else json.dumps(value)


def _read_row(
    entry: Any,
    keys: Mapping[str, str],
    wording: DocumentTerms,
    places: Iterator[Location],
    whole: Location,
) -> tuple[CriterionRow | None, Location]:
    place = whole
    if isinstance(entry, dict) and isinstance(entry.get(keys["id"]), str):
        place = next(places)
        name = strip_markup(entry[keys["id"]]).upper()
        if wording.criterion_pattern.fullmatch(name):
            known = {role: _format_value(entry[key]) for role, key in keys.items() if key in entry}
            return CriterionRow(
                name, place.line, known, tuple(_list_other_cells(entry, keys, wording))
            ), place
        return None, place
    return None, next(places) if isinstance(entry, dict) and keys["id"] in entry else place


def _list_other_cells(
    entry: Mapping[str, Any], keys: Mapping[str, str], wording: DocumentTerms
) -> Iterator[tuple[str, str]]:
    """Yield the other texts of an entry; the category is known by the model."""
    for name, value in entry.items():
        text = _format_value(value)
        told = wording.themes.get(text.casefold()) is not None
        if name not in keys.values() and text and not told and not wording.is_blank(text):
            yield strip_markup(name)[:60], text


def _find_id_locations(text: str, file: str, key: str) -> Iterator[Location]:
    """Yield the locations of the ids, in their order; then that of the file, endlessly."""
    line, start, at = 1, 0, 0
    for found in re.finditer(rf'"{re.escape(key)}"\s*:', text):
        line += text.count("\n", at, found.start())
        start = text.rfind("\n", 0, found.start()) + 1
        at = found.start()
        yield Location(file, line, found.start() - start + 1)
    while True:
        yield Location(file, line, 1)
