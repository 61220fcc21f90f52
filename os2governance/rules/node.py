"""What the nodes of a rule have in common: the facts they read, and their operations."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Protocol, runtime_checkable

from os2governance.i18n.text import Language, Text
from os2governance.rules.trace import MISSING, Question, Trace

FactPath = tuple[str, ...]

NO_VALUES: Mapping[str, Text] = MappingProxyType({})
"""The titles of values, for a node that does not read a single fact."""


class Scope:
    """The facts that a rule reads, their positions, and the assessment date.

    For the rule of a criterion, that is all facts of a declaration; for the condition of a
    quantifier, one element of its list.
    """

    __slots__ = ("as_of", "positions", "start", "values")

    def __init__(self, values: Any, spots: Any, as_of: date, mark: Any = None) -> None:
        """Wrap plain values, the positions inside them, and the position where they begin."""
        self.values = values
        self.positions = spots
        self.as_of = as_of
        self.start = mark

    def find(self, path: FactPath) -> tuple[Any, tuple[int, int] | None]:
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
        return value, None if mark is None else (mark.line + 1, mark.column + 1)

    def elements(self, values: list[Any], path: FactPath) -> list["Scope"]:
        """A scope for each element of the list that was found at `path`."""
        spots = self.positions
        for step in path:
            spots = None if spots is None else spots[step][2]
        if spots is None:
            return [Scope(value, None, self.as_of) for value in values]
        return [
            Scope(value, below, self.as_of, mark)
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
