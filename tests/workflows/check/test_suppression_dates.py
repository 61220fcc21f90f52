"""Since when suppressions have been there."""

from datetime import date
from pathlib import Path

from os2governance.checks.suppressions import SuppressionUse
from os2governance.findings.finding import Location
from os2governance.workflows.check import suppression_dates
from os2governance.workflows.check.suppression_dates import MAX_DATED_FILES, date_suppressions


def use(file, line):
    return SuppressionUse(
        location=Location(file, line, 1), codes=("a",), reason="r", until=None, findings=1
    )


def test_git_is_asked_for_all_files_at_once_and_for_so_many_files_only(monkeypatch):
    asked = []
    monkeypatch.setattr(
        suppression_dates,
        "find_line_dates",
        lambda lines: (asked.append(lines), {f: {2: date(2026, 5, 1)} for f in lines})[1],
    )
    uses = [use("f0", 2), use("f0", 5), *(use(f"f{n}", 2) for n in range(1, MAX_DATED_FILES + 1))]
    dated = date_suppressions(uses)

    assert [each.location for each in dated] == [each.location for each in uses]
    assert [each.since for each in dated[:3]] == ["2026-05-01", None, "2026-05-01"]
    assert dated[-1].since is None
    assert len(asked) == 1
    assert len(asked[0]) == MAX_DATED_FILES
    assert asked[0][Path("f0")] == [2, 5]
