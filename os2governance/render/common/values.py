"""A fact's value, and where it is declared, in plain words."""

from collections.abc import Mapping
from types import MappingProxyType

from os2governance.i18n.date_words import format_partial_date
from os2governance.i18n.text import Language, Text, _, format_number
from os2governance.rules.trace import FactPosition, Question

_DECLARED_ABSENT = _("there is none")
_YES, _NO = _("yes"), _("no")


_LISTED = _("{count} in all")
_EMPTY_TEXT = _("an empty text")
_DECLARED_GROUP = _("filled in")


_MAX_TEXT_LENGTH = 200


def render_location(file: str, at: FactPosition | None) -> str:
    """The base name of the file, or of the position's own, and the line."""
    name = (at.source.file if at and at.source else file).rsplit("/", 1)[-1]
    return f"{name}:{at[0]}" if at else name


def render_found(question: Question, found: object, language: Language) -> str:
    """The value of the fact that a rule node reads, in plain words; a date is written out."""
    day = format_partial_date(found, language) if question.is_date else None
    return day or render_value(found, language, question.values)


def render_value(
    found: object, language: Language, titles: Mapping[str, Text] = MappingProxyType({})
) -> str:
    """A declared value in plain words; `titles` are those of its known values."""
    if found is None:
        return _DECLARED_ABSENT.render(language)
    if isinstance(found, bool):
        return (_YES if found else _NO).render(language)
    if isinstance(found, list):
        return (
            _LISTED.render(language).format(count=len(found))
            if found
            else render_value(None, language)
        )
    if isinstance(found, dict):
        return _DECLARED_GROUP.render(language)
    if isinstance(found, int | float):
        return format_number(found, language)
    known = titles.get(str(found))
    text = known.render(language) if known else str(found) or _EMPTY_TEXT.render(language)
    return text if len(text) <= _MAX_TEXT_LENGTH else f"{text[: _MAX_TEXT_LENGTH - 1]}…"
