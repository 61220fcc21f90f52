"""User input made inert in Markdown (CommonMark and the extensions of forges)."""

import re
from collections.abc import Callable

from os2governance.i18n.inert import make_inert
from os2governance.render.common.blocks import NBSP

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!$@^])|(?<=[hH][tT][tT][pPsS])(:)|(?<=[wW]{3})(\.)")  # noqa: TID251 - our own pattern, linear
_HTTPS_COLON = re.compile(r"(?<=[sS])(:)(?=//)")  # noqa: TID251 - our own pattern, linear
_LINE_START = re.compile(r"^([-+=]|[0-9]+(?=[.)]))")  # noqa: TID251 - our own pattern, linear
_URL = re.compile(r"https?://[A-Za-z0-9./_~?#=&%+:,;-]+")  # noqa: TID251 - our own pattern, linear
_INVISIBLE_SPACE = "&#8203;"
"""A zero-width space, which separates two letters that would have a meaning together."""
_FORGE_ESCAPES = {
    **{letter: f"{letter}{_INVISIBLE_SPACE}" for letter in "@:"},
    ".": f"{_INVISIBLE_SPACE}.",
    "#": f"\\#{_INVISIBLE_SPACE}",
    "<": "&lt;",
    ">": "&gt;",
    "|": "&vert;",
}

MatchEscaper = Callable[[re.Match[str]], str]


def escape_markdown(text: str) -> str:
    """Escape a text for Markdown: one line, no markup, no link."""
    return _escape_text(text, lambda found: f"\\{found[0]}")


def escape_forge_markdown(text: str) -> str:
    """Escape a text for a comment on a forge, where names and numbers must not notify or link.

    Forges look for mentions and references in the rendered text.
    """
    return _escape_text(text, lambda found: _FORGE_ESCAPES.get(found[0], f"\\{found[0]}"))


def _escape_text(text: str, escape: MatchEscaper) -> str:
    escaped = _MARKUP.sub(escape, make_inert(text).replace(NBSP, " ").strip())
    escaped = _HTTPS_COLON.sub(escape, escaped)
    return _LINE_START.sub(lambda found: _escape_line_start(found[0]), escaped)


def _escape_line_start(text: str) -> str:
    """Escape what would begin a list or heading; after a number, the next character instead."""
    return f"{text}\\" if text.isdecimal() else f"\\{text}"


def render_inline_code(text: str) -> str:
    """A text as inline code; backticks in it cannot end it."""
    clean = make_inert(text).replace(NBSP, " ").strip() or " "
    longest = max((len(run) for run in _find_backtick_runs(clean)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if clean.startswith("`") or clean.endswith("`") else ""
    return f"{fence}{pad}{clean}{pad}{fence}"


def _find_backtick_runs(text: str) -> list[str]:
    return "".join(letter if letter == "`" else " " for letter in text).split()


def render_link(text: str) -> str:
    """A plain web address as a link; any other text escaped."""
    return f"<{text}>" if _URL.fullmatch(text) else escape_markdown(text)
