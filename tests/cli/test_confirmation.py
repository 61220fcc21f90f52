"""What is recorded only after a yes on a terminal, or with `--yes`."""

import io
from types import SimpleNamespace

import pytest

from os2governance.cli.confirmation import ask_confirmation
from os2governance.cli.localised_click import UsageError
from os2governance.i18n.text import as_text

INVOCATION = SimpleNamespace(quiet=False, context=SimpleNamespace(language="en"))


class Terminal(io.StringIO):
    def isatty(self):
        return True


def asked(*, yes=False):
    return ask_confirmation(as_text("Sure? "), as_text("Not done."), INVOCATION, yes=yes)


@pytest.mark.parametrize(
    ("typed", "confirmed"),
    [
        ("y\n", True),
        ("Ja\n", True),
        ("n\n", False),
        ("\n", False),
        ("", False),
        ("yesterday\n", False),
    ],
)
def test_only_a_yes_confirms(monkeypatch, capsys, typed, confirmed):
    monkeypatch.setattr("sys.stdin", Terminal(typed))

    assert asked() is confirmed
    assert capsys.readouterr().err.startswith("Sure? ")


def test_without_a_terminal_only_the_option_confirms(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))

    assert asked(yes=True)
    with pytest.raises(UsageError):
        asked()
    assert capsys.readouterr().err == ""
