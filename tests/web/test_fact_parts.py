"""What is asked about facts, and what is only shown, since another file states it."""

from datetime import date

import pytest
from folders import DATE, FACTS, criterion, titled, write_model

from os2governance import load_model
from os2governance.documents.yaml_reader import read_yaml
from os2governance.product.facts import FactFile
from os2governance.rules.trace import MISSING
from os2governance.web.fact_parts import build_fact_parts
from os2governance.web.form import FormField, FormGroup, FormList, ProductForm, ShownFact

RATES = titled(
    {
        "type": ["array", "null"],
        "x-from": "register",
        "items": {
            "type": "object",
            "properties": {
                "size": titled({"type": "string"}, "Størrelsen", "The size"),
                "amount": titled({"type": "number"}, "Beløbet", "The amount"),
            },
        },
    },
    "Takster",
    "Rates",
)
BOARD = titled(
    {
        "type": ["object", "null"],
        "x-from": "register",
        "properties": {
            "on": titled(DATE, "Datoen", "The date"),
            "said": titled({"type": ["boolean", "null"]}, "Sagt ja", "Said yes"),
        },
    },
    "Bestyrelsen",
    "The board",
)
SCHEMA = {**FACTS, "properties": {**FACTS["properties"], "rates": RATES, "board": BOARD}}


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    rule = {"fact": "open", "equals": True}
    words = {"evaluator": {"da": "Kontoret", "en": "The office"}}
    folder = tmp_path_factory.mktemp("parts")
    return load_model(write_model(folder, [criterion("A", "low", rule)], SCHEMA, words=words))


def states(facts, kind="register"):
    document = read_yaml(b"facts: {}", f"{kind}.yaml")[0]
    return FactFile(kind=kind, on=date(2026, 5, 1), by="S", facts=facts, document=document)


def parts(model, declared=MISSING, *others):
    return {part.path[-1]: part for part in build_fact_parts(model, declared, others)}


def test_what_the_register_states_is_not_asked(model):
    asked = parts(model)

    assert list(asked) == ["group", "users", "licence", "open"]


def test_what_the_register_states_is_shown(model):
    rates = [{"size": "small", "amount": 1000}, {"size": "large", "amount": 2500.5}]
    shown = parts(
        model, MISSING, states({"board": {"on": "2018-05", "said": True}, "rates": rates})
    )
    assert isinstance(shown["board"], FormGroup)
    day, said = shown["board"].parts

    assert {type(day), type(said), type(shown["rates"])} == {ShownFact}
    texts = [
        (one.value.render("da"), one.source.render("da"))
        for part in (day, said, shown["rates"])
        for one in part.stated
    ]
    source = "registreret af kontoret 1. maj 2026"
    assert texts == [
        ("maj 2018", source),
        ("ja", source),
        ("Størrelsen: small, Beløbet: 1.000; Størrelsen: large, Beløbet: 2.500,5", source),
    ]


@pytest.mark.parametrize("facts", [{"board": None}, {"board": {}}, {"rates": None}, {"rates": []}])
def test_a_no_of_the_register_is_shown_too(model, facts):
    shown = parts(model, MISSING, states(facts))
    [name] = facts

    if facts[name] == {}:
        assert name not in shown
    else:
        assert isinstance(shown[name], ShownFact | FormList)
        assert shown[name].stated[0].value.render("en") == "there is none"


def test_what_is_only_shown_asks_for_nothing(model):
    drawn = ProductForm((), (), ())
    shown = parts(model, MISSING, states({"board": {"said": True}, "rates": []}))

    asked = {name: drawn.asks(part) for name, part in shown.items()}
    assert asked == {
        "group": True, "users": True, "licence": True, "open": True,
        "rates": False, "board": False,
    }  # fmt: skip


def test_what_is_declared_all_the_same_can_be_changed(model):
    declared = {"board": {"said": True}, "rates": [{"size": "small"}]}
    shown = parts(model, declared, states({"board": {"said": False}}))
    [said] = shown["board"].parts

    assert (type(said), said.value) == (FormField, True)
    assert [one.value.render("en") for one in said.stated] == ["no"]
    assert isinstance(shown["rates"], FormList)
    assert not shown["rates"].extensible
    assert [part.name for part in shown["rates"].elements[0]] == ["facts.rates.0.size"]


def test_what_is_asked_shows_what_others_state_beside_it(model):
    other = states({"open": False}, "observations")
    shown = parts(model, {"open": True}, states({"licence": "MIT"}), other)

    assert (shown["open"].value, shown["licence"].value) == (True, MISSING)
    assert shown["users"].extensible
    texts = [each.stated[0].source.render("en") for each in (shown["licence"], shown["open"])]
    assert texts == [
        "registered by the office, 1 May 2026",
        "read from the repositories, 1 May 2026",
    ]


def test_what_is_shown_is_no_field_and_is_never_saved(visitor, folder, file):
    (folder / "register.yaml").write_text(
        "format: os2governance/register/1\nproduct: eksempel\nmodel: os2/1.1.0\n"
        "registered: {on: 2026-04-10, by: S}\nfacts: {portfolio: {in_wheel_of_year: true}}\n"
    )
    text = visitor.open()
    assert "registreret af sekretariatet 10. april 2026" in text
    assert 'name="facts.portfolio.in_wheel_of_year"' not in text
    before = file.read_text()
    visitor.press({"facts.portfolio.in_wheel_of_year": "false"})

    assert file.read_text() == before
