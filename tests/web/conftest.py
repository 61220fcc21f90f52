"""A workplace of one product, and a browser without scripts."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from os2governance.web.edit_history import EditHistory
from os2governance.web.pages import Pages
from os2governance.web.security import LOOPBACK_HOSTS, SecurityPolicy
from os2governance.web.server import build_server_app
from os2governance.web.workspace import Workspace

DECLARED = """\
# En erklæring, som nogen har skrevet i hånden.
format: os2governance/product/1
product: eksempel
name: Eksempel   # navnet
kind: product
model: os2/1.1.0
declared: {on: 2026-04-01, by: Styregruppen}
facts:
  ownership:
    licence: MPL-2.0   # aftalt i 2020
  adopters:
    - {authority: Greve, kind: municipality, status: active}
answers:
  R1: {answer: met, note: "Det virker."}
"""
TODAY = date(2026, 5, 1)


@pytest.fixture
def folder(tmp_path) -> Path:
    home = tmp_path / "eksempel"
    home.mkdir()
    (home / "product.yaml").write_text(DECLARED, encoding="utf-8")
    return home


@pytest.fixture
def file(folder) -> Path:
    return folder / "product.yaml"


def find_question(text: str, name: str) -> str:
    """What a form page has of one criterion."""
    after = text.split(f'data-line="{name}"')[1]
    return after.split('<details class="question')[0].split("</section>")[0]


class Visitor:
    """What a person does on the pages: read, type, press a button."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.text = ""
        self.status = 0

    def open(self, address: str = "/eksempel") -> str:
        return self._seen(self.client.get(address))

    def press(self, typed: dict[str, str], action: str = "save", address: str = "") -> str:
        data = {"csrf": self.held("csrf"), "version": self.held("version"), "action": action}
        return self._seen(self.client.post(address or "/eksempel", data={**data, **typed}))

    def send(self, typed: dict[str, str], action: str = "save") -> dict[str, object]:
        data = {"csrf": self.held("csrf"), "version": self.held("version"), "action": action}
        answer = self.client.post("/eksempel/field", data={**data, **typed})
        assert answer.status_code == 200, answer.text
        return answer.json()

    def held(self, name: str) -> str:
        found = re.search(f'name="{name}" value="([^"]*)"', self.text)
        return unescape(found[1]) if found else ""

    def _seen(self, answer) -> str:
        self.text, self.status = answer.text, answer.status_code
        return self.text


def client_of(
    folder: Path,
    token: str = "",
    days: Sequence[date] = (TODAY,),
    criteria: Path | None = None,
    **more: object,
) -> TestClient:
    """A browser of the pages of a folder, on the day that stands first in `days`."""
    place = Workspace(
        folder=folder,
        criteria=(criteria,) if criteria else (),
        today=lambda: days[0],
        language="da",
    )
    guard = replace(
        SecurityPolicy(hosts=LOOPBACK_HOSTS, token=token, clock=lambda: 0.0, language="da"), **more
    )
    return TestClient(build_server_app(place, guard), base_url="http://127.0.0.1:8000")


@pytest.fixture
def visitor(folder) -> Visitor:
    return Visitor(client_of(folder))


@pytest.fixture
def workplace_pages(folder) -> Pages:
    place = Workspace(folder=folder, criteria=(), today=lambda: TODAY, language="da")
    return Pages(place, EditHistory(), "key")
