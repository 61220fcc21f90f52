"""The JSON saved by the self-assessment's web form."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from os2governance.exchange.read.document import FORM, Claim, Imported, Read, claimed
from os2governance.exchange.read.header import read_date, told_version, who
from os2governance.exchange.read.markdown import decoded
from os2governance.exchange.read.rows import Row
from os2governance.findings.finding import Finding, Place, finding
from os2governance.i18n.folding import bare
from os2governance.i18n.text import Sayable, Text
from os2governance.model.document_terms import Wording

_NAMED = Text("Et navn er udeladt.", "A name is left out.")


def is_form(values: Any, wording: Wording) -> bool:
    """Whether parsed JSON is that of the form."""
    return isinstance(values, dict) and isinstance(values.get(wording.given["form"]["rows"]), list)


def parsed(data: bytes, file: str) -> tuple[Any, str, list[Finding]]:
    """Parse JSON; returns the values, the text, and the findings."""
    text, findings = decoded(data, file)
    if text is None:
        return None, "", findings
    try:
        return json.loads(text, parse_constant=str), text, []
    except json.JSONDecodeError as error:
        place = Place(file, error.lineno, error.colno)
        return None, text, [finding("json-syntax", place, problem=error.msg)]
    except (RecursionError, ValueError) as error:
        return (
            None,
            text,
            [finding("json-syntax", Place(file, 1, 1), problem=type(error).__name__)],
        )


def read_form(data: bytes, file: str, wording: Wording) -> Read:
    """Read the form's JSON; every row is read, or reported."""
    values, text, findings = parsed(data, file)
    if findings or not is_form(values, wording):
        return None, findings or [finding("import-unknown-kind", Place(file))]
    form = wording.given["form"]
    rows: dict[str, Row] = {}
    claims: dict[str, Claim] = {}
    places = _places(text, file, form["row"]["id"])
    for number, entry in enumerate(values[form["rows"]], 1):
        row, place = _row(entry, form["row"], wording, places, Place(file))
        if row is None:
            findings.append(finding("import-entry-unknown", place, number=number))
        elif row.id in rows:
            findings.append(
                finding(
                    "import-row-twice",
                    place,
                    criterion=row.id,
                    name=row.id,
                    first=claims[row.id].place.line,
                )
            )
        else:
            rows[row.id] = row
            claims[row.id], wrong = claimed(row, FORM, wording, place)
            findings += wrong
    if not rows:
        return None, [*findings, finding("import-no-rows", Place(file))]
    titles = {row.id: bare(row.cells.get("title", "")) for row in rows.values()}
    columns = {name for row in rows.values() for name in row.cells}
    people = who(_text(values.get(form["by"])), wording)
    notes: list[Sayable] = [_NAMED] if people.left_out else []
    if people.left_out:
        findings.append(finding("import-name-left-out", Place(file, 1, 1)))
    product = _text(values.get(form["product"])).strip()
    return Imported(
        kind=FORM,
        file=file,
        model=wording.model,
        version=told_version(titles, columns, wording),
        product="" if wording.is_blank(product) else product[:200],
        on=read_date(_text(values.get(form["on"]))),
        by=people.said,
        claims=claims,
        notes=notes,
        named=people.left_out,
        reference=PurePosixPath(file).name,
    ), findings


def _text(value: Any) -> str:
    """A JSON value as text: empty for null, objects and arrays."""
    if value is None or isinstance(value, dict | list):
        return ""
    return value if isinstance(value, str) else json.dumps(value)


def _row(
    entry: Any, keys: Mapping[str, str], wording: Wording, places: Iterator[Place], whole: Place
) -> tuple[Row | None, Place]:
    place = whole
    if isinstance(entry, dict) and isinstance(entry.get(keys["id"]), str):
        place = next(places)
        name = bare(entry[keys["id"]]).upper()
        if wording.criterion.fullmatch(name):
            known = {role: _text(entry[key]) for role, key in keys.items() if key in entry}
            return Row(name, place.line, known, tuple(_others(entry, keys, wording))), place
        return None, place
    return None, next(places) if isinstance(entry, dict) and keys["id"] in entry else place


def _others(
    entry: Mapping[str, Any], keys: Mapping[str, str], wording: Wording
) -> Iterator[tuple[str, str]]:
    """Yield the other texts of an entry; the category is known by the model."""
    for name, value in entry.items():
        text = _text(value)
        told = wording.themes.get(text.casefold()) is not None
        if name not in keys.values() and text and not told and not wording.is_blank(text):
            yield bare(name)[:60], text


def _places(text: str, file: str, key: str) -> Iterator[Place]:
    """Yield the locations of the ids, in their order; then that of the file, endlessly."""
    line, start, at = 1, 0, 0
    for found in re.finditer(rf'"{re.escape(key)}"\s*:', text):
        line += text.count("\n", at, found.start())
        start = text.rfind("\n", 0, found.start()) + 1
        at = found.start()
        yield Place(file, line, found.start() - start + 1)
    while True:
        yield Place(file, line, 1)
