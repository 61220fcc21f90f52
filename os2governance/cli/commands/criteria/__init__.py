"""`criteria`: commands for working on a model."""

import click

from os2governance.cli.localised_click import Group
from os2governance.i18n.text import _


class Criteria(Group):
    """The group of commands on models."""

    def load(self, name: str) -> click.Command:
        """Import the module of one command and return the command."""
        match name:
            case "list":
                from os2governance.cli.commands.criteria.list import list_ as found
            case "show":
                from os2governance.cli.commands.criteria.show import show as found
            case "lint":
                from os2governance.cli.commands.criteria.lint import lint_ as found
            case "diff":
                from os2governance.cli.commands.criteria.diff import diff as found
            case "migrate":
                from os2governance.cli.commands.criteria.migrate import migrate as found
            case "impact":
                from os2governance.cli.commands.criteria.impact import impact as found
            case _:
                from os2governance.cli.commands.criteria.test import test as found
        return found


criteria = Criteria(
    "criteria",
    _(
        "Work on a model: see, check and test its criteria.\nREF is a model, "
        "<model>/<version>, or its folder."
    ),
    ("list", "show", "lint", "test", "diff", "migrate", "impact"),
    examples=(
        "os2governance criteria list",
        "os2governance criteria show",
        "os2governance criteria lint criteria/os2/1.1.0",
        "os2governance criteria test --mutate",
    ),
)
