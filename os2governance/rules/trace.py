"""What a rule found, node by node: the one source of every explanation, plan and report."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import partial
from typing import Any, Final, NamedTuple, Protocol

from os2governance.i18n.text import NO_TEXT, Language, Text


class MissingType:
    """The type of MISSING, which is its only value."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Represent it legibly in a test's failure."""
        return "MISSING"


MISSING: Final = MissingType()
"""The value of an undeclared fact; an explicit null is None."""


class StatingFile(NamedTuple):
    """The file that facts are stated in, and the date that it states them on."""

    file: str
    on: date


class SourcedMark(NamedTuple):
    """The mark of a value (line and column from 0) in a file of its own."""

    line: int
    column: int
    source: StatingFile


class FactPosition(NamedTuple):
    """Where a fact is stated: line and column from 1, and the file, where that is known."""

    line: int
    column: int
    source: StatingFile | None = None


class NumberRange(NamedTuple):
    """A number as far as it is known: the lowest and the highest that it can be."""

    low: float
    high: float


class Family(Enum):
    """What the parts of a node are about."""

    LOGIC = "other rules about the same facts"
    FACT = "one fact: there are no parts"
    LIST = "the elements of a list"


class Extent(Enum):
    """How many parts of a node have to change."""

    EVERY = "each of them"
    SOME = "one of them"
    WHOLE = "none alone: the fact or list is changed as a whole"


class Way(NamedTuple):
    """A way to give a node the value that is wanted: so many of its parts must have `value`."""

    extent: Extent | int
    value: bool


class Question(Protocol):
    """The rule node that a trace answers."""

    @property
    def family(self) -> Family:
        """What its parts are about."""

    @property
    def operator(self) -> str:
        """Its operator in criteria files, such as `all` or `within`."""

    @property
    def subject(self) -> str:
        """The path of the fact or list that it reads; else empty."""

    @property
    def name(self) -> str:
        """The name of the condition that it stands for; else empty."""

    @property
    def expected(self) -> Any:
        """The operand beside the operator in the criteria file, where that is a plain value."""

    @property
    def title(self) -> Text:
        """The title of the fact, list or condition that it reads; else empty."""

    @property
    def values(self) -> Mapping[str, Text]:
        """The titles of the fact's possible values, where the vocabulary has them."""

    @property
    def is_date(self) -> bool:
        """Whether it reads a date."""

    @property
    def asked(self) -> Text:
        """The model's phrase for it; empty where its clause is assembled."""

    @property
    def is_bounded(self) -> bool:
        """Whether it asks for so much, so many or so late: more than a question tells."""

    @property
    def asks_for_link(self) -> bool:
        """Whether it asks for a web address."""

    @property
    def heading(self) -> Text:
        """What is said above its parts; empty where they speak for themselves."""

    @property
    def inverts(self) -> bool:
        """Whether a part that is true counts against it."""

    @property
    def selects(self) -> bool:
        """Whether its parts only tell which elements of a list count."""

    @property
    def is_measured(self) -> bool:
        """Whether its answer comes from a number: a count, a sum, a length."""

    def ways(self, *, holds: bool, parts: int) -> tuple[Way, ...]:
        """The ways to make it true, or false, where it has so many parts."""

    def find_turning_dates(
        self, found: Any, position: FactPosition | None = None
    ) -> tuple[date, ...]:
        """The days on which its answer on a declared value changes by itself."""

    def measure(self, trace: "Trace") -> NumberRange | None:
        """The number that its answer came to, where it counts or adds up."""

    def describe_number(self, number: NumberRange, total: int) -> Text:
        """The number that it came to, against what it takes; `total` are the elements or parts."""

    def render(self, language: Language) -> str:
        """Render the node as a clause that can follow "when"."""


class Trace(NamedTuple):
    """The answer of one node: true, false, or None for undetermined.

    `declared` is what the product's files have: `found`, the value, None where it is declared
    absent, MISSING where it is not declared; `position` is its line, column and file, or those of
    the nearest existing parent. The parts are the answers of the child nodes; of a quantifier, one
    for each element.
    """

    question: Question
    value: bool | None
    declared: tuple[Any, FactPosition | None] = (None, None)
    parts: tuple["Trace", ...] = ()

    @property
    def found(self) -> Any:
        """The value in the declaration; MISSING where it is not declared."""
        return self.declared[0]

    @property
    def position(self) -> FactPosition | None:
        """Where it is stated, or the nearest thing above it."""
        return self.declared[1]

    @property
    def number(self) -> NumberRange | None:
        """What a count or a sum came to; None where it is neither, or its list is not declared."""
        return self.question.measure(self)

    @property
    def number_said(self) -> Text:
        """That number in words, against what it takes; empty where there is none."""
        number = self.number
        if number is None:
            return NO_TEXT
        total = len(self.found) if isinstance(self.found, list) else len(self.parts)
        return self.question.describe_number(number, total)

    def find_turning_dates(self) -> tuple[date, ...]:
        """The days on which its value changes by itself, as long as nothing is declared anew."""
        return self.question.find_turning_dates(*self.declared)

    def list_parts(self, prefix: str = "") -> list[tuple["Trace", str]]:
        """Its parts, each with the prefix of the paths that it reads, such as `users[2].`."""
        if self.question.family is not Family.LIST:
            return [(part, prefix) for part in self.parts]
        path = f"{prefix}{self.question.subject}"
        return [(part, f"{path}[{number}].") for number, part in enumerate(self.parts)]

    def leaves(self) -> Iterator["Trace"]:
        """Yield the traces without parts, in the order of the rule."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


def choose_telling(outer: Trace, inner: Trace) -> Trace:
    """Of two nested nodes the one whose sentence stands for both: a phrase, or a negation."""
    asked = outer.question
    return outer if asked.inverts or asked.asked != NO_TEXT else inner


TraceFields = tuple[Question, bool | None, tuple[Any, FactPosition | None], tuple[Trace, ...]]

# A named tuple's own constructor is three times as slow, and traces are created by the hundred.
make_trace: Callable[[TraceFields], Trace] = partial(tuple.__new__, Trace)
"""Make a trace of its fields, given as one tuple."""

make_position: Callable[[tuple[int, int, StatingFile | None]], FactPosition] = partial(
    tuple.__new__, FactPosition
)
"""Make a position of its fields, given as one tuple."""
