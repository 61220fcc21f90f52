"""The rule node for one fact, and its operators on values, numbers and texts."""

import operator
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, ClassVar, NamedTuple, Self

from os2governance.documents.yaml_reader import ValuePath
from os2governance.findings.finding import suggest_word
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.partial_dates import parse_partial_date
from os2governance.i18n.text import (
    NO_TEXT,
    Language,
    Text,
    _,
    as_text,
    format_alternatives,
    format_number,
)
from os2governance.rules.dates import AtLeastDate, AtMostDate, DateCondition, limit_days
from os2governance.rules.mutations import Mutation, shift_bound
from os2governance.rules.node import FactPath, Node, RuleTree, Scope
from os2governance.rules.node_reader import NodeReader
from os2governance.rules.operator import (
    FactOperator,
    Operand,
    OperandProblem,
    UsualOperand,
    check_fact_type,
)
from os2governance.rules.rule_schema import JsonSchema
from os2governance.rules.trace import MISSING, FactPosition, Family, NumberRange, Trace, make_trace
from os2governance.rules.vocabulary import Fact


class _FactCondition(NamedTuple):
    """The fields of a condition on a fact."""

    path: FactPath
    fact: Fact
    operand: Operand


class FactRule(Node, _FactCondition):
    """`fact: path` with one operator beside it."""

    __slots__ = ()
    family = Family.FACT
    parts = ()

    @classmethod
    def read(
        cls, operand: dict[str, Any], path: ValuePath, facts: Fact, reader: NodeReader
    ) -> Self | None:
        """Read the whole node: the path, and the operator beside it."""
        known = reader.context.fact_operators
        words = [word for word in operand if word != "fact"]
        if len(words) != 1:
            return reader.report(path, "rule-one-operator", operators=", ".join(known))
        word = words[0]
        if word not in known:
            at, meant = (*path, word), suggest_word(word, known)
            return reader.report(at, "rule-unknown-operator", key=True, operator=word, meant=meant)
        found = reader.read_fact_path(operand["fact"], (*path, "fact"), facts)
        if found is None:
            return None
        condition = known[word].read(operand[word], found[1])
        if isinstance(condition, OperandProblem):
            return reader.report_problem(condition, (*path, word))
        return cls(*found, condition)

    @property
    def subject(self) -> str:
        """The path of the fact."""
        return ".".join(self.path)

    @property
    def operator(self) -> str:
        """The operator beside the fact."""
        return self.operand.word

    @property
    def expected(self) -> Any:
        """The operand beside the operator."""
        return self.operand.expected

    @property
    def title(self) -> Text:
        """The fact's title."""
        return self.fact.title

    @property
    def values(self) -> Mapping[str, Text]:
        """The titles of the fact's values."""
        return self.fact.values

    @property
    def is_date(self) -> bool:
        """Whether the fact is a date."""
        return self.fact.is_date

    @property
    def is_bounded(self) -> bool:
        """Whether the operand is a bound."""
        return self.operand.is_bounded

    @property
    def asks_for_link(self) -> bool:
        """Whether the operator asks for a web address."""
        return self.operand.asks_for_link

    @property
    def is_measured(self) -> bool:
        """Whether the operator counts something in the value."""
        return self.operand.is_measured

    @property
    def asked(self) -> Text:
        """The fact's phrase, where that says all that is asked."""
        return self.fact.asked if self.operand.is_said_by_phrase(self.fact) else NO_TEXT

    def evaluate(self, scope: Scope) -> Trace:
        """Evaluate; undetermined if the fact is not declared."""
        value, at = scope.find(self.path)
        if value is None:
            return make_trace((self, self.operand.if_absent, (None, at), ()))
        if value is MISSING:
            return make_trace((self, None, (MISSING, at), ()))
        return make_trace((self, self.answer(value, at, scope.as_of), (value, at), ()))

    def answer(self, value: Any, at: FactPosition | None, as_of: date) -> bool | None:
        """The answer on a declared value, by where and when it is stated.

        What has happened by the date of the file that states it has not happened later: of a
        partial date in the past, the days end there, or else at the assessment date.
        """
        if self.operand.reads_dates and self.fact.is_past:
            latest = at.source.on if at and at.source else as_of
            return self.operand.holds(value, as_of, latest)
        return self.operand.holds(value, as_of)

    def find_turning_dates(
        self, found: Any, position: FactPosition | None = None
    ) -> tuple[date, ...]:
        """The days on which the operator's answer changes."""
        days = parse_partial_date(found) if self.operand.reads_dates else None
        if days is None:
            return ()
        if self.fact.is_past and position and position.source:
            days = limit_days(days, position.source.on)
        turns = sorted(set(self.operand.list_turning_days(days)))
        return tuple(day for day in turns if self._turns(found, position, day))

    def _turns(self, found: Any, at: FactPosition | None, day: date) -> bool:
        if day == date.min:
            return False
        return self.answer(found, at, day) is not self.answer(found, at, day - timedelta(1))

    def measure(self, trace: Trace) -> NumberRange | None:
        """What the operator counted in the value."""
        return self.operand.measure(trace.found)

    def describe_number(self, number: NumberRange, total: int) -> Text:  # noqa: ARG002 - a node's signature
        """What the operator counted, against what it takes."""
        return self.operand.describe_number(number)

    def render(self, language: Language) -> str:
        """Render the condition on the fact."""
        return self.asked.render(language) or self.operand.render(self.fact, language)


