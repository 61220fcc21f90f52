"""What to do when nobody listens."""

import os
import sys

BROKEN_PIPE = 141
"""The exit code of a program that its pipe has broken: 128 and the signal's number."""


def deaf() -> int:
    """Write into nothing from now on, and give the exit code."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return BROKEN_PIPE
