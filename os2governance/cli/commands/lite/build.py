"""`lite build`: the form as a static folder."""

import os
from pathlib import Path

import click

from os2governance.cli.localised_click import Option
from os2governance.cli.options import Invocation, build_propose_option, command
from os2governance.i18n.text import _

HELP = _(
    "Build the form as a static folder, for people who can install nothing.\nDIR can be shown by "
    "any web server over HTTPS, such as GitHub Pages; it must be empty or built by this command. "
    "Its parts are fetched from npm and PyPI once, checked by their hashes, and kept. The same "
    "version always builds the same bytes.\nExit code: 0, or 2 if a part cannot be fetched or the "
    "folder cannot be written."
)
EXAMPLES = (
    "os2governance lite build out",
    "os2governance lite build out --publisher 'Kommunen X, selvevaluering@eksempel.dk'",
)
OPTIONS = (
    build_propose_option(),
    Option(
        ["--publisher"],
        _("Who runs the page, and how they are reached; said on the page about it."),
        default="",
        metavar="TEXT",
    ),
)
_BUILT = _("The form is built in {out}; files: {files}, {size} MB.")
_NOT_BUILT = _("The form is not built; what is in {out} is as it was.")


@command(
    "build",
    HELP,
    EXAMPLES,
    click.Argument(["out"], metavar="DIR", type=click.Path(path_type=Path, file_okay=False)),
    *OPTIONS,
)
def build(invocation: Invocation, out: Path, propose: str, publisher: str) -> int:
    """Build the folder."""
    from os2governance.cli.output import print_notice, show_findings
    from os2governance.files.cache_folder import find_cache_folder
    from os2governance.files.listing import format_path
    from os2governance.i18n.localised_figures import build_number_formatter
    from os2governance.lite.build import LiteRequest, write_lite

    context = invocation.context
    request = LiteRequest(
        language=context.language,
        criteria=context.criteria,
        cache=find_cache_folder(os.environ) / "lite",
        propose=propose,
        publisher=publisher,
    )
    built, findings = write_lite(out, request)
    if built is None:
        print_notice(_NOT_BUILT.fill(out=format_path(out)), invocation)
        return show_findings(findings, invocation, "text")
    size = build_number_formatter(context.language)(round(built.size / 1e6, 1))
    print_notice(_BUILT.fill(out=format_path(out), files=built.files, size=size), invocation)
    return 0
