"""Connections: who is slow, or too many, is let go, and the others are answered."""

import socket
import threading
from contextlib import ExitStack, contextmanager

import pytest
import uvicorn
from web.conftest import client_of

from os2governance.web.connections import LimitedProtocol

PATIENCE = 20.0
"""Seconds after which a test gives up."""
REQUEST = b"GET /static/web.js HTTP/1.1\r\nhost: localhost\r\n\r\n"


@contextmanager
def served(app, head_seconds, most):
    """A server of an app in a thread; yield its port."""
    kind = type(
        "Protocol", (LimitedProtocol,), {"head_seconds": head_seconds, "most_per_address": most}
    )
    server = uvicorn.Server(uvicorn.Config(app, http=kind, log_level="error", access_log=False))
    listening = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield listening.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(PATIENCE)
        listening.close()


def connect(port):
    return socket.create_connection(("127.0.0.1", port), PATIENCE)


def is_closed(connection):
    """Whether the other side closes; fails by its time limit where it does not."""
    try:
        return connection.recv(1) == b""
    except ConnectionError:
        return True


@pytest.mark.parametrize("sent", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nhost: localhost\r\n"])
def test_a_head_that_does_not_come_is_not_waited_for(folder, sent):
    with served(client_of(folder).app, 0.2, 60) as port, connect(port) as slow:
        slow.sendall(sent)
        assert is_closed(slow)
        with connect(port) as other:
            other.sendall(REQUEST)
            assert other.recv(12) == b"HTTP/1.1 200"


def test_after_an_answer_the_next_head_is_not_waited_for_either(folder):
    with served(client_of(folder).app, 0.5, 60) as port, connect(port) as slow:
        slow.sendall(REQUEST)
        assert slow.recv(12) == b"HTTP/1.1 200"
        slow.sendall(b"GET / HT")
        while slow.recv(1 << 16):
            pass  # the rest of the answer, then the end


def test_one_address_has_so_many_connections_at_a_time(folder):
    with served(client_of(folder).app, PATIENCE, 3) as port, ExitStack() as held:
        for _ in range(3):
            held.enter_context(connect(port))
        fourth = held.enter_context(connect(port))
        assert is_closed(fourth)
