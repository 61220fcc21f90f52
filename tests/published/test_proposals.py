"""The facts that the text of each published document states, and the words that say so."""

import re
from datetime import date
from pathlib import Path

import pytest
from exchange.words import wording

from os2governance.documents.yaml_reader import read_yaml
from os2governance.exchange.read.detect import read_document
from os2governance.exchange.read.stated_facts import find_stated_facts
from os2governance.workflows.disk_files import open_library

FILE = Path(__file__).parent / "proposed.yaml"
EXPECTED = read_yaml(FILE.read_bytes(), FILE.name)[0].values
DAY = date(2026, 11, 27)


@pytest.fixture(scope="module")
def library():
    return open_library()


@pytest.fixture
def find_proposals(documents, library):
    """Return what is proposed of the document of a name, and the document's text."""
    files = {file.name: file for file in documents}

    def find(name):
        data = files[name].read_bytes()
        imported, _ = read_document(data, name, [wording()])
        model, _ = library.model(f"{imported.model}/{imported.version}")
        return find_stated_facts(imported, model, DAY), data.decode("utf-8-sig")

    return find


def test_every_document_with_answers_has_its_list(documents):
    assert {file.name for file in documents if file.suffix != ".yml"} == EXPECTED.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_what_is_proposed_is_what_people_read(name, find_proposals):
    found, _ = find_proposals(name)
    read = {
        ".".join(each.path): [element["url"] for element in each.value]
        if isinstance(each.value, list)
        else each.value
        for each in found
    }

    assert read == EXPECTED[name]


@pytest.mark.parametrize("name", [name for name in EXPECTED if EXPECTED[name]])
def test_the_words_stand_in_the_document_near_the_line_that_is_told(name, find_proposals):
    """Word by word: links and emphasis of the document are not among them."""
    found, text = find_proposals(name)
    lines = text.splitlines()
    for each in found:
        near = lines if len(lines) == 1 else lines[each.location.line - 1 :][:12]
        there = "\n".join(near)
        words = re.split(r"[\s:;]+", each.words)
        missing = [word for word in words if word.strip('.,()"') not in there]
        assert missing == [], (each.path, each.location.line)
