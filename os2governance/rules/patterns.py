"""The only module that compiles patterns from files: RE2 syntax, in linear time."""

from typing import Any

MAX_PATTERN_MEMORY = 1 << 20


def compile_pattern(
    pattern: str, *, memory: int = MAX_PATTERN_MEMORY, longest: bool = False
) -> tuple[Any, str]:
    """Compile a pattern; None, with RE2's message, where it is invalid.

    Of the matches at one position it finds the one that the pattern prefers, or else the
    `longest`. A pattern that needs more than `memory` bytes is refused.
    """
    import re2  # needed only by models with patterns

    options = _quiet()
    options.max_mem = memory
    options.longest_match = longest
    try:
        return re2.compile(pattern, options), ""
    except re2.error as error:
        said = error.args[0] if error.args else pattern
        return None, said.decode(errors="replace") if isinstance(said, bytes) else str(said)


def is_pattern(text: str) -> bool:
    """Whether a text is a valid RE2 pattern: only parsed, at a tenth of the cost."""
    import re2

    try:
        re2.Set.SearchSet(_quiet()).Add(text)
    except re2.error:
        return False
    return True


def _quiet() -> Any:
    """Options that keep RE2 from writing to the terminal."""
    import re2

    options = re2.Options()
    options.log_errors = False
    return options
