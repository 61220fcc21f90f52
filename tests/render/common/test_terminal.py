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


def test_a_style_that_is_unknown_looks_plain():
    assert printed(Span("x", "nonsense"), colour=True) == "x\n"


@pytest.mark.parametrize("sign", [*STATUS_SYMBOLS.values(), *SEVERITY_SYMBOLS.values()])
def test_every_mark_has_a_stand_in(sign):
    assert printed(sign.glyph, colour=False, encoding="ascii") == f"{sign.ascii}\n"
