"""Where the words of a model stand in place of clauses that are assembled from titles."""

from datetime import date
from typing import Any

import generators
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from os2governance.documents.yaml_reader import Document
from os2governance.i18n.text import NO_TEXT, Text
from os2governance.render.assessment.trace import render_trace_blocks
from os2governance.render.common.layout import lay_out
from os2governance.rules.node import Rule, Scope
from os2governance.rules.parsing import RuleParser
from os2governance.rules.vocabulary import Fact

NOWHERE = Document("rules", None, None)
WORDS = {"x-asked": "det er sagt", "x-asked-en": "it is said"}
ELEMENT = {"type": "object", "properties": {"ok": {"type": "boolean"}, "n": {"type": "number"}}}
SCHEMA: dict[str, Any] = {
    "properties": {
        "text": {"type": ["string", "null"], **WORDS},
        "yes": {"type": ["boolean", "null"], **WORDS},
        "number": {"type": ["number", "null"], **WORDS},
        "choice": {"enum": ["red", "green"], **WORDS},
        "day": {"type": ["string", "null"], "format": "date", **WORDS},
        "begun": {"type": "string", "format": "date", "x-time": "past", **WORDS},
        "ends": {"type": "string", "format": "date", "x-time": "end", **WORDS},
        "list": {"type": "array", "items": ELEMENT, "title": "Listen", "x-title-en": "The list", **WORDS},
        "bare": {"type": ["string", "null"]},
    }
}  # fmt: skip
SAID, PHRASE = Text("det er sagt", "it is said"), Text("det er på plads", "it is in place")
OK = {"fact": "ok", "equals": True}


def parse(tree: Any, conditions: dict[str, Any] | None = None) -> Rule:
    phrases = {"named": PHRASE}
    parser = RuleParser(Fact(SCHEMA, SCHEMA), conditions or {}, NOWHERE, phrases=phrases)
    rule = parser.parse_rule(tree, NOWHERE, ())
    assert rule is not None, parser.findings
    return rule


SAID_BY_THE_FACT = [
    {"fact": "text", "present": True},
    {"fact": "yes", "present": True},
    {"fact": "yes", "equals": True},
    {"fact": "text", "is": "url"},
    {"fact": "text", "is": "osi_licence"},
    {"fact": "text", "matches": "a+"},
    {"fact": "day", "past": True},
    {"fact": "begun", "past": True},
    {"fact": "ends", "not_past": True},
    {"fact": "list", "present": True},
    {"fact": "list", "length_at_least": 1},
]
NOT_SAID_BY_IT = [
    {"fact": "text", "present": False},
    {"fact": "yes", "equals": False},
    {"fact": "choice", "equals": "red"},
    {"fact": "choice", "one_of": ["red"]},
    {"fact": "number", "equals": 1},
    {"fact": "number", "at_least": 1},
    {"fact": "number", "at_most": 1},
    {"fact": "day", "at_least": "2026-01-01"},
    {"fact": "day", "within": "12 months"},
    {"fact": "day", "not_past": True},
    {"fact": "ends", "past": True},
    {"fact": "list", "length_at_least": 2},
    {"some": {"in": "list", "where": OK}},
    {"every": {"in": "list", "where": OK}},
    {"none": {"in": "list", "where": OK}},
    {"count": {"in": "list", "where": OK, "at_least": 1}},
    {"sum": {"in": "list", "of": "n", "at_least": 1}},
    {"not": {"fact": "yes", "equals": True}},
    {"fact": "bare", "present": True},
]


@pytest.mark.parametrize("tree", SAID_BY_THE_FACT)
def test_a_plain_ask_is_said_by_the_phrase_of_the_fact(tree):
    rule = parse(tree)

    assert rule.asked == SAID
    assert (rule.render("da"), rule.render("en")) == SAID


@pytest.mark.parametrize("tree", NOT_SAID_BY_IT)
def test_what_asks_for_more_or_for_the_contrary_is_not(tree):
    rule = parse(tree)

    assert rule.asked == NO_TEXT
    assert rule.render("da") != SAID.da


