"""Kleene's three values, and the nodes that combine others: all, any, not, at_least, use."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar, NamedTuple, Self

from os2governance.documents.yaml_reader import ValuePath
from os2governance.i18n.text import Language, Text, _
from os2governance.rules.bounds import Bound, describe_count
from os2governance.rules.mutations import (
    LEFT_OUT,
    Mutate,
    Mutation,
    mutate_inside,
    mutate_parts,
)
from os2governance.rules.node import Node, Rule, RuleTree, Scope
from os2governance.rules.reading import NodeReader
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


def _inside(rule: Rule, language: Language) -> str:
    """Render a part, in parentheses where a longer clause would split it."""
    said = rule.render(language)
    return f"({said})" if rule.is_compound else said


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
        word = {"da": ", og ", "en": ", and "}[language]
        return word.join(_inside(part, language) for part in self.parts)


class AnyOf(_Several):
    """`any: [..]`: at least one part holds."""

    __slots__ = ()
    operator = "any"
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
        first, word = {"da": ("enten ", ", eller "), "en": ("either ", ", or ")}[language]
        said = [_inside(part, language) for part in self.parts]
        return said[0] if len(said) == 1 else first + word.join(said)


class Not(Node, _Parts):
    """`not: ..`: the one part does not hold."""

    __slots__ = ()
    family = Family.LOGIC
    operator = "not"
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
        said = self.parts[0].render(language)
        return {"da": f"det ikke er sådan, at {said}", "en": f"it is not so that {said}"}[language]


class _CountOfParts(NamedTuple):
    """The fields of `at_least`."""

    parts: tuple[Rule, ...]
    number: int


class AtLeast(Node, _CountOfParts):
    """`at_least: {count, of: [..]}`: that many parts hold."""

    __slots__ = ()
    family = Family.LOGIC
    operator = "at_least"
    is_compound = True

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
        said = "; ".join(_inside(part, language) for part in self.parts)
        return {
            "da": f"mindst {self.expected} af disse ting gælder: {said}",
            "en": f"at least {self.expected} of these apply: {said}",
        }[language]


class _Condition(NamedTuple):
    """The fields of `use`: the condition, and its name."""

    parts: tuple[Rule, ...]
    condition: str


class Use(Node, _Condition):
    """`use: name`: a named condition of the model."""

    __slots__ = ()
    family = Family.LOGIC
    operator = "use"

    @classmethod
    def read(cls, operand: Any, path: ValuePath, facts: Fact, reader: NodeReader) -> Self | None:
        """Read the condition, with the facts in scope here."""
        if not isinstance(operand, str):
            return reader.report(path, "rule-no-name")
        part = reader.read_used_condition(operand, path, facts)
        return cls((part,), operand) if part else None

    @classmethod
    def mutations(cls, operand: str, at: ValuePath, mutate: Mutate) -> Iterator[Mutation]:  # noqa: ARG003 - an operator's signature
        """Yield the negation; the condition itself is mutated where it is defined."""
        tree, said = {cls.operator: operand}, f"{cls.operator} {operand}"
        yield Mutation(at, said, f"not {said}", {Not.operator: tree})

    @property
    def name(self) -> str:
        """The condition's name."""
        return self.condition

    def evaluate(self, scope: Scope) -> Trace:
        """Evaluate the condition."""
        part = self.parts[0].evaluate(scope)
        return make_trace((self, part.value, (None, None), (part,)))

    def ways(self, *, holds: bool, parts: int) -> tuple[Way, ...]:  # noqa: ARG002 - a node's signature
        """The condition must have the value."""
        return (Way(Extent.EVERY, holds),)

    def render(self, language: Language) -> str:
        """Render the condition itself."""
        return _inside(self.parts[0], language)


LOGIC_OPERATORS = (All, AnyOf, Not, Use, AtLeast)
"""The operators on other rules, in the order in which they are suggested."""
