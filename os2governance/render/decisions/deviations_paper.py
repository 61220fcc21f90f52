"""The register of accepted deviations as a page."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from os2governance.analysis.deviation_register import (
    DeviationEntry,
    DeviationGroup,
    DeviationRegister,
)
from os2governance.i18n.date_words import format_day
from os2governance.i18n.symbols import ANSWER_LABELS, KIND_PLURALS, STATUS_SYMBOLS
from os2governance.i18n.text import Language, Text, _, format_list, ngettext, pgettext
from os2governance.render.common.criterion import name_criterion
from os2governance.render.common.levels import render_footer_text
from os2governance.render.common.paper import (
    PaperHeading,
    PaperParagraph,
    PaperPart,
    PaperTable,
)

_TITLE = _("Accepted deviations")
_NONE = _("No deviation has been accepted.")
_PROMISED = _("For {count} of {all} it is recorded what has been promised.")
PROMISE_LABELS: Mapping[str, Text] = {
    "expired": pgettext("accepted deviation", "past due"),
    "ending": pgettext("accepted deviation", "ends soon"),
    "in_force": pgettext("accepted deviation", "in force"),
    "no_deadline": pgettext("accepted deviation", "without a deadline"),
    "met": pgettext("accepted deviation", "met by now"),
    "withdrawn": pgettext("accepted deviation", "withdrawn"),
}
_HEAD = (
    _("Product"),
    _("Criterion"),
    _("Deadline"),
    _("What has been promised"),
    _("Renewed"),
    _("The product says now"),
)
_PROMISED_BY = _("{action} ({role})")
_NOT_RECORDED = _("not recorded")
_NO_ANSWER = _("no answer")
_COUNT = "{count} {label}"


def build_deviations_paper(
    register: DeviationRegister, models: Iterable[str], as_of: date, language: Language
) -> Iterator[PaperPart]:
    """Yield the parts of the page: products, then projects, each with overdue ones first."""
    yield PaperHeading(1, _TITLE.render(language))
    if not register.groups:
        yield PaperParagraph(_NONE.render(language))
    for group in register.groups:
        yield PaperHeading(2, KIND_PLURALS[group.kind].render(language))
        yield PaperParagraph(_render_summary(group, language))
        rows = tuple(_build_row(each, language) for each in group.entries)
        yield PaperTable(tuple(each.render(language) for each in _HEAD), rows)
    if register.closed:
        count = len(register.closed)
        text = ngettext(
            "{count} accepted deviation of a closed product is left out.",
            "{count} accepted deviations of closed products are left out.",
            count,
        )
        yield PaperParagraph(text.render(language).format(count=count))
    yield PaperParagraph(render_footer_text(models, as_of, language))


def _render_summary(group: DeviationGroup, language: Language) -> str:
    count = len(group.entries)
    text = ngettext(
        "{count} accepted deviation: {states}.", "{count} accepted deviations: {states}.", count
    )
    states = [
        _COUNT.format(count=number, label=PROMISE_LABELS[state].render(language))
        for state, number in group.states.items()
        if number
    ]
    said = text.render(language).format(count=count, states=format_list(states, language))
    return f"{said} {_PROMISED.render(language).format(count=group.promised, all=count)}"


def _build_row(each: DeviationEntry, language: Language) -> tuple[str, ...]:
    return (
        each.name,
        name_criterion(each.criterion, each.title, language),
        _render_deadline(each, language),
        render_promise(each, language),
        str(each.renewals),
        _render_answer(each, language),
    )


def _render_deadline(each: DeviationEntry, language: Language) -> str:
    label = PROMISE_LABELS[each.state].render(language)
    return f"{format_day(each.until, language)}, {label}" if each.until else label


def render_promise(each: DeviationEntry, language: Language) -> str:
    """What has been promised, and by whom; that it is not recorded where neither is."""
    action = each.action.strip().rstrip(".")
    role = each.responsible_role.render(language) or each.responsible
    if action and role:
        return _PROMISED_BY.render(language).format(action=action, role=role)
    return action or role or _NOT_RECORDED.render(language)


def _render_answer(each: DeviationEntry, language: Language) -> str:
    label = ANSWER_LABELS[each.answer] if each.answer else _NO_ANSWER
    said = label.render(language)
    if each.state == "met" and each.answer != each.status:
        said = STATUS_SYMBOLS[each.status].word.render(language)
    return f"{said}: {each.words}" if each.words else said