def is_same_value(one: Any, other: Any) -> bool:
    """Compare as JSON does: 1 equals 1.0, but true is not a number."""
    return bool(one == other) and (type(one) is bool) == (type(other) is bool)


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | int | float)


def _strange(fact: Fact, word: str, value: Any) -> OperandProblem | None:
    """The problem, if the fact can never have the value."""
    kind = {bool: {"boolean"}, str: {"string"}, int: {"number", "integer"}, float: {"number"}}
    wrong = check_fact_type(fact, word, kind[type(value)])
    if wrong or not fact.choices or any(is_same_value(value, choice) for choice in fact.choices):
        return wrong
    choices = ", ".join(str(choice) for choice in fact.choices)
    return OperandProblem(
        "rule-choice", operator=word, fact=fact.path, value=str(value), choices=choices
    )


_PLAIN_SCHEMA: JsonSchema = {"type": ["string", "number", "boolean"]}


class Present(UsualOperand):
    """`present: true`: declared, and not null, false or empty; `false`: declared as such."""

    __slots__ = ()
    word = "present"
    meaning = _("true: declared, and not null, false or empty. false: declared as such.")
    schema: ClassVar[JsonSchema] = {"type": "boolean"}

    @classmethod
    def read(cls, operand: Any, _: Fact) -> "Present | OperandProblem":
        """Read true or false; any fact is allowed."""
        if type(operand) is not bool:
            return OperandProblem("rule-value", operator=cls.word, wanted=as_text("true / false"))
        return cls(operand)

    @classmethod
    def list_other_operands(cls, operand: bool) -> Iterator[bool]:  # noqa: FBT001 - the operand itself
        """The opposite."""
        yield not operand

    @classmethod
    def replacements(cls, tree: RuleTree, at: ValuePath) -> Iterator[Mutation]:  # noqa: ARG003 - an operator's signature
        """None: its other operand is its negation."""
        yield from ()

    @property
    def if_absent(self) -> bool:
        """True where absence is expected."""
        return not self.expected

    def holds(self, value: Any, as_of: date, latest: date | None = None) -> bool:  # noqa: ARG002 - an operator's signature
        """Whether the value is present: zero is, an empty text, list or group is not."""
        empty = not value and type(value) in _CAN_BE_EMPTY
        return empty is not self.expected

    def is_said_by_phrase(self, fact: Fact) -> bool:  # noqa: ARG002 - an operator's signature
        """Where the fact must be present."""
        return bool(self.expected)

    def render(self, fact: Fact, language: Language) -> str:
        """Render that the fact is, or is not, present."""
        if fact.kinds == {"boolean"}:
            return _render_truth(fact, language, holds=self.expected)
        if fact.kinds <= {"object", "array"}:
            said = _THERE_IS if self.expected else _THERE_IS_NOT
            return said.render(language).format(thing=fact.indefinite.render(language))
        said = _STATED if self.expected else _NOT_THERE
        return said.render(language).format(title=fact.render_label(language))


_THERE_IS, _THERE_IS_NOT = _("there is {thing}"), _("there is not {thing}")
_STATED, _NOT_THERE = _("{title} is stated"), _("{title} does not exist")
_NOT_SO = _("it is not so that {clause}")
_VALUE_IS = _("{title} is {value}")
_CAN_BE_EMPTY = frozenset({bool, str, list, dict})


def _render_truth(fact: Fact, language: Language, *, holds: bool) -> str:
    """A yes or no: its title is a clause."""
    said = fact.render_label(language)
    return said if holds else _NOT_SO.render(language).format(clause=said)


class Equals(UsualOperand):
    """`equals: v`."""

    __slots__ = ()
    word = "equals"
    meaning = _("The value is this.")
    schema: ClassVar[JsonSchema] = _PLAIN_SCHEMA

    @classmethod
    def read(cls, operand: Any, fact: Fact) -> "Equals | OperandProblem":
        """Read a plain value that the fact can have."""
        if not _is_plain(operand):
            wanted = _("a single value")
            return OperandProblem("rule-value", operator=cls.word, wanted=wanted)
        return _strange(fact, cls.word, operand) or cls(operand)

    def holds(self, value: Any, as_of: date, latest: date | None = None) -> bool:  # noqa: ARG002 - an operator's signature
        """Whether the value equals the expected one."""
        return is_same_value(value, self.expected)

    def is_said_by_phrase(self, fact: Fact) -> bool:  # noqa: ARG002 - an operator's signature
        """Where the answer must be yes."""
        return self.expected is True

    def render(self, fact: Fact, language: Language) -> str:
        """Render the value that the fact must have."""
        if type(self.expected) is bool:
            return _render_truth(fact, language, holds=self.expected)
        value = fact.value_title(self.expected).render(language)
        return _VALUE_IS.render(language).format(title=fact.render_label(language), value=value)


