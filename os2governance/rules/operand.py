"""The data that every operator on one fact has."""

from datetime import date
from typing import Any, NamedTuple


class _Operand(NamedTuple):
    expected: Any
    compiled: Any = None


class Operand(_Operand):
    """What stands beside an operator in the criteria file, and what became of it on reading."""

    __slots__ = ()

    @property
    def if_absent(self) -> bool:
        """What holds of a fact that is declared absent: nothing, unless absence is asked for."""
        return False

    def turns(self, value: Any) -> tuple[date, ...]:  # noqa: ARG002 - an operator's signature
        """Give the days from which it may hold of a value otherwise than the day before."""
        return ()
