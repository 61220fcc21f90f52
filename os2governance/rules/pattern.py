"""The one room that compiles people's patterns: RE2's syntax, and its linear time."""

from typing import Any

MOST_MEMORY = 1 << 20


def compiled(pattern: str, *, memory: int = MOST_MEMORY) -> tuple[Any, str]:
    """Compile a pattern; gives it, or None beside what RE2 says is wrong with it.

    One that needs more than `memory` bytes is refused.
    """
    import re2  # only models with patterns pay for it

    options = re2.Options()
    options.log_errors = False
    options.max_mem = memory
    try:
        return re2.compile(pattern, options), ""
    except re2.error as error:
        said = error.args[0] if error.args else pattern
        return None, said.decode(errors="replace") if isinstance(said, bytes) else str(said)
