"""A product begins with a document, and has its head: nobody types it again."""

import re
from html import unescape

import pytest
from web.conftest import DECLARED, Visitor, client_of

from os2governance.documents.yaml_reader import read_yaml

REPORT = """\
# Governancerapport for OS2eksempel

> **Version for anvendt governancerapport:** 1.1.0
> **Udfyldt af:** Aarhus Kommune
> **Dato for udfyldelse:** 2026-04-15

| # | Kriterium | Niveau | Efterlevet? | Dokumentation |
|---|---|---|---|---|
| R1 | Løsningen skaber lokal værdi | Sandkasse | Ja | Se https://www.example.org/vaerdi |
| F1 | Åben udvikling | Sandkasse | Måske | |
"""


@pytest.fixture
def visitor(tmp_path):
    visitor = Visitor(client_of(tmp_path))
    visitor.open("/")
    return visitor


def read_values(file):
    return read_yaml(file.read_bytes(), "x")[0].values


def begin(visitor, document=None, **typed):
    files = {"document": document} if document else None
    data = {"csrf": visitor.held("csrf"), **typed}
    answer = visitor.client.post("/", data=data, files=files)
    visitor.text, visitor.status = answer.text, answer.status_code
    return unescape(answer.text)


def test_the_head_of_the_document_comes_along(visitor, tmp_path):
    text = begin(visitor, ("rapport.md", REPORT.encode()))

    values = read_values(tmp_path / "os2eksempel" / "product.yaml")
    assert (values["name"], values["kind"]) == ("OS2eksempel", "product")
    assert values["declared"]["by"] == "Aarhus Kommune"
    assert values["declared"]["on"] == "2026-04-15"
    assert values["answers"]["R1"]["answer"] == "met"
    assert "<td>–</td><td>Aarhus Kommune</td>" in text
    assert "Fortsæt med selvevalueringen" in text
    assert "Måske" in text.split('class="plain wrongs"')[1]  # what could not be read is said
    assert 'name="proposal"' not in text


def test_it_can_be_undone(visitor, tmp_path):
    begin(visitor, ("rapport.md", REPORT.encode()))
    visitor.open("/os2eksempel")
    visitor.press({}, "undo", "/os2eksempel")

    assert not (tmp_path / "os2eksempel" / "product.yaml").exists()


def test_a_product_that_is_there_is_left_alone(visitor, tmp_path):
    (tmp_path / "os2eksempel").mkdir()
    file = tmp_path / "os2eksempel" / "product.yaml"
    file.write_text(DECLARED.replace("eksempel", "os2eksempel"))
    text = begin(visitor, ("rapport.md", REPORT.encode()))

    assert visitor.status == 422
    assert "Der er allerede et produkt med det navn" in text
    assert file.read_text() == DECLARED.replace("eksempel", "os2eksempel")


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (("brev.md", b"Hej!"), ""),
        (("x.json", b"{"), ""),
        (("x.md", REPORT.replace(":** 1.1.0", ":**").encode()), "Vælg den under »Flere valg«"),
        (("x.md", REPORT.replace("for OS2eksempel", "").encode()), "Skriv også produktets navn"),
    ],
)
def test_what_begins_nothing_is_said_at_the_field(visitor, tmp_path, document, said):
    text = begin(visitor, document)

    assert visitor.status == 422
    assert said in re.findall(r'id="document-wrong">([^<]+)<', text)[0]
    assert list(tmp_path.iterdir()) == []


def test_a_name_and_nothing_more_begins_one_too(visitor, tmp_path):
    begin(visitor, name="OS2 Ældre & Børn")

    values = read_values(tmp_path / "os2-aeldre-born" / "product.yaml")
    assert values["name"] == "OS2 Ældre & Børn"


def test_another_product_is_begun_also_where_there_is_one(visitor):
    begin(visitor, name="Et")
    assert "/?show=all" in visitor.text
    visitor.open("/?show=all")
    begin(visitor, name="To")
    assert ">Et</a>" in visitor.open("/")
    assert ">To</a>" in visitor.text
