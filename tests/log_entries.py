"""Decisions as the log has them, for tests of how it is told."""

from dataclasses import replace
from datetime import date
from typing import Any

from os2governance.analysis.decision_log import LogEntry
from os2governance.i18n.text import Text, as_text

ENTRY = LogEntry(
    on=date(2026, 2, 1),
    product="tool",
    name="Tool",
    kind="up",
    level="high",
    level_name=Text("Højt", "High"),
    accepts={},
    by="board",
    role=Text("Bestyrelsen", "The board"),
    rationale="Ja",
    reference="https://e.example/7",
    file="decisions.yaml",
    line=3,
)


def entry(**more: Any) -> LogEntry:
    return replace(ENTRY, **more)


NAMELESS = entry(kind="admit", level=None, level_name=as_text(""), role=as_text(""), reference="")