@pytest.mark.parametrize("tree", [*SAID_BY_THE_FACT, *NOT_SAID_BY_IT])
def test_a_named_condition_is_said_by_its_own_phrase(tree):
    rule = parse({"all": [{"use": "named"}, {"fact": "text", "present": True}]}, {"named": tree})

    assert rule.render("da") == f"{PHRASE.da}, og {SAID.da}"
    assert rule.render("en") == f"{PHRASE.en}, and {SAID.en}"
    assert parse({"use": "other"}, {"other": tree}).render("da") == parse(tree).render("da")


def shown(rule: Rule, facts: Any) -> list[str]:
    trace = rule.evaluate(Scope(facts, None, date(2026, 5, 1)))
    blocks = render_trace_blocks(trace, "product.yaml", "da", 0)
    return ["".join(span.text for span in line) for line in lay_out(blocks, 1000)]


ENDS = {"any": [{"fact": "ends", "present": False}, {"fact": "ends", "not_past": True}]}
SHOWN = [
    # what the condition is, facts, the lines: a phrase, and below it only what is found
    ({"fact": "day", "within": "1 year"}, {"day": "2026-04"}, ["✓ det er på plads – fundet: april 2026"]),
    ({"fact": "text", "matches": "a+"}, {}, ["? det er på plads – ikke oplyst (text)"]),
    ({"not": {"fact": "text", "is": "url"}}, {"text": "x"}, ["✓ det er på plads – fundet: x"]),
    ({"count": {"in": "list", "where": OK, "at_least": 2}}, {"list": [{"ok": True}, {"ok": False}]}, ["✗ det er på plads – 1 af de 2, der skal til", "  ✓ nr. 1", "  nr. 2", "    ✗ ok: nej"]),
    ({"all": [{"fact": "begun", "past": True}, ENDS]}, {"begun": "2020", "ends": None}, ["✓ det er på plads", "  ✓ begun: 2020", "  ✓ mindst ét af disse:", "    ✓ ends: findes ikke"]),
    ({"any": [{"fact": "ends", "present": False}, {"fact": "ends", "not_past": True}]}, {}, ["? det er på plads", "  ? ends: ikke oplyst (ends)"]),
    ({"all": [{"fact": "begun", "past": True}, {"every": {"in": "list", "where": OK}}]}, {"list": [{}]}, ["? det er på plads", "  ? begun: ikke oplyst (begun)", "  ? Listen: højst 1 af 1", "    ? ok: ikke oplyst (list[0].ok)"]),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "facts", "lines"), SHOWN)
def test_below_a_phrase_only_what_is_found_is_shown(tree, facts, lines):
    assert shown(parse({"use": "named"}, {"named": tree}), facts) == lines


def with_patterns(chance: Any, tree: Any) -> Any:
    """The rule, with some of its conditions on texts asking for a pattern."""
    if isinstance(tree, list):
        return [with_patterns(chance, each) for each in tree]
    if not isinstance(tree, dict):
        return tree
    if "is" in tree and chance.random() < 0.7:
        return {"fact": tree["fact"], "matches": "https?://(www[.])?x[.]eu/.+"}
    return {key: with_patterns(chance, each) for key, each in tree.items()}


@given(st.randoms(use_true_random=False), st.sampled_from(["da", "en"]))
@settings(max_examples=150)
def test_no_sentence_nests_brackets_or_shows_a_pattern(chance, language):
    schema = generators.vocabulary(chance)
    conditions = generators.conditions(chance, schema)
    tree = with_patterns(chance, generators.rule(chance, schema, list(conditions)))
    rule = RuleParser(Fact(schema, schema), conditions, NOWHERE).parse_rule(tree, NOWHERE, ())
    said = rule.render(language)

    assert "(" not in said
    assert "https?" not in said
    assert "{" not in said
