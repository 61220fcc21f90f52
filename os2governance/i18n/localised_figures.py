"""Dates and figures as a language writes them, for pages and documents."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_compact_decimal, format_decimal

from os2governance.i18n.text import Language

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
