"""The form of a product: its values, and what other files state of it."""

from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance import load_model
from os2governance.files.reading import read_product_files
from os2governance.web.build_form import OtherSources, build_form, build_product_form
from os2governance.web.workspace import assess_product_sources
from os2governance.workflows.disk_files import open_library

OPEN = {"fact": "open", "present": True}


@pytest.fixture
def model(tmp_path):
    return load_model(
        write_model(
            tmp_path, [criterion("A", "low", OPEN, applies=OPEN), criterion("B", "low", OPEN)]
        )
    )


def list_questions(form):
    return [question.criterion.id for question in form.questions]


def test_every_criterion_is_asked_once_in_the_order_of_the_model(model):
    assert list_questions(build_form(model, {})) == ["A", "B"]


@pytest.mark.parametrize(
    "values", [{}, {"facts": None, "answers": None}, {"facts": {"open": True}}]
)
def test_a_form_is_drawn_of_whatever_is_declared(model, values):
    fields = build_form(model, values).fields()

    assert {"name", "answers.A.answer", "answers.B.answer", "facts.open"} <= set(fields)


@pytest.mark.parametrize(("applies", "offered"), [(True, False), (None, True), (False, True)])
def test_not_applicable_is_offered_unless_the_facts_show_that_it_applies(model, applies, offered):
    fields = build_form(model, {}, OtherSources(applies={"A": applies})).fields()

    assert ("not_applicable" in dict(fields["answers.A.answer"].choices)) is offered
    assert "not_applicable" in dict(fields["answers.B.answer"].choices)


def test_what_was_chosen_is_offered_all_the_same(model):
    chosen = {"answers": {"A": {"answer": "not_applicable"}}}
    fields = build_form(model, chosen, OtherSources(applies={"A": True})).fields()

    assert "not_applicable" in dict(fields["answers.A.answer"].choices)


def test_a_product_s_form_has_what_its_assessment_knows(tmp_path, model):
    file = write_product(tmp_path, facts={"open": True}) / "product.yaml"
    library = open_library(tmp_path / "criteria")
    sources, _ = read_product_files(file)
    now, _ = assess_product_sources(sources, library, date(2026, 5, 1))
    fields = build_product_form(now, now.product.document.values).fields()

    assert fields["facts.open"].value is True
    assert "not_applicable" not in dict(fields["answers.A.answer"].choices)
