"""The agenda of a meeting: what is on it, and as what."""

from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance import load_model, load_product
from os2governance.analysis.agenda import build_agenda
from os2governance.assessment.levels import assess

EVALUATION = {
    "evaluated": {"on": "2026-03-01", "by": "x"},
    "recommends": "low",
    "lights": {"A": {"light": "met"}, "B": {"light": "unmet"}},
}


def place(on, level="low", **accepts):
    more = {"accepts": accepts} if accepts else {}
    return {"on": on, "decision": "place", "level": level, "by": "board", "grounds": "x", **more}


def agenda(tmp_path, proposals=None, as_of="2026-05-01", **record):
    rule = {"fact": "open", "present": True}
    criteria = [criterion("A", "low", rule), criterion("B", "high", rule)]
    model = load_model(write_model(tmp_path, criteria, wheel={"notice": "2 months"}))
    product = load_product(write_product(tmp_path, **record), model)
    day = date.fromisoformat(as_of)
    return build_agenda([assess(product, model, as_of=day)], proposals or {}, day, day)


OBJECTION = {
    "evaluation": "2026-03-01",
    "heard": {"on": "2026-03-10", "by": "owner"},
    "answer": "objections",
    "criteria": {"A": "Nej"},
}
HIGH = {**EVALUATION, "recommends": "high"}
SHORT = place("2026-04-01", "high", B={"until": "2026-06-30"})
LONG = place("2026-04-01", "high", B={"until": "2026-12-01"})
CLOSED = {"on": "2026-04-02", "decision": "close", "by": "board", "grounds": "x"}


@pytest.mark.parametrize(
    ("record", "proposals", "where"),
    [
        ({}, {}, "without"),
        ({"evaluations": [EVALUATION]}, {}, "cases"),
        ({"evaluations": [EVALUATION], "decisions": [place("2026-02-01")]}, {}, "kept"),
        ({"evaluations": [EVALUATION], "decisions": [place("2026-04-01")]}, {}, "without"),
        ({"evaluations": [HIGH], "decisions": [place("2026-02-01")]}, {}, "cases"),
        (
            {
                "evaluations": [EVALUATION],
                "decisions": [place("2026-02-01")],
                "hearings": [OBJECTION],
            },
            {},
            "cases",
        ),
        ({"evaluations": [HIGH], "decisions": [SHORT]}, {}, "cases"),
        ({"evaluations": [HIGH], "decisions": [LONG]}, {}, "without"),
        ({"decisions": [place("2026-02-01")]}, {"tool": "high"}, "cases"),
        ({"evaluations": [EVALUATION], "decisions": [CLOSED]}, {}, "without"),
    ],
)
def test_a_product_is_kept_is_a_case_or_has_nothing_to_decide(tmp_path, record, proposals, where):
    found = agenda(tmp_path, proposals, **record)
    there = {name: len(getattr(found, name)) for name in ("kept", "cases", "without")}

    assert there == {**dict.fromkeys(there, 0), where: 1}
    assert [each.number for each in found.items] == [1] * len(found.items)
