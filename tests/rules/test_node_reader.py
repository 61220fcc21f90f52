"""The reader of one file's rules, as operators use it."""

import pytest
from rule_facts import FACTS, Paths

from os2governance.i18n.text import NO_TEXT, Text
from os2governance.rules.node_reader import NodeReader
from os2governance.rules.parsing import RuleParser


@pytest.fixture
def reader():
    return NodeReader(RuleParser(FACTS, {}, Paths()), Paths())


def reported(reader):
    return [(found.code, found.location.file) for found in reader.context.findings.values()]


KEYS = [
    ({"in": 1}, True, []),
    ({"in": 1, "where": 1}, True, []),
    ([], False, [("rule-keys", "x")]),
    ({"where": 1}, False, [("rule-keys", "x")]),
    ({"in": 1, "whre": 1}, False, [("rule-unknown-key", "x.whre:")]),
]


@pytest.mark.parametrize(("operand", "has", "found"), KEYS)
def test_keys(reader, operand, has, found):
    assert reader.has_keys(operand, ("x",), {"in"}, frozenset({"where"})) is has
    assert reported(reader) == found


def test_a_path_is_resolved_through_the_schema(reader):
    steps, fact = reader.read_fact_path("group.deep.text", ("x",), FACTS)

    assert steps == ("group", "deep", "text")
    assert fact.kinds == {"string"}


def test_an_open_fact_has_whatever_is_asked_of_it(reader):
    steps, fact = reader.read_fact_path("a.b", ("x",), type(FACTS)({}, {}))

    assert (steps, fact.open) == (("a", "b"), True)


def test_the_phrases_are_those_of_the_context():
    phrase = Text("der er åbent", "it is open")
    reader = NodeReader(RuleParser(FACTS, {}, Paths(), phrases={"a": phrase}), Paths())

    assert (reader.find_phrase("a"), reader.find_phrase("b")) == (phrase, NO_TEXT)


def test_a_list_must_be_one(reader):
    assert reader.read_list_path("list", ("x",), FACTS, "some")[0] == ("list",)
    assert reader.read_list_path("text", ("x",), FACTS, "some") is None
    assert reported(reader) == [("rule-type", "x")]


def test_parts_are_all_read_before_they_fail_together(reader):
    yes = {"fact": "yes", "present": True}

    assert len(reader.read_parts([yes, yes], ("x",), FACTS)) == 2
    assert reader.read_parts([1, yes, 2], ("x",), FACTS) is None
    assert reported(reader) == [("rule-no-node", "x.0"), ("rule-no-node", "x.2")]
