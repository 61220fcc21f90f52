"""The only module that prints: in colour on a terminal, otherwise as plain text."""

from collections.abc import Iterable
from typing import TextIO

from os2governance.i18n.symbols import GREEN, GREY, RED, SEVERITY, STATUS, YELLOW
from os2governance.render.common.blocks import DASH, Shown
from os2governance.render.common.layout import Line, fitted, inert, laid_out, no_command

_LETTERS = {
    DASH: "-", "\N{EM DASH}": "-", "·": "-", "…": "...", "→": "->", "≥": ">=", "«": '"', "»": '"',
    "│": "|", "“": '"', "”": '"',
    "\N{RIGHT SINGLE QUOTATION MARK}": "'", "æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe",
    "Å": "Aa", "é": "e", "É": "E",
}  # fmt: skip
REPLACEMENTS = {
    **_LETTERS,
    **{sign.mark: sign.ascii for sign in (*STATUS.values(), *SEVERITY.values())},
}
"""Replacements for letters that an encoding lacks."""

STYLES = {"title": "bold", "strong": "bold", "faint": "dim"}
"""The styles in Rich's terms; those of statuses are added, and all others are plain."""

_SIXTEEN = {GREEN: "green", YELLOW: "yellow", RED: "red", GREY: "bright_black"}
"""Colours for 16-colour terminals, where the nearest ones would be the same for two statuses."""


def show(blocks: Iterable[Shown], stream: TextIO, *, width: int, colour: bool) -> None:
    """Print blocks; with `colour` through Rich, which is loaded only then."""
    encoding = stream.encoding or "utf-8"
    clean = inert if encoding.lower().startswith("utf") else fitted(encoding, REPLACEMENTS)
    lines = laid_out(blocks, width, clean)
    if colour:
        _show_styled(lines, stream)
    else:
        said = ("".join(span.text for span in line) for line in lines)
        stream.writelines(f"{no_command(each)}\n" for each in said)


def _show_styled(lines: Iterable[Line], stream: TextIO) -> None:
    from rich.console import Console  # loaded only for a terminal
    from rich.text import Text

    console = Console(
        file=stream,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=True,
    )
    styles = _styles(sixteen=console.color_system in {"standard", "windows"})
    for line in lines:
        text = Text()
        for span in line:
            text.append(span.text, styles.get(span.style, ""))
        console.print(text)


def _styles(*, sixteen: bool) -> dict[str, str]:
    """The appearance of all styles."""
    colours = {name: sign.colour for name, sign in (STATUS | SEVERITY).items()}
    if sixteen:
        colours = {name: _SIXTEEN.get(colour, colour) for name, colour in colours.items()}
    return STYLES | {name: f"bold {colour}".strip() for name, colour in colours.items()}
