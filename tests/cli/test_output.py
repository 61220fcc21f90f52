"""Output: its width, its letters, its exit codes, and files that are whole."""

import io
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.cli import output
from os2governance.cli.options import Invocation
from os2governance.findings.finding import Location, make_finding
from os2governance.i18n.text import as_text
from os2governance.workflows.context import Context

INVOCATION = Invocation(Context(as_of=date(2026, 5, 1), language="en"), colour=True, quiet=False)


@pytest.mark.parametrize(
    ("columns", "width"),
    [("80", 80), ("1", 40), ("0", 100), ("9999", 110), ("", 100), ("x", 100), ("-80", 100)],
)
def test_a_page_is_as_wide_as_is_readable(monkeypatch, columns, width):
    monkeypatch.setenv("COLUMNS", columns)

    assert output.find_page_width(io.StringIO()) == width


def test_what_is_no_terminal_has_no_colours(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setenv("TERM", "xterm")
    assert output.is_coloured(INVOCATION, Terminal())
    assert not output.is_coloured(INVOCATION, io.StringIO())
    assert not output.is_coloured(INVOCATION._replace(colour=False), Terminal())
    monkeypatch.setenv("TERM", "dumb")
    assert not output.is_coloured(INVOCATION, Terminal())


@given(st.text(max_size=60))
def test_a_message_is_one_line_whatever_is_in_it(text):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stderr", stream := io.StringIO())
        output.print_line_to_stderr(as_text(text), "en")

    line = stream.getvalue()
    assert line.endswith("\n")
    assert line[:-1].replace("\N{NO-BREAK SPACE}", "").isprintable()
    assert not line.lstrip().startswith("::")


def test_quiet_is_silence(capsys):
    output.print_notice(as_text("x"), INVOCATION._replace(quiet=True))
    assert capsys.readouterr().err == ""
    output.print_notice(as_text("x"), INVOCATION)
    assert capsys.readouterr().err == "x\n"


@pytest.mark.parametrize("form", ["text", "json"])
def test_findings_in_place_of_a_result_are_exit_code_2(capfdbinary, form):
    found = make_finding("no-products", Location("a\x1b[31m"))

    assert output.show_findings([found], INVOCATION, form) == output.EXIT_UNREADABLE == 2
    sys.stdout.flush()
    said = capfdbinary.readouterr().out
    assert b"no-products" in said
    assert b"\x1b" not in said


def test_a_file_is_whole_or_as_it_was(tmp_path):
    def pieces():
        yield b"half"
        raise KeyError

    file = tmp_path / "out"
    output.write_pieces([b"a", b"b"], file)
    with pytest.raises(KeyError):
        output.write_pieces(pieces(), file)

    assert file.read_bytes() == b"ab"
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_streams_write_utf_8_and_no_stream_takes_everything():
    stream = output.set_utf8(io.TextIOWrapper(raw := io.BytesIO(), encoding="ascii"))
    stream.write("æ\ud800")
    stream.flush()
    with output.set_utf8(None) as nowhere:
        nowhere.write("æ")

    assert raw.getvalue().startswith("æ".encode())


def test_force_color_colours_a_pipe_and_no_color_stands_over_it(monkeypatch):
    pipe = io.StringIO()
    for value, expected in (("1", True), ("0", False), ("", False)):
        monkeypatch.setenv("FORCE_COLOR", value)
        assert output.is_coloured(INVOCATION, pipe) is expected
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert not output.is_coloured(INVOCATION._replace(colour=False), pipe)
