"""The server: where it listens, what its address is, and what it warns of."""

import re
import socket
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from os2governance.findings.not_possible import NotPossibleError
from os2governance.web.server import ServerOptions, open_server
from os2governance.web.server_key import MIN_KEY_LENGTH, STATE_VARIABLE
from os2governance.workflows.context import Context

DAY = date(2026, 5, 1)


@pytest.fixture
def opened(folder, tmp_path):
    """Open a server; its socket is closed at the end."""
    sockets = []

    def opens(host="127.0.0.1", port=0, base=""):
        options = ServerOptions(
            folder=folder,
            host=host,
            port=port,
            base=base,
            today=lambda: DAY,
            environment={STATE_VARIABLE: str(tmp_path / "state")},
        )
        server = open_server(options, Context(as_of=DAY, language="da"))
        sockets.append(server.socket)
        return server

    yield opens
    for each in sockets:
        each.close()


def key_of(server):
    return parse_qs(urlsplit(server.address).query)["token"][0]


def test_a_key_is_always_asked_for_and_is_part_of_the_address(opened):
    server = opened()

    assert len(key_of(server)) >= MIN_KEY_LENGTH
    assert server.address.startswith("http://127.0.0.1:")
    assert server.warnings == ()


def test_the_next_time_it_is_the_same_address(opened):
    first = opened()
    first.socket.close()

    assert opened().address == first.address


def test_a_port_that_somebody_else_has_now_is_another_and_the_key_the_same(opened):
    first = opened()
    second = opened()

    assert urlsplit(first.address).port != urlsplit(second.address).port
    assert key_of(first) == key_of(second)


@pytest.mark.parametrize("host", ["0.0.0.0", "127.0.0.2"])
def test_beyond_this_machine_it_warns_and_names_an_address_that_others_can_use(opened, host):
    server = opened(host=host)

    assert len(server.warnings) == 1
    assert urlsplit(server.address).hostname not in {"0.0.0.0", ""}


@pytest.mark.parametrize(
    ("base", "start"),
    [
        ("/forms", "http://127.0.0.1:{port}/forms/?token="),
        ("/forms/os2/", "http://127.0.0.1:{port}/forms/os2/?token="),
        ("/", "http://127.0.0.1:{port}/?token="),
        ("https://forms.example.org/os2", "https://forms.example.org/os2/?token="),
        ("https://forms.example.org:8443", "https://forms.example.org:8443/?token="),
    ],
)
def test_the_address_is_where_a_proxy_shows_it(opened, base, start):
    server = opened(base=base)

    assert server.address.startswith(start.format(port=server.socket.getsockname()[1]))


@pytest.mark.parametrize(
    "base",
    ["forms", "ftp://forms.example", "https://", "/a b", "/a//b", "/a?b", "/<x>", "https://a@b/",
     "https://[", "//evil.example/x", "https://forms.example:99999999/"],
)  # fmt: skip
def test_a_base_path_that_is_none_is_refused(opened, base):
    with pytest.raises(NotPossibleError):
        opened(base=base)


def test_with_tls_in_front_there_is_nothing_to_warn_of(opened):
    assert opened(host="127.0.0.2", base="https://forms.example.org").warnings == ()


def test_a_port_that_is_taken_is_refused(opened):
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(NotPossibleError):
        opened(port=taken.getsockname()[1])


def test_a_folder_that_is_not_there_is_told(tmp_path):
    options = ServerOptions(
        folder=tmp_path / "nowhere",
        host="127.0.0.1",
        port=0,
        base="",
        today=lambda: DAY,
        environment={STATE_VARIABLE: str(tmp_path / "state")},
    )
    with pytest.raises(NotPossibleError) as told:
        open_server(options, Context(as_of=DAY, language="en"))

    assert "nowhere" in told.value.text.en


def test_a_folder_named_by_a_dot_has_its_name(folder, tmp_path, monkeypatch):
    monkeypatch.chdir(folder)
    options = ServerOptions(
        folder=Path(),
        host="127.0.0.1",
        port=0,
        base="",
        today=lambda: DAY,
        environment={STATE_VARIABLE: str(tmp_path / "state")},
    )
    server = open_server(options, Context(as_of=DAY, language="da"))
    client = TestClient(server.server.config.app, base_url="http://127.0.0.1:8000")
    client.get("/", params={"token": key_of(server)})
    form = client.get("/eksempel/papers").text
    csrf = re.search('name="csrf" value="([^"]*)"', form)[1]
    code = b"publiccodeYmlVersion: '0.4'\nname: Nyt\nurl: https://github.com/os2/nyt\nlegal:\n  license: EUPL-1.2\n"
    files = {"document": ("publiccode.yml", code)}
    shown = client.post("/eksempel/papers", data={"csrf": csrf, "action": "read"}, files=files)
    server.socket.close()

    assert shown.status_code == 200
    assert "Overfør til selvevalueringen" in shown.text
    assert str(folder / "product.yaml") in shown.text
