"""Persons' names and doubtful claims of the real documents: those that were found by reading."""

from datetime import date
from pathlib import Path

import pytest
from exchange.words import wording

from os2governance.assessment.levels import assess
from os2governance.checks.claims import check_claims
from os2governance.checks.personal_names import find_names
from os2governance.documents.sources import FileContent, ProductFiles
from os2governance.documents.yaml_reader import read_yaml
from os2governance.exchange.import_document import ImportOptions, ImportSession, propose_import
from os2governance.files.listing import find_shipped_criteria
from os2governance.product.reader import build_product
from os2governance.workflows.disk_files import open_library

LIBRARY = open_library(find_shipped_criteria())
MODEL, _ = LIBRARY.model("os2/1.1.0")
FOUND = Path(__file__).parent / "persons_and_doubts.yaml"
DATA, _ = read_yaml(FOUND.read_bytes(), FOUND.name)
EXPECTED = DATA.values


def proposed(file: Path):
    options = ImportOptions(product="x", model=None, out=Path("nowhere"), update=False)
    session = ImportSession(
        as_of=date(2026, 11, 27),
        language="da",
        options=options,
        library=LIBRARY,
        document_terms=[wording()],
    )
    return propose_import(file.name, file.read_bytes(), session)


def list_doubts(data: bytes) -> dict[str, list[str]]:
    read, _ = build_product(ProductFiles(product=FileContent("product.yaml", data)), LIBRARY)
    doubts: dict[str, list[str]] = {}
    for found in check_claims(assess(*read, as_of=date(2026, 11, 27))):
        doubts.setdefault(found.code, []).append(str(found.criterion))
    return doubts


@pytest.mark.parametrize("name", EXPECTED)
def test_names_are_left_out_and_doubts_are_found(name, documents):
    (file,) = [file for file in documents if file.name == name]
    wanted = EXPECTED[name] or {}
    found = proposed(file)
    told = [str(f.criterion) for f in found.outcome.findings if f.code == "import-name-left-out"]

    assert list(find_names(found.new_data.decode(), MODEL.person_terms)) == []
    assert sorted(told) == sorted(wanted.get("names") or [])
    if found.outcome.kind != "evaluation":
        assert list_doubts(found.new_data) == (wanted.get("doubts") or {})


def test_every_document_has_been_read(documents):
    unread = {"OS2iot__2021-02-15.yml"}  # no valid YAML

    assert set(EXPECTED) == {file.name for file in documents} - unread
