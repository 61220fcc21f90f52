"""What a form page shows beside its fields."""

from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance.files.reading import read_product_files
from os2governance.i18n.text import as_text
from os2governance.web.build_form import build_product_form
from os2governance.web.form_context import build_status_context, list_wrong_names
from os2governance.web.save import Clash, SaveResult
from os2governance.web.workspace import assess_product_sources
from os2governance.workflows.disk_files import open_library


@pytest.fixture
def drawn(tmp_path):
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "equals": True})])
    folder = write_product(tmp_path, answers={"A": {"answer": "met"}})
    sources, _ = read_product_files(folder / "product.yaml")
    library = open_library(tmp_path / "criteria")
    now, _ = assess_product_sources(sources, library, date(2026, 5, 1))
    return now, build_product_form(now, now.product.document.values)


def test_a_message_stands_at_its_field_and_is_counted_on_its_line(drawn):
    around = build_status_context(*drawn, "en")
    [said] = around["notices"]["answers.A.answer"]
    [low, _] = around["levels"]

    assert said.severity == "warning"
    assert [each.warnings for each in low.criteria] == [1]


def test_a_part_is_found_by_its_address(drawn):
    around = build_status_context(*drawn, "en")
    fields, lists = drawn[1].fields(), drawn[1].lists()

    assert around["address"](fields["facts.open"]) == "f-facts.open"
    assert around["address"](lists["facts.users"]) == "facts.users"


def test_what_was_not_saved_is_known_by_its_fields(drawn):
    now, form = drawn
    field = form.fields()["facts.open"]
    outcome = SaveResult(
        current=now,
        before=None,
        after=None,
        problems={"name": as_text("x")},
        clashes=(Clash(field, True),),
    )

    assert list_wrong_names(outcome) == {"name", "facts.open"}
    assert list_wrong_names(None) == set()
