"""The rule node for one fact, and its operators on values, numbers and texts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from urllib.parse import urlsplit

from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.text import Language, Text, _, as_text, format_alternatives, format_number
from os2governance.rules import licences
from os2governance.rules.node import FactPath, Scope
from os2governance.rules.operand import Operand
from os2governance.rules.patterns import compile_pattern
from os2governance.rules.trace import MISSING, Trace, make_trace
from os2governance.rules.vocabulary import Fact
from os2governance.rules.wrong import OperandProblem, check_fact_type


class Operator(Protocol):
    """A condition on one fact; `expected` is the operand in the criteria file."""

    @property
    def word(self) -> str:
        """Its name in criteria files."""

    @property
    def expected(self) -> Any:
        """The operand in the criteria file."""

    @property
    def if_absent(self) -> bool:
        """The result for a fact that is declared absent."""

    def holds(self, value: Any, as_of: date) -> bool:
        """Whether the condition holds for a declared value; total: every value has a result."""

    def find_turning_dates(self, value: Any) -> tuple[date, ...]:
        """The days on which the result for a value may change."""

    def render(self, fact: Fact, language: Language) -> str:
        """Render the condition on the fact, as a clause that can follow "when"."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FactRule:
    """`fact: path` with one operator beside it; `subject` and `operator` are as written."""

    path: FactPath
    fact: Fact
    operand: Operator
    subject: str
    operator: str

    @property
    def parts(self) -> tuple[()]:
        """Empty: a fact has no child nodes."""
        return ()

    @property
    def expected(self) -> Any:
        """The operand beside the operator."""
        return self.operand.expected

    @property
    def title(self) -> Text:
        """The fact's title."""
        return self.fact.title

    @property
    def values(self) -> Mapping[str, Text]:
        """The titles of the fact's values."""
        return self.fact.values

    def evaluate(self, scope: Scope) -> Trace:
        """Evaluate; undetermined if the fact is not declared."""
        value, at = scope.find(self.path)
        if value is None:
            return make_trace((self, self.operand.if_absent, (None, at), ()))
        if value is MISSING:
            return make_trace((self, None, (MISSING, at), ()))
        return make_trace((self, self.operand.holds(value, scope.as_of), (value, at), ()))

    def render(self, language: Language) -> str:
        """Render the condition on the fact."""
        return self.operand.render(self.fact, language)


def is_same_value(one: Any, other: Any) -> bool:
    """Compare as JSON does: 1 equals 1.0, but true is not a number."""
    return bool(one == other) and (type(one) is bool) == (type(other) is bool)


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | int | float)


def _strange(fact: Fact, word: str, value: Any) -> OperandProblem | None:
    """The problem, if the fact can never have the value."""
    kind = {bool: {"boolean"}, str: {"string"}, int: {"number", "integer"}, float: {"number"}}
    wrong = check_fact_type(fact, word, kind[type(value)])
    if wrong or not fact.choices or any(is_same_value(value, choice) for choice in fact.choices):
        return wrong
    choices = ", ".join(str(choice) for choice in fact.choices)
    return OperandProblem(
        "rule-choice", operator=word, fact=fact.path, value=str(value), choices=choices
    )


class Present(Operand):
    """`present: true`: declared, and not null, false or empty; `false`: declared as such."""

    __slots__ = ()
    word = "present"

    @classmethod
    def read(cls, operand: Any, _: Fact) -> "Present | OperandProblem":
        """Read true or false; any fact is allowed."""
        if type(operand) is not bool:
            return OperandProblem("rule-value", operator=cls.word, wanted=as_text("true / false"))
        return cls(operand)

    @property
    def if_absent(self) -> bool:
        """True where absence is expected."""
        return not self.expected

    def holds(self, value: Any, as_of: date) -> bool:  # noqa: ARG002 - an operator's signature
        """Whether the value is present: zero is, an empty text, list or group is not."""
        empty = not value and type(value) in _CAN_BE_EMPTY
        return empty is not self.expected

    def render(self, fact: Fact, language: Language) -> str:
        """Render that the fact is, or is not, present."""
        there = self.expected
        if fact.kinds == {"boolean"}:
            said = fact.render_label(language)
            return said if there else _denied(said, language)
        if fact.kinds <= {"object", "array"}:
            thing = fact.indefinite.render(language)
            if language == "da":
                return f"der er {thing}" if there else f"der ikke er {thing}"
            return f"there is {thing}" if there else f"there is not {thing}"
        title = fact.render_label(language)
        if language == "da":
            return f"{title} er oplyst" if there else f"{title} ikke findes"
        return f"{title} is stated" if there else f"{title} does not exist"


_CAN_BE_EMPTY = frozenset({bool, str, list, dict})


def _denied(said: str, language: Language) -> str:
    return f"det ikke gælder, at {said}" if language == "da" else f"it does not hold that {said}"


class Equals(Operand):
    """`equals: v`."""

    __slots__ = ()
    word = "equals"

    @classmethod
    def read(cls, operand: Any, fact: Fact) -> "Equals | OperandProblem":
        """Read a plain value that the fact can have."""
        if not _is_plain(operand):
            wanted = _("a single value")
            return OperandProblem("rule-value", operator=cls.word, wanted=wanted)
        return _strange(fact, cls.word, operand) or cls(operand)

    def holds(self, value: Any, as_of: date) -> bool:  # noqa: ARG002 - an operator's signature
        """Whether the value equals the expected one."""
        return is_same_value(value, self.expected)

    def render(self, fact: Fact, language: Language) -> str:
        """Render the value that the fact must have."""
        if type(self.expected) is bool:
            said = fact.render_label(language)
            return said if self.expected else _denied(said, language)
        value = fact.value_title(self.expected).render(language)
        return f"{fact.render_label(language)} {'er' if language == 'da' else 'is'} {value}"


