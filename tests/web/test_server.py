"""The server: where it listens, and the address that it says."""

import socket
from datetime import date

import pytest

from os2governance.findings.not_possible import NotPossibleError
from os2governance.web.server import ServerOptions, open_server
from os2governance.workflows.context import Context

TODAY = date(2026, 5, 1)


def opened(folder, host="127.0.0.1", port=0, token=""):
    options = ServerOptions(folder=folder, host=host, port=port, token=token, today=lambda: TODAY)
    server = open_server(options, Context(as_of=TODAY, language="en", criteria=None))
    server.socket.close()
    return server


def test_the_address_is_the_one_that_it_listens_at(tmp_path):
    address = opened(tmp_path).address

    assert address.startswith("http://127.0.0.1:")
    assert int(address.rstrip("/").rsplit(":", 1)[-1]) > 0


def test_whoever_is_on_this_machine_needs_no_token(tmp_path):
    assert "token" not in opened(tmp_path).address
    assert opened(tmp_path, token="mine").address.endswith("/?token=mine")


def test_others_need_one_that_is_made_anew(tmp_path):
    first, second = (opened(tmp_path, host="0.0.0.0").address for _ in range(2))

    assert first.startswith("http://127.0.0.1:")
    assert len(first.partition("token=")[2]) >= 32
    assert first.partition("token=")[2] != second.partition("token=")[2]


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(NotPossibleError) as told:
        opened(tmp_path / "nowhere")

    assert "nowhere" in told.value.text.en


def test_a_port_that_is_taken_is_told(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(NotPossibleError) as told:
            opened(tmp_path, port=port)

    assert str(port) in told.value.text.en
    assert "--port" in told.value.text.en
