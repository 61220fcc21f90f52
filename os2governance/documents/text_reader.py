"""From bytes to text: the only decoder of files; they are UTF-8, perhaps with a mark in front."""

import re

from os2governance.findings.finding import Finding, Location, make_finding

MAX_BYTES = 1 << 20
"""The largest file that is read."""
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
LINE_BREAK = re.compile("\r\n|\r|\n")  # noqa: TID251 - our own pattern


def read_text(data: bytes, file: str) -> tuple[str | None, Finding | None]:
    """Decode a file of at most MAX_BYTES; `file` is its name in findings.

    Returns the text without its byte order mark, or None and the finding that explains why it is
    no text.
    """
    if len(data) > MAX_BYTES:
        return None, make_finding("file-too-large", Location(file), limit=MAX_BYTES // 1024)
    body = data.removeprefix(BYTE_ORDER_MARK)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        before = body[: error.start].decode("utf-8")
        return None, make_finding("not-utf8", locate_end_of(before, file))
    if _is_utf16(text):
        return None, make_finding("not-utf8", Location(file, 1, 1))
    return text, None


def _is_utf16(text: str) -> bool:
    """Whether every other letter at the start is NUL, as UTF-16 without a mark reads."""
    if len(text) % 2:
        return False
    first, second = text[:40:2], text[1:40:2]
    return "\0" in text[:2] and bool(first.strip("\0")) != bool(second.strip("\0"))


def read_shown_text(data: bytes) -> str:
    """The text of a file as it can be shown, whatever it holds."""
    return data.removeprefix(BYTE_ORDER_MARK).decode("utf-8", "replace")


def split_lines(text: str) -> list[str]:
    """Split a text at the line breaks of YAML 1.2, which are those of editors and git."""
    return text.split("\n") if "\r" not in text else LINE_BREAK.split(text)


def locate_end_of(before: str, file: str) -> Location:
    """Location right after the text `before`."""
    lines = split_lines(before)
    return Location(file, len(lines), len(lines[-1]) + 1)
