"""The register of accepted deviations as CSV, one row for each, for spreadsheets."""

from collections.abc import Iterator
from typing import Any

from os2governance.analysis.deviation_register import DeviationEntry, DeviationRegister
from os2governance.i18n.symbols import (
    ANSWER_LABELS,
    KIND_LABELS,
    LIFECYCLE_LABELS,
    STATUS_SYMBOLS,
)
from os2governance.i18n.text import Language, _, pgettext
from os2governance.render.common.spreadsheet import BOM, render_csv_rows
from os2governance.render.decisions.deviations_paper import PROMISE_LABELS

_COLUMNS = (
    _("Id"),
    _("Product"),
    pgettext("heading of a column", "Kind"),
    pgettext("heading of a column", "Status"),
    _("Model"),
    _("Criterion"),
    _("Title"),
    _("Level"),
    pgettext("of an accepted deviation", "State"),
    _("First accepted"),
    _("Last accepted"),
    _("Deadline"),
    _("Renewed"),
    _("Accepted by"),
    _("Promised by"),
    _("What has been promised"),
    _("Grounds"),
    _("Answer now"),
    _("Words now"),
    _("Outcome now"),
    _("File"),
    _("Line"),
)


def render_deviations_csv(register: DeviationRegister, language: Language) -> str:
    """The CSV text: products, projects, then closed ones; overdue first in each."""
    head = (each.render(language) for each in _COLUMNS)
    entries = [each for group in register.groups for each in group.entries]
    rows = (list(_list_values(each, language)) for each in (*entries, *register.closed))
    return BOM + render_csv_rows([head, *rows], language)


def _list_values(each: DeviationEntry, language: Language) -> Iterator[Any]:
    yield from (each.product, each.name, KIND_LABELS[each.kind].render(language))
    yield from (LIFECYCLE_LABELS[each.lifecycle].render(language), each.model)
    yield from (each.criterion, each.title.render(language), each.level_phrase.render(language))
    yield PROMISE_LABELS[each.state].render(language)
    yield from (each.first_on.isoformat(), each.on.isoformat())
    yield from (each.until.isoformat() if each.until else "", each.renewals)
    yield each.role.render(language)
    yield each.responsible_role.render(language) or each.responsible
    yield from (each.action, each.rationale)
    yield ANSWER_LABELS[each.answer].render(language) if each.answer else ""
    yield from (each.words, STATUS_SYMBOLS[each.status].word.render(language))
    yield from (each.file, each.line)
