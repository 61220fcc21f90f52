"""The trend as CSV: one row for each product and half-year, for spreadsheets."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from os2governance.formats.words import LIGHTS
from os2governance.i18n.symbols import KIND_LABELS, LEVEL_KINDS, LIFECYCLE_LABELS
from os2governance.i18n.text import Language, _, pgettext
from os2governance.model.model import Model
from os2governance.portfolio.contribution import COUNTED_KINDS
from os2governance.portfolio.trend import TrendPoint
from os2governance.render.common.spreadsheet import BOM, render_csv_rows
from os2governance.render.common.values import render_value
from os2governance.render.portfolio.trend_paper import render_trend_level

_FIRST_COLUMNS = (
    _("Id"),
    _("Product"),
    pgettext("heading of a column", "Kind"),
    pgettext("heading of a column", "Status"),
    _("Model"),
    _("Half-year"),
    _("Day"),
    _("In the figures"),
    _("Self-assessment of"),
    _("Evaluated on"),
)
_SETTLED = _("Settled")


def render_trend_csv(
    points: Sequence[TrendPoint], models: Mapping[str, Model], language: Language
) -> str:
    """The CSV text; products by id, half-years oldest first."""
    lights = next((each.words.lights for each in models.values()), {})
    head = [
        *(each.render(language) for each in _FIRST_COLUMNS),
        *(LEVEL_KINDS[kind].word.render(language) for kind in COUNTED_KINDS),
        _SETTLED.render(language),
        *(lights[each].render(language) if lights else each for each in LIGHTS),
    ]
    rows = (list(_list_values(each, models, language)) for each in points)
    return BOM + render_csv_rows([head, *rows], language)


def _list_values(
    each: TrendPoint, models: Mapping[str, Model], language: Language
) -> Iterator[Any]:
    yield from (each.product, each.name, KIND_LABELS[each.kind].render(language))
    yield from (LIFECYCLE_LABELS[each.lifecycle].render(language), each.model)
    yield from (each.half.id, each.day.isoformat(), render_value(each.counted, language))
    yield each.declared_on.isoformat() if each.declared_on else ""
    yield each.evaluated_on.isoformat() if each.evaluated_on else ""
    yield from (render_trend_level(each, kind, models, language) for kind in COUNTED_KINDS)
    yield render_value(each.settled, language)
    rated = any(each.lights.values())
    yield from (each.lights[light] if rated else "" for light in LIGHTS)
