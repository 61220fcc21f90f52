"""Traces: data only, with a name for what is not there."""

from datetime import date

from rule_facts import evaluated

from os2governance.documents.yaml_reader import Document, read_yaml
from os2governance.rules.node import Rule, Scope
from os2governance.rules.parsing import RuleParser
from os2governance.rules.trace import MISSING, Trace, make_trace
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
    assert (first.value, first.found, first.position, first.question.subject) == (
        True,
        "hello",
        (2, 4),
        "a",
    )
    assert (second.value, second.found, second.position) == (None, MISSING, None)


def test_the_quick_constructor_makes_the_same():
    rule = parsed({"fact": "a", "present": True})

    assert make_trace((rule, True, ("x", (1, 2)), ())) == Trace(
        rule, True, ("x", (1, 2)), parts=()
    )
    assert isinstance(make_trace((rule, True, (None, None), ())), Trace)
    assert repr(MISSING) == "MISSING"


def test_parts_know_the_prefix_of_their_paths():
    within = {"some": {"in": "list", "where": {"not": {"fact": "ok", "present": True}}}}
    trace = evaluated({"all": [within]}, {"list": [{}, {}]})
    [(some, prefix)] = trace.list_parts("p.")
    below = some.list_parts(prefix)

    assert prefix == "p."
    assert [path for _, path in below] == ["p.list[0].", "p.list[1]."]
    assert below[1][0].list_parts("p.list[1].")[0][1] == "p.list[1]."
