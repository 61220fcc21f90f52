"""`lite`: the form where nothing can be installed."""

from os2governance.cli.localised_click import Group
from os2governance.i18n.text import _

COMMANDS = {"build": "os2governance.cli.commands.lite.build:build"}

lite = Group(
    "lite",
    _(
        "The form where nothing can be installed: as static pages that run in the browser.\nIt is "
        "the app of serve with all its rules, in an interpreter that the browser runs."
    ),
    COMMANDS,
    examples=("os2governance lite build out",),
)
