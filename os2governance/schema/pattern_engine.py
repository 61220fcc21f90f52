"""Patterns in linear time: by RE2 where it is installed, else in Python alone.

Both read the same syntax, and a test holds that they find the same. RE2 has no wheel for every
system (musl, the newest Python); the other is slower, and bounded in the same way.
"""

from typing import Any

from os2governance.schema.linear_patterns import compile_linear_pattern
from os2governance.schema.linear_syntax import parse_pattern


def compile_safe_pattern(pattern: str, *, memory: int, longest: bool = False) -> tuple[Any, str]:
    """Compile a pattern; None, with the reason, where it is invalid.

    Of the matches at one position it finds the one that the pattern prefers, or else the
    `longest`. A pattern that needs more than `memory` bytes is refused.
    """
    try:
        import re2
    except ImportError:
        return compile_linear_pattern(pattern, longest=longest)
    options = _build_quiet_options(re2)
    options.max_mem = memory
    options.longest_match = longest
    try:
        return re2.compile(pattern, options), ""
    except re2.error as error:
        said = error.args[0] if error.args else pattern
        return None, said.decode(errors="replace") if isinstance(said, bytes) else str(said)


def is_safe_pattern(text: str) -> bool:
    """Whether a text is a pattern that runs in linear time: only parsed."""
    try:
        import re2
    except ImportError:
        return parse_pattern(text)[0] is not None
    try:
        re2.Set.SearchSet(_build_quiet_options(re2)).Add(text)
    except re2.error:
        return False
    return True


def _build_quiet_options(re2: Any) -> Any:
    """Options that keep RE2 from writing to the terminal."""
    options = re2.Options()
    options.log_errors = False
    return options
