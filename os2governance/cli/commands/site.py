"""`site`: the portfolio as a static site."""

import sys
from functools import partial
from pathlib import Path

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import PATHS_ARGUMENT, Invocation, build_cluster_option, command
from os2governance.i18n.text import _, ngettext

HELP = _(
    "Build a site of the portfolio: front page, ratings, products, model, decisions and "
    "figures.\nThe pages are static files in Danish and English, without a server and without "
    "external content, suited to GitHub Pages or any folder. PATH defaults to the folder "
    "products. The folder must be empty or built by this command; only what has changed is "
    "rewritten.\nExit code: 0, or 2 if a file cannot be read or the folder cannot be written."
)
EXAMPLES = (
    "os2governance site --out site",
    "os2governance site products --out site --address https://eksempel.dk/niveauer/",
)
OPTIONS = (
    Option(
        ["--out"],
        _("The folder to write the site to."),
        type=click.Path(path_type=Path, file_okay=False),
        required=True,
        metavar="DIR",
    ),
    Option(
        ["--title"],
        _("The name of the site; defaults to that of the model that the products follow."),
        default="",
        metavar="TEXT",
    ),
    Option(
        ["--address"],
        _("The address of the site; used for badges and the feed."),
        default="",
        metavar="URL",
    ),
    build_cluster_option(),
)
_SITE_WRITTEN = _("The site is made in {out}: {products}; files: {files}.")
_SITE_NOT_MADE = _("The site is not made; what is in {out} is as it was.")
_PROGRESS = _("Products: {count} of {all}")


@command(
    "site",
    HELP,
    EXAMPLES,
    PATHS_ARGUMENT,
    *OPTIONS,
)
def site(  # noqa: PLR0913 - one for each option
    invocation: Invocation,
    paths: tuple[str, ...],
    *,
    out: Path,
    title: str,
    address: str,
    cluster: str | None,
) -> int:
    """Build the site of the products that the paths mean."""
    from os2governance.cli.output import print_notice, show_findings
    from os2governance.files.listing import format_path
    from os2governance.workflows.site import SiteRequest, write_site

    made, findings = write_site(
        paths,
        SiteRequest(out, title, address),
        invocation.context,
        cluster,
        partial(_print_progress, invocation),
    )
    if made is None:
        print_notice(_SITE_NOT_MADE.fill(out=format_path(out)), invocation)
        return show_findings(findings, invocation, "text")
    count = ngettext("1 product", "{count} products", made.products).fill(count=made.products)
    written = _SITE_WRITTEN.fill(out=format_path(out), products=count, files=made.files)
    print_notice(written, invocation)
    return show_findings(made.findings, invocation, "text") if made.findings else 0


def _print_progress(invocation: Invocation, count: int, whole: int) -> None:
    """Print the progress on a terminal."""
    if invocation.quiet or not sys.stderr.isatty():
        return
    said = _PROGRESS.render(invocation.context.language).format(count=count, all=whole)
    sys.stderr.write(f"\r{said}" if count < whole else f"\r{' ' * len(said)}\r")
    sys.stderr.flush()
