"""Problems of an operator in a criteria file, before their location is known."""

from collections.abc import Set as AbstractSet
from typing import Any

from os2governance.i18n.text import Text, _, pgettext
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
