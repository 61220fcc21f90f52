"""Figures as plain values: every kind of value that figures hold."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from os2governance.findings.finding import Location, make_finding
from os2governance.i18n.half_years import HalfYear
from os2governance.i18n.text import Text
from os2governance.render.common.plain_json import build_plain_value


class Pair(NamedTuple):
    one: int
    other: Any


@dataclass(frozen=True, kw_only=True)
class Figures:
    name: Text
    half: HalfYear
    day: date
    pairs: tuple[Pair, ...]
    counts: dict[str, int | None]


def test_records_become_objects_by_their_fields():
    figures = Figures(
        name=Text("Tal", "Figures"),
        half=HalfYear(2026, 2),
        day=date(2026, 7, 1),
        pairs=(Pair(1, [None]),),
        counts={"a": 0, "b": None},
    )
    said = build_plain_value(figures, "da")

    assert said == {
        "name": "Tal",
        "half": "2026-2",
        "day": "2026-07-01",
        "pairs": [{"one": 1, "other": [None]}],
        "counts": {"a": 0, "b": None},
    }
    assert json.loads(json.dumps(said)) == said


def test_a_finding_is_one_as_everywhere():
    found = make_finding("no-products", Location("products"))

    assert build_plain_value(found, "en")["code"] == "no-products"
