"""Connections that may not wait for ever: limits on the time of a head, and on their number.

Before a request has come in whole, nothing of it can be asked for a key; what a stranger can do
until then is bounded here.
"""

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

HEAD_SECONDS = 10.0
"""Seconds within which the head of a request must be complete, from when it can begin."""
MAX_CONNECTIONS = 200
MAX_CONNECTIONS_PER_ADDRESS = 60
"""Connections at a time; a browser opens six, and a proxy has one for each page that is open."""


class LimitedProtocol(H11Protocol):
    """HTTP/1.1 for clients that may be slow or many: what exceeds the limits is closed."""

    head_seconds = HEAD_SECONDS
    most_per_address = MAX_CONNECTIONS_PER_ADDRESS

    def __init__(self, *arguments: Any, **named: Any) -> None:
        """Start without a connection."""
        super().__init__(*arguments, **named)
        self._head_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a connection, or close one too many of the same address."""
        super().connection_made(transport)
        address = self.client[0] if self.client else ""
        same = sum(
            1
            for each in self.connections
            if isinstance(each, LimitedProtocol) and each.client and each.client[0] == address
        )
        if same > self.most_per_address:
            transport.abort()
            return
        self._start_timer()

    def data_received(self, data: bytes) -> None:
        """Read what has come in; a head that is complete is not waited for any more."""
        super().data_received(data)
        if self._is_answering():
            self._stop_timer()
        else:
            self._start_timer()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._stop_timer()
        super().connection_lost(exc)

    def _is_answering(self) -> bool:
        cycle: RequestResponseCycle | None = self.cycle  # None before the first request
        return cycle is not None and not cycle.response_complete

    def _start_timer(self) -> None:
        """Start to wait for a head; bytes that trickle in do not start it anew."""
        if self._head_timer is None:
            self._head_timer = self.loop.call_later(self.head_seconds, self._close_slow)

    def _stop_timer(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _close_slow(self) -> None:
        self._head_timer = None
        if not self._is_answering():
            self.transport.abort()
