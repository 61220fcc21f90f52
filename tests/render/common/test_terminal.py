"""What is printed: plain where nobody asks for colour, and never what somebody typed as markup."""

import io

import pytest

from os2governance.i18n.symbols import SEVERITY_SYMBOLS, STATUS_SYMBOLS
from os2governance.render.common.blocks import Span, paragraph
from os2governance.render.common.terminal import print_blocks

HOSTILE = "[bold red]x[/] \x1b[31my\x1b]8;;http://evil\x07 \u202ez :smile: \\[a]"
HARMLESS = "[bold red]x[/] \\x1b[31my\\x1b]8;;http://evil\\x07 \\u202ez :smile: \\[a]"


def printed(*spans, colour, encoding="utf-8", **environment):
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding)
    print_blocks([paragraph(*spans)], stream, width=100, colour=colour)
    stream.flush()
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize("colour", [True, False])
def test_hostile_text_is_only_text(colour):
    assert printed(Span(HOSTILE, "strong"), colour=colour) == f"{HARMLESS}\n"


@pytest.mark.parametrize(("depth", "green"), [("truecolor", "38;2;0;158;115"), ("", "32")])
def test_lights_have_their_colours(monkeypatch, depth, green):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLORTERM", depth)
    monkeypatch.delenv("NO_COLOR", raising=False)

    assert printed(Span("✓", "met"), " ok", colour=True) == f"\x1b[1;{green}m✓\x1b[0m ok\n"


TERMINALS = [  # what a check mark looks like to whom
    ({"FORCE_COLOR": "1", "TERM": "xterm-256color"}, "\x1b[1;38;5;36m✓\x1b[0m"),
    ({"FORCE_COLOR": "1", "TERM": "xterm-kitty"}, "\x1b[1;38;5;36m✓\x1b[0m"),
    ({"FORCE_COLOR": "1", "TERM": "linux-16color"}, "\x1b[1;32m✓\x1b[0m"),
    ({"FORCE_COLOR": "1", "TERM": "x", "COLORTERM": " 24BIT "}, "\x1b[1;38;2;0;158;115m✓\x1b[0m"),
    ({"FORCE_COLOR": "1", "TERM": "xterm", "NO_COLOR": "1"}, "\x1b[1m✓\x1b[0m"),
    ({"FORCE_COLOR": "1", "TERM": "xterm", "NO_COLOR": ""}, "\x1b[1;32m✓\x1b[0m"),
    ({"TTY_COMPATIBLE": "1", "TERM": "xterm"}, "\x1b[1;32m✓\x1b[0m"),
    ({"TTY_COMPATIBLE": "0", "FORCE_COLOR": "1", "TERM": "xterm"}, "✓"),
    ({"FORCE_COLOR": "1", "TERM": "DUMB"}, "✓"),
    ({"FORCE_COLOR": "1", "TERM": "unknown"}, "✓"),
    ({"FORCE_COLOR": "", "TERM": "xterm"}, "✓"),
    ({"TERM": "xterm"}, "✓"),
]


@pytest.mark.parametrize(("environment", "shown"), TERMINALS)
def test_a_terminal_gets_what_it_can_show(monkeypatch, environment, shown):
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "NO_COLOR", "COLORTERM", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert printed(Span("✓", "met"), colour=True) == f"{shown}\n"


@pytest.mark.parametrize(
    ("style", "code"),
    [
        ("title", "1"),
        ("strong", "1"),
        ("faint", "2"),
        ("partly", "1;33"),
        ("unmet", "1;31"),
        ("not_applicable", "1;90"),
        ("unknown", "1"),
        ("error", "1;31"),
        ("warning", "1;33"),
        ("note", "1;90"),
    ],
)
def test_every_style_has_its_code(monkeypatch, style, code):
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    monkeypatch.setenv("TERM", "xterm")
    for name in ("NO_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)

    assert printed(Span("x", style), colour=True) == f"\x1b[{code}mx\x1b[0m\n"


def test_a_style_that_is_unknown_looks_plain():
    assert printed(Span("x", "nonsense"), colour=True) == "x\n"


@pytest.mark.parametrize("sign", [*STATUS_SYMBOLS.values(), *SEVERITY_SYMBOLS.values()])
def test_every_mark_has_a_stand_in(sign):
    assert printed(sign.glyph, colour=False, encoding="ascii") == f"{sign.ascii}\n"
