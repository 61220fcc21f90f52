"""What somebody typed prints as text, and no line is a command to a build server."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.i18n.inert import escape_build_command, make_inert

TEXT = st.text(st.characters(), max_size=60)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Blåbær – ✓", "Blåbær – ✓"),
        ("one\ntwo\tthree\r\n", "one two three  "),
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("\x9b31m\x07\x00", "\\x9b31m\\x07\\x00"),
        ("a\u202eb\u2066c\u200bd\ufeffe", "a\\u202eb\\u2066c\\u200bd\\ufeffe"),
        ("a\u2028b\u3000c", "a b c"),
        ("\ud800", "\\ud800"),
        ("[bold]x[/bold] :smile:", "[bold]x[/bold] :smile:"),
    ],
)
def test_what_was_typed_is_inert(typed, shown):
    assert make_inert(typed) == shown


@given(TEXT)
def test_inert_text_prints_and_stays(text):
    once = make_inert(text)

    assert once.replace("\N{NO-BREAK SPACE}", "").isprintable()
    assert make_inert(once) == once


COMMANDS = ["::error::x", "  ::add-mask::x", "a ##[error]x", "##vso[task.setvariable]x"]


@pytest.mark.parametrize("line", COMMANDS)
def test_no_line_is_a_command_to_a_build_server(line):
    said = escape_build_command(line)

    assert not said.lstrip().startswith("::")
    assert "##[" not in said
    assert "##vso[" not in said
    assert said.replace(" ", "") == line.replace(" ", "")


@pytest.mark.parametrize("line", ["a::b", "## a", "[x]", "", "12 | ::error::"])
def test_other_lines_stay(line):
    assert escape_build_command(line) == line
