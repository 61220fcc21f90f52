"""Proposals in the form: shown beside the field, and used or rejected with a button."""

import re
from datetime import date
from html import unescape

import pytest
import yaml
from web.conftest import DECLARED, Visitor, client_of
from web.test_document_transfer import bring

from os2governance.documents.yaml_reader import read_yaml

PROPOSED = """\
proposed:
  facts:
    ownership:
      repositories:
        - url: https://github.com/eksempel/kode
      licence_in_repository: true
    development: {review: {on: 2018-05}}
    agreements: {accession: {signed_by: 19}}
  from:
    ownership.repositories: "rapport.md:6: <b>koden</b> ligger her"
    development.review.on: "rapport.md:9: gjort i maj 2018"
"""
DOCUMENT = f"""\
# Governancerapport for Eksempel

> **Version for anvendt governancerapport:** 1.1.0
> **Dato for udfyldelse:** 2026-04-15
> **Udfyldt af:** Styregruppen

| # | Krav | Niveau | Retningslinjer | Efterlevet? | Dokumentation |
|---|---|---|---|---|---|
| G9 | Kodereview | 3 | | Ja | {"Udført i maj 2018"} |
"""


@pytest.fixture
def proposing(visitor, file):
    file.write_text(DECLARED + PROPOSED, encoding="utf-8")
    visitor.open()
    return visitor


def read(file):
    return read_yaml(file.read_bytes(), "x")[0].values


def shown(text):
    """The proposals on the page by their name: the words of each."""
    blocks = re.findall(r'<div class="proposal">(.*?)</div>', text, re.DOTALL)
    said = {re.search(r'value="use:([^"]+)"', block)[1]: block for block in blocks}
    return {name: unescape(re.sub(r"<[^>]+>", "", block)) for name, block in said.items()}


def test_each_stands_beside_its_field_with_the_words_it_was_read_in(proposing):
    said = shown(proposing.text)

    assert list(said) == [
        "ownership.repositories",
        "ownership.licence_in_repository",
        "agreements.accession.signed_by",
        "development.review.on",
    ]
    assert "maj 2018" in said["development.review.on"]
    assert "læst i rapport.md:9: gjort i maj 2018" in said["development.review.on"]
    assert "<b>koden</b>" in said["ownership.repositories"]
    assert "<b>koden" not in proposing.text
    assert "4 oplysninger er læst i dokumenter" in proposing.text


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ownership.repositories", [{"url": "https://github.com/eksempel/kode"}]),
        ("ownership.licence_in_repository", True),
        ("development.review.on", "2018-05"),
        ("agreements.accession.signed_by", 19),
    ],
)
def test_one_that_is_used_is_declared_and_the_others_wait(proposing, file, name, value):
    proposing.press({}, f"use:{name}")
    after = read(file)
    found = after["facts"]
    for step in name.split("."):
        found = found[step]

    assert proposing.status == 200
    assert found == value
    assert len(shown(proposing.text)) == 3
    assert name not in after["proposed"]["from"]
    assert "# aftalt i 2020" in file.read_text()


def test_one_that_is_rejected_is_gone_and_nothing_is_declared(proposing, file):
    before = read(file)["facts"]
    proposing.press({}, "reject:development.review.on")

    assert "development.review.on" not in shown(proposing.text)
    assert read(file)["facts"] == before


def test_when_all_are_answered_nothing_is_left_of_them(proposing, file):
    for name in list(shown(proposing.text)):
        proposing.press({}, f"reject:{name}")

    assert shown(proposing.text) == {}
    assert "proposed" not in read(file)


def test_what_is_typed_in_the_same_section_is_saved_too(proposing, file):
    proposing.press({"facts.ownership.licence": "EUPL-1.2"}, "use:ownership.repositories")

    assert read(file)["facts"]["ownership"]["licence"] == "EUPL-1.2"
    assert "ownership.repositories" not in shown(proposing.text)


def test_what_is_typed_wrongly_is_shown_again_and_nothing_is_used(proposing, file):
    before = file.read_text()
    typed = {"facts.development.core_versions": "en"}
    proposing.press(typed, "use:development.review.on")

    assert (proposing.status, file.read_text()) == (422, before)
    assert 'value="en"' in proposing.text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{on: 2018-05}", "{on: 2019-05}"),
        ("    development: {review: {on: 2018-05}}\n", ""),
        ("facts:\n  ownership:", "facts:\n  development: {review: null}\n  ownership:"),
    ],
)
def test_one_that_is_another_now_or_declared_meanwhile_is_not_used(proposing, file, old, new):
    text = file.read_text().replace(old, new, 1)
    file.write_text(text)
    proposing.press({}, "use:development.review.on")

    assert (proposing.status, file.read_text()) == (422, text)
    assert "ændret" in proposing.text


@pytest.mark.parametrize("name", ["", "nothing", "ownership", "ownership.licence"])
def test_what_is_not_proposed_is_not_used(proposing, file, name):
    before = file.read_text()
    proposing.press({}, f"use:{name}")

    assert (proposing.status, file.read_text()) == (422, before)


def test_it_can_be_undone(proposing, file):
    before = file.read_text()
    proposing.press({}, "use:development.review.on")
    proposing.press({}, "undo")

    assert file.read_text() == before


def test_an_import_is_undone_on_the_page_as_if_it_had_not_been(visitor, file):
    visitor.open("/eksempel/papers")
    bring(visitor, "rapport.md", DOCUMENT.encode())
    visitor.press({"proposal": visitor.held("proposal")}, "accept", "/eksempel/papers")
    kept = file.parent / "declarations" / "2026-04-01.yaml"
    assert yaml.safe_load(file.read_text())["proposed"]["facts"]["development"]
    assert kept.read_text() == DECLARED

    visitor.press({}, "undo")
    assert file.read_text() == DECLARED
    assert not kept.exists()


def test_an_imported_evaluation_is_undone_too(visitor, file):
    rated = DOCUMENT.replace("Governancerapport for", "Vurdering af OS2-produkt:")
    rated = rated.replace("Efterlevet? | Dokumentation", "Vurdering | Vurderingsgrundlag")
    rated = rated.replace("| Ja |", "| 🟢 |").replace("udfyldelse", "evaluering")
    visitor.open("/eksempel/papers")
    bring(visitor, "evaluering.md", rated.encode())
    visitor.press({"proposal": visitor.held("proposal")}, "accept", "/eksempel/papers")
    evaluation = file.parent / "evaluations" / "2026-04-15.yaml"
    assert evaluation.exists()

    written = evaluation.read_bytes()
    assert "Fortryd: import af et dokument" in visitor.open()

    visitor.press({}, "undo")
    assert (evaluation.exists(), file.read_text()) == (False, DECLARED)
    visitor.press({}, "redo")
    assert (evaluation.read_bytes(), file.read_text()) == (written, DECLARED)


def test_the_day_after_an_import_undo_keeps_what_was_in_force(folder, file):
    days = [date(2026, 5, 1)]
    visitor = Visitor(client_of(folder, days=days))
    visitor.open("/eksempel/papers")
    bring(visitor, "rapport.md", DOCUMENT.encode())
    visitor.press({"proposal": visitor.held("proposal")}, "accept", "/eksempel/papers")
    imported = file.read_text()
    days[0] = date(2026, 5, 2)
    visitor.press({}, "undo")

    assert (file.parent / "declarations" / "2026-04-15.yaml").read_text() == imported
    assert read(file)["declared"]["on"] == "2026-05-02"
