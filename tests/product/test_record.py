"""Evaluations and decisions: what counts, and what is wrong with them."""

from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance import Product, load_model, load_product

OPEN = {"fact": "open", "present": True}


def product(tmp_path, **record) -> Product:
    model = load_model(write_model(tmp_path, [criterion("A", "low", OPEN)]))
    return load_product(write_product(tmp_path, **record), model)


def decision(**more):
    return {"on": "2026-01-01", "decision": "place", "level": "low", "by": "board", **more}


EVALUATED = {"evaluated": {"on": "2026-01-01", "by": "X"}}


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"lights": {"B": {"light": "met"}}}, "unknown-criterion"),
        ({"lights": {"A": {"light": "green"}}}, "wrong-choice"),
        ({"lights": {"A": {"light": "unknown"}}}, "wrong-choice"),
        ({"recommends": "top"}, "unknown-level"),
        ({"recommends": 2}, "wrong-type"),
    ],
)
def test_an_evaluation_with_a_fault_is_left_out(tmp_path, more, code):
    found = product(tmp_path, evaluations=[{**EVALUATED, **more}])

    assert [f.code for f in found.findings] == [code]
    assert found.record.evaluations == ()


def test_the_newest_last_whatever_the_order_in_the_files(tmp_path):
    newer = {"evaluated": {"on": "2026-03-01", "by": "X"}}
    decisions = [decision(on="2026-02-01"), decision(on="2025-02-01")]
    record = product(tmp_path, evaluations=[newer, EVALUATED], decisions=decisions).record

    assert [each.on.isoformat() for each in record.evaluations] == ["2026-01-01", "2026-03-01"]
    assert [each.on.isoformat() for each in record.decisions] == ["2025-02-01", "2026-02-01"]


def test_what_is_in_force_on_a_date(tmp_path):
    decisions = [decision(on="2026-01-01"), decision(on="2026-03-01", level="high")]
    record = product(tmp_path, evaluations=[EVALUATED], decisions=decisions).record

    assert record.evaluation(date(2025, 12, 31)) is None
    assert record.evaluation(date(2026, 1, 1)) is not None
    assert record.placement(date(2026, 2, 28)).level == "low"
    assert record.placement(date(2026, 3, 1)).level == "high"
    assert record.placement(date(2025, 1, 1)) is None
