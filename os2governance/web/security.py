"""Access control of the server, ahead of every page.

Whoever has the key has access, under the server's own names and from its own pages; by default
from this machine alone, which others may use too. Input is never logged; a refusal is one plain
sentence.
"""

import asyncio
import hmac
import ipaddress
import sys
from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.findings.internal_error import locate_error
from os2governance.i18n.text import Language
from os2governance.web.responses import build_refusal_response, find_route_path
from os2governance.web.server_key import derive_cookie_name

LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})
MAX_BODY_BYTES = 4_000_000
"""Bytes: a declaration may be as large as 1 MB, and form encoding expands it."""
REQUESTS_PER_SECOND, REQUEST_BURST = 20.0, 200.0
"""Requests per second allowed to one address on average, and its burst capacity."""
BODY_SECONDS = 30.0
"""Seconds within which a request body must be complete."""
_REQUEST = Location("")
_WRITE_METHODS = frozenset({"POST", "PUT", "PATCH", "DELETE"})
SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class SecurityPolicy:
    """Access rules: the host names that the server answers to, and the token required, if any.

    `by_address` is true where it also answers to the address on which a request came in. `origin`
    and `base` are where a reverse proxy shows its pages (`https://host`, `/forms`), each empty
    without one. `clock` returns seconds, for the rate limit on an address; `body_timeout` is the
    number of seconds in which a body must be complete.
    """

    hosts: frozenset[str]
    token: str
    clock: Callable[[], float]
    language: Language
    by_address: bool = False
    origin: str = ""
    base: str = ""
    body_timeout: float = BODY_SECONDS


