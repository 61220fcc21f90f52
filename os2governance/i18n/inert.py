"""Texts made harmless: inert where they are printed, and no command to a build server."""

import unicodedata

_NBSP = "\N{NO-BREAK SPACE}"
_SPACES = frozenset("\t\n\v\f\r\x85\u2028\u2029")


def make_inert(text: str) -> str:
    """Escape a text for printing: no control, escape, direction or invisible characters.

    Line breaks and tabs become spaces; other unprintable characters become their escape codes.
    """
    if text.isprintable() or text.replace(_NBSP, " ").isprintable():
        return text
    return "".join(map(_escape_letter, text))


def _escape_letter(letter: str) -> str:
    if letter.isprintable() or letter == _NBSP:
        return letter
    if letter in _SPACES or unicodedata.category(letter) == "Zs":
        return " "
    return repr(letter)[1:-1]


def escape_build_command(line: str) -> str:
    """Keep a printed line from being a command to the build server that reads it.

    GitHub's commands begin with two colons.
    """
    line = escape_command_markers(line)
    return line if not line.lstrip().startswith("::") else line.replace("::", ": :", 1)


def escape_command_markers(text: str) -> str:
    """Keep part of a line from being a command after `##[` (GitHub) or `##vso[` (Azure)."""
    if "##" not in text:
        return text
    return text.replace("##[", "# #[").replace("##vso[", "# #vso[")
