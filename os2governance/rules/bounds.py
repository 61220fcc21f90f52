"""The bound on a number, and what is said of a number that is known in part."""

import math
from collections.abc import Iterator
from typing import Any, NamedTuple, Self

from os2governance.documents.yaml_reader import ValuePath
from os2governance.i18n.text import Language, Text, _, format_number
from os2governance.rules.mutations import Mutation, Rebuild
from os2governance.rules.node_reader import NodeReader
from os2governance.rules.trace import NumberRange


def compare_range(
    certain: float, possible: float, *, at_least: float | None, at_most: float | None
) -> bool | None:
    """Compare a number of which only the lowest and highest possible value are known."""
    if at_least is not None:
        return True if certain >= at_least else False if possible < at_least else None
    if at_most is not None:
        return True if possible <= at_most else False if certain > at_most else None
    return None


class Bound(NamedTuple):
    """`at_least: n` or `at_most: n`; exactly one of them is set."""

    at_least: float | None = None
    at_most: float | None = None

    @classmethod
    def read(cls, operand: dict[str, Any], path: ValuePath, reader: NodeReader) -> Self | None:
        """Read the one bound of a mapping."""
        given = [key for key in cls._fields if key in operand]
        if len(given) != 1:
            return reader.report(path, "rule-one-bound")
        number = operand[given[0]]
        if type(number) not in {int, float}:
            wanted = _("a number")
            return reader.report((*path, given[0]), "rule-value", operator=given[0], wanted=wanted)
        return cls(**{given[0]: number})

    @classmethod
    def mutations(
        cls, operand: dict[str, Any], at: ValuePath, rebuild: Rebuild
    ) -> Iterator[Mutation]:
        """Yield the other bound of a mapping, then the numbers beside the one given."""
        (bound,) = (key for key in cls._fields if key in operand)
        (other,) = (key for key in cls._fields if key != bound)
        number, rest = operand[bound], {k: v for k, v in operand.items() if k != bound}
        yield Mutation(at, f"{bound} {number}", other, rebuild({**rest, other: number}))
        for shifted in (number - 1, number + 1):
            changed = rebuild({**rest, bound: shifted})
            yield Mutation((*at, bound), str(number), str(shifted), changed)

    def compare(self, number: NumberRange) -> bool | None:
        """Compare a number that may be known in part only."""
        low, high = number
        return compare_range(low, high, at_least=self.at_least, at_most=self.at_most)

    def plain(self) -> dict[str, float]:
        """The bound as written in the criteria file."""
        if self.at_least is not None:
            return {"at_least": self.at_least}
        return {"at_most": self.at_most or 0}

    def render(self, language: Language) -> str:
        """Render the bound, such as `mindst 2`."""
        if self.at_least is not None:
            words, limit = _AT_LEAST, self.at_least
        else:
            words, limit = _AT_MOST, self.at_most or 0
        return words.render(language).format(number=format_number(limit, language))


BOUNDS = frozenset(Bound._fields)
"""The keys of bounds."""

_AT_LEAST, _AT_MOST = _("at least {number}"), _("at most {number}")
_BETWEEN = _("at least {low}, at most {high}")
_NOT_KNOWN = _("not known")
_OF_WHAT_IT_TAKES = _("{number} of the {least} that it takes")
_OF_AT_LEAST = _("{number} of at least {least}")
_TAKES = _("{number}; it takes at least {least}")
_ALLOWS = _("{number}; at most {most} is allowed")
_ALL_OF, _NONE_OF = _("all {total}"), _("none of {total}")
_SOME_OF = _("{number} of {total}")
_EMPTY = _("there are none")


def describe_count(number: NumberRange, bound: Bound) -> Text:
    """What a count came to: `1 of the 2 that it takes`."""
    return _describe(number, bound, _OF_WHAT_IT_TAKES)


def describe_sum(number: NumberRange, bound: Bound) -> Text:
    """What a sum came to: `5.5 of at least 10`."""
    return _describe(number, bound, _OF_AT_LEAST)


def _describe(number: NumberRange, bound: Bound, lacking: Text) -> Text:
    said, (low, high) = describe_range(number), number
    if bound.at_least is None:
        return _ALLOWS.fill(number=said, most=_as_words(bound.at_most or 0))
    least = _as_words(bound.at_least)
    form = lacking if low == high < bound.at_least else _TAKES
    return form.fill(number=said, least=least)


def describe_share(number: NumberRange, total: int) -> Text:
    """How many of all it came to: `1 of 3`, `all 3`, `none of 3`."""
    if not total:
        return _EMPTY
    whole = _as_words(total)
    if number.low == number.high == total > 1:
        return _ALL_OF.fill(total=whole)
    if number.low == number.high == 0:
        return _NONE_OF.fill(total=whole)
    return _SOME_OF.fill(number=describe_range(number), total=whole)


def describe_range(number: NumberRange) -> Text:
    """A number as far as it is known: `2`, `at most 3`, `at least 1, at most 3`."""
    low, high = number
    if low == high:
        return _as_words(low)
    if math.isinf(high):
        return _NOT_KNOWN if math.isinf(low) else _AT_LEAST.fill(number=_as_words(low))
    if math.isinf(low) or low == 0:
        return _AT_MOST.fill(number=_as_words(high))
    return _BETWEEN.fill(low=_as_words(low), high=_as_words(high))


def _as_words(number: float) -> Text:
    return Text(format_number(number, "da"), format_number(number, "en"))
