"""The words of the interface: English in the templates, Danish from a gettext catalogue.

Criteria, levels and facts are named by the model; dates and numbers are said as the language says
them.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import format_compact_decimal, format_decimal

from os2governance.i18n.text import Language

Forms = tuple[str, ...]


class Words(NamedTuple):
    """A catalogue: each message by its English words; one with a number has two forms."""

    one: Mapping[str, str]
    many: Mapping[str, Forms]

    def gettext(self, message: str) -> str:
        """Give a message, in English where it is not translated."""
        return self.one.get(message, message)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """Give a message in the form that fits a number; Danish and English part at one."""
        return self.many.get(singular, (singular, plural))[count != 1]


def joined(several: Sequence[Words]) -> Words:
    """Make one catalogue of several; the first that has a message says it."""
    one: dict[str, str] = {}
    many: dict[str, Forms] = {}
    for each in reversed(several):
        one |= each.one
        many |= each.many
    return Words(one, many)


def read_words(po: bytes) -> Words:
    """Read a gettext catalogue; what is not translated, or only guessed, is left out."""
    one: dict[str, str] = {}
    many: dict[str, Forms] = {}
    for message in read_po(BytesIO(po)):
        if not message.id or message.fuzzy:
            continue
        if isinstance(message.id, str):
            one |= {message.id: str(message.string)} if message.string else {}
        elif isinstance(message.string, list | tuple) and all(message.string):
            many[message.id[0]] = tuple(message.string)
    return Words(one, many)


@lru_cache(maxsize=4)
def words(package: str, language: Language) -> Words:
    """Give the words of a package with a folder `locale`; English needs no catalogue."""
    if language == "en":
        return Words({}, {})
    return read_words((files(package) / "locale" / f"{language}.po").read_bytes())


_LONG: Mapping[Language, str] = {"da": "d. MMMM y", "en": "d MMMM y"}


def day(language: Language) -> Callable[[date | str], str]:
    """Give the function that says a date in words: `1. maj 2026`."""

    @lru_cache(maxsize=4096)
    def said(on: date | str) -> str:
        value = date.fromisoformat(on) if isinstance(on, str) else on
        return format_date(value, _LONG[language], locale=language)

    return said


def figure(language: Language) -> Callable[[float], str]:
    """Give the function that writes a number: `1.234.567,5`."""

    def said(value: float) -> str:
        return format_decimal(value, locale=language)

    return said


def compact(language: Language) -> Callable[[float], str]:
    """Give the function that says a large number in short: `11,9 mio.`."""

    def said(value: float) -> str:
        return format_compact_decimal(value, locale=language, fraction_digits=1)

    return said
