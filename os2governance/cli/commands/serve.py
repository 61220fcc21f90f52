"""`serve`: self-assessment in the browser."""

from datetime import date
from pathlib import Path

import click

from os2governance.cli.localised_click import Option, UsageError
from os2governance.cli.options import Invocation, command
from os2governance.cli.output import print_notice, write_output
from os2governance.i18n.text import _

HELP = _(
    "Fill the self-assessment in in the browser.\nThe form is drawn from the model, "
    "saves in the product's own folder, and shows at every answer what it does to "
    "the level. Nothing leaves the machine. PATH is a product's folder or a folder "
    "of products; without PATH this folder. Ctrl+C ends it."
)
EXAMPLES = ("os2governance serve products/os2eksempel", "os2governance serve --port 8080")
OPTIONS = (
    Option(
        ["--port"],
        _("The port; otherwise a free one."),
        type=click.IntRange(0, 65535),
        default=0,
        metavar="PORT",
    ),
    Option(
        ["--host"],
        _("The address to listen at; outside this machine a key in the address is needed."),
        default="127.0.0.1",
        metavar="HOST",
    ),
    Option(
        ["--token"],
        _("The key; otherwise the server makes one where it is needed."),
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
    "serve needs the package's part for the browser: pip install 'os2governance[web]'"
)
_OPEN_ADDRESS = _("Open {address}. Ctrl+C ends it.")
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
