"""A register of accepted deviations, for tests of how it is told."""

from dataclasses import replace
from datetime import date
from typing import Any

from os2governance.analysis.deviation_register import (
    DeviationEntry,
    DeviationRegister,
    build_register,
)
from os2governance.i18n.text import NO_TEXT, Text

ENTRY = DeviationEntry(
    product="tool",
    name="Tool",
    kind="product",
    lifecycle="active",
    model="small/1",
    criterion="B",
    title=Text("Licens", "Licence"),
    level="high",
    level_phrase=Text("højt", "high"),
    state="expired",
    first_on=date(2026, 1, 10),
    on=date(2026, 6, 1),
    until=date(2026, 10, 31),
    renewals=1,
    by="board",
    role=Text("bestyrelsen", "the board"),
    responsible="owner",
    responsible_role=Text("ejeren", "the owner"),
    action="Choose a licence.",
    rationale="Yes",
    answer="unmet",
    words="Later.",
    status="unmet",
    file="products/tool/decisions.yaml",
    line=9,
)


def register(*several: dict[str, Any]) -> DeviationRegister:
    """A register of entries that differ from the usual one in what is given."""
    return build_register(replace(ENTRY, **each) for each in several or ({},))


BARE: dict[str, Any] = {
    "state": "no_deadline",
    "until": None,
    "action": "",
    "responsible": "",
    "responsible_role": NO_TEXT,
    "answer": "",
    "words": "",
    "renewals": 0,
}
