"""JSON as text that is safe on a terminal and in a log as well as for a program.

JSON leaves most characters as they are, including those that control a terminal or hide the text
beside them. Here they are escaped, without any loss.
"""

import json
import re
from typing import Any

ENCODING_ERRORS = "backslashreplace"
"""Bytes of a file name that are not text become an escape that JSON allows."""

_encode_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str).encode
_HIDDEN_CHARACTERS = re.compile(  # noqa: TID251 - our own pattern
    "[\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
"""Control characters, direction marks, zero-width characters, and line ends unknown to JSON."""


def encode_json(value: Any) -> str:
    """Encode a value as JSON on one line."""
    return escape_json(_encode_compact(value))


def encode_indented_json(value: Any) -> str:
    """Encode a value as indented JSON, for people."""
    return escape_json(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def quote_json(text: str) -> str:
    """Encode a text as JSON."""
    said: str = _encode_string(text)
    plain = said.isascii() and "\x7f" not in said and "##" not in said
    return said if plain else escape_json(said)


_encode_string = json.encoder.encode_basestring


def escape_json(text: str) -> str:
    """Escape in JSON what a terminal would not display, or a build server would execute."""
    if "##" in text:
        text = _BUILD_COMMANDS.sub("#\\\\u0023", text)
    return text if text.isprintable() else _HIDDEN_CHARACTERS.sub(_escape_match, text)


_BUILD_COMMANDS = re.compile(r"##(?=\[|vso\[)")  # noqa: TID251 - our own pattern
"""The start of a GitHub or Azure command, anywhere in a line."""


def _escape_match(match: re.Match[str]) -> str:
    return json.encoder.encode_basestring_ascii(match.group())[1:-1]
