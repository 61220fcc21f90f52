"""`serve`: what it opens, and what it refuses before anything is served."""

import socket
import sys
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

from os2governance.web import server


def read_page(address):
    return Path(url2pathname(urlsplit(address).path)).read_text()


@pytest.fixture
def served(monkeypatch, garden, tmp_path):
    """Run `serve` with a server that ends at once; return the result and the pages opened."""
    opened = []
    monkeypatch.setenv("OS2GOVERNANCE_STATE", str(tmp_path / "state"))
    monkeypatch.setattr("webbrowser.open", lambda page: opened.append(read_page(page)))
    monkeypatch.setattr(server, "run_server", lambda served: served.socket.close())

    def runs(*arguments):
        opened.clear()
        return garden("serve", *arguments), list(opened)

    return runs


def test_the_address_is_the_result_and_is_opened(served):
    result, opened = served("products")

    assert result.exit_code == 0
    address = result.stdout.strip()
    assert address.startswith("http://127.0.0.1:")
    assert len(opened) == 1
    assert f'url={address}"' in opened[0]


def test_the_browser_is_left_alone_where_that_is_asked_for(served):
    result, opened = served("products", "--no-browser", "-q")

    assert (result.exit_code, result.stderr, opened) == (0, "", [])


@pytest.mark.parametrize(
    "arguments", [["--port", "65536"], ["--port", "-1"], ["--port", "x"], ["a", "b"], ["--host"]]
)
def test_wrong_use_serves_nothing(served, arguments):
    result, opened = served(*arguments)

    assert (result.exit_code, result.stdout, opened) == (2, "", [])


def test_a_port_that_is_taken_is_said_in_a_line(served):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result, opened = served("products", "--port", taken.getsockname()[1])

    assert (result.exit_code, opened) == (2, [])
    assert len(result.stderr.splitlines()) <= 2


def test_without_the_part_for_the_browser_it_is_said_how_to_get_it(served, monkeypatch):
    monkeypatch.setitem(sys.modules, "os2governance.web.server", None)
    result, opened = served("products")

    assert (result.exit_code, opened) == (2, [])
    assert "os2governance[web]" in result.stderr
