"""`site`: the portfolio as a static site."""

from pathlib import Path

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import Invocation, command
from os2governance.i18n.text import _

HELP = _(
    "Make a site of the portfolio: front, lights, products, model, decisions and "
    "figures.\nThe pages are static files in Danish and English, without a server "
    "and without anything from outside, fit for GitHub Pages or any folder. "
    "Without PATH the folder products. The folder must be empty or made by this "
    "command; only what has changed is written again.\nExit code: 0, or 2 if a file "
    "cannot be read or the folder not written."
)
EXAMPLES = (
    "os2governance site --out site",
    "os2governance site products --out site --address https://eksempel.dk/niveauer/",
)
OPTIONS = (
    Option(
        ["--out"],
        _("The folder that the site is put into."),
        type=click.Path(path_type=Path, file_okay=False),
        required=True,
        metavar="DIR",
    ),
    Option(
        ["--title"],
        _("The name of the site; otherwise the model's."),
        default="",
        metavar="TEXT",
    ),
    Option(
        ["--address"],
        _("The address where the site will stand; for badges and the feed."),
        default="",
        metavar="URL",
    ),
)


@command(
    "site",
    HELP,
    EXAMPLES,
    click.Argument(["paths"], nargs=-1, metavar="[PATH]..."),
    *OPTIONS,
)
def site(
    invocation: Invocation, paths: tuple[str, ...], out: Path, title: str, address: str
) -> int:
    """Build the site of the products that the paths mean."""
    from os2governance.workflows.site import write_site

    return write_site(paths, invocation, (out, title, address))
