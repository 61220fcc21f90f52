"""What the nodes of a rule have in common: the facts they read, and their operations."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Protocol, runtime_checkable

from os2governance.i18n.text import NO_TEXT, Language, Text
from os2governance.rules.trace import (
    MISSING,
    Extent,
    FactPosition,
    Family,
    NumberRange,
    Question,
    SourcedMark,
    StatingFile,
    Trace,
    Way,
    make_position,
)

FactPath = tuple[str, ...]
RuleTree = Any
"""A rule as written in a criteria file."""


class Scope:
    """The facts that a rule reads, their positions, and the assessment date.

    For the rule of a criterion, that is all facts of a product; for the condition of a
    quantifier, one element of its list. `source` is the file of every position that does not name
    another itself (a `SourcedMark`).
    """

    __slots__ = ("as_of", "positions", "source", "start", "values")

    def __init__(
        self,
        values: Any,
        spots: Any,
        as_of: date,
        mark: Any = None,
        source: StatingFile | None = None,
    ) -> None:
        """Wrap plain values, the positions inside them, and the position where they begin."""
        self.values = values
        self.positions = spots
        self.as_of = as_of
        self.start = mark
        self.source = source

    def find(self, path: FactPath) -> tuple[Any, FactPosition | None]:
        """Find the value at `path` and its position (formats.md "Rules").

        MISSING where a key on the way is not declared; None where it, or anything on the way, is
        declared absent. The position is then that of the nearest existing parent.
        """
        value, spots, mark = self.values, self.positions, self.start
        for step in path:
            if type(value) is not dict:
                value = None if value is None or value is False else MISSING
                break
            if step not in value:
                value = MISSING
                break
            value = value[step]
            if spots is not None:
                _, mark, spots = spots[step]
        if mark is None:
            return value, None
        source = mark.source if type(mark) is SourcedMark else self.source
        return value, make_position((mark.line + 1, mark.column + 1, source))

    def elements(self, values: list[Any], path: FactPath) -> list["Scope"]:
        """A scope for each element of the list that was found at `path`."""
        spots = self.positions
        for step in path:
            spots = None if spots is None else spots[step][2]
        if spots is None:
            return [Scope(value, None, self.as_of, None, self.source) for value in values]
        return [
            Scope(value, below, self.as_of, mark, self.source)
            for value, (_, mark, below) in zip(values, spots, strict=True)
        ]


@runtime_checkable
class Rule(Question, Protocol):
    """A node of a rule, which can be evaluated and rendered."""

    @property
    def parts(self) -> "tuple[Rule, ...]":
        """Its child nodes."""

    def evaluate(self, scope: Scope) -> Trace:
        """Evaluate to true, false or undetermined, with the trace of everything read."""

    def render(self, language: Language) -> str:
        """Render the node as a clause that can follow "when"."""

    @property
    def is_compound(self) -> bool:
        """Whether its clause is put in parentheses where it is part of another."""

    def list_paths(self) -> tuple[str, ...]:
        """The paths that it reads itself; `[].` leads into the elements of a list."""


class ComparedByClass:
    """Tuples that are equal where their classes are too: `some` is not `every`."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Whether it is of the same class, with the same fields."""
        return type(self) is type(other) and super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        """Whether it is not equal; a tuple's own would compare the fields alone."""
        return not self == other

    def __hash__(self) -> int:
        """Hash the fields."""
        return super().__hash__()


class Node(ComparedByClass):
    """What a node is unless its class says otherwise."""

    __slots__ = ()

    @property
    def subject(self) -> str:
        """Empty: it reads no fact or list itself."""
        return ""

    @property
    def name(self) -> str:
        """Empty: it stands for no condition."""
        return ""

    @property
    def title(self) -> Text:
        """Empty: it reads no fact or list itself."""
        return NO_TEXT

    @property
    def expected(self) -> Any:
        """None: there is no operand but its parts."""
        return None

    @property
    def values(self) -> Mapping[str, Text]:
        """None: it reads no single fact."""
        return _NO_VALUES

    @property
    def is_date(self) -> bool:
        """False: it reads no single fact."""
        return False

    @property
    def asked(self) -> Text:
        """Empty: the model has no phrase for it."""
        return NO_TEXT

    @property
    def is_bounded(self) -> bool:
        """False: it has no bound."""
        return False

    @property
    def asks_for_link(self) -> bool:
        """False: it reads no single fact."""
        return False

    @property
    def heading(self) -> Text:
        """Empty: its parts speak for themselves."""
        return NO_TEXT

    @property
    def inverts(self) -> bool:
        """False: a part that is true counts for it."""
        return False

    @property
    def selects(self) -> bool:
        """False: its parts are what it is about."""
        return False

    @property
    def is_compound(self) -> bool:
        """False: its clause is clear inside another."""
        return False

    @property
    def is_measured(self) -> bool:
        """False: it counts nothing."""
        return False

    def list_paths(self) -> tuple[str, ...]:
        """The path of its fact or list, if it reads one."""
        return (self.subject,) if self.subject else ()

    def ways(self, *, holds: bool, parts: int) -> tuple[Way, ...]:  # noqa: ARG002 - a node's signature
        """As a whole: no part alone decides."""
        return (Way(Extent.WHOLE, holds),)

    def find_turning_dates(
        self,
        found: Any,  # noqa: ARG002 - a node's signature
        position: FactPosition | None = None,  # noqa: ARG002
    ) -> tuple[date, ...]:
        """The days on which its answer changes by itself: none."""
        return ()

    def measure(self, trace: Trace) -> NumberRange | None:  # noqa: ARG002 - a node's signature
        """The number that its answer came to: none, since it counts nothing."""
        return None

    def describe_number(self, number: NumberRange, total: int) -> Text:  # noqa: ARG002 - a node's signature
        """What it came to: nothing, since it counts nothing."""
        return NO_TEXT


_NO_VALUES: Mapping[str, Text] = MappingProxyType({})


def extend_prefix(rule: Rule, prefix: str) -> str:
    """The prefix of the paths that a rule's parts read; `[].` leads into a list's elements."""
    return f"{prefix}{rule.subject}[]." if rule.family is Family.LIST else prefix
