"""Dates as the contract writes them: ISO text, in full."""

from datetime import date
from typing import Any

_LENGTH = 10


def iso_date(value: Any) -> date | None:
    """Read a full ISO date (`2026-05-01`), or give None.

    The other spellings that Python reads (`20260501`, `2026-W18-5`) are no dates here.
    """
    if type(value) is not str or len(value) != _LENGTH or not value[4] == value[7] == "-":
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
