"""Translations of the interface: English in the templates, Danish from a gettext catalogue.

Criteria, levels and facts are named by the model; dates and numbers are formatted by language.
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

PluralForms = tuple[str, ...]


class Translations(NamedTuple):
    """A catalogue: translations by the English message, with plural forms where it has any."""

    singular: Mapping[str, str]
    plural: Mapping[str, PluralForms]

    def gettext(self, message: str) -> str:
        """Translate a message; in English where there is no translation."""
        return self.singular.get(message, message)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """Translate a message by number; singular is used for one only, in Danish and English."""
        return self.plural.get(singular, (singular, plural))[count != 1]


def merge_translations(several: Sequence[Translations]) -> Translations:
    """Merge catalogues; earlier ones take precedence."""
    one: dict[str, str] = {}
    many: dict[str, PluralForms] = {}
    for each in reversed(several):
        one |= each.singular
        many |= each.plural
    return Translations(one, many)


def parse_translations(po: bytes) -> Translations:
    """Parse a gettext catalogue; untranslated and fuzzy messages are left out."""
    one: dict[str, str] = {}
    many: dict[str, PluralForms] = {}
    for message in read_po(BytesIO(po)):
        if not message.id or message.fuzzy:
            continue
        if isinstance(message.id, str):
            one |= {message.id: str(message.string)} if message.string else {}
        elif isinstance(message.string, list | tuple) and all(message.string):
            many[message.id[0]] = tuple(message.string)
    return Translations(one, many)


@lru_cache(maxsize=4)
def load_translations(package: str, language: Language) -> Translations:
    """Load the translations of a package from its folder `locale`; English needs none."""
    if language == "en":
        return Translations({}, {})
    return parse_translations((files(package) / "locale" / f"{language}.po").read_bytes())


_LONG_DATE: Mapping[Language, str] = {"da": "d. MMMM y", "en": "d MMMM y"}


def build_date_formatter(language: Language) -> Callable[[date | str], str]:
    """Build the function that formats a date in words: `1. maj 2026`."""

    @lru_cache(maxsize=4096)
    def said(on: date | str) -> str:
        value = date.fromisoformat(on) if isinstance(on, str) else on
        return format_date(value, _LONG_DATE[language], locale=language)

    return said


def build_number_formatter(language: Language) -> Callable[[float], str]:
    """Build the function that formats a number: `1.234.567,5`."""

    def said(value: float) -> str:
        return format_decimal(value, locale=language)

    return said


def build_compact_formatter(language: Language) -> Callable[[float], str]:
    """Build the function that abbreviates a large number: `11,9 mio.`."""

    def said(value: float) -> str:
        return format_compact_decimal(value, locale=language, fraction_digits=1)

    return said
