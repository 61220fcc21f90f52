"""Which language is spoken, before anything is parsed."""

import pytest

from os2governance.cli.localised_click import choose_language


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
