"""Traces: data only, with a name for what is not there."""

from datetime import date

import pytest
from rule_facts import evaluated

from os2governance.documents.yaml_reader import Document, read_yaml
from os2governance.rules.node import Rule, Scope
from os2governance.rules.parsing import RuleParser
from os2governance.rules.trace import MISSING, FactPosition, Trace, make_position, make_trace
from os2governance.rules.vocabulary import Fact

SCHEMA = {"properties": {"a": {"type": "string"}, "b": {"type": "string"}}}
NOWHERE = Document("rules", None, None)


def parsed(tree) -> Rule:
    return RuleParser(Fact(SCHEMA, SCHEMA), {}, NOWHERE).parse_rule(tree, NOWHERE, ())


def test_a_trace_keeps_what_was_found_and_where():
    document, _ = read_yaml(b"x: 1\na: hello\n", "f")
    rule = parsed({"all": [{"fact": "a", "equals": "hello"}, {"fact": "b", "present": True}]})
    trace = rule.evaluate(Scope(document.values, document.positions, date(2026, 5, 1)))
    first, second = trace.leaves()

    assert trace.value is None
    assert (first.value, first.found, first.question.subject) == (True, "hello", "a")
    assert first.position == FactPosition(2, 4, None)
    assert (second.value, second.found, second.position) == (None, MISSING, None)


def test_the_quick_constructor_makes_the_same():
    rule = parsed({"fact": "a", "present": True})

    at = FactPosition(1, 2)

    assert make_trace((rule, True, ("x", at), ())) == Trace(rule, True, ("x", at))
    assert isinstance(make_trace((rule, True, (None, None), ())), Trace)
    assert make_position((1, 2, None)) == at
    assert repr(MISSING) == "MISSING"


def test_parts_know_the_prefix_of_their_paths():
    within = {"some": {"in": "list", "where": {"not": {"fact": "ok", "present": True}}}}
    trace = evaluated({"all": [within]}, {"list": [{}, {}]})
    [(some, prefix)] = trace.list_parts("p.")
    below = some.list_parts(prefix)

    assert prefix == "p."
    assert [path for _, path in below] == ["p.list[0].", "p.list[1]."]
    assert below[1][0].list_parts("p.list[1].")[0][1] == "p.list[1]."


NUMBERS = [
    # rule, facts, the number that it comes to, in words
    ({"some": {"in": "list", "where": {"fact": "ok", "equals": True}}}, [{"ok": True}, {}], (1, 2), "at least 1, at most 2 of 2"),
    ({"every": {"in": "list", "where": {"fact": "ok", "equals": True}}}, [{"ok": True}] * 3, (3, 3), "all 3"),
    ({"none": {"in": "list", "where": {"fact": "ok", "equals": True}}}, [], (0, 0), "there are none"),
    ({"count": {"in": "list", "where": {"fact": "ok", "equals": True}, "at_least": 2}}, [{"ok": True}, {"ok": False}, {"ok": None}], (1, 1), "1 of the 2 that it takes"),
    ({"sum": {"in": "list", "of": "n", "at_least": 10}}, [{"n": 2.5}, {"n": 3}], (5.5, 5.5), "5.5 of at least 10"),
    ({"at_least": {"count": 2, "of": [{"fact": "list", "present": True}, {"fact": "yes", "equals": True}]}}, [{}], (1, 2), "at least 1, at most 2; it takes at least 2"),
    ({"fact": "list", "length_at_least": 3}, [{}], (1, 1), "1 of the 3 that it takes"),
    ({"fact": "list", "present": True}, [{}], None, ""),
    ({"all": [{"fact": "list", "present": True}]}, [{}], None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "elements", "number", "said"), NUMBERS)
def test_what_counts_and_sums_come_to(tree, elements, number, said):
    trace = evaluated(tree, {"list": elements})

    assert trace.number == number
    assert trace.number_said.en == said


@pytest.mark.parametrize("word", ["some", "every", "none"])
def test_a_list_that_is_not_declared_comes_to_no_number(word):
    trace = evaluated({word: {"in": "list", "where": {"fact": "ok", "equals": True}}}, {})

    assert trace.number is None
    assert not trace.number_said.en


def test_a_trace_knows_the_days_on_which_it_turns():
    trace = evaluated({"fact": "day", "not_past": True}, {"day": "2026-06"})

    assert trace.find_turning_dates() == (date(2026, 6, 2), date(2026, 7, 1))
    assert evaluated({"fact": "day", "not_past": True}, {}).find_turning_dates() == ()
