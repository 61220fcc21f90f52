"""Conversion of form input to declared values, and back."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from babel.numbers import NumberFormatError, format_decimal, parse_decimal

from os2governance.i18n.iso_dates import iso_date
from os2governance.i18n.text import Language, Text
from os2governance.rules.trace import MISSING
from os2governance.web.form import BOOLEAN, CHOICE, DATE, INTEGER, LINES, LONG, NUMBER, Field

NONE_SUFFIX = ":none"
"""Suffix of a field's name for its checkbox "there is none"."""


class Misread(NamedTuple):
    """Why input is not a value of the field's type."""

    message: Text


_NO_DATE = Text("Skriv en dato, som 2026-05-01.", "Write a date, such as 2026-05-01.")
_NO_NUMBER = Text("Skriv et tal, som 1.250.000.", "Write a number, such as 1,250,000.")
_NO_WHOLE = Text("Skriv et helt tal.", "Write a whole number.")
_NO_CHOICE = Text("Vælg en af mulighederne.", "Take one of the choices.")
_NEEDED = Text("Det må ikke stå tomt.", "It may not be empty.")


def value_of(field: Field, typed: Mapping[str, Sequence[str]], language: Language) -> Any:
    """Parse a field's input: its value, MISSING for empty input, or why it is invalid."""
    if field.nullable and typed.get(f"{field.name}{NONE_SUFFIX}"):
        return None
    text = _plain("\n".join(typed.get(field.name, ())))
    if not text:
        return Misread(_NEEDED) if field.required else MISSING
    return _READERS.get(field.kind, _text)(text, field, language)


def _plain(text: str) -> str:
    """A text with Unix line ends, and without surrounding space."""
    return text.replace("\r\n", "\n").strip()


def _text(text: str, field: Field, language: Language) -> Any:
    del field, language
    return text


def _date(text: str, field: Field, language: Language) -> Any:
    del field, language
    return text if iso_date(text) else Misread(_NO_DATE)


def _number(text: str, field: Field, language: Language) -> Any:
    del field
    try:
        value = parse_decimal(text.replace(" ", ""), locale=language)
    except NumberFormatError:
        return Misread(_NO_NUMBER)
    if not value.is_finite():
        return Misread(_NO_NUMBER)
    return int(value) if value == value.to_integral_value() else float(value)


def _integer(text: str, field: Field, language: Language) -> Any:
    value = _number(text, field, language)
    return value if isinstance(value, int | Misread) else Misread(_NO_WHOLE)


def _boolean(text: str, field: Field, language: Language) -> Any:
    del field, language
    return {"true": True, "false": False}.get(text, Misread(_NO_CHOICE))


def _choice(text: str, field: Field, language: Language) -> Any:
    del language
    known = {str(value): value for value, _ in field.choices}
    return known.get(text, Misread(_NO_CHOICE))


def _lines(text: str, field: Field, language: Language) -> Any:
    del field, language
    return [line.strip() for line in text.split("\n") if line.strip()]


_READERS = {
    DATE: _date,
    NUMBER: _number,
    INTEGER: _integer,
    BOOLEAN: _boolean,
    CHOICE: _choice,
    LINES: _lines,
    LONG: _text,
}


def shown(field: Field, language: Language) -> str:
    """A field's value as form input."""
    found = field.found
    if found is MISSING or found is None:
        return ""
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, list):
        return "\n".join(map(str, found))
    if isinstance(found, int | float):
        return format_decimal(found, locale=language, decimal_quantization=False)
    return str(found)
