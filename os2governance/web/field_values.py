"""Conversion of form input to declared values, and back."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from babel.numbers import format_decimal

from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.text import Language, Text, _
from os2governance.i18n.typed_dates import parse_typed_date
from os2governance.rules.trace import MISSING
from os2governance.web.form import (
    BOOLEAN_FIELD,
    CHOICE_FIELD,
    DATE_FIELD,
    DAY_FIELD,
    INTEGER_FIELD,
    LINES_FIELD,
    LONG_TEXT_FIELD,
    NUMBER_FIELD,
    FormField,
)
from os2governance.web.typed_numbers import AmbiguousNumber, parse_typed_number

NONE_SUFFIX = ":none"
"""Suffix of a field's name for its checkbox "there is none"."""


class InvalidInput(NamedTuple):
    """Why input is not a value of the field's type."""

    message: Text


_NO_DAY = _("Write a date, such as 1 May 2026.")
_NO_DATE = _("Write a date, such as 1 May 2026; if you do not know the day, May 2026 or 2026.")
_NO_NUMBER = _("Write a number, such as 1,250,000.")
_AMBIGUOUS = _("This may mean {whole} or {fraction}. Write {whole} or {fraction}.")
_NO_WHOLE = _("Write a whole number.")
_NO_CHOICE = _("Choose one of the options.")
_REQUIRED = _("The field is required.")


def parse_field_value(
    field: FormField, typed: Mapping[str, Sequence[str]], language: Language
) -> Any:
    """Parse a field's input: its value, MISSING for empty input, or why it is invalid."""
    if field.nullable and typed.get(f"{field.name}{NONE_SUFFIX}"):
        return None
    text = _clean_text("\n".join(typed.get(field.name, ())))
    if not text:
        return InvalidInput(_REQUIRED) if field.required else MISSING
    return _PARSERS.get(field.kind, _parse_text)(text, field, language)


def _clean_text(text: str) -> str:
    """A text with Unix line ends, and without surrounding space."""
    return text.replace("\r\n", "\n").strip()


def _parse_text(text: str, field: FormField, language: Language) -> Any:
    del field, language
    return text


def _parse_day(text: str, field: FormField, language: Language) -> Any:
    del field, language
    day = parse_typed_date(text)
    return day if parse_iso_date(day) else InvalidInput(_NO_DAY)


def _parse_date(text: str, field: FormField, language: Language) -> Any:
    """A day, a month or a year; a year that is declared as a number stays one."""
    del language
    typed = parse_typed_date(text)
    if typed is None:
        return InvalidInput(_NO_DATE)
    return field.value if type(field.value) is int and str(field.value) == typed else typed


def _parse_number(text: str, field: FormField, language: Language) -> Any:
    del field
    value = parse_typed_number(text, language)
    if value is None:
        return InvalidInput(_NO_NUMBER)
    if isinstance(value, AmbiguousNumber):
        return InvalidInput(_explain_ambiguity(value, language))
    return int(value) if value == value.to_integral_value() else float(value)


def _explain_ambiguity(value: AmbiguousNumber, language: Language) -> Text:
    """What the number may mean, each meaning as it is read with certainty."""
    fraction = format_decimal(value.fraction, locale=language, decimal_quantization=False)
    if len(str(value.fraction.normalize()).rpartition(".")[2]) == _AMBIGUOUS_DECIMALS:
        fraction += "0"
    whole = format_decimal(value.whole, locale=language)
    return _AMBIGUOUS.fill(whole=whole, fraction=fraction)


_AMBIGUOUS_DECIMALS = 3


def _parse_integer(text: str, field: FormField, language: Language) -> Any:
    value = _parse_number(text, field, language)
    return value if isinstance(value, int | InvalidInput) else InvalidInput(_NO_WHOLE)


def _parse_boolean(text: str, field: FormField, language: Language) -> Any:
    del field, language
    return {"true": True, "false": False}.get(text, InvalidInput(_NO_CHOICE))


def _parse_choice(text: str, field: FormField, language: Language) -> Any:
    del language
    known = {str(value): value for value, _ in field.choices}
    return known.get(text, InvalidInput(_NO_CHOICE))


def _parse_lines(text: str, field: FormField, language: Language) -> Any:
    del field, language
    return [line.strip() for line in text.split("\n") if line.strip()]


_PARSERS = {
    DATE_FIELD: _parse_date,
    DAY_FIELD: _parse_day,
    NUMBER_FIELD: _parse_number,
    INTEGER_FIELD: _parse_integer,
    BOOLEAN_FIELD: _parse_boolean,
    CHOICE_FIELD: _parse_choice,
    LINES_FIELD: _parse_lines,
    LONG_TEXT_FIELD: _parse_text,
}


def is_shown_value(
    field: FormField, typed: Mapping[str, Sequence[str]], language: Language
) -> bool:
    """Whether the input is what the form shows of a field as it is; so is no input at all."""
    none_name = f"{field.name}{NONE_SUFFIX}"
    if field.name not in typed and none_name not in typed:
        return True
    shown = _clean_text(format_field_value(field, language))
    is_absent = field.nullable and field.value is None
    return (
        _clean_text("\n".join(typed.get(field.name, ()))) == shown
        and (field.nullable and bool(typed.get(none_name))) is is_absent
    )


def format_field_value(field: FormField, language: Language) -> str:
    """A field's value as form input."""
    found = field.value
    if found is MISSING or found is None:
        return ""
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, list):
        return "\n".join(map(str, found))
    if isinstance(found, int | float) and field.kind != DATE_FIELD:
        return format_decimal(found, locale=language, decimal_quantization=False)
    return str(found)
