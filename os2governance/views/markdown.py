"""What people typed, made inert in Markdown (CommonMark, and what forges add to it)."""

import re

from os2governance.views.layout_text import inert

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!$@])|(?<=[hH][tT][tT][pPsS])(:)|(?<=[wW]{3})(\.)")  # noqa: TID251 - our own pattern, linear
_SECURE = re.compile(r"([sS])(://)")  # noqa: TID251 - our own pattern, linear
_BEGINS = re.compile(r"^([-+=]|[0-9]+(?=[.)]))")  # noqa: TID251 - our own pattern, linear
_ADDRESS = re.compile(r"https?://[A-Za-z0-9./_~?#=&%+:,;-]+")  # noqa: TID251 - our own pattern, linear


def plain(text: str) -> str:
    """Give a text that Markdown shows as it is: one line, no markup, no link, no mention."""
    escaped = _MARKUP.sub(lambda found: f"\\{found[0]}", inert(text).strip())
    escaped = _SECURE.sub(r"\1\\\2", escaped)
    return _BEGINS.sub(lambda found: _begun(found[0]), escaped)


def _begun(text: str) -> str:
    """Keep what would begin a list or a line from doing so; the number of a list stays."""
    return f"{text}\\" if text.isdecimal() else f"\\{text}"


def linked(text: str) -> str:
    """Give a plain web address as a link, and any other text as it is."""
    return f"<{text}>" if _ADDRESS.fullmatch(text) else plain(text)
