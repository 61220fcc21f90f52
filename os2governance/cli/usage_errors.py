"""Click's usage errors in both languages."""

import click

from os2governance.cli.localised_click import UsageError
from os2governance.files.os_errors import translate_os_error
from os2governance.findings.finding import format_suggestion
from os2governance.i18n.text import Text, _, as_text

_AFTER_NAME = _("; write it after the command's name")
_COMMON_OPTIONS = frozenset({"--as-of", "--lang", "--criteria", "--no-color", "--quiet", "-q"})


def explain_click_error(error: click.ClickException) -> list[Text]:
    """The messages for a usage error and a hint at the help, one text a line."""
    words = _explain_error(error)
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return [words]
    see = f"`{context.command_path} --help`"
    return [words, _("See {see}.").fill(see=see)]


def explain_os_error(error: OSError) -> Text:
    """The message for an operation that the operating system refused."""
    said, where = translate_os_error(error), f"{error.filename}: " if error.filename else ""
    return _("The system refused: {where}{said}.").fill(where=where, said=said)


def _explain_error(error: click.ClickException) -> Text:
    if isinstance(error, UsageError):
        return error.text
    if isinstance(error, click.NoSuchOption):
        return _explain_unknown_option(error)
    if isinstance(error, click.MissingParameter) and error.param:
        name = error.param.make_metavar(error.ctx) if error.ctx else str(error.param.name)
        return _("{name} is missing.").fill(name=name)
    if isinstance(error, click.BadParameter) and error.param:
        return _explain_bad_value(error, error.param)
    if isinstance(error, click.BadOptionUsage):
        return _("{option_name} takes exactly one value.").fill(option_name=error.option_name)
    return as_text(error.format_message())


def _explain_unknown_option(error: click.NoSuchOption) -> Text:
    name = error.option_name
    close = format_suggestion(next(iter(error.possibilities or ()), None))
    hint = _AFTER_NAME if name in _COMMON_OPTIONS else close
    return _("There is no option {name}{hint}").fill(name=name, hint=hint)


def _explain_bad_value(error: click.BadParameter, parameter: click.Parameter) -> Text:
    name = parameter.opts[0]
    if isinstance(parameter.type, click.Choice):
        choices = ", ".join(map(str, parameter.type.choices))
        return _("{name} must be one of: {choices}.").fill(name=name, choices=choices)
    return as_text(f"{name}: {error.message}")
