"""Handling of a closed output pipe."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from click.exceptions import Exit

EXIT_BROKEN_PIPE = 141
"""Exit code of a program killed by SIGPIPE: 128 plus the signal's number."""


def handle_broken_pipe() -> int:
    """Discard all further output; return the exit code."""
    discard_output(sys.stdout)
    return EXIT_BROKEN_PIPE


@contextmanager
def exit_on_broken_pipe() -> Iterator[None]:
    """End the program quietly on a closed pipe; click would exit with 1, which means findings."""
    try:
        yield
    except BrokenPipeError:
        raise Exit(handle_broken_pipe()) from None


def discard_output(stream: TextIO) -> None:
    """Redirect a stream to the null device, including what it has buffered."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
