"""Whole numbers from environment variables."""

import os

_MAX_DIGITS = 9
"""Most digits accepted; Python refuses to parse thousands of them."""


def read_environment_number(name: str) -> int | None:
    """The whole number that an environment variable holds; None where it holds none."""
    said = os.environ.get(name, "")
    return int(said) if said.isdecimal() and len(said) <= _MAX_DIGITS else None
