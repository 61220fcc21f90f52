"""The server: its socket, its address with the token, and how it is run."""

import secrets
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

import uvicorn

from os2governance.files.os_errors import translate_os_error
from os2governance.files.paths import is_folder
from os2governance.findings.not_possible import NotPossibleError
from os2governance.git.branch import commit_on_branch
from os2governance.i18n.text import _
from os2governance.web.app import build_app
from os2governance.web.security import LOOPBACK_HOSTS, SecurityPolicy
from os2governance.web.workspace import Workspace
from os2governance.workflows.context import Context

_FOLDER_MISSING = _("There is no folder '{path}'.")
_PORT_UNAVAILABLE = _(
    "Port {port} on {host} cannot be used: {problem}. Choose another with --port."
)
_KEEP_ALIVE_SECONDS = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class ServerOptions:
    """The served folder; where to listen; the token, made where it is needed and empty.

    `today` is called for each page, unless the assessment date is fixed.
    """

    folder: Path
    host: str
    port: int
    token: str
    today: Callable[[], date]


class OpenServer(NamedTuple):
    """A server that listens but does not answer yet, and its address."""

    address: str
    socket: socket.socket
    server: uvicorn.Server


def open_server(options: ServerOptions, context: Context) -> OpenServer:
    """Listen for a folder's pages.

    Raises:
        NotPossibleError: when there is no such folder, or the port cannot be used.
    """
    if not is_folder(options.folder):
        raise NotPossibleError(_FOLDER_MISSING.fill(path=str(options.folder)))
    listening = _open_socket(options.host, options.port)
    is_local = options.host in LOOPBACK_HOSTS
    token = options.token or ("" if is_local else secrets.token_urlsafe(24))
    own = set() if is_local else {options.host.lower(), *_list_host_names()}
    fixed = context.as_of if context.as_of != options.today() else None
    workspace = Workspace(
        folder=options.folder,
        criteria=context.criteria,
        today=lambda: fixed or options.today(),
        language=context.language,
        commit=commit_on_branch,
    )
    policy = SecurityPolicy(
        hosts=LOOPBACK_HOSTS | own, token=token, clock=time.monotonic, language=context.language
    )
    settings = uvicorn.Config(
        build_app(workspace, policy),
        access_log=False,
        log_level="error",
        server_header=False,
        timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=1,
        limit_concurrency=200,
    )
    address = _build_address(options.host, listening.getsockname()[1], token)
    return OpenServer(address, listening, uvicorn.Server(settings))


def run_server(server: OpenServer) -> None:
    """Answer until it is interrupted."""
    server.server.run(sockets=[server.socket])


def _open_socket(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen()  # an early request waits in the queue instead of being refused
    except OSError as error:
        listening.close()
        problem = translate_os_error(error)
        raise NotPossibleError(
            _PORT_UNAVAILABLE.fill(port=port, host=host, problem=problem)
        ) from error
    return listening


def _list_host_names() -> set[str]:
    return {socket.gethostname().lower(), socket.getfqdn().lower()}


def _build_address(host: str, port: int, token: str) -> str:
    name = f"[{host}]" if ":" in host else "127.0.0.1" if host == "0.0.0.0" else host  # noqa: S104
    return f"http://{name}:{port}/{f'?token={token}' if token else ''}"
