"""Who may ask what: the door of the server, before any page.

By default only this machine may ask, in the server's own name, from the server's own pages. What
is typed is never logged; what is refused is said in one plain sentence.
"""

import hmac
from collections.abc import Callable, Iterable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from os2governance.bilingual import Language, Text

COOKIE = "os2governance"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
MAX_BODY = 4_000_000
"""Bytes: a declaration may be as large as 1 MB, and a form says it in percents and pluses."""
RATE, BURST = 20.0, 200.0
"""Requests a second that one address may make in the long run, and at once."""
_WRITING = frozenset({"POST", "PUT", "PATCH", "DELETE"})
HEADERS = {
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
_HOST = Text(
    "Denne server svarer kun i sit eget navn.", "This server answers in its own name only."
)
_ORIGIN = Text(
    "Kun serverens egne sider må ændre noget.", "Only the server's own pages may change anything."
)
_TOKEN = Text(
    "Adressen skal have den nøgle, som serveren skrev, da den startede.",
    "The address needs the key that the server wrote when it started.",
)
_LARGE = Text("Det, der blev sendt, er for stort.", "What was sent is too large.")
_OFTEN = Text(
    "For mange forespørgsler; vent lidt, og prøv igen.",
    "Too many requests; wait a little and try again.",
)


class Guard(NamedTuple):
    """Who may ask: the names that the server answers to, and a key that must be known, if any.

    `clock` gives seconds, for the limit on how often one address may ask.
    """

    hosts: frozenset[str]
    token: str
    clock: Callable[[], float]
    language: Language


class Guarded:
    """An ASGI app behind the door."""

    def __init__(self, app: ASGIApp, guard: Guard) -> None:
        """Stand before an app."""
        self._app, self._guard = app, guard
        self._left: dict[str, tuple[float, float]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = _headers(scope)
        refused = self._refused(scope, headers)
        if refused:
            status, words = refused
            answer = PlainTextResponse(f"{words.say(self._guard.language)}\n", status)
            await answer(scope, receive, _with_headers(send))
            return
        if self._guard.token and _asked_token(scope):
            await _remember(scope, self._guard.token)(scope, receive, _with_headers(send))
            return
        await self._bounded(scope, receive, send)

    def _refused(self, scope: Scope, headers: dict[str, str]) -> tuple[int, Text] | None:
        guard = self._guard
        if _name_of(headers.get("host", "")) not in guard.hosts:
            return 421, _HOST
        if not self._in_time(scope):
            return 429, _OFTEN
        if guard.token and not _knows(scope, headers, guard.token):
            return 401, _TOKEN
        if scope["method"] in _WRITING and not _own_page(headers):
            return 403, _ORIGIN
        length = headers.get("content-length", "")
        if length.isdecimal() and int(length) > MAX_BODY:
            return 413, _LARGE
        return None

    def _in_time(self, scope: Scope) -> bool:
        """Take one from what an address has left; it fills up again with time."""
        client = (scope.get("client") or ("", 0))[0]
        now = self._guard.clock()
        left, when = self._left.get(client, (BURST, now))
        left = min(BURST, left + (now - when) * RATE)
        self._left[client] = (left - 1 if left >= 1 else left, now)
        if len(self._left) > _MOST_ADDRESSES:
            self._left.clear()
        return left >= 1

    async def _bounded(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, and stop reading where a body without a length grows too large."""
        read = 0
        answered = False

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > MAX_BODY:
                raise _TooLargeError
            return message

        async def noted(message: Message) -> None:
            nonlocal answered
            answered = True
            await _with_headers(send)(message)

        try:
            await self._app(scope, counted, noted)
        except _TooLargeError:
            if not answered:
                answer = PlainTextResponse(f"{_LARGE.say(self._guard.language)}\n", 413)
                await answer(scope, receive, _with_headers(send))


_MOST_ADDRESSES = 1000


class _TooLargeError(Exception):
    pass


def _headers(scope: Scope) -> dict[str, str]:
    return {
        name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]
    }


def _name_of(host: str) -> str:
    """Give a host without its port, in lower case."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _own_page(headers: dict[str, str]) -> bool:
    """Whether a request comes from one of the server's own pages, or from no page at all."""
    site = headers.get("sec-fetch-site")
    if site is not None and site not in {"same-origin", "none"}:
        return False
    origin = headers.get("origin")
    if origin is None:
        return True
    return urlsplit(origin).netloc.lower() == headers.get("host", "").lower() != ""


def _asked_token(scope: Scope) -> str:
    asked: list[str] = parse_qs(scope["query_string"].decode("latin-1")).get("token", [])
    return asked[0] if asked else ""


def _knows(scope: Scope, headers: dict[str, str], token: str) -> bool:
    """Whether a request has the key: in its address, in a cookie, or as a bearer's."""
    bearer = headers.get("authorization", "").removeprefix("Bearer ")
    try:
        cookies: SimpleCookie = SimpleCookie(headers.get("cookie", ""))
    except CookieError:
        cookies = SimpleCookie()
    kept = cookies[COOKIE].value if COOKIE in cookies else ""
    given: Iterable[str] = (_asked_token(scope), bearer, kept)
    return any(hmac.compare_digest(each.encode(), token.encode()) for each in given)


def _remember(scope: Scope, token: str) -> RedirectResponse:
    """Put the key into a cookie, and take it out of the address."""
    answer = RedirectResponse(scope["path"], 303)
    answer.set_cookie(COOKIE, token, httponly=True, samesite="strict")
    return answer


def _with_headers(send: Send) -> Send:
    async def sends(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sends
