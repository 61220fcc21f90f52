"""Arguments that every command shares, and the context that it receives."""

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import click

from os2governance.cli.localised_click import (
    Command,
    Option,
    ProgramError,
    UsageError,
    get_language,
)
from os2governance.findings.internal_error import make_internal_error
from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.text import LANGUAGES, Text, _, as_text
from os2governance.workflows.context import DEFAULT_PRODUCTS_FOLDER, Context, SearchScope
from os2governance.workflows.settings import (
    SHIPPED_MODELS,
    RepositorySettings,
    find_repository_settings,
)


class Invocation(NamedTuple):
    """A call of a command: the context of its workflow, and the options of the terminal."""

    context: Context
    colour: bool
    quiet: bool
    settings: RepositorySettings = RepositorySettings()


def command(
    name: str, words: Text, examples: Sequence[str], *parameters: click.Parameter
) -> Callable[[Callable[..., int]], click.Command]:
    """Build a command from a function `(invocation, **parameters) -> exit code`."""

    def make(run: Callable[..., int]) -> click.Command:
        def callback(**values: Any) -> None:
            context = click.get_current_context()
            try:
                code = run(_build_invocation(context, values), **values)
            except NotPossibleError as error:
                raise UsageError(error.text) from error
            except ANSWERED_BY_PROGRAM:
                raise
            except Exception as error:  # the net for all that nobody thought of
                found = make_internal_error(_find_named_file(values) or name, error)
                raise ProgramError(found, str(values.get("form"))) from error
            context.exit(code)

        params = [*parameters, *_build_common_options()]
        return Command(name, words, examples, params=params, callback=callback)

    return make


def _build_invocation(context: click.Context, values: dict[str, Any]) -> Invocation:
    """Take the common options out of the values of a command, and complete them by the settings.

    Raises:
        NotPossibleError: when something in the settings is wrong.
    """
    settings = find_repository_settings()
    stated = values.pop("as_of")
    values.pop("lang")
    named = values.pop("criteria") or map(_find_models_folder, settings.criteria)
    usual = SearchScope(exclude=settings.exclude, folder=settings.folder)
    paths = settings.paths or (usual.locate(DEFAULT_PRODUCTS_FOLDER),)
    return Invocation(
        Context(
            as_of=stated or date.today(),  # noqa: DTZ011 - the local date
            language=get_language(context),
            criteria=tuple(named),
            is_dated=stated is not None,
            scope=usual._replace(paths=paths),
        ),
        colour=not values.pop("no_color") and not os.environ.get("NO_COLOR"),
        quiet=values.pop("quiet"),
        settings=settings,
    )


def _find_models_folder(name: str) -> Path:
    from os2governance.files.listing import find_shipped_criteria

    return find_shipped_criteria() if name == SHIPPED_MODELS else Path(name)


ANSWERED_BY_PROGRAM = (
    click.ClickException,
    click.exceptions.Exit,
    click.Abort,
    OSError,
    MemoryError,
)
"""Exceptions that the program ends with in a sentence of their own."""


def _find_named_file(values: Mapping[str, Any]) -> str:
    """The first path that a command was given; empty where there is none."""
    for key in ("path", "file", "report", "paths", "files"):
        given = values.get(key)
        if given:
            return str(given if isinstance(given, str | Path) else given[0])
    return ""


class _DateType(click.ParamType[date]):
    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Parse an ISO date."""
        del param, ctx
        day = parse_iso_date(value)
        if day:
            return day
        raise UsageError(_("'{value}' is not a date; write it as 2026-05-01.").fill(value=value))


class _FolderType(click.ParamType[Path]):
    name = "folder"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """Accept an existing folder."""
        from os2governance.files.listing import list_names
        from os2governance.files.paths import is_folder

        del param, ctx
        folder = _find_models_folder(value)
        if not is_folder(folder):
            raise UsageError(_("There is no folder '{value}'.").fill(value=value))
        for found in list_names(folder)[1]:
            said = found.message
            raise UsageError(as_text("'{value}': {said}").fill(value=value, said=said))
        return folder


def _build_common_options() -> list[click.Parameter]:
    return [
        Option(
            ["--as-of"],
            _("The assessment date, such as 2026-05-01; defaults to today."),
            type=_DateType(),
            metavar="DATE",
        ),
        Option(
            ["--lang"],
            _("Language: Danish or English; defaults to the environment's, or else Danish."),
            type=click.Choice(LANGUAGES),
            metavar="da|en",
        ),
        Option(
            ["--criteria"],
            _(
                "A folder of models, <model>/<version>/, or the word shipped for the built-in "
                "ones, which are the default. Can be repeated; the first that has a model counts."
            ),
            type=_FolderType(),
            multiple=True,
            metavar="DIR",
        ),
        Option(
            ["--no-color"],
            _("Disable colours."),
            is_flag=True,
        ),
        Option(
            ["-q", "--quiet"],
            _("Show only the result, no remarks."),
            is_flag=True,
        ),
    ]


def build_date_type() -> click.ParamType[date]:
    """The type of an option that is a date."""
    return _DateType()


def build_format_option() -> click.Option:
    """The option that chooses between text and JSON."""
    return Option(
        ["--format", "form"],
        _("text for people, json for programs."),
        type=click.Choice(["text", "json"]),
        default="text",
        metavar="text|json",
    )


PATHS_ARGUMENT = click.Argument(["paths"], nargs=-1, metavar="[PATH]...")
"""The products that a command is about, by any number of paths."""


def build_table_option(words: Text) -> click.Option:
    """The option for the format of what is a table: for people, programs and spreadsheets."""
    return Option(
        ["--format", "form"],
        words,
        type=click.Choice(["text", "json", "csv", "html"]),
        default="text",
        metavar="text|json|csv|html",
    )


_NO_ADDRESS = _("--propose must be an https address, and may hold {product}.")


def build_propose_option() -> click.Option:
    """The option that says where a product's file is changed."""

    def read(_context: click.Context, _option: click.Parameter, value: str) -> str:
        if value and not value.startswith("https://"):
            raise UsageError(_NO_ADDRESS)
        return value

    return Option(
        ["--propose"],
        _("The page where a product's file is changed, with {product} for its folder."),
        default="",
        metavar="URL",
        callback=read,
    )


def build_cluster_option() -> click.Option:
    """The option that names a cluster for the work."""
    return Option(
        ["--cluster"],
        _(
            "Do the work on a Dask cluster: the address of its scheduler, such as "
            "tcp://10.0.0.1:8786. Its workers need no disk in common with this machine, but "
            "the same os2governance."
        ),
        metavar="ADDRESS",
    )