class OneOf(Operand):
    """`one_of: [..]`."""

    __slots__ = ()
    word = "one_of"

    @classmethod
    def read(cls, operand: Any, fact: Fact) -> "OneOf | OperandProblem":
        """Read plain values that the fact can have."""
        if not isinstance(operand, list) or not operand or not all(map(_is_plain, operand)):
            wanted = _("a list of values")
            return OperandProblem("rule-value", operator=cls.word, wanted=wanted)
        wrong = (_strange(fact, cls.word, value) for value in operand)
        return next(filter(None, wrong), None) or cls(tuple(operand))

    def holds(self, value: Any, as_of: date) -> bool:  # noqa: ARG002 - an operator's signature
        """Whether the value is one of the expected ones."""
        return any(is_same_value(value, choice) for choice in self.expected)

    def render(self, fact: Fact, language: Language) -> str:
        """Render the values that the fact may have."""
        choices = [fact.value_title(value).render(language) for value in self.expected]
        is_ = "er" if language == "da" else "is"
        return f"{fact.render_label(language)} {is_} {format_alternatives(choices, language)}"


def _read_bound(operand: Any, fact: Fact, word: str) -> OperandProblem | None:
    if type(operand) in {int, float}:
        return check_fact_type(fact, word, {"number", "integer"})
    if parse_iso_date(operand):
        return check_fact_type(fact, word, {"string"}, date=True)
    wanted = _("a number or a date (2026-05-01)")
    return OperandProblem("rule-value", operator=word, wanted=wanted)


def _comparable(value: Any, bound: Any) -> bool:
    """Whether both are numbers, or both are ISO dates (which compare as texts)."""
    if isinstance(bound, str):
        return parse_iso_date(value) is not None
    return type(value) in {int, float}


def _bound_said(bound: Any, language: Language) -> str:
    return bound if isinstance(bound, str) else format_number(bound, language)


class AtLeastValue(Operand):
    """`at_least: n`: a number or a date that is that or more."""

    __slots__ = ()
    word = "at_least"

    @classmethod
    def read(cls, operand: Any, fact: Fact) -> "AtLeastValue | OperandProblem":
        """Read a number or an ISO date; the fact must be of the same kind."""
        return _read_bound(operand, fact, cls.word) or cls(operand)

    def holds(self, value: Any, as_of: date) -> bool:  # noqa: ARG002 - an operator's signature
        """Whether the value is at least the bound."""
        return _comparable(value, self.expected) and bool(value >= self.expected)

    def render(self, fact: Fact, language: Language) -> str:
        """Render the lower bound of the fact."""
        title, bound = fact.render_label(language), _bound_said(self.expected, language)
        if isinstance(self.expected, str):
            return {
                "da": f"{title} er {bound} eller senere",
                "en": f"{title} is {bound} or later",
            }[language]
        return {"da": f"{title} er mindst {bound}", "en": f"{title} is at least {bound}"}[language]


class AtMostValue(Operand):
    """`at_most: n`: a number or a date that is that or less."""

    __slots__ = ()
    word = "at_most"

    @classmethod
    def read(cls, operand: Any, fact: Fact) -> "AtMostValue | OperandProblem":
        """Read a number or an ISO date; the fact must be of the same kind."""
        return _read_bound(operand, fact, cls.word) or cls(operand)

    def holds(self, value: Any, as_of: date) -> bool:  # noqa: ARG002 - an operator's signature
        """Whether the value is at most the bound."""
        return _comparable(value, self.expected) and bool(value <= self.expected)

    def render(self, fact: Fact, language: Language) -> str:
        """Render the upper bound of the fact."""
        title, bound = fact.render_label(language), _bound_said(self.expected, language)
        if isinstance(self.expected, str):
            return {
                "da": f"{title} er {bound} eller tidligere",
                "en": f"{title} is {bound} or earlier",
            }[language]
        return {"da": f"{title} er højst {bound}", "en": f"{title} is at most {bound}"}[language]


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

    def holds(self, value: Any, as_of: date) -> bool:  # noqa: ARG002 - an operator's signature
        """Whether the length is sufficient."""
        return isinstance(value, str | list) and len(value) >= self.expected

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

    @classmethod
    def read(cls, operand: Any, fact: Fact) -> "Matches | OperandProblem":
        """Compile the pattern; the fact must be a text."""
        if not isinstance(operand, str):
            wanted = _("a pattern in RE2's syntax")
            return OperandProblem("rule-value", operator=cls.word, wanted=wanted)
        pattern, problem = compile_pattern(operand)
        if pattern is None:
            return OperandProblem("rule-pattern", pattern=operand, problem=problem)
        return check_fact_type(fact, cls.word, {"string"}) or cls(operand, pattern)

    def holds(self, value: Any, as_of: date) -> bool:  # noqa: ARG002 - an operator's signature
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
    "osi_licence": _("a licence that OSI has approved"),
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

    def holds(self, value: Any, as_of: date) -> bool:  # noqa: ARG002 - an operator's signature
        """Whether the text passes the test."""
        return isinstance(value, str) and _TESTS[self.expected](value)

    def render(self, fact: Fact, language: Language) -> str:
        """Render what the text must be."""
        is_ = "er" if language == "da" else "is"
        return f"{fact.render_label(language)} {is_} {_TEST_WORDS[self.expected].render(language)}"
