"""JSON as text that is as harmless on a terminal or in a log as in a program.

JSON lets most letters stand as they are, among them those that steer a terminal or hide what
stands beside them. Here they stand as escapes, of which nothing is lost.
"""

import json
import re
from typing import Any

_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str).encode
_hidden = re.compile(  # noqa: TID251 - our own pattern
    "[\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
"""Controls, directions, what has no width, and ends of lines that JSON does not know."""


def encoded(value: Any) -> str:
    """Give a value as JSON on one line."""
    return escaped(_compact(value))


def indented(value: Any) -> str:
    """Give a value as JSON that people can read too."""
    return escaped(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def quoted(text: str) -> str:
    """Give a text as JSON."""
    said: str = _basestring(text)
    plain = said.isascii() and "\x7f" not in said and "##" not in said
    return said if plain else escaped(said)


_basestring = json.encoder.encode_basestring


def escaped(text: str) -> str:
    """Escape in JSON what a terminal would not show as a letter, or a build server would obey."""
    if "##" in text:
        text = _commands.sub("#\\\\u0023", text)
    return text if text.isprintable() else _hidden.sub(_escape, text)


_commands = re.compile(r"##(?=\[|vso\[)")  # noqa: TID251 - our own pattern
"""Where a command of GitHub's or Azure's begins, anywhere in a line."""


def _escape(match: re.Match[str]) -> str:
    return json.encoder.encode_basestring_ascii(match.group())[1:-1]
