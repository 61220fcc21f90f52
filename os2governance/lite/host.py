"""The app where there is no server: one call for each request, in the interpreter of a browser."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import anyio.to_thread

from os2governance.web.app import build_app
from os2governance.web.security import SecurityMiddleware, SecurityPolicy
from os2governance.web.workspace import Workspace

Headers = list[tuple[str, str]]


async def _run_here(function: Any, *given: Any, **options: Any) -> Any:  # noqa: ARG001 - the signature of what it stands in for
    """Run what a server runs on a thread; there are none in the interpreter."""
    return function(*given)


class Host:
    """The app of a workspace, and how a request is handed to it."""

    def __init__(self, workspace: Workspace, guard: SecurityPolicy, form_key: str = "") -> None:
        """Build the app; `form_key` is as in `build_app`."""
        anyio.to_thread.run_sync = _run_here  # type: ignore[assignment]
        door = partial(SecurityMiddleware, guard=guard)
        self._app = build_app(workspace, door, guard.base, form_key=form_key)

    async def answer(
        self, method: str, address: tuple[str, str], headers: Sequence[Sequence[str]], body: bytes
    ) -> tuple[int, Headers, bytes]:
        """The status, headers and body of the answer to a request for a path and a query."""
        path, query = address
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [(n.lower().encode("latin-1"), v.encode("latin-1")) for n, v in headers],
            "client": ("127.0.0.1", 1),
            "server": ("localhost", 80),
        }
        exchange = _Exchange(body)
        await self._app(scope, exchange.receive, exchange.send)
        return exchange.status, exchange.headers, b"".join(exchange.parts)


class _Exchange:
    """The messages of one request and its answer."""

    def __init__(self, body: bytes) -> None:
        self._body: bytes | None = body
        self.status, self.headers, self.parts = 500, Headers(), list[bytes]()

    async def receive(self) -> dict[str, Any]:
        body, self._body = self._body, None
        if body is None:
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = [
                (name.decode("latin-1"), value.decode("latin-1"))
                for name, value in message["headers"]
            ]
        else:
            self.parts.append(message.get("body", b""))
