"""What a rule found, node by node: the one source of every explanation, plan and report."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, Final, NamedTuple, Protocol

from os2governance.i18n.text import Language, Text


class Missing:
    """The type of MISSING, of which there is one."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Read well in a test's failure."""
        return "MISSING"


MISSING: Final = Missing()
"""What is found where nothing was declared; an explicit null is found as None."""


class Question(Protocol):
    """The node of a rule that a trace answers."""

    @property
    def operator(self) -> str:
        """The word that stands for it in criteria files, such as `all` or `within`."""

    @property
    def subject(self) -> str:
        """The fact path, list path or condition name that it is about; else empty."""

    @property
    def expected(self) -> Any:
        """What stands beside the operator in the criteria file, where that is plain."""

    @property
    def title(self) -> Text:
        """The title of the fact, list or condition that it is about; else empty."""

    @property
    def values(self) -> Mapping[str, Text]:
        """The titles of the values that the fact may have, where the vocabulary names them."""

    def say(self, language: Language) -> str:
        """Say the node as a clause that fits after "when"."""


class Trace(NamedTuple):
    """The answer of one node: true, false, or None for undetermined.

    `found` is the value in the declaration, None where it is declared absent, MISSING where it
    is not declared; `at` its line and column from 1, or those of the nearest thing above it.
    The parts are the answers of the nodes below; below a quantifier, one for each element.
    """

    asked: Question
    value: bool | None
    found: Any = None
    at: tuple[int, int] | None = None
    parts: tuple["Trace", ...] = ()

    def leaves(self) -> Iterator["Trace"]:
        """Give the traces without parts, in the order of the rule."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


Fields = tuple[Question, bool | None, Any, tuple[int, int] | None, tuple[Trace, ...]]

# A named tuple's own constructor costs three times as much, and traces are made by the hundred.
traced: Callable[[Fields], Trace] = partial(tuple.__new__, Trace)
"""Make a trace of its five fields, given as one tuple."""
