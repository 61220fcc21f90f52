"""Kleene's three values, and the nodes that combine others: all, any, not, at_least, use."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar, NamedTuple, Self

from os2governance.documents.yaml_reader import ValuePath
from os2governance.i18n.text import NO_TEXT, Language, Text, _
from os2governance.rules.bounds import Bound, describe_count
from os2governance.rules.mutations import LEFT_OUT, Mutate, Mutation, mutate_inside, mutate_parts
from os2governance.rules.node import Node, Rule, RuleTree, Scope
from os2governance.rules.node_reader import NodeOperator, NodeReader
from os2governance.rules.rule_schema import (
    COUNT_SCHEMA,
    PARTS_SCHEMA,
    PATH_SCHEMA,
    RULE_REFERENCE,
    JsonSchema,
    group_schema,
)
from os2governance.rules.trace import Extent, Family, NumberRange, Trace, Way, make_trace
from os2governance.rules.vocabulary import Fact


def evaluate_every(values: Iterable[bool | None]) -> bool | None:
    """Conjunction: false if any is, else undetermined if any is, else true (semantics §2)."""
    undetermined = False
    for value in values:
        if value is False:
            return False
        undetermined = undetermined or value is None
    return None if undetermined else True


def evaluate_some(values: Iterable[bool | None]) -> bool | None:
    """Disjunction: true if any is, else undetermined if any is, else false (semantics §2)."""
    undetermined = False
    for value in values:
        if value is True:
            return True
        undetermined = undetermined or value is None
    return None if undetermined else False


def count_true(values: Sequence[bool | None]) -> NumberRange:
    """How many of the values are true; those that are undetermined may be."""
    true = values.count(True)
    return NumberRange(true, true + values.count(None))


def negate(value: bool | None) -> bool | None:  # noqa: FBT001 - the value itself
    """Swap true and false; undetermined stays."""
    return None if value is None else not value


class _Conjunction(NamedTuple):
    """The word that joins clauses: between simple ones, and between others."""

    simple: Text
    compound: Text


_AND = _Conjunction(_("{first}, and {last}"), _("{first}; and {last}"))
_OR = _Conjunction(_("{first}, or {last}"), _("{first}; or {last}"))
_EITHER = _("either {clauses}")
_DASH = "\N{EN DASH}"
_NOT_SO = _("it is not so that {clause}")
_SO_MANY = _("at least {count} of these: {clauses}")
_SO_MANY_INSIDE = _("at least {count} of these {clauses}")


def _join(parts: Sequence[Rule], word: _Conjunction, language: Language) -> str:
    """Join the clauses of parts; with semicolons where one of them is made of clauses itself."""
    said = [_render_inside(part, language) for part in parts]
    if len(said) == 1:
        return said[0]
    compound = any(part.is_compound for part in parts)
    first = ("; " if compound else ", ").join(said[:-1])
    form = word.compound if compound else word.simple
    return form.render(language).format(first=first, last=said[-1])


def _render_inside(rule: Rule, language: Language) -> str:
    """Render a part; dashes show where a long one begins and ends, since brackets do not nest."""
    inner = _see_through(rule)
    if isinstance(inner, AtLeast):
        return inner.render_inside(language)
    said = inner.render(language)
    return _set_off(said) if isinstance(inner, All | AnyOf) and ";" in said else said


def _set_off(said: str) -> str:
    """A clause between dashes, unless it stands between them already."""
    return said if said.startswith(_DASH) else f"{_DASH} {said} {_DASH}"


def _see_through(rule: Rule) -> Rule:
    """The rule itself, or what a named condition without a phrase stands for."""
    while isinstance(rule, Use) and rule.phrase == NO_TEXT:
        rule = rule.parts[0]
    return rule


class _Parts(NamedTuple):
    """The fields of a node that only combines others."""

    parts: tuple[Rule, ...]


class _Several(Node, _Parts):
    """What `all` and `any` share: a list of parts."""

    __slots__ = ()
    family = Family.LOGIC
    is_compound = True
    operator: ClassVar[str]
    other: ClassVar[str]
    """The operator that a mutation puts in its place."""

    @classmethod
    def read(cls, operand: Any, path: ValuePath, facts: Fact, reader: NodeReader) -> Self | None:
        """Read the parts."""
        parts = reader.read_parts(operand, path, facts)
        return cls(parts) if parts else None

    def flatten(self) -> Iterator[Rule]:
        """Yield its parts; of a part of the same kind, the parts of that."""
        for part in self.parts:
            inner = _see_through(part)
            if isinstance(inner, All | AnyOf) and inner.operator == self.operator:
                yield from inner.flatten()
            else:
                yield inner

    @classmethod
    def mutations(
        cls, operand: list[RuleTree], at: ValuePath, mutate: Mutate
    ) -> Iterator[Mutation]:
        """Yield the other of the two, then the mutations and the omission of each part."""
        if len(operand) > 1:
            yield Mutation(at, cls.operator, cls.other, {cls.other: operand})
        yield from mutate_parts(
            operand, (*at, cls.operator), mutate, lambda changed: {cls.operator: changed}
        )


class All(_Several):
    """`all: [..]`: every part holds."""

    __slots__ = ()
    operator = "all"
    meaning = _("Every part must hold.")
    schema: ClassVar[JsonSchema] = PARTS_SCHEMA
    other = "any"
    heading = _("all of these apply:")

    def evaluate(self, scope: Scope) -> Trace:
        """Evaluate Kleene's conjunction."""
        parts = tuple([part.evaluate(scope) for part in self.parts])
        return make_trace((self, evaluate_every([part[1] for part in parts]), (None, None), parts))

    def ways(self, *, holds: bool, parts: int) -> tuple[Way, ...]:  # noqa: ARG002 - a node's signature
        """True by every part, false by one."""
        return (Way(Extent.EVERY if holds else Extent.SOME, holds),)

    def render(self, language: Language) -> str:
        """Render the parts, joined by "and"."""
        return _join(list(self.flatten()), _AND, language)


