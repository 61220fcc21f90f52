"""Click's usage errors in both languages."""

import click

from os2governance.cli.bilingual_click import UsageError
from os2governance.files.os_errors import why
from os2governance.findings.finding import meant
from os2governance.i18n.text import Text, both

_AFTER_NAME = Text("; skriv det efter kommandoens navn", "; write it after the command's name")
_COMMON = frozenset({"--as-of", "--lang", "--criteria", "--no-color", "--quiet", "-q"})


def said(error: click.ClickException) -> list[Text]:
    """The messages for a usage error and a hint at the help, one text a line."""
    words = _said(error)
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return [words]
    see = f"`{context.command_path} --help`"
    return [words, Text(f"Se {see}.", f"See {see}.")]


def refused(error: OSError) -> Text:
    """The message for an operation that the operating system refused."""
    said, where = why(error), f"{error.filename}: " if error.filename else ""
    return Text(f"Systemet siger nej: {where}{said.da}.", f"The system refuses: {where}{said.en}.")


def _said(error: click.ClickException) -> Text:
    if isinstance(error, UsageError):
        return error.words
    if isinstance(error, click.NoSuchOption):
        return _no_such_option(error)
    if isinstance(error, click.MissingParameter) and error.param:
        name = error.param.make_metavar(error.ctx) if error.ctx else str(error.param.name)
        return Text(f"{name} mangler.", f"{name} is missing.")
    if isinstance(error, click.BadParameter) and error.param:
        return _bad_parameter(error, error.param)
    if isinstance(error, click.BadOptionUsage):
        return Text(
            f"{error.option_name} skal have netop én værdi.",
            f"{error.option_name} takes just one value.",
        )
    return both(error.format_message())


def _no_such_option(error: click.NoSuchOption) -> Text:
    name = error.option_name
    close = meant(next(iter(error.possibilities or ()), None))
    hint = _AFTER_NAME if name in _COMMON else close
    return Text(
        f"Valget {name} findes ikke{hint.da or '.'}", f"There is no option {name}{hint.en or '.'}"
    )


def _bad_parameter(error: click.BadParameter, parameter: click.Parameter) -> Text:
    name = parameter.opts[0]
    if isinstance(parameter.type, click.Choice):
        choices = ", ".join(map(str, parameter.type.choices))
        return Text(f"{name} skal være en af: {choices}.", f"{name} must be one of: {choices}.")
    return Text(f"{name}: {error.message}", f"{name}: {error.message}")
