"""The last net of the server: a page that tells of a failure, and keeps what was typed."""

from collections.abc import Callable, Mapping, Sequence

from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from os2governance.findings.finding import Finding
from os2governance.findings.internal_error import make_internal_error
from os2governance.i18n.text import Language
from os2governance.web.responses import API_ROOT, build_findings_response, find_route_path
from os2governance.web.security import RequestRefusedError, log_error

TYPED_KEY = "os2governance.typed"
"""The key of a request's scope under which the form's values are kept as they are read."""
FaultRenderer = Callable[[Finding, str, Mapping[str, Sequence[str]] | None], str]


class FaultMiddleware:
    """An ASGI app behind the net: an exception is answered in the form of the page or the API."""

    def __init__(self, app: ASGIApp, render: FaultRenderer, language: Language) -> None:
        """Wrap an app."""
        self._app, self._render, self._language = app, render, language

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
        except Exception as error:
            if answered or scope["type"] != "http":
                raise
            log_error(error)
            await self._build_answer(scope, error)(scope, receive, send)

    def _build_answer(self, scope: Scope, error: Exception) -> Response:
        found, path = make_internal_error("", error), scope["path"]
        status = found.entry.http_status
        if find_route_path(scope).startswith(API_ROOT):
            return build_findings_response([found], status, self._language)
        return HTMLResponse(self._render(found, path, scope.get(TYPED_KEY)), status)