class AnyOf(_Several):
    """`any: [..]`: at least one part holds."""

    __slots__ = ()
    operator = "any"
    meaning = _("At least one part must hold.")
    schema: ClassVar[JsonSchema] = PARTS_SCHEMA
    other = "all"
    heading = _("at least one of these applies:")

    def evaluate(self, scope: Scope) -> Trace:
        """Evaluate Kleene's disjunction."""
        parts = tuple([part.evaluate(scope) for part in self.parts])
        return make_trace((self, evaluate_some([part[1] for part in parts]), (None, None), parts))

    def ways(self, *, holds: bool, parts: int) -> tuple[Way, ...]:  # noqa: ARG002 - a node's signature
        """True by one part, false by every."""
        return (Way(Extent.SOME if holds else Extent.EVERY, holds),)

    def render(self, language: Language) -> str:
        """Render the parts, joined by "or"."""
        parts = list(self.flatten())
        said = _join(parts, _OR, language)
        return said if len(parts) == 1 else _EITHER.render(language).format(clauses=said)


class Not(Node, _Parts):
    """`not: ..`: the one part does not hold."""

    __slots__ = ()
    family = Family.LOGIC
    operator = "not"
    meaning = _("The part must not hold.")
    schema: ClassVar[JsonSchema] = RULE_REFERENCE
    inverts = True
    heading = _("this does not apply:")

    @classmethod
    def read(cls, operand: Any, path: ValuePath, facts: Fact, reader: NodeReader) -> Self | None:
        """Read the part."""
        part = reader.read_node(operand, path, facts)
        return cls((part,)) if part else None

    @classmethod
    def mutations(cls, operand: RuleTree, at: ValuePath, mutate: Mutate) -> Iterator[Mutation]:
        """Yield the part alone, then its mutations."""
        yield Mutation(at, cls.operator, LEFT_OUT, operand)
        yield from mutate_inside(
            operand, (*at, cls.operator), mutate, lambda changed: {cls.operator: changed}
        )

    def evaluate(self, scope: Scope) -> Trace:
        """Evaluate the negation; undetermined stays."""
        part = self.parts[0].evaluate(scope)
        return make_trace((self, negate(part.value), (None, None), (part,)))

    def ways(self, *, holds: bool, parts: int) -> tuple[Way, ...]:  # noqa: ARG002 - a node's signature
        """The part must have the other value."""
        return (Way(Extent.EVERY, not holds),)

    def render(self, language: Language) -> str:
        """Render that the part does not hold."""
        said = _render_inside(self.parts[0], language)
        return _NOT_SO.render(language).format(clause=said)


class _CountOfParts(NamedTuple):
    """The fields of `at_least`."""

    parts: tuple[Rule, ...]
    number: int


