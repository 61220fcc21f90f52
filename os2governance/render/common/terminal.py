"""The only module that prints: in colour on a terminal, otherwise as plain text."""

import io
from collections.abc import Iterable
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

STYLES = {"title": "bold", "strong": "bold", "faint": "dim"}
"""The styles in Rich's terms; those of statuses are added, and all others are plain."""

_BASIC_COLOURS = {GREEN: "green", YELLOW: "yellow", RED: "red", GREY: "bright_black"}
"""Colours for 16-colour terminals, where the nearest ones would be the same for two statuses."""


class TextPage(NamedTuple):
    """What text is laid out for: the columns, whether colours are shown, and the encoding."""

    width: int
    colour: bool
    encoding: str


class _ColouredPage(io.TextIOWrapper):
    """A page in memory that counts as a terminal, since it will be shown on one."""

    def isatty(self) -> bool:
        """It is only asked where there are colours."""
        return True


def render_text(blocks: Iterable[PrintableBlock], page: TextPage) -> str:
    """The text that `print_blocks` would print on such a page."""
    held = io.BytesIO()
    stream = _ColouredPage(held, encoding=page.encoding, errors=ENCODING_ERRORS, newline="\n")
    print_blocks(blocks, stream, width=page.width, colour=page.colour)
    stream.flush()
    return held.getvalue().decode(page.encoding)


def print_blocks(
    blocks: Iterable[PrintableBlock], stream: TextIO, *, width: int, colour: bool
) -> None:
    """Print blocks; with `colour` through Rich, which is loaded only then."""
    encoding = stream.encoding or "utf-8"
    clean = (
        make_inert if encoding.lower().startswith("utf") else build_cleaner(encoding, REPLACEMENTS)
    )
    lines = lay_out(blocks, width, clean)
    if colour:
        _print_styled(lines, stream)
    else:
        said = ("".join(span.text for span in line) for line in lines)
        stream.writelines(f"{escape_build_command(each)}\n" for each in said)


def _print_styled(lines: Iterable[StyledLine], stream: TextIO) -> None:
    from rich.console import Console  # loaded only for a terminal
    from rich.text import Text

    console = Console(
        file=stream,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=True,
    )
    styles = _build_styles(sixteen=console.color_system in {"standard", "windows"})
    for line in lines:
        text = Text()
        for span in line:
            text.append(span.text, styles.get(span.style, ""))
        console.print(text)


def _build_styles(*, sixteen: bool) -> dict[str, str]:
    """The appearance of all styles."""
    colours = {name: sign.colour for name, sign in (STATUS_SYMBOLS | SEVERITY_SYMBOLS).items()}
    if sixteen:
        colours = {name: _BASIC_COLOURS.get(colour, colour) for name, colour in colours.items()}
    return STYLES | {name: f"bold {colour}".strip() for name, colour in colours.items()}
