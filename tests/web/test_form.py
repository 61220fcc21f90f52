"""The form is drawn from the model alone: another model is another form."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from folders import criterion, write_model, write_product
from web.conftest import Visitor, client_of, find_question

from os2governance import load_model
from os2governance.files.listing import find_shipped_criteria
from os2governance.model.library import read_model_folder
from os2governance.web.build_form import OtherSources, build_form
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


def test_every_fact_of_the_vocabulary_is_asked_about_but_those_of_the_register():
    values = {"facts": {"adopters": [{}], "ownership": {"repositories": [{}]}}}
    drawn = build_form(OS2, values)
    names = {*drawn.fields(), *drawn.lists()}
    asked = {name.replace(".0.", ".[].") for name in names if name.startswith("facts.")}

    described = dict(list_facts(OS2.facts, "facts"))
    filled = ("facts.adopters.", "facts.ownership.repositories.")  # lists with an element
    wanted = {
        name
        for name, register in described.items()
        if not register and ("[]" not in name or name.startswith(filled))
    }
    assert asked == wanted
    assert any(described.values())


def list_facts(fact, path, *, register=False):
    """Each fact and list of facts by its path, and whether the register is to state it."""
    register = register or fact.from_register
    if fact.kinds == {"array"} and fact.element.fields:
        yield path, register
        yield from list_facts(fact.element, f"{path}.[]", register=register)
    elif fact.fields:
        for name, below in fact.fields.items():
            yield from list_facts(below, f"{path}.{name}", register=register)
    else:
        yield path, register


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
    assert field.example.da
    assert field.todo.da
    assert field.title.da
    assert field.help.da


def test_every_criterion_is_asked_about_once():
    drawn = build_form(OS2, {})
    asked = [question.criterion.id for question in drawn.questions]

    assert sorted(asked) == sorted(criterion.id for criterion in OS2.criteria)


def test_another_model_is_another_form():
    drawn = build_form(HAVEN, {})
    subjects = [subject.path[-1] for subject in drawn.subjects]
    names = {name for name in drawn.fields() if name.startswith("facts.")}

    assert names
    assert not any("steering" in name for name in names)
    assert len(drawn.questions) == len(HAVEN.criteria)
    assert all(isinstance(each, FormList) or each.parts for each in drawn.subjects)
    assert len(subjects) == len(set(subjects))


def test_what_must_apply_cannot_be_waved_away():
    for model in (OS2, HAVEN):
        fields = build_form(model, {}).fields()
        for each in model.criteria:
            choices = [value for value, _ in fields[f"answers.{each.id}.answer"].choices]
            offered = each.not_applicable != "no"
            assert ("not_applicable" in choices) is offered
            assert (f"answers.{each.id}.reason" in fields) is offered


@pytest.mark.parametrize("applies", [True, False, None])
@pytest.mark.parametrize("claimed", ["no", "yes", "with_reason"])
@pytest.mark.parametrize("given", [None, "met", "not_applicable"])
def test_not_applicable_is_offered_where_it_can_be_claimed(tmp_path, applies, claimed, given):
    rule = {"fact": "open", "equals": True}
    model = load_model(
        write_model(tmp_path, [criterion("A", "low", rule, not_applicable=claimed)])
    )
    values = {"answers": {"A": {"answer": given}}} if given else {}
    fields = build_form(model, values, OtherSources(applies={"A": applies})).fields()
    choices = [value for value, _ in fields["answers.A.answer"].choices]
    offered = (claimed != "no" and applies is not True) or given == "not_applicable"

    assert ("not_applicable" in choices, "answers.A.reason" in fields) == (offered, offered)
    if offered:
        help_ = fields["answers.A.reason"].help.en
        assert ("Without grounds" in help_) is (claimed == "with_reason")


def test_what_does_not_apply_by_facts_is_shown_so_and_not_asked(tmp_path):
    rule, applies = {"fact": "licence", "present": True}, {"fact": "open", "equals": True}
    asked = [
        criterion("A", "low", rule, applies=applies),
        criterion("B", "low", rule, see="https://example.org/b"),
    ]
    write_model(tmp_path, asked)
    folder = write_product(tmp_path, facts={"open": False})
    visitor = Visitor(client_of(folder, criteria=tmp_path / "criteria"))
    text = visitor.open("/tool")
    a, b = (find_question(text, name) for name in "AB")

    assert "ikke relevant ifølge oplysningerne" in a
    assert "I skal ikke svare på det." in a
    assert "koden er åben" in a.lower()
    assert 'name="answers.A.answer"' not in a
    assert 'name="answers.B.answer"' in b
    assert 'href="https://example.org/b"' in b


def test_what_was_answered_before_it_did_not_apply_can_be_changed(tmp_path):
    rule, applies = {"fact": "licence", "present": True}, {"fact": "open", "equals": True}
    write_model(tmp_path, [criterion("A", "low", rule, applies=applies)])
    folder = write_product(tmp_path, facts={"open": False}, answers={"A": {"answer": "met"}})
    text = Visitor(client_of(folder, criteria=tmp_path / "criteria")).open("/tool")

    assert 'name="answers.A.answer"' in text


def test_a_light_is_shown_beside_its_criterion(tmp_path):
    words = {"evaluator": {"da": "Kontoret", "en": "The office"}}
    write_model(
        tmp_path,
        [criterion(n, "low", {"fact": "open", "equals": True}) for n in "AB"],
        words=words,
    )
    lights = {"A": {"light": "partly", "grounds": "Kun <halvt>"}}
    evaluation = {
        "evaluated": {"on": "2026-04-30", "by": "S"},
        "lights": lights,
        "recommends": {"level": "low", "grounds": "Endnu <ikke>"},
        "summary": "Godt på vej",
    }
    folder = write_product(tmp_path, evaluations=[evaluation])
    text = Visitor(client_of(folder, criteria=tmp_path / "criteria")).open("/tool")
    a, b = (find_question(text, name) for name in "AB")

    assert "Endnu &lt;ikke&gt;" in text
    assert "Godt på vej" in text
    assert "Kontorets vurdering, 30. april 2026: Gul." in a
    assert "Kun &lt;halvt&gt;" in a
    assert "vurdering" not in b


def test_a_field_says_which_evidence_counts(tmp_path):
    rule = {"fact": "open", "equals": True}
    kinds = {"A": "none", "B": "text", "C": "link"}
    asked = [criterion(name, "low", rule, evidence=kind) for name, kind in kinds.items()]
    fields = build_form(load_model(write_model(tmp_path, asked)), {}).fields()
    helps = [fields[f"answers.{name}.evidence"].help for name in kinds]

    assert "link to a web page" in helps[2].en
    assert "answer is enough" in helps[0].en
    assert len({each.da for each in helps}) == 3


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
        assert "Skriv produktets navn" in visitor.press({"product": wrong}, address="/")
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


class _VisibleInputs(HTMLParser):
    """Counts the inputs that a reader sees when a page is opened: those that lie folded are not."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self._folded: list[bool] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "details":
            self._folded.append("open" not in given)
        seen = not any(self._folded) and given.get("type") not in {"hidden", "submit"}
        if tag in {"input", "select", "textarea"} and seen:
            self.names.append(given.get("name") or given.get("class") or "")

    def handle_endtag(self, tag):
        if tag == "details":
            self._folded.pop()


def test_for_the_lowest_level_a_newcomer_sees_at_most_25_inputs(tmp_path):
    visitor = Visitor(client_of(tmp_path))
    visitor.open("/")
    visitor.press({"product": "os2eksempel"}, address="/")
    reader = _VisibleInputs()
    reader.feed(visitor.text)
    shown = [name for name in reader.names if not is_box_of_an_answer(name)]

    lowest = [each.id for each in OS2.criteria if each.level == OS2.level_ids[0]]
    assert {f"answers.{each}.answer" for each in lowest} <= set(shown)
    assert len(shown) <= 25


def is_box_of_an_answer(name):
    """Whether an input belongs to an answer that is not chosen yet, so that styles hide it."""
    return name.startswith("answers.") and not name.endswith(".answer")
