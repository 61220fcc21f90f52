"""What to do when nobody listens."""

import os
import sys
from typing import TextIO

BROKEN_PIPE = 141
"""The exit code of a program that its pipe has broken: 128 and the signal's number."""


def deaf() -> int:
    """Write into nothing from now on, and give the exit code."""
    silence(sys.stdout)
    return BROKEN_PIPE


def silence(stream: TextIO) -> None:
    """Let a stream write into nothing from now on, what it still holds too."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
