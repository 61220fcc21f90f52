"""Running the server: port, token, browser and shutdown."""

import secrets
import socket
import time
import webbrowser
from datetime import date
from pathlib import Path
from typing import NamedTuple

from os2governance.cli.bilingual_click import UsageError
from os2governance.cli.options import Given
from os2governance.cli.output import complain, put
from os2governance.files import paths as pathkind
from os2governance.files.os_errors import why
from os2governance.git.branch import commit_on_branch
from os2governance.i18n.text import Text

_NO_WEB = Text(
    "serve kræver pakkens del til browseren: pip install 'os2governance[web]'",
    "serve needs the package's part for the browser: pip install 'os2governance[web]'",
)
_NO_FOLDER = Text("Mappen '{path}' findes ikke.", "There is no folder '{path}'.")
_TAKEN = Text(
    "Porten {port} på {host} kan ikke bruges: {problem}. Vælg en anden med --port.",
    "Port {port} at {host} cannot be used: {problem}. Choose another with --port.",
)
_AT = Text("Åbn {address} i en browser. Ctrl+C slutter.", "Open {address}. Ctrl+C ends it.")
_SECONDS = 5


class Asked(NamedTuple):
    """The options of the command."""

    folder: Path
    host: str
    port: int
    token: str
    browser: bool


def run(asked: Asked, given: Given) -> int:
    """Serve until it is interrupted."""
    try:
        import uvicorn

        from os2governance.web.app import app
        from os2governance.web.guard import LOOPBACK, Guard
        from os2governance.web.workplace import Workplace
    except ModuleNotFoundError as error:
        raise UsageError(_NO_WEB) from error
    if not pathkind.is_folder(asked.folder):
        raise UsageError(_filled(_NO_FOLDER, path=str(asked.folder)))
    listening = _listening(asked)
    inside = asked.host in LOOPBACK
    token = asked.token or ("" if inside else secrets.token_urlsafe(24))
    hosts = LOOPBACK if inside else LOOPBACK | {asked.host.lower(), *_own_names()}
    fixed = given.as_of if given.as_of != date.today() else None  # noqa: DTZ011 - the local date
    place = Workplace(
        asked.folder,
        given.criteria,
        lambda: fixed or date.today(),  # noqa: DTZ011
        given.language,
        commit_on_branch,
    )
    guard = Guard(frozenset(hosts), token, time.monotonic, given.language)
    address = _address(asked.host, listening.getsockname()[1], token)
    put(f"{address}\n")
    if not given.quiet:
        complain(_filled(_AT, address=address), given.language)
    if asked.browser:
        webbrowser.open(address)
    settings = uvicorn.Config(
        app(place, guard),
        access_log=False,
        log_level="error",
        server_header=False,
        timeout_keep_alive=_SECONDS,
        timeout_graceful_shutdown=1,
        limit_concurrency=200,
    )
    uvicorn.Server(settings).run(sockets=[listening])
    return 0


def _listening(asked: Asked) -> socket.socket:
    family = socket.AF_INET6 if ":" in asked.host else socket.AF_INET
    listening = socket.socket(family)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((asked.host, asked.port))
        listening.listen()  # an early request waits in the queue instead of being refused
    except OSError as error:
        listening.close()
        said, at = why(error), {"port": asked.port, "host": asked.host}
        da, en = _TAKEN.da.format(problem=said.da, **at), _TAKEN.en.format(problem=said.en, **at)
        raise UsageError(Text(da, en)) from error
    return listening


def _own_names() -> set[str]:
    return {socket.gethostname().lower(), socket.getfqdn().lower()}


def _address(host: str, port: int, token: str) -> str:
    name = f"[{host}]" if ":" in host else "127.0.0.1" if host == "0.0.0.0" else host  # noqa: S104
    return f"http://{name}:{port}/{f'?token={token}' if token else ''}"


def _filled(text: Text, **parts: str) -> Text:
    return Text(text.da.format(**parts), text.en.format(**parts))
