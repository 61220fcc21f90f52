"""Whole numbers that the environment says."""

import os

_LONGEST = 9
"""Digits; Python refuses to read thousands of them."""


def number_of(name: str) -> int | None:
    """Give the whole number that a variable of the environment holds; None where it holds none."""
    said = os.environ.get(name, "")
    return int(said) if said.isdecimal() and len(said) <= _LONGEST else None
