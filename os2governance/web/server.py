"""The server: its app, its socket, its address with the key, and how it is run."""

import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import uvicorn
from starlette.types import ASGIApp

from os2governance.files.os_errors import translate_os_error
from os2governance.files.paths import is_folder
from os2governance.findings.not_possible import NotPossibleError
from os2governance.git.branch import commit_on_branch
from os2governance.i18n.text import Text, _
from os2governance.web.api import build_api
from os2governance.web.app import build_app
from os2governance.web.connections import MAX_CONNECTIONS, LimitedProtocol
from os2governance.web.security import LOOPBACK_HOSTS, SecurityMiddleware, SecurityPolicy
from os2governance.web.server_key import (
    ServerKey,
    derive_form_key,
    keep_server_key,
    open_server_key,
)
from os2governance.web.workspace import Workspace
from os2governance.workflows.context import Context

_FOLDER_MISSING = _("There is no folder '{path}'.")
_PORT_UNAVAILABLE = _(
    "Port {port} on {host} cannot be used: {problem}. Choose another with --port."
)
_WRONG_BASE = _(
    "'{base}' is neither a path, such as /forms, nor an address, such as "
    "https://forms.example.org/os2."
)
_UNENCRYPTED = _(
    "Others on the network can reach the server, and read what is typed and the key on the way. "
    "Put it behind a server with TLS: see docs/serve.md."
)
_KEEP_ALIVE_SECONDS = 5
_ENDED_BY_SIGNAL = 128
"""What shells add to a signal's number to make an exit code of it."""
_ANY_ADDRESS = frozenset({"0.0.0.0", "::"})  # noqa: S104 - compared with, not listened on


@dataclass(frozen=True, kw_only=True, slots=True)
class ServerOptions:
    """The served folder; where to listen; where a reverse proxy shows the pages, "" without one.

    `today` is called for each page, unless the assessment date is fixed.
    """

    folder: Path
    host: str
    port: int
    base: str
    today: Callable[[], date]
    environment: Mapping[str, str]


class OpenServer(NamedTuple):
    """A server that listens but does not answer yet, its address, and what to warn of."""

    address: str
    socket: socket.socket
    server: uvicorn.Server
    warnings: tuple[Text, ...]


class _PublicPlace(NamedTuple):
    """Where the pages are shown: `https://host` or "", the host or "", the path or ""."""

    origin: str
    host: str
    base: str


def build_server_app(workspace: Workspace, policy: SecurityPolicy) -> ASGIApp:
    """Build the app of a workspace for those that a policy lets in.

    With a token, the forms of an earlier run of the server are known again.
    """
    return build_app(
        workspace,
        partial(SecurityMiddleware, guard=policy),
        policy.base,
        form_key=derive_form_key(policy.token) if policy.token else "",
        api=build_api(workspace),
    )


def open_server(options: ServerOptions, context: Context) -> OpenServer:
    """Listen for a folder's pages.

    Raises:
        NotPossibleError: when there is no such folder, the port cannot be used, or a key or the
            base path is wrong.
    """
    folder = Path(os.path.abspath(options.folder))  # noqa: PTH100 - links stay
    if not is_folder(folder):
        raise NotPossibleError(_FOLDER_MISSING.fill(path=str(options.folder)))
    public = _parse_base(options.base)
    key = open_server_key(folder, options.environment)
    listening = _open_socket(options, key)
    port = listening.getsockname()[1]
    keep_server_key(folder, options.environment, ServerKey(key=key.key, port=port))
    is_local = options.host in LOOPBACK_HOSTS
    fixed = context.as_of if context.as_of != options.today() else None
    workspace = Workspace(
        folder=folder,
        criteria=context.criteria,
        today=lambda: fixed or options.today(),
        language=context.language,
        commit=commit_on_branch,
    )
    own = set() if is_local else {options.host.lower(), *_list_host_names()}
    policy = SecurityPolicy(
        hosts=LOOPBACK_HOSTS | own | ({public.host} - {""}),
        token=key.key,
        clock=time.monotonic,
        language=context.language,
        by_address=not is_local,
        origin=public.origin,
        base=public.base,
    )
    settings = uvicorn.Config(
        build_server_app(workspace, policy),
        http=LimitedProtocol,
        access_log=False,
        log_level="error",
        server_header=False,
        timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=1,
        limit_concurrency=MAX_CONNECTIONS,
    )
    place = public.origin or f"http://{_name_host(options.host, listening)}:{port}"
    return OpenServer(
        f"{place}{public.base}/?token={key.key}",
        listening,
        uvicorn.Server(settings),
        () if is_local or public.origin.startswith("https:") else (_UNENCRYPTED,),
    )


def run_server(server: OpenServer) -> None:
    """Answer until it is interrupted, or told to end: what is to be cleaned up then is.

    Raises:
        SystemExit: when it is told to end, once it has.
    """
    if threading.current_thread() is threading.main_thread():  # no other may ask for signals
        signal.signal(signal.SIGTERM, lambda number, _: sys.exit(_ENDED_BY_SIGNAL + number))
    server.server.run(sockets=[server.socket])


def _parse_base(written: str) -> _PublicPlace:
    """Parse a path, or an address, at which a reverse proxy shows the pages."""
    wrong = NotPossibleError(_WRONG_BASE.fill(base=written))
    try:
        parts = urlsplit(written)
        host = (parts.hostname or "").lower()
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        raise wrong from None
    base = parts.path.rstrip("/")
    is_path = not parts.scheme and not parts.netloc and written.startswith("/")
    is_address = parts.scheme in {"http", "https"} and bool(host)
    plain = not (parts.query or parts.fragment or parts.username) and _is_plain_path(base)
    if written and not (plain and (is_path or is_address)):
        raise wrong
    named = f"[{host}]" if ":" in host else host
    return _PublicPlace(f"{parts.scheme}://{named}{port}" if is_address else "", host, base)


def _is_plain_path(path: str) -> bool:
    """Whether a path has plain letters only, and no empty part: none that a page must escape."""
    return not path or all(
        part and part.isascii() and part.replace("-", "").replace("_", "").isalnum()
        for part in path[1:].split("/")
    )


def _open_socket(options: ServerOptions, key: ServerKey) -> socket.socket:
    """Listen on the port that is asked for, else on the last one, else on a free one."""
    if not options.port and key.port:
        try:
            return _listen(options.host, key.port)
        except NotPossibleError:
            pass  # somebody else has it now
    return _listen(options.host, options.port)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    try:
        if os.name != "nt":  # there it would let two servers have one port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen()  # an early request waits in the queue instead of being refused
    except (OSError, UnicodeError) as error:
        listening.close()
        problem = translate_os_error(error if isinstance(error, OSError) else OSError(str(error)))
        raise NotPossibleError(
            _PORT_UNAVAILABLE.fill(port=port, host=host, problem=problem)
        ) from error
    return listening


def _list_host_names() -> set[str]:
    return {socket.gethostname().lower(), socket.getfqdn().lower()}


def _name_host(host: str, listening: socket.socket) -> str:
    """The host in an address: for all addresses of the machine, one by which others reach it."""
    if host in _ANY_ADDRESS:
        host = _find_outward_address(listening.family) or socket.gethostname().lower()
    return f"[{host}]" if ":" in host else host


def _find_outward_address(family: int) -> str:
    """The machine's own address on its way to others; "" without a network. Nothing is sent."""
    elsewhere = "2001:db8::1" if family == socket.AF_INET6 else "192.0.2.1"  # for documentation
    with socket.socket(family, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect((elsewhere, 9))
        except OSError:
            return ""
        return str(asking.getsockname()[0])
