"""The page on which a self-assessment is handed in, and the files that it has."""

import io
import re
import zipfile
from html import unescape

import pytest


@pytest.fixture
def handed(visitor):
    visitor.open()
    visitor.press({"answers.F3.answer": "met", "answers.F5.answer": "unmet"})
    visitor.open("/eksempel/hand-in")
    return visitor


def list_links(text):
    found = re.findall(r'href="(/eksempel/hand-in/[^"]+)" download="([^"]+)"', text)
    return {name: unescape(link) for link, name in found}


def test_what_to_look_at_first_leads_to_its_field(handed):
    assert '<a href="/eksempel#f-answers.F3.answer">' in handed.text
    assert "krav er ikke besvaret" in handed.text
    assert "Klar til sekretariatet" in handed.text


def test_each_file_is_named_by_what_it_is_and_comes_down(handed):
    links = list_links(handed.text)

    assert list(links) == [
        "eksempel-samlet-2026-05-01.zip",
        "eksempel-rapport-2026-05-01.md",
        "eksempel-selvevaluering-2026-05-01.yaml",
        "eksempel-overblik-2026-05-01.html",
        "eksempel-plan-2026-05-01.html",
    ]
    answers = {name: handed.client.get(link) for name, link in links.items()}
    assert {each.status_code for each in answers.values()} == {200}
    archive = zipfile.ZipFile(io.BytesIO(next(iter(answers.values())).content))
    assert set(archive.namelist()) == {
        *list(links)[1:],
        "eksempel/product.yaml",
        "eksempel/declarations/2026-04-01.yaml",
    }
    for name in list(links)[1:]:
        assert archive.read(name) == answers[name].content
    assert handed.client.get("/eksempel/hand-in/andet.zip").status_code == 404


@pytest.mark.parametrize("what", ["overblik", "plan"])
def test_a_page_to_read_needs_nothing_else(handed, what):
    link = next(link for name, link in list_links(handed.text).items() if what in name)
    text = handed.client.get(link).content.decode()

    assert "F5" in text
    assert re.findall(r'(?:src|href|action)="(?!#|https://)([^"]*)"', text) == []
    assert re.findall(r"<(?:script|form|input|button|link)\b|url\(", text) == []


def test_a_file_that_cannot_be_read_is_said(visitor, file):
    file.write_text("name: [", encoding="utf-8")
    text = visitor.open("/eksempel/hand-in")

    assert "product.yaml:1" in text
    assert visitor.client.get("/eksempel/hand-in/x.zip").status_code == 404
