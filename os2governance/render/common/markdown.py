"""User input made inert in Markdown (CommonMark and the extensions of forges)."""

import re
from collections.abc import Callable

from os2governance.render.common.blocks import GLUE
from os2governance.render.common.layout import inert

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!$@^])|(?<=[hH][tT][tT][pPsS])(:)|(?<=[wW]{3})(\.)")  # noqa: TID251 - our own pattern, linear
_SECURE = re.compile(r"(?<=[sS])(:)(?=//)")  # noqa: TID251 - our own pattern, linear
_BEGINS = re.compile(r"^([-+=]|[0-9]+(?=[.)]))")  # noqa: TID251 - our own pattern, linear
_ADDRESS = re.compile(r"https?://[A-Za-z0-9./_~?#=&%+:,;-]+")  # noqa: TID251 - our own pattern, linear
_APART = "&#8203;"
"""A zero-width space, which separates two letters that would have a meaning together."""
_UNHEARD = {
    **{letter: f"{letter}{_APART}" for letter in "@:"},
    ".": f"{_APART}.",
    "#": f"\\#{_APART}",
    "<": "&lt;",
    ">": "&gt;",
    "|": "&vert;",
}

Escape = Callable[[re.Match[str]], str]


def plain(text: str) -> str:
    """Escape a text for Markdown: one line, no markup, no link."""
    return _shown(text, lambda found: f"\\{found[0]}")


def unheard(text: str) -> str:
    """Escape a text for a comment on a forge, where names and numbers must not notify or link.

    Forges look for mentions and references in the rendered text.
    """
    return _shown(text, lambda found: _UNHEARD.get(found[0], f"\\{found[0]}"))


def _shown(text: str, escape: Escape) -> str:
    escaped = _MARKUP.sub(escape, inert(text).replace(GLUE, " ").strip())
    escaped = _SECURE.sub(escape, escaped)
    return _BEGINS.sub(lambda found: _begun(found[0]), escaped)


def _begun(text: str) -> str:
    """Escape what would begin a list or heading; after a number, the next character instead."""
    return f"{text}\\" if text.isdecimal() else f"\\{text}"


def code(text: str) -> str:
    """A text as inline code; backticks in it cannot end it."""
    clean = inert(text).replace(GLUE, " ").strip() or " "
    longest = max((len(run) for run in _runs(clean)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if clean.startswith("`") or clean.endswith("`") else ""
    return f"{fence}{pad}{clean}{pad}{fence}"


def _runs(text: str) -> list[str]:
    return "".join(letter if letter == "`" else " " for letter in text).split()


def linked(text: str) -> str:
    """A plain web address as a link; any other text escaped."""
    return f"<{text}>" if _ADDRESS.fullmatch(text) else plain(text)
