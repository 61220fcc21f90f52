"""The only module that prints: in colour on a terminal, otherwise as plain text."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TextIO

from os2governance.documents.json_writer import ENCODING_ERRORS
from os2governance.i18n.inert import escape_build_command, make_inert
from os2governance.i18n.symbols import GREEN, GREY, RED, SEVERITY_SYMBOLS, STATUS_SYMBOLS, YELLOW
from os2governance.render.common.blocks import DASH, PrintableBlock
from os2governance.render.common.layout import StyledLine, build_cleaner, lay_out

_ASCII_LETTERS = {
    DASH: "-", "\N{EM DASH}": "-", "·": "-", "…": "...", "→": "->", "≥": ">=", "«": '"', "»": '"',
    "│": "|", "“": '"', "”": '"',
    "\N{RIGHT SINGLE QUOTATION MARK}": "'", "æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe",
    "Å": "Aa", "é": "e", "É": "E",
}  # fmt: skip
REPLACEMENTS = {
    **_ASCII_LETTERS,
    **{sign.glyph: sign.ascii for sign in (*STATUS_SYMBOLS.values(), *SEVERITY_SYMBOLS.values())},
}
"""Replacements for letters that an encoding lacks."""

_EMPHASIS = {"title": "1", "strong": "1", "faint": "2"}
"""Escape codes of the styles without a colour: bold and dim; those not named are plain."""

_COLOURS = {GREEN: ("38;5;36", "32"), YELLOW: ("38;5;178", "33"), RED: ("38;5;166", "31"),
            GREY: ("38;5;245", "90")}  # fmt: skip
"""Escape codes where a terminal has 256 colours, or 16: the nearest that differ by status."""


class TextPage(NamedTuple):
    """What text is laid out for: the columns, whether colours are shown, and the encoding.

    `styles` are the escape codes of the terminal that shows the colours, so that another process
    can write for it.
    """

    width: int
    colour: bool
    encoding: str
    styles: tuple[tuple[str, str], ...] = ()


def build_text_page(stream: TextIO, *, width: int, colour: bool) -> TextPage:
    """What text on a stream is laid out for."""
    codes = _find_style_codes(stream, os.environ) if colour else {}  # noqa: TID251 - what the terminal can show
    return TextPage(width, colour, stream.encoding or "utf-8", tuple(codes.items()))


def render_text(blocks: Iterable[PrintableBlock], page: TextPage) -> str:
    """The text that `print_blocks` would print on such a page."""
    text = "".join(_render_lines(blocks, page))
    return text.encode(page.encoding, ENCODING_ERRORS).decode(page.encoding)


def print_blocks(
    blocks: Iterable[PrintableBlock], stream: TextIO, *, width: int, colour: bool
) -> None:
    """Print blocks; with `colour` in the styles that the terminal has."""
    stream.writelines(_render_lines(blocks, build_text_page(stream, width=width, colour=colour)))


def _render_lines(blocks: Iterable[PrintableBlock], page: TextPage) -> Iterator[str]:
    utf = page.encoding.lower().startswith("utf")
    clean = make_inert if utf else build_cleaner(page.encoding, REPLACEMENTS)
    lines = lay_out(blocks, page.width, clean)
    if page.colour:
        yield from _style_lines(lines, dict(page.styles))
    else:
        plain = ("".join(span.text for span in line) for line in lines)
        yield from (f"{escape_build_command(line)}\n" for line in plain)


def _style_lines(lines: Iterable[StyledLine], codes: Mapping[str, str]) -> Iterator[str]:
    for line in lines:
        yield "".join(_style_span(span.text, codes.get(span.style, "")) for span in line) + "\n"


def _style_span(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if code and text else text


# -- what a terminal can show -----------------------------------------------------------------


def _find_style_codes(stream: TextIO, environment: Mapping[str, str]) -> dict[str, str]:
    """The escape code of each style; empty where the stream is no terminal that has styles."""
    dumb = environment.get("TERM", "").lower() in {"dumb", "unknown"}
    if dumb or not _is_terminal(stream, environment) or not _understands_escapes(environment):
        return {}
    colours = {name: sign.colour for name, sign in (STATUS_SYMBOLS | SEVERITY_SYMBOLS).items()}
    if environment.get("NO_COLOR"):
        return _EMPHASIS | dict.fromkeys(colours, "1")
    codes = {colour: _find_colour_code(colour, environment) for colour in set(colours.values())}
    return _EMPHASIS | {name: f"1;{codes[colour]}".strip(";") for name, colour in colours.items()}


def _find_colour_code(colour: str, environment: Mapping[str, str]) -> str:
    """The escape code of a colour, as near as the terminal's colours come to it."""
    if not colour:
        return ""
    if environment.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        red, green, blue = bytes.fromhex(colour.removeprefix("#"))
        return f"38;2;{red};{green};{blue}"
    many, few = _COLOURS[colour]
    kind = environment.get("TERM", "").strip().lower().rpartition("-")[2]
    return many if kind in {"256color", "kitty"} else few


def _is_terminal(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether a stream is a terminal, or is to be taken for one (https://force-color.org)."""
    compatible = environment.get("TTY_COMPATIBLE")
    if compatible in {"0", "1"}:
        return compatible == "1"
    forced = environment.get("FORCE_COLOR")
    return stream.isatty() if forced is None else forced != ""


def _understands_escapes(environment: Mapping[str, str]) -> bool:
    """Whether a terminal understands escape codes; a Windows console is first told to."""
    if sys.platform == "win32" and not environment.get("TERM"):
        from ctypes import byref, c_ulong, windll  # noqa: PLC0415 - only Windows has it

        console, mode = windll.kernel32.GetStdHandle(_STANDARD_OUTPUT), c_ulong()
        return bool(
            windll.kernel32.GetConsoleMode(console, byref(mode))
            and windll.kernel32.SetConsoleMode(console, mode.value | _ESCAPES)
        )
    return True


_STANDARD_OUTPUT, _ESCAPES = -11, 4
"""STD_OUTPUT_HANDLE and ENABLE_VIRTUAL_TERMINAL_PROCESSING, as Windows names them."""
