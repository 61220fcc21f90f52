"""Click in Danish and English: the help of commands and options in one of two languages.

The language is known before anything is parsed, and is stored as the context's `obj`.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

import click

from os2governance.findings.finding import Finding
from os2governance.i18n.text import LANGUAGES, Language, Text, _

_USAGE = _("Usage: ")
_OPTIONS = _("Options")
_EXAMPLES = _("Examples")
_HELP = _("Show this help.")
_COMMANDS = _("Commands")


def choose_language(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    find_setting: Callable[[], Language | None] = lambda: None,
) -> Language:
    """The language: `--lang` among the arguments, the setting, the environment's, else Danish.

    The setting is only looked for where no `--lang` says which.
    """
    for before, word in zip(["", *arguments], arguments, strict=False):
        given = word.removeprefix("--lang=") if before != "--lang" else word
        if given in LANGUAGES and (given != word or before == "--lang"):
            return "en" if given == "en" else "da"
    if setting := find_setting():
        return setting
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environment[name] for name in names if environment.get(name)), "")
    return "en" if locale.lower().startswith("en") else "da"


def get_language(context: click.Context) -> Language:
    """The language of a click context."""
    return "en" if context.find_root().obj == "en" else "da"


class UsageError(click.UsageError):
    """A usage error with its message in both languages."""

    def __init__(self, words: Text) -> None:
        """Keep the words."""
        super().__init__(words.en)
        self.text = words


class ProgramError(click.ClickException):
    """An exception that ended a command, as a finding; `form` is the format that was asked for."""

    def __init__(self, finding: Finding, form: str = "") -> None:
        """Keep the finding."""
        super().__init__(finding.code)
        self.finding, self.form = finding, form


class Option(click.Option):
    """An option with help in both languages."""

    def __init__(self, names: Sequence[str], words: Text, **more: Any) -> None:
        """Keep the words."""
        super().__init__(names, **more)
        self.help_text = words

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The help record in the language of the context."""
        self.help = self.help_text.render(get_language(ctx))
        return super().get_help_record(ctx)


class _LocalisedHelp(click.Command):
    """Localised help, shared by commands and groups."""

    help_text: Text
    examples: tuple[str, ...]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The `--help` option with its own help text in the language of the context."""
        option = super().get_help_option(ctx)
        if option:
            option.help = _HELP.render(get_language(ctx))
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=_USAGE.render(get_language(ctx)))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the description."""
        formatter.write_paragraph()
        for part in self.help_text.render(get_language(ctx)).split("\n"):
            with formatter.indentation():
                formatter.write_text(part)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        records = [option.get_help_record(ctx) for option in options]
        with formatter.section(_OPTIONS.render(get_language(ctx))):
            formatter.write_dl([record for record in records if record])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        if self.examples:
            with formatter.section(_EXAMPLES.render(get_language(ctx))):
                for example in self.examples:
                    formatter.write(f"{'':>{formatter.current_indent}}{example}\n")

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - the first line is short
        """The first line of the help."""
        context = click.get_current_context(silent=True)
        return self.help_text.render(get_language(context) if context else "da").split("\n")[0]


class Command(_LocalisedHelp):
    """A command with help in both languages."""

    def __init__(self, name: str, words: Text, examples: Sequence[str] = (), **more: Any) -> None:
        """Keep the help text and the examples."""
        super().__init__(name, options_metavar="", **more)
        self.help_text, self.examples = words, tuple(examples)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments; refuse surplus ones."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if ctx.args:
            many = f": {' '.join(ctx.args)}."
            raise UsageError(_("Too many arguments{many}").fill(many=many))
        return rest


class Group(_LocalisedHelp, click.Group):
    """A group of commands, each loaded on demand.

    `places` says where each command is, as "module:function", in the order of the help.
    """

    def __init__(self, name: str, words: Text, places: Mapping[str, str], **more: Any) -> None:
        """Keep the help text and the table of commands."""
        examples = more.pop("examples", ())
        super().__init__(name=name, options_metavar="", subcommand_metavar="…", **more)
        self.help_text, self.examples, self.command_places = words, tuple(examples), places
        self.command_names = tuple(places)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments; show the help where no command is named."""
        return super().parse_args(ctx, args or ["--help"])

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Names of the commands, in the order of a product's life cycle."""
        return list(self.command_names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command by its name; None where there is none."""
        return self.load(cmd_name) if cmd_name in self.command_names else None

    def load(self, name: str) -> click.Command:
        """Import one command's module and return the command."""
        module, function = self.command_places[name].split(":")
        found: click.Command = getattr(import_module(module), function)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Resolve the requested command; refuse an unknown name."""
        from os2governance.findings.finding import suggest_word

        if args[0] not in self.command_names and not args[0].startswith("-"):
            meant, known = suggest_word(args[0], self.command_names), ", ".join(self.command_names)
            raise UsageError(
                _("There is no command '{name}'{meant} ({known})").fill(
                    name=args[0], meant=meant, known=known
                )
            )
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands and the options."""
        rows = [(name, self.load(name).get_short_help_str()) for name in self.command_names]
        with formatter.section(_COMMANDS.render(get_language(ctx))):
            formatter.write_dl(rows)
        super().format_options(ctx, formatter)
