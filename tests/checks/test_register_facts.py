"""Facts that the register is to state, in a declaration."""

from datetime import date

import pytest
from folders import FACTS, criterion, dump, titled, write_model, write_product

from os2governance import assess, load_model, load_product
from os2governance.checks.register_facts import check_register_facts
from os2governance.findings.finding import MAX_FINDINGS_PER_CODE

FLAG = titled({"type": ["boolean", "null"], "x-from": "register"}, "Set", "Seen")
ITEMS = {"type": "object", "properties": {"seen": FLAG, "name": {"type": "string"}}}
SCHEMA = {
    **FACTS,
    "properties": {
        **FACTS["properties"],
        "seen": FLAG,
        "board": {
            "type": ["object", "null"],
            "x-from": "register",
            "properties": {"seen": FLAG, "on": {"type": ["string", "null"]}},
        },
        "places": {"type": ["array", "null"], "items": ITEMS},
        "wheel": {"type": ["object", "null"], "properties": {"seen": FLAG}},
    },
}


@pytest.fixture
def check(tmp_path):
    rule = {"fact": "open", "equals": True}
    words = {"evaluator": {"da": "Kontoret", "en": "The office"}}
    model = load_model(write_model(tmp_path, [criterion("A", "low", rule)], SCHEMA, words=words))

    def run(facts, registered=None):
        product = write_product(tmp_path, facts=facts)
        if registered is not None:
            head = {"format": "os2governance/register/1", "product": "tool", "model": "small/1"}
            stated = {"registered": {"on": "2026-05-01", "by": "S"}, "facts": registered}
            dump(product / "register.yaml", {**head, **stated})
        return list(check_register_facts(assess(load_product(product, model), model, as_of=DAY)))

    return run


DAY = date(2026, 5, 1)


@pytest.mark.parametrize(
    ("facts", "number"),
    [
        ({}, 0),
        ({"open": True, "wheel": None, "places": None}, 0),
        ({"seen": True}, 1),
        ({"seen": None}, 1),
        ({"board": {"seen": True, "on": "x"}}, 1),
        ({"board": None}, 1),
        ({"wheel": {"seen": False}}, 1),
        ({"places": [{"name": "a"}, {"seen": True}, {"seen": None}]}, 2),
    ],
)
def test_each_fact_that_is_only_claimed_is_found_once(check, facts, number):
    found = check(facts)

    assert [(each.code, each.severity) for each in found] == [
        ("declared-register-fact", "note")
    ] * number


def test_it_is_said_whose_it_is_and_where(check):
    [found] = check({"wheel": {"seen": True}})

    assert found.message.en == "Seen is for the office to register; here it is only claimed."
    assert "registreres af kontoret" in found.message.da
    assert found.location.file.endswith("product.yaml")
    assert found.location.line > 1


def test_what_the_register_states_is_no_claim(check):
    assert check({"open": True}, {"seen": True, "board": {"on": "x"}}) == []


def test_a_long_list_is_capped(check):
    found = check({"places": [{"seen": True}] * (MAX_FINDINGS_PER_CODE + 50)})

    assert len(found) == MAX_FINDINGS_PER_CODE + 1
