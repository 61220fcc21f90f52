"""The portfolio as CSV, one row a product, for spreadsheets."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from os2governance.assessment.levels import NONE as NOBODY
from os2governance.i18n.symbols import (
    BACKING_LABELS,
    KIND_LABELS,
    LEVEL_KINDS,
    LIFECYCLE_LABELS,
    STATUS_SYMBOLS,
)
from os2governance.i18n.text import Language, Text, _, pgettext
from os2governance.model.figure_sources import read_figure_sources
from os2governance.model.model import Model
from os2governance.portfolio.contribution import (
    COUNTED_KINDS,
    DECLARED,
    Amount,
    ProductContribution,
)
from os2governance.render.common.levels import render_state
from os2governance.render.common.spreadsheet import BOM, render_csv_rows
from os2governance.render.common.values import render_value

_PRODUCT_COLUMNS = (
    _("Id"),
    _("Product"),
    pgettext("heading of a column", "Kind"),
    pgettext("heading of a column", "Status"),
    _("Draft"),
    _("Model"),
)
_SETTLED, _OPEN = _("Settled"), _("Open criteria")
_TOTAL_ECONOMY = _("Yearly economy")
_USING, _SUPPORTING, _USE_UNSTATED = _("Using"), _("Supporting"), _("Use not stated")
_OVERDUE, _FILE = _("Overdue"), _("File")
_UNDECLARED, _NONE = _("not stated"), _("none")


def render_portfolio_csv(
    shares: Sequence[ProductContribution], models: Mapping[str, Model], language: Language
) -> str:
    """The CSV text; products are ordered by id."""
    titles = _find_economy_titles(models)
    head = (text.render(language) for text in _list_columns(titles))
    rows = (
        _list_values(each, models[each.model], len(titles), language)
        for each in sorted(shares, key=lambda share: (share.product, share.file))
    )
    return BOM + render_csv_rows([head, *rows], language)


def _find_economy_titles(models: Mapping[str, Model]) -> tuple[Text, ...]:
    """Titles of the economy's parts, from the model that has the most."""
    found = [figures.economy for m in models.values() if (figures := read_figure_sources(m)[0])]
    return max((each.titles for each in found if each), key=len, default=())


def _list_columns(titles: Sequence[Text]) -> Iterator[Text]:
    yield from _PRODUCT_COLUMNS
    yield from (LEVEL_KINDS[kind].word for kind in COUNTED_KINDS)
    yield from (_SETTLED, _OPEN)
    yield from (sign.word for sign in STATUS_SYMBOLS.values())
    yield from BACKING_LABELS.values()
    yield from (_TOTAL_ECONOMY, *titles, _USING, _SUPPORTING, _USE_UNSTATED, _OVERDUE, _FILE)


def _list_values(
    each: ProductContribution, model: Model, parts: int, language: Language
) -> Iterator[Any]:
    yield from (each.product, each.name, KIND_LABELS[each.kind].render(language))
    yield LIFECYCLE_LABELS[each.lifecycle].render(language)
    yield from (render_value(each.draft, language), each.model)
    yield from (_render_level(each, kind, model, language) for kind in COUNTED_KINDS)
    yield from (render_value(each.settled, language), " ".join(each.open))
    yield from (each.statuses.count(status) for status in STATUS_SYMBOLS)
    yield from (each.backings.count(backing) for backing in BACKING_LABELS)
    amounts = [*each.economy, *[Amount("")] * (1 + parts - len(each.economy))]
    yield from (_format_amount(amount, language) for amount in amounts)
    if each.authorities is None:
        yield from [_UNDECLARED.render(language)] * 3
    else:
        uses = [user.uses for user in each.authorities]
        yield from (uses.count(True), uses.count(False), uses.count(None))
    yield len(each.overdue)
    yield each.file


def _render_level(each: ProductContribution, kind: str, model: Model, language: Language) -> str:
    """The name of a level, or why there is none; empty where nobody states it."""
    level, state = each.levels[kind], each.states[kind]
    if level is not None:
        return model.level_name(level).render(language)
    return "" if state == NOBODY else render_state(model, state, kind, language)


def _format_amount(amount: Amount, language: Language) -> Any:
    if amount.state == DECLARED:
        return amount.value
    return (_NONE if amount.state == "none" else _UNDECLARED).render(language)
