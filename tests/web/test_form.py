"""The form is drawn from the model alone: another model is another form."""

from pathlib import Path

from web.conftest import Visitor, client_of

from os2governance.files.listing import find_shipped_criteria
from os2governance.model.library import read_model_folder
from os2governance.web.build_form import build_form
from os2governance.web.form import (
    BOOLEAN_FIELD,
    CHOICE_FIELD,
    DATE_FIELD,
    LINES_FIELD,
    NUMBER_FIELD,
    FormList,
)
from os2governance.workflows.disk_files import MODELS_ON_DISK

GARDEN = Path(__file__).parent.parent / "golden" / "garden"
OS2 = read_model_folder(find_shipped_criteria() / "os2" / "1.1.0", MODELS_ON_DISK)[0]
HAVEN = read_model_folder(GARDEN / "criteria" / "haven" / "2", MODELS_ON_DISK)[0]


def test_every_fact_of_the_vocabulary_can_be_declared():
    values = {"facts": {"adopters": [{}], "ownership": {"repositories": [{}]}}}
    drawn = build_form(OS2, values)
    names = set(drawn.fields())

    for name, fact in OS2.facts.fields.items():
        if fact.fields:
            for below in fact.fields:
                assert any(f"{n}.".startswith(f"facts.{name}.{below}.") for n in names) or (
                    f"facts.{name}.{below}" in drawn.lists()
                )
    assert {"facts.adopters.0.authority", "facts.ownership.repositories.0.url"} <= names


def test_each_kind_of_value_has_its_field():
    fields = build_form(OS2, {}).fields()
    kinds = {
        "facts.procurement.basis": CHOICE_FIELD,
        "facts.shared_funding.yearly_economy": NUMBER_FIELD,
        "facts.ownership.licence_in_repository": BOOLEAN_FIELD,
        "facts.organisation.steering_group.last_meeting": DATE_FIELD,
        "answers.F1.evidence": LINES_FIELD,
    }

    assert {name: fields[name].kind for name in kinds} == kinds


def test_a_field_says_who_asks_for_it_and_shows_an_example():
    field = build_form(OS2, {}).fields()["facts.organisation.steering_group.last_meeting"]

    assert "G6" in field.used_by
    assert field.example
    assert field.title.da
    assert field.help.da


def test_every_criterion_is_asked_about_once():
    drawn = build_form(OS2, {})
    asked = [question.criterion.id for _, several in drawn.themes for question in several]

    assert sorted(asked) == sorted(criterion.id for criterion in OS2.criteria)


def test_another_model_is_another_form():
    drawn = build_form(HAVEN, {})
    subjects = [subject.path[-1] for subject in drawn.subjects]
    names = {name for name in drawn.fields() if name.startswith("facts.")}

    assert names
    assert not any("steering" in name for name in names)
    assert len([q for _, several in drawn.themes for q in several]) == len(HAVEN.criteria)
    assert all(isinstance(each, FormList) or each.parts for each in drawn.subjects)
    assert len(subjects) == len(set(subjects))


def test_what_must_apply_cannot_be_waved_away():
    for model in (OS2, HAVEN):
        fields = build_form(model, {}).fields()
        for criterion in model.criteria:
            choices = [value for value, _ in fields[f"answers.{criterion.id}.answer"].choices]
            assert ("not_applicable" in choices) is criterion.can_be_not_applicable


def test_a_newcomer_begins_in_an_empty_folder(tmp_path):
    visitor = Visitor(client_of(tmp_path))
    visitor.open("/")
    visitor.press({"product": "os2eksempel"}, address="/")

    assert visitor.status == 200
    text = (tmp_path / "os2eksempel" / "product.yaml").read_text(encoding="utf-8")
    assert "product: os2eksempel" in text
    assert "yaml-language-server" in text
    visitor.open("/")  # the only product is opened at once
    assert "os2eksempel" in visitor.text


def test_a_wrong_id_is_refused(tmp_path):
    visitor = Visitor(client_of(tmp_path))
    for wrong in ("", "../x", "Stort", "a/b", "æ", "-x", "a" * 65, "."):
        visitor.open("/")
        assert "Skriv et navn" in visitor.press({"product": wrong}, address="/")
        assert visitor.status == 422
    assert list(tmp_path.iterdir()) == []


def test_a_product_that_is_there_is_not_written_over(folder):
    visitor = Visitor(client_of(folder.parent))
    (folder.parent / "andet").mkdir()
    (folder.parent / "andet" / "product.yaml").write_text("x", encoding="utf-8")
    visitor.open("/")
    visitor.press({"product": "eksempel"}, address="/")

    assert visitor.status == 422
    assert "Der findes allerede et produkt med det navn" in visitor.text
