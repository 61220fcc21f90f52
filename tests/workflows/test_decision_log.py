"""The decisions of all products: newest first, by year, and none lost to a broken file."""

from dataclasses import replace

import pytest
from folders import criterion, write_model, write_product

from os2governance.workflows.decision_log import collect_decisions


def days(found):
    return [entry.on for entries in found.years.values() for entry in entries]


def test_all_decisions_stand_under_their_years(context):
    found = collect_decisions([], None, context)

    assert days(found)
    assert all(entry.on.year == year for year, entries in found.years.items() for entry in entries)
    assert list(found.years) == sorted(found.years, reverse=True)
    assert list(found.model_digests) == ["haven/2"]


def test_a_year_is_a_part_of_all(context):
    everything, year = collect_decisions([], None, context), collect_decisions([], 2026, context)

    assert days(year) == [day for day in days(everything) if day.year == 2026]
    assert days(collect_decisions([], 1, context)) == []


def test_what_cannot_be_read_is_a_finding_and_the_others_stay(context):
    found = collect_decisions(["products", "nowhere"], None, context)

    files = {each.location.file for each in found.findings}
    assert files == {"products/ulaeselig/product.yaml", "nowhere"}
    assert days(found) == days(collect_decisions([], None, context))


@pytest.mark.parametrize("wrong", [{"by": "nobody"}, {"decision": "fire"}])
def test_a_log_with_an_error_is_told_of(tmp_path, context, wrong):
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    write_product(
        tmp_path, decisions=[{"on": "2026-01-01", "decision": "admit", "by": "board", **wrong}]
    )
    made = replace(context, criteria=(tmp_path / "criteria",))
    found = collect_decisions([str(tmp_path / "products")], None, made)

    assert {each.severity for each in found.findings} == {"error"}