class OneOf(UsualOperand):
    """`one_of: [..]`."""

    __slots__ = ()
    word = "one_of"
    meaning = _("The value is one of these.")
    schema: ClassVar[JsonSchema] = {"type": "array", "minItems": 1, "items": _PLAIN_SCHEMA}

    @classmethod
    def read(cls, operand: Any, fact: Fact) -> "OneOf | OperandProblem":
        """Read plain values that the fact can have."""
        if not isinstance(operand, list) or not operand or not all(map(_is_plain, operand)):
            wanted = _("a list of values")
            return OperandProblem("rule-value", operator=cls.word, wanted=wanted)
        wrong = (_strange(fact, cls.word, value) for value in operand)
        return next(filter(None, wrong), None) or cls(tuple(operand))

    @classmethod
    def list_other_operands(cls, operand: list[Any]) -> Iterator[list[Any]]:
        """The list without each of its values."""
        if len(operand) > 1:
            for number in range(len(operand)):
                yield [*operand[:number], *operand[number + 1 :]]

    def holds(self, value: Any, as_of: date, latest: date | None = None) -> bool:  # noqa: ARG002 - an operator's signature
        """Whether the value is one of the expected ones."""
        return any(is_same_value(value, choice) for choice in self.expected)

    def render(self, fact: Fact, language: Language) -> str:
        """Render the values that the fact may have."""
        choices = [fact.value_title(value).render(language) for value in self.expected]
        value = format_alternatives(choices, language)
        return _VALUE_IS.render(language).format(title=fact.render_label(language), value=value)


class _BoundOnValue(UsualOperand):
    """What `at_least` and `at_most` share: a bound that is a number, or else a date."""

    __slots__ = ()
    is_bounded = True
    schema: ClassVar[JsonSchema] = {"type": ["number", "string"]}
    compare: ClassVar[Callable[[Any, Any], bool]]
    clause: ClassVar[Text]
    of_date: ClassVar[Callable[[Any, Any], DateCondition]]

    @classmethod
    def read(cls, operand: Any, fact: Fact) -> Operand | OperandProblem:
        """Read a number or an ISO date; the fact must be of the same kind."""
        if type(operand) in {int, float}:
            return check_fact_type(fact, cls.word, {"number", "integer"}) or cls(operand)
        if day := parse_iso_date(operand):
            wrong = check_fact_type(fact, cls.word, {"string"}, date=True)
            return wrong or cls.of_date(operand, day)
        wanted = _("a number or a date (2026-05-01)")
        return OperandProblem("rule-value", operator=cls.word, wanted=wanted)

    @classmethod
    def list_other_operands(cls, operand: Any) -> Iterator[Any]:
        """The bounds beside it."""
        return shift_bound(operand)

    def holds(self, value: Any, as_of: date, latest: date | None = None) -> bool:  # noqa: ARG002 - an operator's signature
        """Whether the number is within the bound."""
        return type(value) in {int, float} and type(self).compare(value, self.expected)

    def render(self, fact: Fact, language: Language) -> str:
        """Render the bound of the fact."""
        bound = format_number(self.expected, language)
        return self.clause.render(language).format(title=fact.render_label(language), bound=bound)


class AtLeastValue(_BoundOnValue):
    """`at_least: n`: a number that is that or more; a date that is that or later."""

    __slots__ = ()
    word = "at_least"
    meaning = _("The number or date is this or more.")
    opposite = "at_most"
    compare = operator.ge
    clause = _("{title} is at least {bound}")
    of_date: ClassVar[Callable[[Any, Any], DateCondition]] = AtLeastDate


class AtMostValue(_BoundOnValue):
    """`at_most: n`: a number that is that or less; a date that is that or earlier."""

    __slots__ = ()
    word = "at_most"
    meaning = _("The number or date is this or less.")
    opposite = "at_least"
    compare = operator.le
    clause = _("{title} is at most {bound}")
    of_date: ClassVar[Callable[[Any, Any], DateCondition]] = AtMostDate


VALUE_OPERATORS: tuple[FactOperator, ...] = (
    Present,
    Equals,
    OneOf,
    AtLeastValue,
    AtMostValue,
)
"""The operators on values, in the order in which they are suggested."""
