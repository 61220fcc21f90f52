"""Wrong use: told in both languages, with what was typed and where the help is."""

import errno

import click
import pytest

from os2governance.cli.localised_click import UsageError
from os2governance.cli.usage_errors import explain_click_error, explain_os_error
from os2governance.i18n.text import Text

HOSTILE = ["x", "{name}", "%s", "\x1b[31m"]


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["assess", "--fromat", "json"], ["--fromat", "--format"]),
        (["--as-of", "2026-05-01"], ["--as-of"]),
        (["assess", "--format", "xml"], ["--format", "csv"]),
        (["explain"], ["PATH"]),
        (["next", "x", "--level"], ["--level"]),
        (["log", "--year", "0"], ["--year"]),
        (["site"], ["--out"]),
        (["decide", "x", "fire", "--by", "board"], ["pause"]),
    ],
)
def test_wrong_use_names_what_is_wrong_in_both_languages(run, arguments, names):
    danish, english = (run(*arguments, LC_ALL=each) for each in ("da_DK", "en_GB"))

    assert (danish.exit_code, english.exit_code) == (2, 2)
    assert danish.stderr != english.stderr
    for name in names:
        assert name in danish.stderr
        assert name in english.stderr
    assert danish.stdout == english.stdout == ""


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_was_typed_is_never_a_template(typed):
    option = click.NoSuchOption(f"--{typed}")
    [words] = explain_click_error(option)

    assert f"--{typed}" in words.render("da")
    assert f"--{typed}" in words.render("en")


def test_words_of_our_own_are_told_as_they_are_and_the_help_is_named():
    words = Text("Ikke", "Not")
    assert explain_click_error(UsageError(words)) == [words]
    error = UsageError(words)
    error.ctx = click.Context(click.Command("assess"), info_name="os2governance assess")

    assert "os2governance assess --help" in explain_click_error(error)[1].render("en")


@pytest.mark.parametrize("name", [None, "", *HOSTILE])
def test_the_system_s_refusal_names_the_file_if_there_is_one(name):
    words = explain_os_error(OSError(errno.EACCES, "Permission denied", name))

    assert words.render("da") != words.render("en")
    assert (name or "") in words.render("en")
