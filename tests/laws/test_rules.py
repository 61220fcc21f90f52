"""Laws of rules, over random vocabularies, rules and facts."""

import copy
import json
from datetime import date
from random import Random
from typing import Any

import generators
from hypothesis import given, settings
from hypothesis import strategies as st

from os2governance.documents.yaml_reader import Document, read_yaml
from os2governance.rules.limits import count_answers, measure_cost
from os2governance.rules.logic import evaluate_every, evaluate_some, negate
from os2governance.rules.node import Rule, Scope
from os2governance.rules.parsing import RuleParser
from os2governance.rules.trace import MISSING, Trace
from os2governance.rules.vocabulary import Fact

TODAY = date(2026, 5, 1)
NOWHERE = Document("rules", None, None)
CHANCE = st.randoms(use_true_random=False)


def parsed(chance: Random) -> tuple[Rule, Any, dict[str, Any]]:
    schema = generators.vocabulary(chance)
    conditions = generators.conditions(chance, schema)
    tree = generators.rule(chance, schema, list(conditions))
    parser = RuleParser(Fact(schema, schema), conditions, NOWHERE)
    rule = parser.parse_rule(tree, NOWHERE, ())
    assert rule is not None, parser.findings
    return rule, schema, conditions


def value_of(rule: Rule, facts: Any) -> bool | None:
    return rule.evaluate(Scope(facts, None, TODAY)).value


def completed(chance: Random, facts: Any, schema: dict[str, Any]) -> Any:
    """Declare all that is not declared; leave what is declared as it is."""
    if facts is None or "properties" not in schema:
        if isinstance(facts, list):
            return [completed(chance, each, schema["items"]) for each in facts]
        return facts
    return {
        name: completed(chance, facts[name], below)
        if name in facts
        else generators.value(chance, below, missing=0)
        for name, below in schema["properties"].items()
    }


def partly_completed(chance: Random, facts: dict[str, Any], schema: dict[str, Any]) -> Any:
    """Declare some more."""
    whole = completed(chance, facts, schema)
    return {name: v for name, v in whole.items() if name in facts or chance.random() < 0.5}


@given(CHANCE)
@settings(max_examples=150)
def test_when_all_is_declared_a_rule_is_decided(chance):
    rule, schema, _ = parsed(chance)
    facts = completed(chance, generators.facts(chance, schema), schema)

    assert value_of(rule, facts) is not None


@given(CHANCE)
@settings(max_examples=150)
def test_what_is_decided_never_flips_when_more_is_declared(chance):
    rule, schema, _ = parsed(chance)
    few = generators.facts(chance, schema, missing=0.5)
    more = partly_completed(chance, few, schema)
    everything = completed(chance, more, schema)
    values = [value_of(rule, facts) for facts in (few, more, everything)]

    assert len({value for value in values if value is not None}) <= 1
    decided = [value is not None for value in values]
    assert decided == sorted(decided)


@given(CHANCE)
@settings(max_examples=120)
def test_order_never_matters(chance):
    rule, schema, _ = parsed(chance)
    facts = generators.facts(chance, schema)

    def shuffled(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: shuffled(value[key]) for key in chance.sample(list(value), len(value))}
        if isinstance(value, list):
            return [shuffled(each) for each in chance.sample(value, len(value))]
        return value

    assert value_of(rule, shuffled(facts)) is value_of(rule, facts)


def recomputed(trace: Trace) -> bool | None:
    """Compute the value of a node from the values of its parts alone."""
    values = [recomputed(part) for part in trace.parts]
    asked = trace.question
    true, possible = values.count(True), len(values) - values.count(False)
    if asked.operator in {"some", "every", "none", "count"} and trace.found is MISSING:
        return None
    if asked.operator in {"all", "every"}:
        return evaluate_every(values)
    if asked.operator in {"any", "some"}:
        return evaluate_some(values)
    if asked.operator in {"not", "none"}:
        return negate(evaluate_some(values))
    if asked.operator == "use":
        return values[0]
    if asked.operator == "count" and "at_least" in asked.expected:
        least = asked.expected["at_least"]
        return True if true >= least else False if possible < least else None
    if asked.operator == "count":
        most = asked.expected["at_most"]
        return True if possible <= most else False if true > most else None
    if asked.operator == "at_least" and not asked.subject:
        return True if true >= asked.expected else False if possible < asked.expected else None
    return trace.value


@given(CHANCE)
@settings(max_examples=150)
def test_the_traces_root_is_what_its_leaves_make_it(chance):
    rule, schema, _ = parsed(chance)
    trace = rule.evaluate(Scope(generators.facts(chance, schema), None, TODAY))

    assert trace.value is recomputed(trace)


def titles(rule: Rule) -> set[str]:
    own = {rule.title.da, rule.title.en} - {""}
    return own.union(*(titles(part) for part in rule.parts))


@given(CHANCE)
@settings(max_examples=150)
def test_the_wording_names_every_fact_by_its_title(chance):
    rule, _, _ = parsed(chance)
    danish, english = rule.render("da").lower(), rule.render("en").lower()

    for title in titles(rule):
        assert title.lower() in (danish if title.startswith("Om") else english)


@given(CHANCE)
@settings(max_examples=120)
def test_every_trace_of_a_declared_fact_has_the_place_where_it_stands(chance):
    rule, schema, _ = parsed(chance)
    facts = generators.facts(chance, schema)
    text = json.dumps(facts, ensure_ascii=False, indent=1)
    document, findings = read_yaml(text.encode(), "facts")
    assert not findings
    assert document is not None
    trace = rule.evaluate(Scope(document.values, document.positions, TODAY))
    lines = text.splitlines()

    assert trace.value is value_of(rule, copy.deepcopy(facts))
    for leaf in trace.leaves():
        if isinstance(leaf.found, str) and leaf.position:
            line, column, _ = leaf.position
            assert lines[line - 1][column - 1 :].startswith(
                json.dumps(leaf.found, ensure_ascii=False)
            )


def made(trace: Trace) -> int:
    """Count what an evaluation made: each answer, and each element that was looked at."""
    over_list = trace.question.operator in {"some", "every", "none", "count", "sum"}
    looked = len(trace.found) if over_list and isinstance(trace.found, list) else 0
    return 1 + looked + sum(map(made, trace.parts))


@given(CHANCE)
@settings(max_examples=150)
def test_how_much_an_evaluation_makes_is_known_before(chance):
    rule, schema, _ = parsed(chance)
    facts = generators.facts(chance, schema)
    trace = rule.evaluate(Scope(facts, None, TODAY))

    assert count_answers(measure_cost([rule]), facts) == made(trace)
    assert count_answers(measure_cost([rule, rule]), facts) == 2 * made(trace)
