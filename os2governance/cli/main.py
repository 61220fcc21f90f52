"""The program `os2governance`: its commands, and the exit code of each."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NoReturn

import click

from os2governance.cli.broken_pipe import discard_output, exit_on_broken_pipe, handle_broken_pipe
from os2governance.cli.localised_click import Group, Option, ProgramError, choose_language
from os2governance.cli.output import print_line_to_stderr, set_utf8, write_json_object
from os2governance.cli.usage_errors import explain_click_error, explain_os_error
from os2governance.findings.internal_error import make_internal_error
from os2governance.i18n.text import Language, Text, _, as_text
from os2governance.version import VERSION
from os2governance.workflows.settings import find_language_setting

PROGRAM_NAME = "os2governance"
EXIT_ERROR, EXIT_INTERRUPTED = 2, 130


COMMANDS = {
    "assess": "os2governance.cli.commands.assess:assess",
    "explain": "os2governance.cli.commands.explain:explain",
    "next": "os2governance.cli.commands.next:next_",
    "check": "os2governance.cli.commands.check:check",
    "evaluate": "os2governance.cli.commands.evaluate:evaluate",
    "hearing": "os2governance.cli.commands.hearing:hearing",
    "decide": "os2governance.cli.commands.decide:decide",
    "log": "os2governance.cli.commands.log:log",
    "case": "os2governance.cli.commands.case:case_",
    "agenda": "os2governance.cli.commands.agenda:agenda",
    "letters": "os2governance.cli.commands.letters:letters",
    "changes": "os2governance.cli.commands.changes:changes",
    "deviations": "os2governance.cli.commands.deviations:deviations",
    "ahead": "os2governance.cli.commands.ahead:ahead",
    "round": "os2governance.cli.commands.round:round_",
    "agreement": "os2governance.cli.commands.agreement:agreement",
    "trend": "os2governance.cli.commands.trend:trend",
    "portfolio": "os2governance.cli.commands.portfolio:portfolio",
    "site": "os2governance.cli.commands.site:site",
    "serve": "os2governance.cli.commands.serve:serve",
    "lite": "os2governance.cli.commands.lite:lite",
    "init": "os2governance.cli.commands.init:init",
    "import": "os2governance.cli.commands.import_:import_",
    "export": "os2governance.cli.commands.export:export",
    "verify": "os2governance.cli.commands.verify:verify",
    "schema": "os2governance.cli.commands.schema:schema",
    "criteria": "os2governance.cli.commands.criteria:criteria",
}
"""Where each command is, in the order of a product's life cycle."""


class Program(Group):
    """The top-level command group."""

    def make_context(self, *arguments: Any, **more: Any) -> click.Context:
        """Parse the arguments, and print the help or the version where they ask for it."""
        with exit_on_broken_pipe():
            return super().make_context(*arguments, **more)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that is asked for."""
        with exit_on_broken_pipe():
            return super().invoke(ctx)

    def main(self, args: Sequence[str] | None = None, *_: Any, **more: Any) -> NoReturn:
        """Run, and exit with a code of formats.md; silently if the output pipe is closed."""
        arguments = sys.argv[1:] if args is None else list(args)
        language = choose_language(arguments, os.environ)  # for what fails before the settings
        sys.stdout, sys.stderr = set_utf8(sys.stdout), set_utf8(sys.stderr)
        more |= {"prog_name": PROGRAM_NAME, "standalone_mode": False}
        try:
            language = choose_language(arguments, os.environ, find_language_setting)
            code = super().main(arguments, obj=language, **more)
            sys.stdout.flush()
        except ProgramError as error:
            code = _report_program_error(error, language)
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
        except Exception as error:  # noqa: BLE001 - before or after a command
            found = make_internal_error(PROGRAM_NAME, error)
            code = _report_program_error(ProgramError(found), language)
        sys.exit(code)


OUT_OF_MEMORY = _("Not enough memory.")


def _report_program_error(error: ProgramError, language: Language) -> int:
    """Report the program's own failure: as JSON to those who asked for it, else in words."""
    if error.form == "json":
        from os2governance.render.common.findings_json import build_finding_objects

        with suppress(OSError):
            write_json_object({"findings": build_finding_objects([error.finding], language)})
        return _report_failure([], language)
    found = error.finding
    said = as_text("{file}: {code}: {message}").fill(
        file=found.location.file, code=found.code, message=found.message
    )
    return _report_failure([said, as_text(found.remedy.render(language))], language)


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
        "Assess the level of products by a governance model, with the full reasoning.\nEvery "
        "command has help: os2governance assess --help"
    ),
    COMMANDS,
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
