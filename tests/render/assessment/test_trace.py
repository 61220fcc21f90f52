"""A trace as a tree: every kind of node."""

from datetime import date

import generators
import pytest
from folders import criterion, write_model, write_product
from hypothesis import given, settings
from hypothesis import strategies as st

from os2governance import assess, load_model, load_product
from os2governance.documents.yaml_reader import Document
from os2governance.render.assessment.trace import render_public_trace, render_trace_blocks
from os2governance.render.common.layout import lay_out
from os2governance.rules.node import Scope
from os2governance.rules.parsing import RuleParser
from os2governance.rules.vocabulary import Fact


def said(tmp_path, rule, language="da", **facts):
    folder = write_model(tmp_path, [criterion("A", "low", rule)], conditions={"is_open": OPEN})
    model = load_model(folder)
    product = load_product(write_product(tmp_path, facts=facts), model)
    outcome = assess(product, model, as_of=date(2026, 5, 1)).outcome("A")
    blocks = render_trace_blocks(outcome.met, "products/tool/product.yaml", language, 0)
    return ["".join(span.text for span in line) for line in lay_out(blocks, 200)]


OPEN = {"fact": "open", "equals": True}
MEETS = {"fact": "group.met_on", "within": "2 months"}


def test_a_fact_says_whether_it_holds_what_was_found_and_where(tmp_path):
    [line] = said(tmp_path, MEETS, group={"met_on": "2026-04-01"})

    assert line.startswith("✓ gruppens seneste møde ligger højst 2 måneder tilbage – ")
    assert line.endswith("fundet: 1. april 2026 (product.yaml:11)")


def test_a_fact_that_is_not_declared_says_its_path(tmp_path):
    assert said(tmp_path, MEETS, "en", group={}) == [
        "? the group's latest meeting is at most 2 months ago – not stated (group.met_on)"
    ]


def test_logic_is_indented_and_conditions_are_opened(tmp_path):
    rule = {"any": [{"use": "is_open"}, {"not": {"all": [OPEN, MEETS]}}]}

    assert said(tmp_path, rule, open=False) == [
        "✓ mindst ét af disse:",
        "  · koden er åben – ikke nødvendigt",
        "  ✓ dette må ikke gælde:",
        "    · alt dette skal være på plads:",
        "      · koden er åben – fundet: nej (product.yaml:10)",
        "      ? gruppens seneste møde ligger højst 2 måneder tilbage – ikke oplyst (group.met_on)",
    ]


def test_the_negation_of_one_condition_is_one_line(tmp_path):
    assert said(tmp_path, {"not": {"use": "is_open"}}, "en", open=False) == [
        "✓ it is not so that the code is open – found: no (product.yaml:10)"
    ]


def test_a_number_of_parts(tmp_path):
    rule = {"at_least": {"count": 1, "of": [OPEN, MEETS]}}

    assert said(tmp_path, rule, "en", open=True) == [
        "✓ at least 1 of these apply – at least 1, at most 2; it takes at least 1",
        "  ✓ the code is open – found: yes (product.yaml:10)",
        "  · the group's latest meeting is at most 2 months ago – not needed",
    ]


