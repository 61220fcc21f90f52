"""What a rule found, node by node: the one source of every explanation, plan and report."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, Final, NamedTuple, Protocol

from os2governance.i18n.text import Language, Text


class MissingType:
    """The type of MISSING, which is its only value."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Represent it legibly in a test's failure."""
        return "MISSING"


MISSING: Final = MissingType()
"""The value of an undeclared fact; an explicit null is None."""


class Question(Protocol):
    """The rule node that a trace answers."""

    @property
    def operator(self) -> str:
        """Its operator in criteria files, such as `all` or `within`."""

    @property
    def subject(self) -> str:
        """The fact path, list path or condition name that it reads; else empty."""

    @property
    def expected(self) -> Any:
        """The operand beside the operator in the criteria file, where that is a plain value."""

    @property
    def title(self) -> Text:
        """The title of the fact, list or condition that it reads; else empty."""

    @property
    def values(self) -> Mapping[str, Text]:
        """The titles of the fact's possible values, where the vocabulary has them."""

    def render(self, language: Language) -> str:
        """Render the node as a clause that can follow "when"."""


class Trace(NamedTuple):
    """The answer of one node: true, false, or None for undetermined.

    `declared` is what the declaration has: `found`, the value, None where it is declared absent,
    MISSING where it is not
    declared; `position` is its line and column from 1, or those of the nearest existing parent.
    The parts are the answers of the child nodes; of a quantifier, one for each element.
    """

    question: Question
    value: bool | None
    declared: tuple[Any, tuple[int, int] | None] = (None, None)
    parts: tuple["Trace", ...] = ()

    @property
    def found(self) -> Any:
        """The value in the declaration; MISSING where it is not declared."""
        return self.declared[0]

    @property
    def position(self) -> tuple[int, int] | None:
        """Its line and column from 1, or those of the nearest thing above it."""
        return self.declared[1]

    def leaves(self) -> Iterator["Trace"]:
        """Yield the traces without parts, in the order of the rule."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


TraceFields = tuple[Question, bool | None, tuple[Any, tuple[int, int] | None], tuple[Trace, ...]]

# A named tuple's own constructor is three times as slow, and traces are created by the hundred.
make_trace: Callable[[TraceFields], Trace] = partial(tuple.__new__, Trace)
"""Make a trace of its fields, given as one tuple."""
