"""`site`: the portfolio as a static site."""

import os
import sys
from functools import partial
from pathlib import Path

import click

from os2governance.cli.localised_click import Option, UsageError
from os2governance.cli.options import (
    PATHS_ARGUMENT,
    Invocation,
    build_cluster_option,
    build_propose_option,
    command,
)
from os2governance.findings.finding import Finding
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
    Option(
        ["--with-form"],
        _("Put the form below the site, as `lite build` makes it, and link to it from all pages."),
        is_flag=True,
    ),
    build_propose_option(),
    build_cluster_option(),
)
_SITE_WRITTEN = _("The site is made in {out}: {products}; files: {files}.")
_SITE_NOT_MADE = _("The site is not made; what is in {out} is as it was.")
_NO_FORM = _("--propose is about the form: use it with --with-form.")
FORM_FOLDER = "form/"
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
    with_form: bool,
    propose: str,
    cluster: str | None,
) -> int:
    """Build the site of the products that the paths mean."""
    from os2governance.cli.output import print_notice, show_findings
    from os2governance.files.listing import format_path
    from os2governance.workflows.site import SiteForm, SiteRequest, write_site

    if propose and not with_form:
        raise UsageError(_NO_FORM)
    form = SiteForm(FORM_FOLDER, partial(_make_form, invocation, propose)) if with_form else None
    made, findings = write_site(
        paths,
        SiteRequest(out, title, address, form),
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


def _make_form(
    invocation: Invocation, propose: str, publisher: str
) -> tuple[dict[str, bytes] | None, list[Finding]]:
    """The files of the form."""
    from os2governance.files.cache_folder import find_cache_folder
    from os2governance.lite.build import LiteRequest, make_lite_files

    return make_lite_files(
        LiteRequest(
            language=invocation.context.language,
            criteria=invocation.context.criteria,
            cache=find_cache_folder(os.environ) / "lite",
            propose=propose,
            publisher=publisher,
        )
    )


def _print_progress(invocation: Invocation, count: int, whole: int) -> None:
    """Print the progress on a terminal."""
    if invocation.quiet or not sys.stderr.isatty():
        return
    said = _PROGRESS.render(invocation.context.language).format(count=count, all=whole)
    sys.stderr.write(f"\r{said}" if count < whole else f"\r{' ' * len(said)}\r")
    sys.stderr.flush()
