"""Dates as the contract defines them: ISO text, in full."""

from datetime import date
from typing import Any

_ISO_DATE_LENGTH = 10


def parse_iso_date(value: Any) -> date | None:
    """Parse a full ISO date (`2026-05-01`); None for anything else.

    The other forms that Python accepts (`20260501`, `2026-W18-5`) are not dates here.
    """
    if type(value) is not str or len(value) != _ISO_DATE_LENGTH or not value[4] == value[7] == "-":
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
