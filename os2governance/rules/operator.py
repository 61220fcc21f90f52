"""Operators on one fact: what they have in common, and what can be wrong with an operand."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any, ClassVar, NamedTuple, Protocol

from os2governance.documents.yaml_reader import ValuePath
from os2governance.i18n.partial_dates import PartialDate
from os2governance.i18n.text import NO_TEXT, Language, Text, _, pgettext
from os2governance.rules.mutations import Mutation, shorten
from os2governance.rules.node import ComparedByClass, RuleTree
from os2governance.rules.rule_schema import JsonSchema
from os2governance.rules.trace import NumberRange
from os2governance.rules.vocabulary import Fact

_KIND_WORDS = {
    "object": _("a group of facts"),
    "array": _("a list"),
    "string": _("a text"),
    "number": _("a number"),
    "integer": _("a whole number"),
    "boolean": pgettext("in prose", "true or false"),
}
_DATE = _("a date")


class OperandProblem:
    """The code and arguments of a finding without its location."""

    __slots__ = ("arguments", "code")

    def __init__(self, code: str, **arguments: Any) -> None:
        """Store the code, and the arguments of its texts."""
        self.code = code
        self.arguments: dict[str, Any] = arguments


class _Compiled(NamedTuple):
    """An operand as written, and its compiled form."""

    expected: Any
    compiled: Any = None


class Operand(Protocol):
    """A condition on one fact: an operator, with its operand in the criteria file."""

    @property
    def word(self) -> str:
        """Its name in criteria files."""

    @property
    def expected(self) -> Any:
        """The operand as written."""

    @property
    def reads_dates(self) -> bool:
        """Whether it compares dates."""

    @property
    def is_bounded(self) -> bool:
        """Whether its operand is a bound."""

    @property
    def asks_for_link(self) -> bool:
        """Whether it asks for a web address."""

    @property
    def is_measured(self) -> bool:
        """Whether it counts something in the value."""

    @property
    def if_absent(self) -> bool:
        """The result for a fact that is declared absent."""

    def holds(self, value: Any, as_of: date, latest: date | None = None) -> bool | None:
        """Whether the condition holds for a declared value; total: every value has a result.

        `latest` is the last day that a partial date can mean; only operators on dates use it.
        """

    def list_turning_days(self, days: PartialDate) -> Iterable[date]:
        """The days on which the result for a date may change."""

    def measure(self, value: Any) -> NumberRange | None:
        """The number that a declared value comes to, where the condition counts."""

    def describe_number(self, number: NumberRange) -> Text:
        """That number against what it takes."""

    def is_said_by_phrase(self, fact: Fact) -> bool:
        """Whether the model's phrase for the fact says all that it asks."""

    def render(self, fact: Fact, language: Language) -> str:
        """Render the condition on the fact, as a clause of its own."""


class FactOperator(Protocol):
    """An operator that stands beside `fact`: a class that reads its own operand."""

    @property
    def word(self) -> str:
        """Its name in criteria files."""

    @property
    def meaning(self) -> Text:
        """What it asks of the fact, as an editor tells it."""

    @property
    def schema(self) -> JsonSchema:
        """The schema of its operand."""

    @property
    def weight(self) -> int:
        """The number of nodes that it counts as."""

    def read(self, operand: Any, fact: Fact) -> Operand | OperandProblem:
        """Read the operand; the fact must be of a type that the operator is for."""

    def mutations(self, tree: RuleTree, at: ValuePath) -> Iterator[Mutation]:
        """Yield the mutations of the operator beside `fact`."""


class UsualOperand(ComparedByClass, _Compiled):
    """What an operator is unless its class says otherwise.

    A class has its own `word`, `read`, `holds` and `render`; where it is entered among the
    operators of its module, mypy shows that none is missing.
    """

    __slots__ = ()
    word: ClassVar[str]
    """Its name in criteria files."""
    opposite: ClassVar[str] = ""
    """The operator that a mutation puts in its place; where there is none, it is negated."""
    weight: ClassVar[int] = 1
    """The number of nodes that it counts as."""
    reads_dates: ClassVar[bool] = False
    """Whether it compares dates."""
    is_bounded: ClassVar[bool] = False
    """Whether its operand is a bound."""

    @property
    def asks_for_link(self) -> bool:
        """False, unless it asks for a web address."""
        return False

    @property
    def is_measured(self) -> bool:
        """False, unless it counts something in the value."""
        return False

    @property
    def if_absent(self) -> bool:
        """The result for a fact that is declared absent: false, unless absence is expected."""
        return False

    def list_turning_days(self, days: PartialDate) -> Iterable[date]:  # noqa: ARG002 - an operator's signature
        """The days on which the result for a date may change: none."""
        return ()

    def measure(self, value: Any) -> NumberRange | None:  # noqa: ARG002 - an operator's signature
        """The number that a declared value comes to, where the condition counts: none."""
        return None

    def describe_number(self, number: NumberRange) -> Text:  # noqa: ARG002 - an operator's signature
        """That number against what it takes: nothing."""
        return NO_TEXT

    def is_said_by_phrase(self, fact: Fact) -> bool:  # noqa: ARG002 - an operator's signature
        """Whether the model's phrase for the fact says all that it asks."""
        return False

    @classmethod
    def list_other_operands(cls, operand: Any) -> Iterable[Any]:  # noqa: ARG003 - an operator's signature
        """Operands that an author might have meant instead: none."""
        return ()

    @classmethod
    def mutations(cls, tree: RuleTree, at: ValuePath) -> Iterator[Mutation]:
        """Yield the mutations of the operator beside `fact`."""
        operand = tree[cls.word]
        for other in cls.list_other_operands(operand):
            changed = {**tree, cls.word: other}
            yield Mutation((*at, cls.word), shorten(operand), shorten(other), changed)
        yield from cls.replacements(tree, at)

    @classmethod
    def replacements(cls, tree: RuleTree, at: ValuePath) -> Iterator[Mutation]:
        """Yield the mutation of the operator itself: its opposite, or its negation."""
        if cls.opposite:
            rest = {key: value for key, value in tree.items() if key != cls.word}
            changed = {**rest, cls.opposite: tree[cls.word]}
            yield Mutation((*at, cls.word), cls.word, cls.opposite, changed)
        else:
            yield Mutation(at, cls.word, f"not {cls.word}", {"not": tree})


def check_fact_type(
    fact: Fact, operator: str, kinds: AbstractSet[str], *, date: bool = False
) -> OperandProblem | None:
    """The problem, if a fact can never be of one of the types that an operator is for.

    With `date`, its text must be an ISO date.
    """
    if fact.open or (fact.kinds & kinds and (fact.is_date or not date)):
        return None
    wanted = _DATE if date else _either(kinds)
    is_a = _DATE if fact.is_date else _either(fact.kinds)
    return OperandProblem(
        "rule-type", operator=operator, fact=fact.path, wanted=wanted, actual=is_a
    )


def _either(kinds: AbstractSet[str]) -> Text:
    shown = sorted(kinds - ({"integer"} if "number" in kinds else set()))
    words = [_KIND_WORDS[kind] for kind in shown]
    return Text(" / ".join(w.da for w in words), " / ".join(w.en for w in words))
