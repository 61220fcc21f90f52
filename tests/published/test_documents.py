"""The real documents: what is read of each equals a list that was made by reading it."""

import hashlib
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


def find(documents, file: Path) -> Path:
    return next(each for each in documents if each.name == file.stem)


def shorten(text: str) -> str:
    """Give a short hash of the words of a text: what it says may not be copied."""
    words = " ".join(re.findall(r"\w+", text.lower()))
    return hashlib.sha256(words.encode()).hexdigest()[:12] if words else ""


def test_every_document_has_its_list(documents):
    named = {file.name for file in documents if file.suffix != ".yml"}

    assert {file.stem for file in EXPECTED} == named


@pytest.mark.parametrize("file", EXPECTED, ids=lambda file: file.stem)
def test_a_document_is_read_as_people_read_it(file, documents):
    wanted = expected(file)
    imported, _ = read_document(find(documents, file).read_bytes(), file.stem, [wording()])

    read = {name: claim.status or "none" for name, claim in imported.claims.items()}
    assert read == {name: status for status in STATUSES for name in ids(wanted.get(status))}
    assert imported.kind == wanted["kind"]
    assert f"{imported.model}/{imported.version}" == wanted["model"]
    assert imported.product == wanted["product"]
    assert (imported.on and imported.on.isoformat()) == wanted.get("on")
    assert imported.name_on.isoformat() in file.stem
    assert imported.by == wanted.get("by", "")
    assert imported.draft == wanted.get("draft", False)
    assert imported.level == wanted.get("recommends", wanted.get("aims_at"))


@pytest.mark.parametrize("file", EXPECTED, ids=lambda file: file.stem)
def test_the_prose_of_an_evaluation_is_read_as_people_read_it(file, documents):
    """`summary` and `grounds` are hashes of the lines that people would say they are."""
    wanted = expected(file)
    imported, _ = read_document(find(documents, file).read_bytes(), file.stem, [wording()])

    assert shorten(imported.summary) == wanted.get("summary", "")
    assert shorten(imported.level_grounds) == wanted.get("grounds", "")
    advised = [name for name, claim in imported.claims.items() if claim.advice]
    assert advised == ids(wanted.get("advice"))


@pytest.mark.parametrize(
    "file", [file for file in EXPECTED if file.stem.endswith(".md")], ids=lambda file: file.stem
)
def test_every_row_of_a_document_is_accounted_for(file, documents):
    """A line that begins with an id, or has one behind its mark, was read or is found."""
    text = find(documents, file).read_text(encoding="utf-8")
    lines = {
        number
        for number, line in enumerate(text.splitlines(), 1)
        if re.match(r"^\s*\|([^|]*\|)?\s*[RFSG]\d+\s*\|", line)
    }
    imported, findings = read_document(text.encode(), file.stem, [wording()])
    read = {claim.location.line for claim in imported.claims.values()}

    assert lines - read - {found.location.line for found in findings} == set()
    assert len(read) >= 43
