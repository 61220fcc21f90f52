"""Operators on texts: length, pattern and kind; the length of a list is one too."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, ClassVar
from urllib.parse import urlsplit

from os2governance.i18n.text import Language, Text, _, format_number, ngettext
from os2governance.rules import licences
from os2governance.rules.bounds import Bound, describe_count
from os2governance.rules.mutations import shift_bound
from os2governance.rules.operator import (
    FactOperator,
    OperandProblem,
    UsualOperand,
    check_fact_type,
)
from os2governance.rules.patterns import compile_pattern
from os2governance.rules.rule_schema import COUNT_SCHEMA, JsonSchema
from os2governance.rules.trace import NumberRange
from os2governance.rules.vocabulary import Fact

NODES_PER_PATTERN = 200
"""The nodes that a pattern counts as: it takes as long to compile, or to match a long text."""


class LengthAtLeast(UsualOperand):
    """`length_at_least: n`: a list of that many elements, a text of that many characters."""

    __slots__ = ()
    word = "length_at_least"
    meaning = _("The list or text has at least this length.")
    schema: ClassVar[JsonSchema] = COUNT_SCHEMA
    is_bounded = True
    is_measured = True

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

    def is_said_by_phrase(self, fact: Fact) -> bool:  # noqa: ARG002 - an operator's signature
        """Where there must only be something."""
        return bool(self.expected == 1)

    def render(self, fact: Fact, language: Language) -> str:
        """Render the minimum length."""
        characters = ngettext(
            "{title} is at least {bound} character long",
            "{title} is at least {bound} characters long",
            self.expected,
        )
        said = characters if fact.kinds == {"string"} else _ELEMENTS
        bound = format_number(self.expected, language)
        return said.render(language).format(title=fact.render_label(language), bound=bound)


_ELEMENTS = _("{title}: at least {bound}")


class Matches(UsualOperand):
    """`matches: regex`: the whole text, in RE2 syntax and linear time."""

    __slots__ = ()
    word = "matches"
    meaning = _("The whole text has this form (RE2).")
    schema: ClassVar[JsonSchema] = {"type": "string", "format": "regex"}
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

    def is_said_by_phrase(self, fact: Fact) -> bool:  # noqa: ARG002 - an operator's signature
        """Always: a pattern is for no reader."""
        return True

    def render(self, fact: Fact, language: Language) -> str:
        """Render that there is a pattern, which itself is for no reader."""
        return _RIGHT_FORM.render(language).format(title=fact.render_label(language))


_RIGHT_FORM = _("{title} has the right form")


MAX_REMEMBERED_LENGTH = 200
"""Longer addresses are examined each time: what is remembered must stay small."""


def is_url(value: str) -> bool:
    """Whether it is a complete web address: http or https, a host, no blanks."""
    return _is_known_url(value) if len(value) <= MAX_REMEMBERED_LENGTH else _examine_url(value)


def _examine_url(value: str) -> bool:
    if " " in value or not value.isprintable():
        return False
    try:
        parts = urlsplit(value)
        host = parts.hostname
        _ = parts.port  # raises where the port is not a number
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(host) and ".." not in str(host)


# One address is read by several rules, and as evidence.
_is_known_url = lru_cache(maxsize=4096)(_examine_url)


_TESTS: Mapping[str, Callable[[str], bool]] = {
    "url": is_url,
    "spdx": licences.is_spdx,
    "osi_licence": licences.is_osi_approved,
}
_TEST_WORDS = {
    "url": _("a link"),
    "spdx": _("a valid licence expression (SPDX)"),
    "osi_licence": _("an OSI-approved licence"),
}


class Is(UsualOperand):
    """`is: url`, `is: spdx`, `is: osi_licence`."""

    __slots__ = ()
    word = "is"
    meaning = _("A web address, an SPDX expression, or a licence that OSI has approved.")
    schema: ClassVar[JsonSchema] = {"enum": list(_TESTS)}

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

    @property
    def asks_for_link(self) -> bool:
        """Whether it must be a web address."""
        return bool(self.expected == "url")

    def is_said_by_phrase(self, fact: Fact) -> bool:  # noqa: ARG002 - an operator's signature
        """Always: a fact has one kind."""
        return True

    def render(self, fact: Fact, language: Language) -> str:
        """Render what the text must be."""
        title, kind = fact.render_label(language), _TEST_WORDS[self.expected].render(language)
        return _IS_A.render(language).format(title=title, value=kind)


_IS_A = _("{title} is {value}")
TEXT_OPERATORS: tuple[FactOperator, ...] = (LengthAtLeast, Matches, Is)
"""The operators on texts, in the order in which they are suggested."""
