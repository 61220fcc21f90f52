"""The net of the server: an answer in its form, and nothing that was typed is gone."""

import asyncio
import os
import re
from html import unescape

import pytest
from starlette.requests import ClientDisconnect
from web.conftest import DECLARED, client_of

from os2governance.findings.internal_error import make_internal_error
from os2governance.web import form_actions, pages
from os2governance.web.fault import FaultMiddleware

SECRET = "Det, jeg skrev: <b>æøå</b>\nog mere"


def breaks(*_, **__):
    raise KeyError(SECRET)


def held(text):
    found = re.findall(r'<textarea[^>]* name="([^"]*)"[^>]*>(.*?)</textarea>', text, re.DOTALL)
    return {name: unescape(value).removeprefix("\n") for name, value in found}


def test_what_was_typed_stands_on_the_page(visitor, monkeypatch, capsys):
    visitor.open()
    monkeypatch.setattr(form_actions, "save_form", breaks)
    text = visitor.press({"answers.R1.note": SECRET, "answers.R1.answer": "met"})

    assert visitor.status == 500
    assert "<h1>Der er en fejl i programmet</h1>" in text
    assert held(text) == {"answers.R1.note": SECRET, "answers.R1.answer": "met"}
    assert "<b>" not in text
    assert re.search(r'<form method="post" action="/eksempel"', text)
    assert "KeyError" in (logged := capsys.readouterr().err)
    assert SECRET not in logged


def test_trying_again_sends_it_all(visitor, file, monkeypatch):
    """Once the fault is gone, the button of the page saves what stands on it."""
    visitor.open()
    with monkeypatch.context() as breaking:
        breaking.setattr(form_actions, "save_form", breaks)
        text = visitor.press({"answers.R1.note": "Noget nyt"})
    visitor.press(held(text))

    assert visitor.status == 200
    assert "Noget nyt" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(("address", "is_json"), [("/eksempel", False), ("/api/v1/models", True)])
def test_the_form_of_the_answer_is_that_of_what_was_asked(visitor, monkeypatch, address, is_json):
    from os2governance.web import api

    monkeypatch.setattr(pages.Pages, "render_product", breaks)
    monkeypatch.setattr(api, "build_criteria_object", breaks)
    answer = visitor.client.get(address)

    assert answer.status_code == 500
    assert "default-src" in answer.headers["content-security-policy"]
    if is_json:
        assert [each["code"] for each in answer.json()["findings"]] == ["internal-error"]
    else:
        assert answer.text.startswith("<!doctype html>")
        assert "textarea" not in answer.text  # nothing was typed


def test_who_goes_before_all_is_read_is_no_fault(capsys):
    """A tab that is closed while it saves: nobody waits for the answer."""

    async def leaves(scope, receive, send):
        raise ClientDisconnect

    sent = []
    asyncio.run(FaultMiddleware(leaves, breaks)({"type": "http"}, breaks, sent.append))

    assert (sent, capsys.readouterr().err) == ([], "")


@pytest.mark.parametrize("path", ["//evil.example/x", "/\\evil.example", "/eksempel"])
def test_the_way_back_leads_to_no_other_server(workplace_pages, path):
    text = workplace_pages.render_fault(make_internal_error("", KeyError()), path, {})
    (action,) = re.findall(r'<form method="post" action="([^"]*)"', text)

    assert re.match(r"/[^/\\\\]", action)


def test_a_folder_whose_name_is_no_text_has_a_page(tmp_path):
    """Unzipped from Windows: it took down the front page, and so all products."""
    for name in (b"\xd8konomi", b"andet"):
        home = tmp_path / os.fsdecode(name)
        home.mkdir()
        (home / "product.yaml").write_text(DECLARED, encoding="utf-8")
    client = client_of(tmp_path)
    front = client.get("/")
    links = re.findall(r'<ul class="plain chosen">.*?</ul>', front.text, re.DOTALL)[0]

    assert front.status_code == 200
    for link in re.findall(r'href="([^"]+)"', links):
        assert client.get(link).status_code == 200
