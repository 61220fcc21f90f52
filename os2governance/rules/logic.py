"""Kleene's three values, and the nodes that combine others: all, any, not, at_least, use."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from os2governance.i18n.text import Language, Text
from os2governance.rules.node import NO_VALUES, Rule, Scope
from os2governance.rules.trace import Trace, make_trace

_NOTHING = Text()


def evaluate_every(values: Iterable[bool | None]) -> bool | None:
    """Conjunction: false if any is, else undetermined if any is, else true (semantics §2)."""
    undetermined = False
    for value in values:
        if value is False:
            return False
        undetermined = undetermined or value is None
    return None if undetermined else True


def evaluate_some(values: Iterable[bool | None]) -> bool | None:
    """Disjunction: true if any is, else undetermined if any is, else false (semantics §2)."""
    undetermined = False
    for value in values:
        if value is True:
            return True
        undetermined = undetermined or value is None
    return None if undetermined else False


def negate(value: bool | None) -> bool | None:  # noqa: FBT001 - the value itself
    """Swap true and false; undetermined stays."""
    return None if value is None else not value


def compare_range(
    certain: float, possible: float, *, at_least: float | None, at_most: float | None
) -> bool | None:
    """Compare a number of which only the lowest and highest possible value are known."""
    if at_least is not None:
        return True if certain >= at_least else False if possible < at_least else None
    if at_most is not None:
        return True if possible <= at_most else False if certain > at_most else None
    return None


def _inside(rule: Rule, language: Language) -> str:
    """Render a part, in parentheses where a longer clause would split it."""
    said = rule.render(language)
    return f"({said})" if isinstance(rule, All | Any_ | AtLeast) else said


class _Parts(NamedTuple):
    """The fields of a node that only combines others."""

    parts: tuple[Rule, ...]


class _Combination(_Parts):
    """What all combining nodes share."""

    __slots__ = ()
    subject = ""
    title = _NOTHING
    values = NO_VALUES

    @property
    def expected(self) -> Any:
        """None: there is no operand but its parts."""
        return None


class All(_Combination):
    """`all: [..]`: every part holds."""

    __slots__ = ()
    operator = "all"

    def evaluate(self, scope: Scope) -> Trace:
        """Evaluate Kleene's conjunction."""
        parts = tuple([part.evaluate(scope) for part in self.parts])
        return make_trace((self, evaluate_every([part[1] for part in parts]), (None, None), parts))

    def render(self, language: Language) -> str:
        """Render the parts, joined by "and"."""
        word = {"da": ", og ", "en": ", and "}[language]
        return word.join(_inside(part, language) for part in self.parts)


class Any_(_Combination):  # noqa: N801 - `any` and `Any` are taken
    """`any: [..]`: at least one part holds."""

    __slots__ = ()
    operator = "any"

    def evaluate(self, scope: Scope) -> Trace:
        """Evaluate Kleene's disjunction."""
        parts = tuple([part.evaluate(scope) for part in self.parts])
        return make_trace((self, evaluate_some([part[1] for part in parts]), (None, None), parts))

    def render(self, language: Language) -> str:
        """Render the parts, joined by "or"."""
        first, word = {"da": ("enten ", ", eller "), "en": ("either ", ", or ")}[language]
        said = [_inside(part, language) for part in self.parts]
        return said[0] if len(said) == 1 else first + word.join(said)


class Not(_Combination):
    """`not: ..`: the one part does not hold."""

    __slots__ = ()
    operator = "not"

    def evaluate(self, scope: Scope) -> Trace:
        """Evaluate the negation; undetermined stays."""
        part = self.parts[0].evaluate(scope)
        return make_trace((self, negate(part.value), (None, None), (part,)))

    def render(self, language: Language) -> str:
        """Render that the part does not hold."""
        said = self.parts[0].render(language)
        return {"da": f"det ikke er sådan, at {said}", "en": f"it is not so that {said}"}[language]


class _CountOfParts(NamedTuple):
    """The fields of `at_least`."""

    parts: tuple[Rule, ...]
    number: int


class AtLeast(_CountOfParts):
    """`at_least: {count, of: [..]}`: that many parts hold."""

    __slots__ = ()
    operator = "at_least"
    subject = ""
    title = _NOTHING
    values = NO_VALUES

    @property
    def expected(self) -> int:
        """The number of parts that must hold."""
        return self.number

    def evaluate(self, scope: Scope) -> Trace:
        """Evaluate: true if that many are true, false if that many no longer can be."""
        parts = tuple([part.evaluate(scope) for part in self.parts])
        true = sum(part.value is True for part in parts)
        possible = true + sum(part.value is None for part in parts)
        value = compare_range(true, possible, at_least=self.number, at_most=None)
        return make_trace((self, value, (None, None), parts))

    def render(self, language: Language) -> str:
        """Render how many of the parts must hold."""
        said = "; ".join(_inside(part, language) for part in self.parts)
        return {
            "da": f"mindst {self.expected} af disse ting gælder: {said}",
            "en": f"at least {self.expected} of these hold: {said}",
        }[language]


class _Condition(NamedTuple):
    """The fields of `use`: the condition, and its name."""

    parts: tuple[Rule, ...]
    subject: str


class Use(_Condition):
    """`use: name`: a named condition of the model."""

    __slots__ = ()
    operator = "use"
    title = _NOTHING
    values = NO_VALUES

    @property
    def expected(self) -> Any:
        """None: there is no operand but its name."""
        return None

    def evaluate(self, scope: Scope) -> Trace:
        """Evaluate the condition."""
        part = self.parts[0].evaluate(scope)
        return make_trace((self, part.value, (None, None), (part,)))

    def render(self, language: Language) -> str:
        """Render the condition itself."""
        return _inside(self.parts[0], language)
