"""`serve`: what it opens, and what it refuses before anything is served."""

import socket
import sys

import pytest

from os2governance.web import server


@pytest.fixture
def served(monkeypatch, garden):
    """Run `serve` with a server that ends at once; give the result and what was opened."""
    opened = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr(server, "run_server", lambda served: served.socket.close())

    def runs(*arguments):
        opened.clear()
        return garden("serve", *arguments), list(opened)

    return runs


def test_the_address_is_the_result_and_is_opened(served):
    result, opened = served("products")

    assert result.exit_code == 0
    assert opened == [result.stdout.strip()]
    assert opened[0].startswith("http://127.0.0.1:")


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
