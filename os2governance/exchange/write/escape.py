"""Escape people's texts for Markdown: inert there, and complete when read back.

What GFM, kramdown, Liquid (OS2's pages are built with Jekyll), HTML or a mathematical extension
would interpret is written as an entity. So is a pipe, at which tables are split before anything
else is read, and every character that changes direction or is invisible.
"""

import re
import unicodedata
from urllib.parse import urlsplit

_ALWAYS = frozenset("\\`*[]<>&|{}$~^")
_BARE_LINK = re.compile(  # noqa: TID251 - our own pattern, and linear
    r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?"
    r"(?:/(?:[A-Za-z0-9/?=#%+~.-]|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9]))*)?"
)
_DESTINATION = re.compile(  # noqa: TID251 - our own pattern, and linear
    r"(?:[A-Za-z0-9:/?#@!&()*+,;=._~-]|%[0-9A-Fa-f]{2})+"
)
_ENDS = ".,;:!?*_~"


def escape_inline(text: str) -> str:
    """Escape a text for use inside a line; line breaks become spaces."""
    return _escape(" ".join(text.split()))


def escape_cell(text: str) -> str:
    """Escape a text for a table cell; line breaks become `<br/>`."""
    lines = [" ".join(line.split()) for line in text.strip().splitlines()]
    return "<br/>".join(_escape_around_links(line) for line in lines)


def escape_paragraphs(text: str) -> str:
    """Escape a text of several paragraphs; its line breaks, blank lines and lists stay."""
    return "\n".join(
        f"- {escape_cell(line[2:])}"
        if line.startswith("- ") and line[2:].strip()
        else escape_cell(line)
        for line in (line.strip() for line in text.strip().splitlines())
    )


def escape_address(link: str) -> str:
    """Format a reference so that it can be followed, and reads back unchanged.

    A web address with characters that have a meaning in Markdown is written as a link, if
    possible; all other references are plain text.
    """
    text = link.strip()
    if _BARE_LINK.fullmatch(text) and not text.endswith(tuple(_ENDS)):
        return text
    if is_web_link(text) and _DESTINATION.fullmatch(text):
        return f"[{_escape(text)}](<{text.replace('&', '&amp;')}>)"
    return escape_cell(text)


def is_web_link(text: str) -> bool:
    """Whether a reference is a single web address."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return (
        parts.scheme in {"http", "https"}
        and bool(parts.netloc)
        and text.isprintable()
        and " " not in text
    )


def _escape_around_links(line: str) -> str:
    """Escape a line, except for its plain web addresses."""
    pieces: list[str] = []
    at = 0
    for found in _BARE_LINK.finditer(line):
        end = at_end = found.end()
        while line[end - 1] in _ENDS:
            end -= 1
        before, after = line[: found.start()][-1:], line[at_end : at_end + 1]
        if (before and not (before.isspace() or before == "(")) or (
            after and not after.isspace() and after not in ").,;:!?"
        ):
            continue
        pieces += [_escape(line[at : found.start()]), line[found.start() : end]]
        at = end
    return "".join(pieces) + _escape(line[at:])


def _escape(text: str) -> str:
    return "".join(_escape_character(text, number) for number in range(len(text)))


def _escape_character(text: str, at: int) -> str:
    letter = text[at]
    if letter in _ALWAYS or _is_invisible(letter):
        return _format_entity(letter)
    if letter == "_":
        inside = 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()
        return letter if inside else _format_entity(letter)
    if letter in "#+=:-" and not text[:at].strip():
        return _format_entity(letter)
    return letter


def _is_invisible(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cf", "Cc", "Cs", "Co", "Cn", "Zl", "Zp"}


def _format_entity(letter: str) -> str:
    if unicodedata.category(letter) in {"Cc", "Cs"}:
        return "\N{REPLACEMENT CHARACTER}"  # Markdown cannot represent it
    return f"&#{ord(letter)};"
