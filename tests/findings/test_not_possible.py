"""The one exception has its reason in both languages."""

import pytest

from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.text import Text, as_text


@pytest.mark.parametrize("typed", ["x", "{y}", "\x1b[31m", "", "æ\n"])
def test_the_reason_is_kept_in_both_languages_and_printed_in_english(typed):
    text = Text("Ikke {where}", "Not {where}").fill(where=typed)
    error = NotPossibleError(text)

    assert error.text is text
    assert str(error) == text.en
    assert error.text.da != error.text.en


def test_a_reason_of_another_program_is_told_as_it_is():
    assert str(NotPossibleError(as_text("git: {x}"))) == "git: {x}"
