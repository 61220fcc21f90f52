"""Which language is spoken, before anything is parsed."""

import pytest

from os2governance.cli.localised_click import choose_language
from os2governance.cli.main import PROGRAM


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "da"),
        (["assess", "--lang", "en"], {}, "en"),
        (["assess", "--lang=en"], {}, "en"),
        (["assess", "--lang", "da"], {"LANG": "en_GB"}, "da"),
        (["assess", "--lang", "de"], {"LANG": "en_GB"}, "en"),
        (["assess", "--lang"], {}, "da"),
        (["explain", "en"], {}, "da"),
        (["assess"], {"LC_ALL": "en_DK.UTF-8", "LANG": "da_DK.UTF-8"}, "en"),
        (["assess"], {"LC_MESSAGES": "da_DK", "LANG": "en_GB"}, "da"),
        (["assess"], {"LANG": "POSIX"}, "da"),
    ],
)
def test_an_option_goes_before_the_environment_and_both_before_danish(
    arguments, environment, language
):
    assert choose_language(arguments, environment) == language


def test_the_setting_goes_before_the_environment_and_is_asked_for_where_no_option_says():
    def refuse():
        pytest.fail("it is not needed")

    assert choose_language(["assess", "--lang", "en"], {}, refuse) == "en"
    assert choose_language(["assess"], {"LANG": "en_GB"}, lambda: "da") == "da"
    assert choose_language(["assess"], {"LANG": "en_GB"}, lambda: None) == "en"


LEAVES = [
    (*path, name)
    for path, group in (((), PROGRAM), (("criteria",), PROGRAM.load("criteria")))
    for name in group.command_names
]


@pytest.mark.parametrize("path", LEAVES, ids=" ".join)
def test_every_help_is_in_both_languages(run, path):
    danish, english = (run(*path, "--help", LC_ALL=each) for each in ("da_DK", "en_GB"))

    assert (danish.exit_code, english.exit_code) == (0, 0)
    assert danish.output != english.output
    assert len(danish.output.splitlines()) > 3


@pytest.mark.parametrize("path", LEAVES, ids=" ".join)
def test_every_command_has_examples_of_itself(run, path):
    lines = run(*path, "--help").output.splitlines()

    assert [line for line in lines if line.strip().startswith(f"os2governance {' '.join(path)}")]


@pytest.mark.parametrize("path", [each for each in LEAVES if each != ("criteria",)], ids=" ".join)
def test_options_that_are_none_are_wrong_use_in_both_languages(run, path):
    danish, english = (
        run(*path, "--no-such-option\x1b[31m", LC_ALL=each) for each in ("da_DK", "en_GB")
    )

    assert (danish.exit_code, english.exit_code) == (2, 2)
    assert danish.stderr != english.stderr
    assert "\x1b" not in danish.stderr + english.stderr


def test_commands_come_in_the_order_of_their_table(run):
    output = run("--help").output
    places = [output.index(f"\n  {name}") for name in PROGRAM.command_names]

    assert places == sorted(places)
