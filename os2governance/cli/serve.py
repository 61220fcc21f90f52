"""Running the server: port, token, browser and shutdown."""

import secrets
import socket
import time
import webbrowser
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from os2governance.cli.localised_click import UsageError
from os2governance.cli.options import Invocation
from os2governance.cli.output import print_line_to_stderr, write_output
from os2governance.files.os_errors import translate_os_error
from os2governance.files.paths import is_folder
from os2governance.git.branch import commit_on_branch
from os2governance.i18n.text import Text, _

_WEB_NOT_INSTALLED = _(
    "serve needs the package's part for the browser: pip install 'os2governance[web]'"
)
_FOLDER_MISSING = _("There is no folder '{path}'.")
_PORT_UNAVAILABLE = _(
    "Port {port} at {host} cannot be used: {problem}. Choose another with --port."
)
_OPEN_ADDRESS = _("Open {address}. Ctrl+C ends it.")
_KEEP_ALIVE_SECONDS = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class ServeOptions:
    """The options of the command."""

    folder: Path
    host: str
    port: int
    token: str
    open_browser: bool


def run_server(asked: ServeOptions, invocation: Invocation) -> int:
    """Serve until it is interrupted."""
    try:
        import uvicorn

        from os2governance.web.app import build_app
        from os2governance.web.security import LOOPBACK_HOSTS, SecurityPolicy
        from os2governance.web.workspace import Workspace
    except ModuleNotFoundError as error:
        raise UsageError(_WEB_NOT_INSTALLED) from error
    if not is_folder(asked.folder):
        raise UsageError(_fill_text(_FOLDER_MISSING, path=str(asked.folder)))
    listening = _open_socket(asked)
    inside = asked.host in LOOPBACK_HOSTS
    token = asked.token or ("" if inside else secrets.token_urlsafe(24))
    hosts = (
        LOOPBACK_HOSTS if inside else LOOPBACK_HOSTS | {asked.host.lower(), *_list_host_names()}
    )
    fixed = invocation.context.as_of if invocation.context.as_of != date.today() else None  # noqa: DTZ011 - the local date
    place = Workspace(
        folder=asked.folder,
        criteria=invocation.context.criteria,
        today=lambda: fixed or date.today(),  # noqa: DTZ011
        language=invocation.context.language,
        commit=commit_on_branch,
    )
    guard = SecurityPolicy(
        hosts=frozenset(hosts),
        token=token,
        clock=time.monotonic,
        language=invocation.context.language,
    )
    address = _build_address(asked.host, listening.getsockname()[1], token)
    write_output(f"{address}\n")
    if not invocation.quiet:
        print_line_to_stderr(
            _fill_text(_OPEN_ADDRESS, address=address), invocation.context.language
        )
    if asked.open_browser:
        webbrowser.open(address)
    settings = uvicorn.Config(
        build_app(place, guard),
        access_log=False,
        log_level="error",
        server_header=False,
        timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=1,
        limit_concurrency=200,
    )
    uvicorn.Server(settings).run(sockets=[listening])
    return 0


def _open_socket(asked: ServeOptions) -> socket.socket:
    family = socket.AF_INET6 if ":" in asked.host else socket.AF_INET
    listening = socket.socket(family)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((asked.host, asked.port))
        listening.listen()  # an early request waits in the queue instead of being refused
    except OSError as error:
        listening.close()
        said, at = translate_os_error(error), {"port": asked.port, "host": asked.host}
        da, en = (
            _PORT_UNAVAILABLE.da.format(problem=said.da, **at),
            _PORT_UNAVAILABLE.en.format(problem=said.en, **at),
        )
        raise UsageError(Text(da, en)) from error
    return listening


def _list_host_names() -> set[str]:
    return {socket.gethostname().lower(), socket.getfqdn().lower()}


def _build_address(host: str, port: int, token: str) -> str:
    name = f"[{host}]" if ":" in host else "127.0.0.1" if host == "0.0.0.0" else host  # noqa: S104
    return f"http://{name}:{port}/{f'?token={token}' if token else ''}"


def _fill_text(text: Text, **parts: str) -> Text:
    return text.fill(**parts)
