"""What the host answers is what the server answers, to the byte."""

import asyncio
import shutil
from datetime import date
from pathlib import Path

import anyio.to_thread
import pytest
from starlette.testclient import TestClient

from os2governance.lite.host import Host
from os2governance.web.security import SecurityPolicy
from os2governance.web.server import build_server_app
from os2governance.web.workspace import Workspace

PRODUCTS = Path(__file__).parents[2] / "products"
BASE = "/kommune/app"
PAGES = ["os2iot", "os2iot/plan", "os2iot/papers", "os2iot/evaluate", "nobody", "assets/site.css"]


@pytest.fixture
def given(tmp_path):
    shutil.copytree(PRODUCTS / "os2iot", tmp_path / "os2iot")
    workspace = Workspace(
        folder=tmp_path, criteria=(), today=lambda: date(2026, 11, 23), language="da"
    )
    guard = SecurityPolicy(
        hosts=frozenset({"localhost"}), token="", clock=lambda: 0.0, language="da", base=BASE
    )
    return workspace, guard


@pytest.fixture
def host(given, monkeypatch):
    monkeypatch.setattr(anyio.to_thread, "run_sync", anyio.to_thread.run_sync)  # put back after
    return Host(*given)


def ask(host, method, path, *, headers=(), body=b""):
    headers = [("Host", "localhost"), *headers]
    return asyncio.run(host.answer(method, (f"{BASE}/{path}", ""), headers, body))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_the_same(given, host, path, monkeypatch):
    monkeypatch.setattr("secrets.token_urlsafe", lambda _: "one key for both")
    client = TestClient(build_server_app(*given), base_url="http://localhost")
    host = Host(*given)

    status, headers, body = ask(host, "GET", path)
    served = client.get(f"{BASE}/{path}")

    assert (status, body) == (served.status_code, served.content)
    assert dict(headers)["content-type"] == served.headers["content-type"]


def test_one_product_is_where_the_pages_begin(host):
    status, headers, _ = ask(host, "GET", "")

    assert (status, dict(headers)["location"]) == (303, f"{BASE}/os2iot")


def test_a_body_is_handed_on(host):
    typed = [("Content-Type", "application/x-www-form-urlencoded"), ("Content-Length", "7")]

    assert ask(host, "POST", "os2iot", headers=typed, body=b"csrf=no")[0] == 403


def test_another_host_is_refused(host):
    answer = asyncio.run(host.answer("GET", (f"{BASE}/os2iot", ""), [("Host", "evil.org")], b""))

    assert answer[0] == 421
