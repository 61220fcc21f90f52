"""Patterns from files, in RE2's syntax and linear time."""

from typing import Any

from os2governance.schema.pattern_engine import compile_safe_pattern, is_safe_pattern

MAX_PATTERN_MEMORY = 1 << 20


def compile_pattern(
    pattern: str, *, memory: int = MAX_PATTERN_MEMORY, longest: bool = False
) -> tuple[Any, str]:
    """Compile a pattern; None, with the reason, where it is invalid.

    Of the matches at one position it finds the one that the pattern prefers, or else the
    `longest`. A pattern that needs more than `memory` bytes is refused.
    """
    return compile_safe_pattern(pattern, memory=memory, longest=longest)


def is_pattern(text: str) -> bool:
    """Whether a text is a valid pattern: only parsed, at a tenth of the cost."""
    return is_safe_pattern(text)
