"""Handling of a closed output pipe."""

import os
import sys
from typing import TextIO

EXIT_BROKEN_PIPE = 141
"""Exit code of a program killed by SIGPIPE: 128 plus the signal's number."""


def handle_broken_pipe() -> int:
    """Discard all further output; return the exit code."""
    discard_output(sys.stdout)
    return EXIT_BROKEN_PIPE


def discard_output(stream: TextIO) -> None:
    """Redirect a stream to the null device, including what it has buffered."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
