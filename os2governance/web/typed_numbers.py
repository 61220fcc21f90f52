"""Numbers as people type them: `1.250.000,50`, `1,250,000.50`, `1000.50`, `250.000 kr.`."""

import re
from decimal import Decimal
from typing import NamedTuple

from os2governance.i18n.text import Language

_DECIMAL_SIGNS: dict[Language, str] = {"da": ",", "en": "."}
_OTHER_SIGN = {",": ".", ".": ","}
_MAX_LENGTH = 40
_CURRENCY = re.compile(r"(?:kr\.?|dkk)?(.*?)(?:kr\.?|dkk|,-)?", re.IGNORECASE)  # noqa: TID251 - ours
_PLAIN = re.compile(r"[-+]?[0-9][0-9.,]*")  # noqa: TID251 - our own pattern, linear


class AmbiguousNumber(NamedTuple):
    """A number that is a thousand times as much in one language as in the other."""

    whole: int
    fraction: Decimal


def parse_typed_number(text: str, language: Language) -> Decimal | AmbiguousNumber | None:
    """The number that is typed, in Danish or English writing; None for anything else.

    One separator before three figures separates thousands where the language writes it so; where
    it writes decimals so, nobody knows what is meant.
    """
    said = "".join(text[: _MAX_LENGTH + 1].split()).replace("\u2212", "-")
    inner = _CURRENCY.fullmatch(said)
    said = inner[1] if inner else said
    if len(said) > _MAX_LENGTH or not _PLAIN.fullmatch(said):
        return None
    signs = [sign for sign in ",." if sign in said]
    if not signs:
        return Decimal(said)
    last = max(signs, key=said.rindex)
    grouped = _join_groups(said, last) if len(signs) == 1 else None
    if said.count(last) > 1:
        return grouped
    value = _join_decimal(said, last)
    if grouped is None or value is None:
        return value
    return AmbiguousNumber(int(grouped), value) if last == _DECIMAL_SIGNS[language] else grouped


def _join_decimal(text: str, sign: str) -> Decimal | None:
    """The number of a whole part, perhaps in groups, and decimals after a sign; None otherwise."""
    whole, decimals = text.split(sign)
    left = _join_groups(whole, _OTHER_SIGN[sign])
    return Decimal(f"{left}.{decimals}") if left is not None and decimals.isdecimal() else None


def _join_groups(text: str, sign: str) -> Decimal | None:
    """The number of groups of three figures, the first of which may be shorter; None otherwise."""
    first, *others = text.lstrip("+-").split(sign)
    if others and (not 1 <= len(first) <= _GROUP or first.startswith("0")):
        return None
    if not all(len(each) == _GROUP and each.isdecimal() for each in others):
        return None
    return Decimal(text.replace(sign, "")) if first.isdecimal() else None


_GROUP = 3
