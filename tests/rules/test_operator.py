"""What operators beside `fact` have in common."""

import pytest

from os2governance.i18n.partial_dates import parse_partial_date
from os2governance.i18n.text import Text
from os2governance.rules.operator import UsualOperand, check_fact_type
from os2governance.rules.trace import NumberRange
from os2governance.rules.vocabulary import Fact


class Even(UsualOperand):
    __slots__ = ()
    word = "even"


class Odd(Even):
    __slots__ = ()
    word = "odd"
    opposite = "even"

    @classmethod
    def list_other_operands(cls, operand):
        yield not operand


def fact(**schema):
    return Fact(schema, schema, "f")


DATE = {"type": "string", "format": "date"}
TYPES = [
    # schema, kinds, must be a date, wanted and actual
    ({"type": "string"}, {"string"}, False, None),
    ({"type": ["string", "null"]}, {"string", "array"}, False, None),
    ({"type": "integer"}, {"number", "integer"}, False, None),
    ({}, {"string"}, True, None),
    (DATE, {"string"}, True, None),
    ({"type": "string"}, {"string"}, True, ("a date", "a text")),
    (DATE, {"array"}, False, ("a list", "a date")),
    ({"type": "object"}, {"number", "integer"}, False, ("a number", "a group of facts")),
    ({"enum": [1, "a"]}, {"boolean"}, False, ("true or false", "a whole number / a text")),
]


@pytest.mark.parametrize(("schema", "kinds", "date", "said"), TYPES)
def test_a_fact_must_be_able_to_have_the_type(schema, kinds, date, said):
    problem = check_fact_type(fact(**schema), "even", kinds, date=date)
    found = problem and tuple(problem.arguments[key].en for key in ("wanted", "actual"))

    assert found == said
    assert problem is None or problem.code == "rule-type"


def test_an_operator_without_an_opposite_is_negated():
    tree = {"fact": "a", "even": True}

    assert [(m.render(), m.tree) for m in Even.mutations(tree, ())] == [
        (".: even → not even", {"not": tree})
    ]


def test_an_operator_is_replaced_by_its_opposite():
    tree = {"fact": "a", "odd": True}

    assert [(m.render(), m.tree) for m in Odd.mutations(tree, ("all", 0))] == [
        ("all[0].odd: True → False", {"fact": "a", "odd": False}),
        ("all[0].odd: odd → even", {"fact": "a", "even": True}),
    ]


def test_an_operand_is_false_for_what_is_absent_never_turns_counts_nothing_and_weighs_one():
    assert Even(True).if_absent is False
    assert Even(True).list_turning_days(parse_partial_date("2026-05-01")) == ()
    assert Even(True).measure([1]) is None
    assert Even(True).describe_number(NumberRange(1, 1)) == Text()
    assert Even.reads_dates is False
    assert Even.weight == 1


def test_operands_are_equal_where_operator_and_operand_are():
    assert Even(True) == Even(True)
    assert Even(True) != Odd(True)
    assert hash(Even(True)) == hash(Even(True))
