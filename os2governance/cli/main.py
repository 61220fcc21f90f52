"""The program `os2governance`: its commands, and the exit code of each."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NoReturn

import click

from os2governance.cli.broken_pipe import discard_output, handle_broken_pipe
from os2governance.cli.localised_click import Group, Option, choose_language
from os2governance.cli.output import print_line_to_stderr, set_utf8
from os2governance.cli.usage_errors import explain_click_error, explain_os_error
from os2governance.i18n.text import Language, Text, _
from os2governance.version import VERSION

PROGRAM_NAME = "os2governance"
EXIT_ERROR, EXIT_INTERRUPTED = 2, 130


class Program(Group):
    """The top-level command group."""

    def load(self, name: str) -> click.Command:  # noqa: C901, PLR0912, PLR0915 - one case a command
        """Import the module of one command and return the command."""
        match name:
            case "assess":
                from os2governance.cli.commands.assess import assess as found
            case "check":
                from os2governance.cli.commands.check import check as found
            case "explain":
                from os2governance.cli.commands.explain import explain as found
            case "next":
                from os2governance.cli.commands.next import next_ as found
            case "decide":
                from os2governance.cli.commands.decide import decide as found
            case "serve":
                from os2governance.cli.commands.serve import serve as found
            case "portfolio":
                from os2governance.cli.commands.portfolio import portfolio as found
            case "site":
                from os2governance.cli.commands.site import site as found
            case "log":
                from os2governance.cli.commands.log import log as found
            case "case":
                from os2governance.cli.commands.case import case_ as found
            case "ahead":
                from os2governance.cli.commands.ahead import ahead as found
            case "changes":
                from os2governance.cli.commands.changes import changes as found
            case "init":
                from os2governance.cli.commands.init import init as found
            case "import":
                from os2governance.cli.commands.import_ import import_ as found
            case "verify":
                from os2governance.cli.commands.verify import verify as found
            case "export":
                from os2governance.cli.commands.export import export as found
            case "schema":
                from os2governance.cli.commands.schema import schema as found
            case _:
                from os2governance.cli.commands.criteria import criteria as found
        return found

    def main(self, args: Sequence[str] | None = None, *_: Any, **more: Any) -> NoReturn:
        """Run, and exit with a code of formats.md; silently if the output pipe is closed."""
        arguments = sys.argv[1:] if args is None else list(args)
        language = choose_language(arguments, os.environ)
        sys.stdout, sys.stderr = set_utf8(sys.stdout), set_utf8(sys.stderr)
        more |= {"prog_name": PROGRAM_NAME, "standalone_mode": False, "obj": language}
        try:
            code = super().main(arguments, **more)
            sys.stdout.flush()
        except click.ClickException as error:
            code = _report_failure(explain_click_error(error), language)
        except click.Abort:
            code = EXIT_INTERRUPTED
        except BrokenPipeError:
            code = handle_broken_pipe()
        except OSError as error:
            code = _report_failure([explain_os_error(error)], language)
        except MemoryError:
            code = _report_failure([OUT_OF_MEMORY], language)
        sys.exit(code)


OUT_OF_MEMORY = _("There is not enough memory.")


def _report_failure(words: Sequence[Text], language: Language) -> int:
    """Report why the program ended, where possible; return the exit code."""
    with suppress(OSError):
        for each in words:
            print_line_to_stderr(each, language)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:  # or Python would flush again at exit, and end with another code
            discard_output(stream)
    return EXIT_ERROR


def _print_version(context: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001
    if asked:
        click.echo(f"{PROGRAM_NAME} {VERSION}")
        context.exit()


PROGRAM = Program(
    PROGRAM_NAME,
    _(
        "The level of products by a governance model, with the whole reason.\nEvery "
        "command has help: os2governance assess --help"
    ),
    (
        "assess",
        "explain",
        "next",
        "check",
        "decide",
        "log",
        "case",
        "changes",
        "ahead",
        "portfolio",
        "site",
        "serve",
        "init",
        "import",
        "export",
        "verify",
        "schema",
        "criteria",
    ),
    examples=(
        "os2governance assess",
        "os2governance explain products/os2eksempel",
        "os2governance next products/os2eksempel",
    ),
    params=[
        Option(
            ["--version"],
            _("Show the version."),
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=_print_version,
        )
    ],
)


def main() -> NoReturn:
    """Run the program."""
    PROGRAM.main()
