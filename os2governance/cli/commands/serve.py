"""`serve`: self-assessment in the browser."""

import os
from datetime import date
from pathlib import Path

import click

from os2governance.cli.localised_click import Option, UsageError
from os2governance.cli.options import Invocation, command
from os2governance.cli.output import print_notice, write_output
from os2governance.i18n.text import _

HELP = _(
    "Fill in the self-assessment in the browser.\nThe form is generated from the model, saves in "
    "the product's own folder, and shows the effect of every answer on the level. Nothing leaves "
    "the machine. PATH is a product's folder or a folder of products; it defaults to the current "
    "folder. The key in the address lets nobody else in; it is kept for the next time, or taken "
    "from OS2GOVERNANCE_KEY. Stop with Ctrl+C."
)
EXAMPLES = ("os2governance serve products/os2eksempel", "os2governance serve --port 8080")
OPTIONS = (
    Option(
        ["--port"],
        _("The port; defaults to a free one."),
        type=click.IntRange(0, 65535),
        default=0,
        metavar="PORT",
    ),
    Option(
        ["--host"],
        _("The address to listen on; others than 127.0.0.1 can be reached from outside."),
        default="127.0.0.1",
        metavar="HOST",
    ),
    Option(
        ["--base-path", "base"],
        _("The path, or the whole address, at which a reverse proxy shows the pages."),
        default="",
        metavar="PATH",
    ),
    Option(
        ["--no-browser"],
        _("Do not open the browser."),
        is_flag=True,
    ),
)
_WEB_NOT_INSTALLED = _(
    "serve requires the package's optional web dependencies: pip install 'os2governance[web]'"
)
_OPEN_ADDRESS = _("Open {address} in a browser. Stop with Ctrl+C.")
PATH_ARGUMENT = click.Argument(["path"], default=".", metavar="[PATH]")


@command("serve", HELP, EXAMPLES, PATH_ARGUMENT, *OPTIONS)
def serve(  # noqa: PLR0913 - one for each option
    invocation: Invocation, path: str, port: int, host: str, base: str, *, no_browser: bool
) -> int:
    """Serve until interrupted."""
    try:
        from os2governance.web.opening import open_in_browser
        from os2governance.web.server import ServerOptions, open_server, run_server
    except ModuleNotFoundError as error:
        raise UsageError(_WEB_NOT_INSTALLED) from error
    options = ServerOptions(
        folder=Path(path),
        host=host,
        port=port,
        base=base,
        today=date.today,
        environment=os.environ,
    )
    server = open_server(options, invocation.context)
    write_output(f"{server.address}\n")
    print_notice(_OPEN_ADDRESS.fill(address=server.address), invocation)
    for warning in server.warnings:
        print_notice(warning, invocation)
    if no_browser:
        run_server(server)
    else:
        with open_in_browser(server.address, os.environ):
            run_server(server)
    return 0