class SecurityMiddleware:
    """An ASGI app behind the access rules."""

    def __init__(self, app: ASGIApp, guard: SecurityPolicy) -> None:
        """Wrap an app."""
        self._app, self._guard = app, guard
        self._allowances: dict[str, tuple[float, float]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope = place_below(scope, self._guard.base)
        headers = _decode_headers(scope)
        if refused := self._find_refusal(scope, headers):
            await self._refuse(refused, scope, receive, send)
            return
        if self._guard.token and _query_token(scope):
            await _redirect_with_cookie(scope, self._guard)(scope, receive, _add_headers(send))
            return
        await self._pass_limited(scope, receive, send)

    async def _refuse(self, refusal: Finding, scope: Scope, receive: Receive, send: Send) -> None:
        answer = build_refusal_response(refusal, find_route_path(scope), self._guard.language)
        await answer(scope, receive, _add_headers(send))

    def _find_refusal(self, scope: Scope, headers: dict[str, str]) -> Finding | None:
        """The reason to refuse a request; None where it is allowed."""
        guard = self._guard
        host = _host_name(headers.get("host", ""))
        if host not in guard.hosts and not (guard.by_address and _is_address_of(scope, host)):
            return make_finding("request-host", _REQUEST)
        if not self._take_allowance(scope):
            return make_finding("request-too-often", _REQUEST)
        if guard.token and not _has_token(scope, headers, guard.token):
            return make_finding("request-token", _REQUEST)
        if scope["method"] in _WRITE_METHODS and not _is_own_page(headers, guard.origin):
            return make_finding("request-origin", _REQUEST)
        length = headers.get("content-length", "")
        if length.isdecimal() and (
            len(length) > _MAX_LENGTH_DIGITS or int(length) > MAX_BODY_BYTES
        ):
            return make_finding("request-too-large", _REQUEST)
        return None

    def _take_allowance(self, scope: Scope) -> bool:
        """Take one request from an address's allowance; False where it is exhausted."""
        client = (scope.get("client") or ("", 0))[0]
        now = self._guard.clock()
        left, when = self._allowances.get(client, (REQUEST_BURST, now))
        left = min(REQUEST_BURST, left + (now - when) * REQUESTS_PER_SECOND)
        self._allowances[client] = (left - 1 if left >= 1 else left, now)
        if len(self._allowances) > _MAX_ADDRESSES:
            self._allowances.clear()
        return left >= 1

    async def _pass_limited(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; stop reading a body that is too large or too slow.

        An internal error is answered, and logged by its type and location only: the message of an
        exception may contain user input.
        """
        body = _LimitedBody(receive, self._guard.body_timeout)
        answered = False

        async def noted(message: Message) -> None:
            nonlocal answered
            if body.refusal and not answered:  # the app may have turned it into another error
                raise RequestRefusedError
            answered = True
            await _add_headers(send)(message)

        try:
            await self._app(scope, body, noted)
        except RequestRefusedError:
            refusal = body.refusal
        except Exception as error:  # noqa: BLE001 - whatever it is, its message is not logged
            log_error(error)
            refusal = make_finding("request-failed", _REQUEST)
        else:
            return
        if refusal and not answered:
            await self._refuse(refusal, scope, receive, send)


def place_below(scope: Scope, base: str) -> Scope:
    """The scope of an app that is shown below a path, whether or not a proxy passes that on."""
    if not base:
        return scope
    path = scope["path"]
    if path != base and not path.startswith(f"{base}/"):
        path = f"{base}{path}"
    return {**scope, "root_path": base, "path": path}


class _LimitedBody:
    """A request body: at most MAX_BODY_BYTES, complete before a deadline.

    `refusal` is the reason why reading stopped; None where it did not.
    """

    def __init__(self, receive: Receive, patience: float) -> None:
        self._receive, self._received, self._complete = receive, 0, False
        self._deadline = asyncio.get_running_loop().time() + patience
        self.refusal: Finding | None = None

    async def __call__(self) -> Message:
        if self._complete:  # the next message reports the disconnect
            return await self._receive()
        try:
            async with asyncio.timeout_at(self._deadline):
                message = await self._receive()
        except TimeoutError:
            self.refusal = make_finding("request-too-slow", _REQUEST)
            raise RequestRefusedError from None
        self._complete = not message.get("more_body", False)
        self._received += len(message.get("body", b""))
        if self._received > MAX_BODY_BYTES:
            self.refusal = make_finding("request-too-large", _REQUEST)
            raise RequestRefusedError
        return message


def log_error(error: BaseException) -> None:
    """Log the type of an exception, and the line of our code that it came through last."""
    sys.stderr.write(f"os2governance: {type(error).__name__}, {locate_error(error)}\n")


_MAX_ADDRESSES = 1000
_MAX_LENGTH_DIGITS = len(str(MAX_BODY_BYTES))


class RequestRefusedError(Exception):
    """Stops reading a request: it is too large, or too slow."""


def _decode_headers(scope: Scope) -> dict[str, str]:
    return {
        name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]
    }


def _host_name(host: str) -> str:
    """The host without its port, in lower case."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _is_address_of(scope: Scope, host: str) -> bool:
    """Whether a host is the address on which a request came in: the machine's own, not a name."""
    try:
        return ipaddress.ip_address(host) == ipaddress.ip_address(
            (scope.get("server") or ("",))[0]
        )
    except ValueError:
        return False


def _is_own_page(headers: dict[str, str], public: str) -> bool:
    """Whether a request comes from one of the server's own pages, or from no page."""
    site = headers.get("sec-fetch-site")
    if site is not None and site not in {"same-origin", "none"}:
        return False
    origin = headers.get("origin")
    if origin is None:
        return True
    host = headers.get("host", "").lower()
    return origin.lower() in {f"http://{host}", f"https://{host}", public or f"http://{host}"}


def _query_token(scope: Scope) -> str:
    asked: list[str] = parse_qs(scope["query_string"].decode("latin-1")).get("token", [])
    return asked[0] if asked else ""


def _has_token(scope: Scope, headers: dict[str, str], token: str) -> bool:
    """Whether a request has the token: in its URL, in a cookie, or as a bearer token."""
    bearer = headers.get("authorization", "").removeprefix("Bearer ")
    given = (_query_token(scope), bearer, *_find_cookie_values(headers, derive_cookie_name(token)))
    return any(hmac.compare_digest(each.encode(), token.encode()) for each in given)


def _find_cookie_values(headers: dict[str, str], name: str) -> Iterator[str]:
    """Yield the values of one cookie; what others have set, in whatever form, is passed over."""
    for pair in headers.get("cookie", "").split(";"):
        key, _, value = pair.strip().partition("=")
        if key == name:
            yield value.strip('"')


def _redirect_with_cookie(scope: Scope, guard: SecurityPolicy) -> RedirectResponse:
    """Move the token from the URL to a cookie, by a redirect; behind TLS it is for TLS only.

    The target begins with a single slash: after two, a browser would read another server's name.
    A strict cookie would not come along: the page that opened the browser is of no server.
    """
    base = scope.get("root_path", "")
    inside = find_route_path(scope).lstrip("/\\")
    answer = RedirectResponse(f"{base}/{inside}", 303)
    answer.set_cookie(
        derive_cookie_name(guard.token),
        guard.token,
        path=base or "/",
        secure=guard.origin.startswith("https:"),
        httponly=True,
        samesite="lax",
    )
    return answer


def _add_headers(send: Send) -> Send:
    async def sends(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in SECURITY_HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sends
