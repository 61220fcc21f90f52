"""Operators on texts: length, pattern and kind; the length of a list is one too."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from os2governance.i18n.text import Language, Text, _
from os2governance.rules import licences
from os2governance.rules.bounds import Bound, describe_count
from os2governance.rules.mutations import shift_bound
from os2governance.rules.operator import Operand, OperandProblem, check_fact_type
from os2governance.rules.patterns import compile_pattern
from os2governance.rules.trace import NumberRange
from os2governance.rules.vocabulary import Fact

NODES_PER_PATTERN = 200
"""The nodes that a pattern counts as: it takes as long to compile, or to match a long text."""


class LengthAtLeast(Operand):
    """`length_at_least: n`: a list of that many elements, a text of that many characters."""

    __slots__ = ()
    word = "length_at_least"

    @classmethod
    def read(cls, operand: Any, fact: Fact) -> "LengthAtLeast | OperandProblem":
        """Read a whole number; the fact must be a list or a text."""
        if type(operand) is not int or operand < 0:
            wanted = _("a whole number, zero or more")
            return OperandProblem("rule-value", operator=cls.word, wanted=wanted)
        return check_fact_type(fact, cls.word, {"array", "string"}) or cls(operand)

    @classmethod
    def list_other_operands(cls, operand: int) -> Iterator[int]:
        """The lengths beside it."""
        return shift_bound(operand)

    def holds(self, value: Any, as_of: date, latest: date | None = None) -> bool:  # noqa: ARG002 - an operator's signature
        """Whether the length is sufficient."""
        return isinstance(value, str | list) and len(value) >= self.expected

    def measure(self, value: Any) -> NumberRange | None:
        """The length."""
        return NumberRange(len(value), len(value)) if isinstance(value, str | list) else None

    def describe_number(self, number: NumberRange) -> Text:
        """The length against the minimum."""
        return describe_count(number, Bound(at_least=self.expected))

    def render(self, fact: Fact, language: Language) -> str:
        """Render the minimum length."""
        title = fact.render_label(language)
        if fact.kinds == {"string"}:
            return {
                "da": f"{title} fylder mindst {self.expected} tegn",
                "en": f"{title} is at least {self.expected} characters long",
            }[language]
        return {
            "da": f"der er mindst {self.expected} under {title}",
            "en": f"there are at least {self.expected} under {title}",
        }[language]


class Matches(Operand):
    """`matches: regex`: the whole text, in RE2 syntax and linear time."""

    __slots__ = ()
    word = "matches"
    weight = NODES_PER_PATTERN

    @classmethod
    def read(cls, operand: Any, fact: Fact) -> "Matches | OperandProblem":
        """Compile the pattern; the fact must be a text."""
        if not isinstance(operand, str):
            wanted = _("a pattern in RE2 syntax")
            return OperandProblem("rule-value", operator=cls.word, wanted=wanted)
        pattern, problem = compile_pattern(operand)
        if pattern is None:
            return OperandProblem("rule-pattern", pattern=operand, problem=problem)
        return check_fact_type(fact, cls.word, {"string"}) or cls(operand, pattern)

    def holds(self, value: Any, as_of: date, latest: date | None = None) -> bool:  # noqa: ARG002 - an operator's signature
        """Whether the whole text matches."""
        return isinstance(value, str) and self.compiled.fullmatch(value) is not None

    def render(self, fact: Fact, language: Language) -> str:
        """Render the pattern."""
        title = fact.render_label(language)
        return {
            "da": f"{title} har formen {self.expected}",
            "en": f"{title} has the form {self.expected}",
        }[language]


def is_url(value: str) -> bool:
    """Whether it is a complete web address: http or https, a host, no blanks."""
    if " " in value or not value.isprintable():
        return False
    try:
        parts = urlsplit(value)
        host = parts.hostname
        _ = parts.port  # raises where the port is not a number
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(host) and ".." not in str(host)


_TESTS = {"url": is_url, "spdx": licences.is_spdx, "osi_licence": licences.is_osi_approved}
_TEST_WORDS = {
    "url": _("a web address"),
    "spdx": _("a valid licence expression (SPDX)"),
    "osi_licence": _("an OSI-approved licence"),
}


class Is(Operand):
    """`is: url`, `is: spdx`, `is: osi_licence`."""

    __slots__ = ()
    word = "is"

    @classmethod
    def read(cls, operand: Any, fact: Fact) -> "Is | OperandProblem":
        """Read one of the three names; the fact must be a text."""
        if not isinstance(operand, str) or operand not in _TESTS:
            names = " / ".join(_TESTS)
            return OperandProblem("rule-value", operator=cls.word, wanted=Text(names, names))
        return check_fact_type(fact, cls.word, {"string"}) or cls(operand)

    def holds(self, value: Any, as_of: date, latest: date | None = None) -> bool:  # noqa: ARG002 - an operator's signature
        """Whether the text passes the test."""
        return isinstance(value, str) and _TESTS[self.expected](value)

    def render(self, fact: Fact, language: Language) -> str:
        """Render what the text must be."""
        is_ = "er" if language == "da" else "is"
        return f"{fact.render_label(language)} {is_} {_TEST_WORDS[self.expected].render(language)}"


TEXT_OPERATORS: tuple[type[Operand], ...] = (LengthAtLeast, Matches, Is)
"""The operators on texts, in the order in which they are suggested."""
