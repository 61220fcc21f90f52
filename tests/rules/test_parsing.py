"""Rules that are not valid: one finding for each problem, where it stands."""

import pytest
from rule_facts import FACTS, NOWHERE, Paths, problems

from os2governance.i18n.text import NO_TEXT, Text
from os2governance.rules.node_reader import MAX_RULE_DEPTH
from os2governance.rules.parsing import MAX_MODEL_NODES, RuleParser

YES = {"fact": "yes", "equals": True}


def nested(depth):
    tree = YES
    for _ in range(depth):
        tree = {"not": tree}
    return tree


CASES = [
    (None, [("rule-no-node", "")]),
    ({}, [("rule-no-node", "")]),
    ("yes", [("rule-no-node", "")]),
    ({"all": [YES], "any": [YES]}, [("rule-several-keys", "")]),
    ({"al": [YES]}, [("rule-unknown-operator", "al:")]),
    ({"equals": 1}, [("rule-operator-without-fact", "equals:")]),
    ({"fact": "yes"}, [("rule-one-operator", "")]),
    ({"fact": "yes", "equals": True, "present": True}, [("rule-one-operator", "")]),
    ({"fact": "yes", "equal": True}, [("rule-unknown-operator", "equal:")]),
    ({"fact": "yes", "all": [YES]}, [("rule-unknown-operator", "all:")]),
    ({"fact": 1, "present": True}, [("rule-no-path", "fact")]),
    ({"fact": "yse", "present": True}, [("rule-unknown-fact", "fact")]),
    ({"fact": "group.deep.txt", "present": True}, [("rule-unknown-fact", "fact")]),
    ({"fact": "text", "present": "yes"}, [("rule-value", "present")]),
    ({"fact": "text", "equals": [1]}, [("rule-value", "equals")]),
    ({"fact": "text", "equals": 1}, [("rule-type", "equals")]),
    ({"fact": "choice", "equals": "blue"}, [("rule-choice", "equals")]),
    ({"fact": "choice", "one_of": ["red", "blue"]}, [("rule-choice", "one_of")]),
    ({"fact": "text", "one_of": []}, [("rule-value", "one_of")]),
    ({"fact": "text", "at_least": 1}, [("rule-type", "at_least")]),
    ({"fact": "text", "at_most": "2026-05-01"}, [("rule-type", "at_most")]),
    ({"fact": "number", "at_least": "soon"}, [("rule-value", "at_least")]),
    ({"fact": "text", "length_at_least": -1}, [("rule-value", "length_at_least")]),
    ({"fact": "number", "length_at_least": 1}, [("rule-type", "length_at_least")]),
    ({"fact": "text", "matches": 1}, [("rule-value", "matches")]),
    ({"fact": "text", "is": "uri"}, [("rule-value", "is")]),
    ({"fact": "number", "is": "url"}, [("rule-type", "is")]),
    ({"fact": "day", "within": "soon"}, [("rule-value", "within")]),
    ({"fact": "text", "within": "1 day"}, [("rule-type", "within")]),
    ({"fact": "day", "not_past": False}, [("rule-value", "not_past")]),
    ({"all": [{"fact": "x", "present": True}, {"al": 1}]}, [("rule-unknown-fact", "all.0.fact"), ("rule-unknown-operator", "all.1.al:")]),
    (nested(MAX_RULE_DEPTH), []),
    (nested(MAX_RULE_DEPTH + 1), [("rule-too-deep", ".".join(["not"] * (MAX_RULE_DEPTH + 1)))]),
    ({"all": [YES] * 1_000}, [("rule-too-large", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "found"), CASES)
def test_what_is_wrong_is_reported_where_it_stands(tree, found):
    assert problems(tree) == found


CONDITIONS = [
    ({"a": {"use": "b"}, "b": {"use": "a"}}, [("rule-circular", "conditions.b.use")]),
    ({"a": {"use": "b"}}, [("rule-unknown-condition", "conditions.a.use")]),
    ({"a": {"al": 1}}, [("rule-unknown-operator", "conditions.a.al:")]),
    ({"a": YES}, []),
]


@pytest.mark.parametrize(("conditions", "found"), CONDITIONS)
def test_conditions_are_read_where_they_are_used(conditions, found):
    assert problems({"use": "a"}, conditions) == found


def test_a_condition_that_is_used_twice_is_reported_once():
    assert problems({"all": [{"use": "a"}, {"use": "a"}]}, {"a": {"al": 1}}) == [
        ("rule-unknown-operator", "conditions.a.al:")
    ]


def test_a_condition_means_what_its_text_would_mean_there():
    """Its facts are those in scope: inside a list, those of an element."""
    conditions = {"ok": {"fact": "ok", "equals": True}}

    assert problems({"some": {"in": "list", "where": {"use": "ok"}}}, conditions) == []
    assert problems({"use": "ok"}, conditions) == [("rule-unknown-fact", "conditions.ok.fact")]


def test_a_condition_is_parsed_by_itself_and_its_use_is_noted():
    parser = RuleParser(FACTS, {"a": YES, "b": {"use": "a"}}, NOWHERE)

    assert parser.parse_condition("b").operator == "use"
    assert parser.used == {"a"}
    assert parser.findings == {}


def test_the_use_of_a_condition_has_its_phrase():
    phrase = Text("der er åbent", "it is open")
    parser = RuleParser(FACTS, {"a": YES, "b": YES}, NOWHERE, phrases={"a": phrase})
    named, bare = (parser.parse_rule({"use": name}, NOWHERE, ()) for name in "ab")

    assert (named.asked, named.render("da")) == (phrase, "der er åbent")
    assert (bare.asked, bare.render("da")) == (NO_TEXT, "yes")
    assert parser.find_phrase("c") == NO_TEXT


def test_the_rules_of_a_model_are_limited_together():
    parser = RuleParser(FACTS, {}, Paths(), inherited=MAX_MODEL_NODES)

    assert parser.parse_rule(YES, Paths(), ("met",)) is None
    assert parser.parse_rule(YES, Paths(), ("partly",)) is None
    assert [code for code, _ in parser.findings] == ["rules-too-large"]
