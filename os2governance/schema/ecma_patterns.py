"""Patterns of JSON Schema on RE2, for the library that would run them on a backtracking engine."""

import re
from functools import lru_cache
from typing import Any

from os2governance.formats.patterns import SPACES
from os2governance.schema.pattern_engine import compile_safe_pattern

_MAX_MEMORY = 8 << 20  # RE2's default
_SPACES = "".join(rf"\x{{{ord(each):x}}}" for each in SPACES)
_TOKENS = re.compile(r"\\u[0-9A-Fa-f]{4}|\\.|[\[\]]|[^\\\[\]]+", re.DOTALL)  # noqa: TID251 - our own pattern


@lru_cache(maxsize=256)
def compile_pattern(pattern: str) -> Any:
    r"""A pattern of a schema on RE2: `\s` and `\u` are JSON Schema's (ECMA-262), not RE2's.

    Raises:
        ValueError: when it is no pattern, or does not run in linear time.
    """
    said, inside = "", False
    for part in _TOKENS.findall(pattern):
        inside = part == "[" or (inside and part != "]")
        if part == r"\s":
            said += _SPACES if inside else f"[{_SPACES}]"
        elif part == r"\S" and not inside:
            said += f"[^{_SPACES}]"
        elif part.startswith(r"\u") and len(part) > len(r"\u"):
            said += rf"\x{{{part[2:]}}}"
        else:
            said += part[1:] if part == r"\/" else part
    compiled, problem = compile_safe_pattern(said, memory=_MAX_MEMORY)
    if compiled is None:
        raise ValueError(f"not a pattern that runs in linear time: {problem}")
    return compiled
