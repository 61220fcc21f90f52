"""The real documents: what is read of each equals a list that was made by reading it."""

import re
from pathlib import Path

import pytest
from exchange.words import ids, wording

from os2governance.documents.yaml_reader import read_yaml
from os2governance.exchange.read.detect import read_document

EXPECTED = sorted((Path(__file__).parent / "expected").glob("*.yaml"))
STATUSES = ("met", "partly", "unmet", "planned", "not_applicable", "unknown", "none")


def expected(file: Path):
    document, findings = read_yaml(file.read_bytes(), file.name)
    assert findings == []
    return document.values


def test_every_document_has_its_list(reports):
    documents = {file.name for file in reports.iterdir() if file.suffix != ".yml"}

    assert {file.stem for file in EXPECTED} == documents


@pytest.mark.parametrize("file", EXPECTED, ids=lambda file: file.stem)
def test_a_document_is_read_as_people_read_it(file, reports):
    wanted = expected(file)
    imported, _ = read_document((reports / file.stem).read_bytes(), file.stem, [wording()])

    read = {name: claim.status or "none" for name, claim in imported.claims.items()}
    assert read == {name: status for status in STATUSES for name in ids(wanted.get(status))}
    assert imported.kind == wanted["kind"]
    assert f"{imported.model}/{imported.version}" == wanted["model"]
    assert imported.product == wanted["product"]
    assert (imported.on and imported.on.isoformat()) == wanted.get("on")
    assert imported.level == wanted.get("recommends", wanted.get("aims_at"))


@pytest.mark.parametrize(
    "file", [file for file in EXPECTED if file.stem.endswith(".md")], ids=lambda file: file.stem
)
def test_every_row_of_a_document_is_accounted_for(file, reports):
    """A line that begins with an id, or has one behind its mark, was read or is found."""
    text = (reports / file.stem).read_text(encoding="utf-8")
    lines = {
        number
        for number, line in enumerate(text.splitlines(), 1)
        if re.match(r"^\s*\|([^|]*\|)?\s*[RFSG]\d+\s*\|", line)
    }
    imported, findings = read_document(text.encode(), file.stem, [wording()])
    read = {claim.location.line for claim in imported.claims.values()}

    assert lines - read - {found.location.line for found in findings} == set()
    assert len(read) >= 43
