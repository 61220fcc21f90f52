"""When a product is to be evaluated next."""

from datetime import date

import pytest
from folders import criterion
from pages import BOARD, OPEN, assessed, loaded

from os2governance.checks.evaluation_schedule import find_evaluation_due

DAY = date(2026, 11, 1)
LIGHTS = {"A": {"light": "met"}}
WHEEL = {"evaluation": "6 months"}


def due_of(folder, wheel=WHEEL, as_of=DAY, **product):
    model = loaded(folder, [criterion("A", "low", OPEN)], **({"wheel": wheel} if wheel else {}))
    return find_evaluation_due(assessed(folder, model, as_of, **product))


def evaluated(on, **more):
    return {"evaluated": {"on": on, "by": "E", **more}, "lights": LIGHTS}


@pytest.mark.parametrize(
    ("product", "due", "last", "overdue"),
    [
        ({"evaluations": [evaluated("2026-05-01")]}, "2026-11-01", "2026-05-01", False),
        ({"evaluations": [evaluated("2026-04-30")]}, "2026-10-31", "2026-04-30", True),
        ({"evaluations": [evaluated("2026-12-01")]}, "2026-11-01", None, False),
        ({"declared": {"on": "2026-04-01", "by": "O"}}, "2026-10-01", None, True),
        ({"declared": {"on": "2026-10-01", "by": "O"}}, "2027-04-01", None, False),
        (
            {"declarations": [{"declared": {"on": "2025-01-01", "by": "O"}}]},
            "2025-07-01",
            None,
            True,
        ),
    ],
)
def test_the_last_day_for_the_next_one(tmp_path, product, due, last, overdue):
    found = due_of(tmp_path, **product)

    assert found.due.isoformat() == due
    assert (found.last.isoformat() if found.last else None) == last
    assert found.overdue == overdue


@pytest.mark.parametrize(
    "product",
    [
        {"wheel": None},
        {"decisions": [{"on": "2026-06-01", "decision": "close", **BOARD}]},
        {"declared": {"on": "2026-01-01", "by": "O", "draft": True}},
        {"declared": {"on": "2027-01-01", "by": "O"}},
    ],
)
def test_where_nothing_asks_for_one(tmp_path, product):
    assert due_of(tmp_path, **product) is None


def test_a_draft_of_an_evaluation_is_none(tmp_path):
    found = due_of(tmp_path, evaluations=[evaluated("2026-10-01", draft=True)])

    assert found.last is None
