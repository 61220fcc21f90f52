"""Characters that show nothing, or change the order of what is shown."""

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


def name_character(letter: str) -> str:
    """A character by its number and its name, such as `U+00A0 NO-BREAK SPACE`."""
    name = unicodedata.name(letter, "")
    return f"U+{ord(letter):04X} {name}".strip()
