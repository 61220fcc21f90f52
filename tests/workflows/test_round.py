"""The round over the products of a folder, with its file beside it."""

from datetime import date
from pathlib import Path

import pytest
from folders import criterion, write_model, write_product
from pages import OPEN

from os2governance.i18n.half_years import HalfYear
from os2governance.workflows.context import Context
from os2governance.workflows.round import find_round

FILE = """\
format: os2governance/round/1
half_year: 2026-2
due: {self_assessment: 2026-09-15}
products:
  two: {remark: Flytter.}
"""


@pytest.fixture
def context(tmp_path, monkeypatch, capfd):
    """Work in a folder of two products, one of which answered in the half-year."""
    monkeypatch.chdir(tmp_path)
    write_model(Path(), [criterion("A", "low", OPEN)])
    write_product(Path(), "one", declared={"on": "2026-09-01", "by": "O"})
    write_product(Path(), "two")
    Path("rounds").mkdir()
    Path("rounds/2026-2.yaml").write_text(FILE)
    yield Context(as_of=date(2026, 10, 1), language="en", criteria=(Path("criteria"),))
    assert capfd.readouterr() == ("", "")


def test_the_half_year_of_the_day_and_its_file(context):
    found = find_round([], None, None, context)
    states = [each.steps[1].state for each in found.state.products]

    assert (found.state.half.id, found.state.file) == ("2026-2", "rounds/2026-2.yaml")
    assert states == ["done", "late"]
    assert found.findings == []


def test_another_half_year_without_a_file(context):
    found = find_round([], HalfYear(2026, 1), None, context)

    assert (found.state.file, found.wanted_file) == ("", "rounds/2026-1.yaml")
    assert [each.steps[1].state for each in found.state.products] == ["open", "done"]


def test_a_file_that_was_asked_for_must_be_there(context):
    found = find_round([], None, Path("no.yaml"), context)

    assert [each.severity for each in found.findings] == ["error"]


def test_a_file_that_cannot_be_used_is_not_missing(context):
    Path("rounds/2026-2.yaml").write_text(FILE.replace("due:", "do:"))
    found = find_round([], None, None, context)

    assert (found.state.file, found.wanted_file) == ("", "")
    assert {each.location.file for each in found.findings} == {"rounds/2026-2.yaml"}


def test_a_product_that_cannot_be_read_is_there(context):
    Path("products/two/product.yaml").write_text("a: [")
    found = find_round([], None, None, context)

    assert [each.code for each in found.findings] == ["yaml-syntax"]


def test_one_product_has_the_same_file_and_asks_for_no_other(context):
    found = find_round(["products/one"], None, None, context)

    assert found.state.file == "rounds/2026-2.yaml"
    assert found.findings == []


def test_a_product_that_there_is_none_of(context):
    Path("rounds/2026-2.yaml").write_text(FILE.replace("two:", "too:"))

    assert [each.code for each in find_round([], None, None, context).findings] == [
        "round-unknown-product"
    ]
