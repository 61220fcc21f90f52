"""What cannot be done, as a usage error of the command."""

import click
import pytest

from os2governance.cli.main import COMMANDS, PROGRAM


def test_each_command_is_where_the_table_says():
    for group in (PROGRAM, PROGRAM.load("criteria")):
        for name in group.command_names:
            found = group.load(name)

            assert isinstance(found, click.Command)
            assert found.name == name
    assert list(COMMANDS) == list(PROGRAM.command_names)


@pytest.mark.parametrize(
    "arguments",
    [
        ("next", "products/rosenlund", "--level", "tree"),
        ("explain", "products/rosenlund", "Z9"),
        ("changes", "--from", "nosuch"),
        ("criteria", "show", "--model", "zzz", "--criteria", "criteria"),
    ],
)
def test_what_is_not_possible_has_a_hint_at_the_help(garden, arguments):
    done = garden(*arguments)
    command = "criteria show" if arguments[0] == "criteria" else arguments[0]

    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.splitlines()[1:] == [f"Se `os2governance {command} --help`."]
