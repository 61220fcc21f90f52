"""Dates as people type them: `1. maj 2018`, `1/5-2018`, `maj 2018`, `05-2018`, `2018`."""

import re
from functools import cache

from os2governance.i18n.partial_dates import parse_partial_date
from os2governance.i18n.text import LANGUAGES

_SEPARATOR = r"\s*[-./ ]\s*"
_YEAR = r"(?P<year>[0-9]{4})"
_FORMS = tuple(
    re.compile(form)  # noqa: TID251 - our own patterns, linear
    for form in (
        rf"{_YEAR}(?:-(?P<month>[0-9]{{1,2}})(?:-(?P<day>[0-9]{{1,2}}))?)?",
        rf"(?:(?P<day>[0-9]{{1,2}}){_SEPARATOR})?(?P<month>[0-9]{{1,2}}){_SEPARATOR}{_YEAR}",
        rf"(?:(?P<day>[0-9]{{1,2}})\.?\s*)?(?P<name>[^\W\d_]+)\.?\s*{_YEAR}",
    )
)
_MAX_LENGTH = 40


def parse_typed_date(text: str) -> str | None:
    """The ISO form of a day, month or year, as precisely as it is typed; None for anything else.

    In numbers the day comes before the month; names of months are read in both languages.
    """
    said = " ".join(text[: _MAX_LENGTH + 1].split())
    if len(said) > _MAX_LENGTH:
        return None
    found = next(filter(None, (form.fullmatch(said) for form in _FORMS)), None)
    if found is None:
        return None
    parts = found.groupdict()
    month = parts.get("month")
    if name := parts.get("name"):
        month = _month_numbers().get(name.casefold())
        if month is None:
            return None
    written = "-".join(
        [parts["year"], *(f"{int(part):02}" for part in (month, parts.get("day")) if part)]
    )
    return written if parse_partial_date(written) else None


@cache
def _month_numbers() -> dict[str, str]:
    """The numbers of the months by their names, whole and abbreviated, in both languages."""
    from babel.dates import get_month_names

    return {
        name.casefold().rstrip("."): str(number)
        for language in LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=language).items()
    }
