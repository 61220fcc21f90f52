"""Characters that show nothing, look like others, or change the order of what is shown."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_WITHOUT_WIDTH = (
    "\x85\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200d\u2028\u2029\u2060-\u2065"
    "\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
_HIDDEN = re.compile(f"(?P<direction>[{_DIRECTION}])|[{_WITHOUT_WIDTH}]")  # noqa: TID251 - our own pattern
_JOINERS = "\u200c\u200d"
_FIRST_PICTOGRAM = "\u2190"
CURLY_QUOTES = "\u2018-\u201f"
"""The range of quotation marks that word processors write in place of straight ones."""
ODD_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""The ranges of spaces that no format takes for one."""


class HiddenCharacter(NamedTuple):
    """A hidden character, where it stands, and whether it turns the direction of others."""

    start: int
    letter: str
    turns: bool


def find_hidden_characters(text: str) -> Iterator[HiddenCharacter]:
    """Yield the hidden characters of a text.

    What joins letters of scripts that need it, or pictures to one, is none.
    """
    if text.isascii():
        return
    for match in _HIDDEN.finditer(text):
        at, letter = match.start(), match[0]
        if letter not in _JOINERS or not _is_joining(text, at):
            yield HiddenCharacter(at, letter, match["direction"] is not None)


def _is_joining(text: str, at: int) -> bool:
    """Whether a joiner stands between two letters of scripts that need it, or two pictures."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return all("\u0600" <= each < "\u2000" or each >= _FIRST_PICTOGRAM for each in (before, after))


def is_space(letter: str) -> bool:
    """Whether a letter is a space or a line break that no format takes for one."""
    return _SPACE.fullmatch(letter) is not None


def is_invisible(letter: str) -> bool:
    """Whether a letter is hidden, or a space that no format takes for one."""
    return is_space(letter) or _HIDDEN.fullmatch(letter) is not None


_SPACE = re.compile(f"[{ODD_SPACES}\x85\u2028\u2029]")  # noqa: TID251 - our own pattern
_CONTROLS = {"\0": "NULL", "\x08": "BACKSPACE", "\x1b": "ESCAPE", "\x85": "NEXT LINE"}
"""The usual control characters, which Unicode gives no names."""


def name_character(letter: str) -> str:
    """A character by its number and its name, such as `U+00A0 NO-BREAK SPACE`."""
    name = unicodedata.name(letter, _CONTROLS.get(letter, ""))
    return f"U+{ord(letter):04X} {name}".strip()
