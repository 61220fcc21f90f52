"""Dates that nobody reaches, and beside them the last that somebody does."""

from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance import assess, load_model, load_product
from os2governance.checks.date_reach import check_date_reach, is_out_of_reach

PLACED = {"on": "2026-01-01", "decision": "place", "level": "low", "by": "board", "grounds": "x"}
FAR = "9999-12-31"
REACHES = [
    # what is declared and decided, and how many dates nobody reaches
    ({"answers": {"A": {"answer": "planned", "due": FAR}}}, 1),
    ({"answers": {"A": {"answer": "planned", "due": 9999}}}, 1),
    ({"answers": {"A": {"answer": "planned", "due": "2036-12"}}}, 0),
    ({"decisions": [{**PLACED, "accepts": {"A": {"until": FAR}}}]}, 1),
    ({"decisions": [{**PLACED, "accepts": {"A": {"until": "2036-12-31"}}}]}, 0),
    ({"decisions": [{**PLACED, "accepts": {"A": {"until": "2037-01-01"}}}]}, 1),
    ({"decisions": [{**PLACED, "on": "0001-01-01"}]}, 1),
    ({"declared": {"on": "0001-01-01", "by": "x"}}, 1),
    ({"declared": {"on": "1976-01-01", "by": "x"}}, 0),
    ({"register": {"registered": {"on": "1975-01-01", "by": "x"}, "facts": {}}}, 1),
    ({"evaluations": [{"evaluated": {"on": "1066-01-01", "by": "x"}}]}, 1),
]


@pytest.mark.parametrize(("product", "count"), REACHES)
def test_dates_that_nobody_reaches(tmp_path, product, count):
    rule = {"fact": "open", "present": True}
    model = load_model(write_model(tmp_path, [criterion("A", "low", rule)]))
    made = load_product(write_product(tmp_path, **product), model)
    found = check_date_reach(assess(made, model, as_of=date(2026, 11, 23)))

    assert [each.code for each in found] == ["date-out-of-reach"] * count


def test_a_deadline_is_counted_from_the_day_that_it_was_set():
    assert not is_out_of_reach(date(2036, 12, 31), date(2026, 1, 1))
    assert is_out_of_reach(date(2037, 1, 1), date(2026, 12, 31))
