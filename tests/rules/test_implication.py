"""Where one rule implies another: as a table, and as a law on random rules and facts."""

from datetime import date
from random import Random

import generators
import pytest
from rule_facts import NOWHERE

from os2governance.rules.implication import MAX_COMPARED, implies
from os2governance.rules.node import Scope
from os2governance.rules.parsing import RuleParser
from os2governance.rules.registry import generate_mutations
from os2governance.rules.vocabulary import Fact

A = {"fact": "a", "present": True}
B = {"fact": "b", "present": True}


def fact(**operator):
    return {"fact": "a", **operator}


def of_list(word, **more):
    return {word: {"in": "list", **more}}


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        (A, A),
        (A, {"any": [A, B]}),
        ({"all": [A, B]}, A),
        ({"all": [A, B]}, {"any": [B, {"fact": "c", "present": True}]}),
        ({"any": [{"all": [A, B]}, {"all": [B, A]}]}, A),
        ({"not": {"any": [A, B]}}, {"not": A}),
        (fact(at_least=3), fact(at_least=2)),
        (fact(at_most=2), fact(at_most=3)),
        (fact(length_at_least=5), fact(length_at_least=5)),
        (fact(length_at_least=1), A),
        (fact(within="6 months"), fact(within="12 months")),
        (fact(within="6 months"), A),
        (fact(equals="x"), fact(one_of=["x", "y"])),
        (fact(one_of=["x"]), fact(one_of=["y", "x"])),
        (fact(equals=True), A),
        ({"fact": "a", "is": "url"}, A),
        (of_list("some", where={"all": [A, B]}), of_list("some", where=A)),
        (of_list("every", where={"all": [A, B]}), of_list("every", where=A)),
        (of_list("none", where={"any": [A, B]}), of_list("none", where=A)),
        (of_list("count", where=A, at_least=3), of_list("count", where=A, at_least=2)),
        (of_list("sum", of="n", at_most=3), of_list("sum", of="n", at_most=4)),
    ],
)
def test_what_implies_what_and_not_the_other_way_round(narrow, wide):
    assert implies(narrow, wide)
    assert implies(wide, narrow) is (narrow == wide)


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        (A, B),
        (fact(equals=False), A),
        (fact(present=False), A),
        (fact(one_of=[False, "x"]), A),
        (fact(within="1 years"), fact(within="12 months")),
        (fact(at_least="2026-05-01"), fact(at_least=3)),
        (fact(at_least=3), fact(at_most=3)),
        (of_list("some", where=A), of_list("every", where=A)),
        (of_list("some", where=A), {"some": {"in": "other", "where": A}}),
        (of_list("count", where=A, at_least=3), of_list("count", where=B, at_least=2)),
        (of_list("sum", of="n", at_least=3), of_list("sum", of="m", at_least=2)),
        ({"not": A}, B),
        ({"use": "one"}, {"use": "other"}),
    ],
)
def test_what_is_not_said_to_imply(narrow, wide):
    assert not implies(narrow, wide)
    assert not implies(wide, narrow)


def test_rules_that_are_too_large_to_compare_imply_only_themselves():
    large = {
        "all": [{"fact": f"f{number}", "present": True} for number in range(MAX_COMPARED // 50)]
    }

    assert implies(large, large)
    assert not implies(large, {"any": [large, A]})


@pytest.mark.parametrize("seed", range(60))
def test_where_the_narrow_one_holds_the_wide_one_does(seed):
    chance = Random(seed)
    schema = generators.vocabulary(chance)
    parser = RuleParser(Fact(schema, schema), {}, NOWHERE)
    tree = generators.rule(chance, schema, [])
    others = [tree, *(change.tree for change in generate_mutations(tree))]
    pairs = [(one, other) for one in others for other in others if implies(one, other)]
    assert pairs
    for one, other in pairs[:40]:
        narrow, wide = (parser.parse_rule(each, NOWHERE, ()) for each in (one, other))
        if narrow is None or wide is None:
            continue
        for _ in range(20):
            scope = Scope(generators.facts(chance, schema), None, date(2026, 5, 1))
            if narrow.evaluate(scope).value is True:
                assert wide.evaluate(scope).value is True, (one, other, scope.values)
