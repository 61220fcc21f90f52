"""What the facts say, by the two rules of a criterion (semantics §3a)."""

from datetime import date

import pytest
from folders import criterion, write_model

from os2governance import load_model
from os2governance.assessment.rule_verdict import CERTAIN, combine_values, evaluate_rules
from os2governance.rules.node import Scope

VALUES = [
    # met, partly, what they say together
    (True, None, "met"),
    (True, False, "met"),
    (False, True, "partly"),
    (None, True, "at_least_partly"),
    (False, False, "unmet"),
    (False, None, "at_most_partly"),
    (None, None, "undetermined"),
    (None, False, "undetermined"),
]


@pytest.mark.parametrize(("met", "partly", "says"), VALUES)
def test_two_values_say_one_thing(met, partly, says):
    assert combine_values(met, partly) == says
    assert (says in CERTAIN) is (says in {"met", "partly", "unmet"})


@pytest.mark.parametrize(
    ("facts", "says", "partly_is_asked"),
    [
        ({"licence": "MIT"}, "met", False),
        ({"licence": None, "open": True}, "partly", True),
        ({"licence": None, "open": None}, "unmet", True),
        ({"licence": None}, "at_most_partly", True),
        ({"open": True}, "at_least_partly", True),
        ({}, "undetermined", True),
    ],
)
def test_partly_is_asked_only_where_met_is_not_true(tmp_path, facts, says, partly_is_asked):
    rules = {"fact": "licence", "present": True}, {"fact": "open", "present": True}
    made = criterion("A", "low", rules[0], partly=rules[1])
    model = load_model(write_model(tmp_path, [made]))
    verdict = evaluate_rules(model.by_id["A"], Scope(facts, None, date(2026, 5, 1)))

    assert (verdict.says, verdict.partly is not None) == (says, partly_is_asked)


def test_without_a_rule_nothing_is_known_from_facts(tmp_path):
    made = {"id": "A", "level": "low", "responsible": "owner"}
    model = load_model(write_model(tmp_path, [made]))
    verdict = evaluate_rules(model.by_id["A"], Scope({"open": True}, None, date(2026, 5, 1)))

    assert (verdict.says, verdict.met.value) == ("undetermined", None)