ACTIVE = {"fact": "active", "equals": True}
YES, NO, OPEN_ = {"active": True}, {"active": False}, {"name": "B"}
LISTS = [
    # node, elements, what follows the clause, the lines beneath
    ({"some": {}}, [NO, OPEN_], "højst 1 af 2", ["  nr. 2", "    ? brugeren er aktiv – ikke oplyst (users[1].active)", "  1 anden tæller ikke med"]),
    ({"some": {}}, [NO, YES, YES], "2 af 3", ["  ✓ nr. 2 og 3"]),
    ({"some": {}}, [NO], "ingen af 1", ["  ✗ brugeren er aktiv – fundet: nej (product.yaml:11)"]),
    ({"some": {}}, [], "der er ingen", []),
    ({"every": {}}, [YES, YES], "alle 2", []),
    ({"every": {}}, [YES, NO], "1 af 2", ["  nr. 2", "    ✗ brugeren er aktiv – fundet: nej (product.yaml:12)"]),
    ({"none": {}}, [NO, NO], "ingen af 2", []),
    ({"none": {}}, [NO, YES], "1 af 2", ["  nr. 2", "    · brugeren er aktiv – fundet: ja (product.yaml:12)"]),
    ({"count": {"at_least": 2}}, [YES, *[NO] * 5], "1 af de 2, der skal til", ["  ✓ nr. 1", *[line for n in (2, 3, 4) for line in (f"  nr. {n}", f"    ✗ brugeren er aktiv – fundet: nej (product.yaml:{10 + n})")], "  2 andre tæller ikke med"]),
    ({"count": {"at_least": 2}}, [YES] * 12, "12; der skal mindst 2 til", ["  ✓ nr. 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …"]),
    ({"count": {"at_most": 1}}, [YES, YES, NO], "2; der må højst være 1", [line for n in (1, 2) for line in (f"  nr. {n}", f"    · brugeren er aktiv – fundet: ja (product.yaml:{10 + n})")]),
]  # fmt: skip


@pytest.mark.parametrize(("node", "elements", "number", "below"), LISTS)
def test_of_a_list_the_number_is_told_and_what_could_change_it(
    tmp_path, node, elements, number, below
):
    [(word, bound)] = node.items()
    rule = {word: {"in": "users", "where": ACTIVE, **bound}}

    first, *others = said(tmp_path, rule, users=elements)
    assert f" – {number} (product.yaml:" in first
    assert others == below


def test_of_a_sum_the_sum_is_told(tmp_path):
    rule = {"sum": {"in": "users", "of": "pays", "where": ACTIVE, "at_least": 10}}
    users = [{"active": True, "pays": 5.5}, {"active": False, "pays": 90}, {"active": False}]

    first, *others = said(tmp_path, rule, users=users)
    assert first.endswith(" – 5,5 af mindst 10 (product.yaml:11)")
    assert others == ["  ✓ nr. 1", "  2 andre tæller ikke med"]


CHANCE = st.randoms(use_true_random=False)


@given(CHANCE, st.sampled_from(["da", "en"]))
@settings(max_examples=150)
def test_under_what_is_met_nothing_is_shown_as_failing(chance, language):
    schema = generators.vocabulary(chance)
    conditions = generators.conditions(chance, schema)
    tree = generators.rule(chance, schema, list(conditions))
    nowhere = Document("rules", None, None)
    rule = RuleParser(Fact(schema, schema), conditions, nowhere).parse_rule(tree, nowhere, ())
    trace = rule.evaluate(Scope(generators.facts(chance, schema), None, date(2026, 5, 1)))
    lines = lay_out(render_trace_blocks(trace, "product.yaml", language, 0), 10_000)
    shown = "\n".join("".join(span.text for span in line) for line in lines)

    assert trace.value is not True or "✗" not in shown
    assert trace.value is not False or "✗" in shown
    assert "inf" not in shown.split()


def test_the_public_is_told_no_keys_and_no_lines(tmp_path):
    rule = {
        "all": [OPEN, MEETS, {"some": {"in": "users", "where": {"fact": "pays", "at_least": 1}}}]
    }
    model = load_model(write_model(tmp_path, [criterion("A", "low", rule)]))
    facts = {"open": True, "users": [{"name": "A"}]}
    product = load_product(write_product(tmp_path, facts=facts), model)
    outcome = assess(product, model, as_of=date(2026, 5, 1)).outcome("A")
    for language in ("da", "en"):
        lines = ["".join(s.text for s in line) for line in
                 lay_out(render_public_trace(outcome.met, {}, language), 200)]  # fmt: skip

        assert len(lines) > 3
        assert not [line for line in lines if "met_on" in line or ".yaml" in line]
