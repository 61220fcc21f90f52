"""The value of a part of the form in words, where it is only shown."""

from os2governance.i18n.date_words import format_partial_date
from os2governance.i18n.text import Language, Renderable, as_text
from os2governance.render.common.values import render_value
from os2governance.rules.trace import MISSING
from os2governance.web.form import DATE_FIELD, DAY_FIELD, FormField, FormLeaf, FormList


def render_shown_value(part: FormLeaf, language: Language) -> str:
    """The value of a part, as it is declared or else as another file states it; may be empty."""
    if isinstance(part, FormField) and part.value is not MISSING:
        return render_field_value(part, language)
    if isinstance(part, FormList) and part.elements:
        return render_value(list(part.elements), language)
    stated: Renderable = part.stated[0].value if part.stated else as_text("")
    is_none = isinstance(part, FormList) and part.state == "none"
    return render_value(None, language) if is_none else stated.render(language)


def render_field_value(field: FormField, language: Language) -> str:
    """What the file has in a field; a date as precisely as it is known, a choice by its title."""
    is_date = field.kind in {DATE_FIELD, DAY_FIELD}
    day = format_partial_date(field.value, language) if is_date else None
    titles = {str(value): title for value, title in field.choices}
    return day or render_value(field.value, language, titles)
