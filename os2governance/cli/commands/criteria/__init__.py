"""`criteria`: commands for working on a model."""

from os2governance.cli.localised_click import Group
from os2governance.i18n.text import _

COMMANDS = {
    "list": "os2governance.cli.commands.criteria.list:list_",
    "show": "os2governance.cli.commands.criteria.show:show",
    "lint": "os2governance.cli.commands.criteria.lint:lint_",
    "test": "os2governance.cli.commands.criteria.test:test",
    "diff": "os2governance.cli.commands.criteria.diff:diff",
    "migrate": "os2governance.cli.commands.criteria.migrate:migrate",
    "impact": "os2governance.cli.commands.criteria.impact:impact",
}

criteria = Group(
    "criteria",
    _(
        "Work on a model: show, check and test its criteria.\nREF is a model, <model>/<version>, "
        "or its folder."
    ),
    COMMANDS,
    examples=(
        "os2governance criteria list",
        "os2governance criteria show",
        "os2governance criteria lint criteria/os2/1.1.0",
        "os2governance criteria test --mutate",
    ),
)
