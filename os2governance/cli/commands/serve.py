"""`serve`: self-assessment in the browser."""

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
    "folder. Stop with Ctrl+C."
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
        _("The address to listen on; outside this machine a key in the address is required."),
        default="127.0.0.1",
        metavar="HOST",
    ),
    Option(
        ["--token"],
        _("The key; by default the server generates one where it is required."),
        default="",
        metavar="TEXT",
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
    invocation: Invocation, path: str, port: int, host: str, token: str, *, no_browser: bool
) -> int:
    """Serve until interrupted."""
    import webbrowser

    try:
        from os2governance.web.server import ServerOptions, open_server, run_server
    except ModuleNotFoundError as error:
        raise UsageError(_WEB_NOT_INSTALLED) from error
    options = ServerOptions(folder=Path(path), host=host, port=port, token=token, today=date.today)
    server = open_server(options, invocation.context)
    write_output(f"{server.address}\n")
    print_notice(_OPEN_ADDRESS.fill(address=server.address), invocation)
    if not no_browser:
        webbrowser.open(server.address)
    run_server(server)
    return 0
