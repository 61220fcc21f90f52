"""The round as CSV, one row for each step of each product, for spreadsheets."""

from collections.abc import Iterator, Mapping

from os2governance.i18n.symbols import KIND_LABELS, LIFECYCLE_LABELS
from os2governance.i18n.text import Language, _, pgettext
from os2governance.model.model import Model
from os2governance.portfolio.round import RoundProductState, RoundState
from os2governance.render.common.spreadsheet import BOM, render_csv_rows
from os2governance.render.round.labels import (
    SOURCE_LABELS,
    STATE_LABELS,
    STEP_LABELS,
    render_party,
)

_COLUMNS = (
    _("Half-year"),
    _("Id"),
    _("Product"),
    pgettext("heading of a column", "Kind"),
    pgettext("heading of a column", "Status"),
    _("Step"),
    pgettext("of a step", "State"),
    _("Day"),
    _("Source"),
    _("Deadline"),
    _("Waiting for"),
    _("Remark"),
    _("Not in the round"),
)


def render_round_csv(state: RoundState, models: Mapping[str, Model], language: Language) -> str:
    """The CSV text; products in the round, then those that are not."""
    head = (each.render(language) for each in _COLUMNS)
    rows = (
        row
        for each in (*state.products, *state.out)
        for row in _list_rows(each, state, models, language)
    )
    return BOM + render_csv_rows([head, *rows], language)


def _list_rows(
    each: RoundProductState, state: RoundState, models: Mapping[str, Model], language: Language
) -> Iterator[list[str]]:
    record = each.record
    for step in each.steps:
        yield [
            state.half.id,
            record.product,
            record.name,
            KIND_LABELS[record.kind].render(language),
            LIFECYCLE_LABELS[record.lifecycle].render(language),
            STEP_LABELS[step.step].render(language),
            STATE_LABELS[step.state].render(language),
            step.on.isoformat() if step.on else "",
            SOURCE_LABELS[step.source].render(language),
            step.due.isoformat() if step.due else "",
            render_party(step, models[record.model].words, language),
            each.remark,
            each.out,
        ]
