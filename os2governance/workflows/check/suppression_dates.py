"""Since when suppressions have been there: the day on which their lines were committed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

from os2governance.checks.suppressions import SuppressionUse
from os2governance.git.line_dates import find_line_dates

MAX_DATED_FILES = 100
"""Files whose lines are looked up, each with a call of git; those of further files are not."""


def date_suppressions(uses: Sequence[SuppressionUse]) -> list[SuppressionUse]:
    """The same suppressions in the same order, with `since` where git knows it."""
    lines: dict[Path, list[int]] = {}
    for use in uses:
        lines.setdefault(Path(use.location.file), []).append(use.location.line)
    dates = find_line_dates(dict(islice(lines.items(), MAX_DATED_FILES)))
    return [_date_suppression(use, dates.get(Path(use.location.file), {})) for use in uses]


def _date_suppression(use: SuppressionUse, dates: Mapping[int, date]) -> SuppressionUse:
    day = dates.get(use.location.line)
    return replace(use, since=day.isoformat()) if day else use
