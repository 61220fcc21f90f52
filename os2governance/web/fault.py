"""The last net of an app: what it could not answer is told, and what was typed is kept."""

from collections.abc import Callable

from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from os2governance.findings.finding import Finding
from os2governance.findings.internal_error import make_internal_error
from os2governance.web.security import RequestRefusedError, log_error

TYPED_KEY = "os2governance.typed"
"""The key of a request's scope under which the form's values are kept as they are read."""
FaultResponder = Callable[[Finding, Scope], Response]


class FaultMiddleware:
    """An ASGI app behind the net: an exception is answered as `respond` tells of it."""

    def __init__(self, app: ASGIApp, respond: FaultResponder) -> None:
        """Wrap an app."""
        self._app, self._respond = app, respond

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and answer it where nothing else does."""
        answered = False

        async def noted(message: Message) -> None:
            nonlocal answered
            answered = True
            await send(message)

        try:
            await self._app(scope, receive, noted)
        except RequestRefusedError:
            raise
        except ClientDisconnect:
            return  # who asked is gone, and waits for no answer
        except Exception as error:
            if answered or scope["type"] != "http":
                raise
            log_error(error)
            found = make_internal_error("", error)
            await self._respond(found, scope)(scope, receive, send)
