"""The fields that every operator on one fact has."""

from datetime import date
from typing import Any, NamedTuple


class Operand(NamedTuple):
    """The operand of an operator in the criteria file, and its compiled form."""

    expected: Any
    compiled: Any = None

    @property
    def if_absent(self) -> bool:
        """The result for a fact that is declared absent: false, unless absence is expected."""
        return False

    def find_turning_dates(self, value: Any) -> tuple[date, ...]:  # noqa: ARG002 - an operator's signature
        """The days on which the result for a value may change: none."""
        return ()