class AtLeast(Node, _CountOfParts):
    """`at_least: {count, of: [..]}`: that many parts hold."""

    __slots__ = ()
    family = Family.LOGIC
    operator = "at_least"
    meaning = _("So many of the parts must hold.")
    schema: ClassVar[JsonSchema] = group_schema({"count": COUNT_SCHEMA, "of": PARTS_SCHEMA})
    is_compound = True
    is_measured = True

    @classmethod
    def read(cls, operand: Any, path: ValuePath, facts: Fact, reader: NodeReader) -> Self | None:
        """Read the parts and their number."""
        if not reader.has_keys(operand, path, {"count", "of"}):
            return None
        parts = reader.read_parts(operand["of"], (*path, "of"), facts)
        count = operand["count"]
        if type(count) is not int or count < 0:
            wanted = _("a whole number, zero or more")
            return reader.report((*path, "count"), "rule-value", operator="count", wanted=wanted)
        return cls(parts, count) if parts else None

    @classmethod
    def mutations(
        cls, operand: dict[str, Any], at: ValuePath, mutate: Mutate
    ) -> Iterator[Mutation]:
        """Yield the numbers beside the one given, then the mutations and omission of each part."""
        inside, count = (*at, cls.operator), operand["count"]
        for other in (count - 1, count + 1):
            changed = {cls.operator: {**operand, "count": other}}
            yield Mutation((*inside, "count"), str(count), str(other), changed)
        yield from mutate_parts(
            operand["of"],
            (*inside, "of"),
            mutate,
            lambda parts: {cls.operator: {**operand, "of": parts}},
        )

    @property
    def expected(self) -> int:
        """The number of parts that must hold."""
        return self.number

    @property
    def heading(self) -> Text:
        """How many of the parts must hold."""
        return _("at least {count} of these apply:").fill(count=self.number)

    def evaluate(self, scope: Scope) -> Trace:
        """Evaluate: true if that many are true, false if that many no longer can be."""
        parts = tuple([part.evaluate(scope) for part in self.parts])
        true = count_true([part[1] for part in parts])
        value = Bound(at_least=self.number).compare(true)
        return make_trace((self, value, (None, None), parts))

    def measure(self, trace: Trace) -> NumberRange | None:
        """How many parts hold."""
        return count_true([part[1] for part in trace.parts])

    def describe_number(self, number: NumberRange, total: int) -> Text:  # noqa: ARG002 - a node's signature
        """How many parts hold, against how many must."""
        return describe_count(number, Bound(at_least=self.number))

    def ways(self, *, holds: bool, parts: int) -> tuple[Way, ...]:
        """True by that many parts, false by so many that the others are too few."""
        return (Way(self.number if holds else parts - self.number + 1, holds),)

    def render(self, language: Language) -> str:
        """Render how many of the parts must hold."""
        return self._render(_SO_MANY, language)

    def render_inside(self, language: Language) -> str:
        """Render it as a part of another rule: dashes show where it ends."""
        return self._render(_SO_MANY_INSIDE, language)

    def _render(self, form: Text, language: Language) -> str:
        clauses = "; ".join(self._render_part(part, language) for part in self.parts)
        clauses = _set_off(clauses) if form is _SO_MANY_INSIDE else clauses
        return form.render(language).format(count=self.number, clauses=clauses)

    @staticmethod
    def _render_part(part: Rule, language: Language) -> str:
        said = _render_inside(part, language)
        several = isinstance(_see_through(part), All | AnyOf)
        return _set_off(said) if several else said


class _Condition(NamedTuple):
    """The fields of `use`: the condition, its name, and the model's phrase for it."""

    parts: tuple[Rule, ...]
    condition: str
    phrase: Text = NO_TEXT


class Use(Node, _Condition):
    """`use: name`: a named condition of the model."""

    __slots__ = ()
    family = Family.LOGIC
    operator = "use"
    meaning = _("The name of a condition under `conditions` in model.yaml.")
    schema: ClassVar[JsonSchema] = PATH_SCHEMA

    @classmethod
    def read(cls, operand: Any, path: ValuePath, facts: Fact, reader: NodeReader) -> Self | None:
        """Read the condition, with the facts in scope here."""
        if not isinstance(operand, str):
            return reader.report(path, "rule-no-name")
        part = reader.read_used_condition(operand, path, facts)
        return cls((part,), operand, reader.find_phrase(operand)) if part else None

    @classmethod
    def mutations(cls, operand: str, at: ValuePath, mutate: Mutate) -> Iterator[Mutation]:  # noqa: ARG003 - an operator's signature
        """Yield the negation; the condition itself is mutated where it is defined."""
        tree, said = {cls.operator: operand}, f"{cls.operator} {operand}"
        yield Mutation(at, said, f"not {said}", {Not.operator: tree})

    @property
    def name(self) -> str:
        """The condition's name."""
        return self.condition

    @property
    def asked(self) -> Text:
        """The model's phrase for the condition."""
        return self.phrase

    @property
    def is_compound(self) -> bool:
        """Whether the condition is, where it has no phrase."""
        return self.phrase == NO_TEXT and self.parts[0].is_compound

    def evaluate(self, scope: Scope) -> Trace:
        """Evaluate the condition."""
        part = self.parts[0].evaluate(scope)
        return make_trace((self, part.value, (None, None), (part,)))

    def ways(self, *, holds: bool, parts: int) -> tuple[Way, ...]:  # noqa: ARG002 - a node's signature
        """The condition must have the value."""
        return (Way(Extent.EVERY, holds),)

    def render(self, language: Language) -> str:
        """Render the phrase, or else the condition itself."""
        return self.phrase.render(language) or self.parts[0].render(language)


LOGIC_OPERATORS: tuple[NodeOperator, ...] = (All, AnyOf, Not, Use, AtLeast)
"""The operators on other rules, in the order in which they are suggested."""
