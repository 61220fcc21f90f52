"""The round as a page: how many have come how far, who is late, what is due when."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby

from os2governance.i18n.date_words import format_day
from os2governance.i18n.half_years import HalfYear
from os2governance.i18n.symbols import KIND_PLURALS, LIFECYCLE_LABELS
from os2governance.i18n.text import Language, _, format_list, ngettext
from os2governance.model.model import Model
from os2governance.portfolio.round import (
    RoundGroup,
    RoundProductState,
    RoundState,
    RoundStep,
)
from os2governance.render.common.levels import NOT_STATED, render_footer_text
from os2governance.render.common.paper import (
    PaperHeading,
    PaperList,
    PaperParagraph,
    PaperPart,
    PaperTable,
)
from os2governance.render.round.labels import STATE_LABELS, STEP_LABELS, render_party

_TITLE = _("The round of the {half}")
_EMPTY = _("No product is in the round.")
_NO_FILE = _("There is no file with deadlines for this half-year: {file}.")
_STEP, _DONE = _("Step"), _("Done")
_STATES = ("passed", "late", "due", "planned", "open")
_LATE, _UPCOMING = _("Overdue"), _("Upcoming deadlines")
_NOBODY_LATE = _("Nothing is overdue.")
_DUE_HEAD = (_("Deadline"), _("Step"), _("Waiting for"), _("Products"))
_EACH = _("Each product")
_EACH_HEAD = (_("Product"), _("Latest step"), _("Next step"), _("Deadline"), _("Waiting for"))
_REMARKS, _OUT = _("Remarks"), _("Not in the round")
_PLANNED_FOR = _("{step}, planned for {day}")
_ON = _("{step}, {day}")
_ALL_DONE = _("all steps are done")
_SAID = "{name}: {words}"
_OF = _("{count} of {all}")


def build_round_paper(
    state: RoundState, models: Mapping[str, Model], wanted_file: str, language: Language
) -> Iterator[PaperPart]:
    """Yield the parts of the page; `wanted_file` is where deadlines would be written, if any."""
    yield PaperHeading(1, name_round(state.half, language))
    if wanted_file and not state.file:
        yield PaperParagraph(_NO_FILE.render(language).format(file=wanted_file))
    if not state.groups:
        yield PaperParagraph(_EMPTY.render(language))
    for group in state.groups:
        yield PaperHeading(2, KIND_PLURALS[group.kind].render(language))
        yield _build_counts(group, language)
    if state.groups:
        yield from _build_deadlines(state, models, language)
        yield PaperHeading(2, _EACH.render(language))
        rows = tuple(_build_row(each, models, language) for each in state.products)
        yield PaperTable(tuple(each.render(language) for each in _EACH_HEAD), rows)
    yield from _build_remarks(state, language)
    yield PaperParagraph(render_footer_text(models, state.as_of, language))


def _build_counts(group: RoundGroup, language: Language) -> PaperTable:
    every = len(group.products)
    head = (_STEP, _DONE, *(STATE_LABELS[each] for each in _STATES))
    return PaperTable(
        tuple(each.render(language) for each in head),
        tuple(
            (
                STEP_LABELS[each.step].render(language),
                _OF.render(language).format(count=each.states["done"], all=every),
                *(str(each.states[name]) for name in _STATES),
            )
            for each in group.steps
        ),
    )


DueStep = tuple[date, RoundStep, RoundProductState]


def _build_deadlines(
    state: RoundState, models: Mapping[str, Model], language: Language
) -> Iterator[PaperPart]:
    head = tuple(each.render(language) for each in _DUE_HEAD)
    yield PaperHeading(2, _LATE.render(language))
    late = list_due_steps(state, {"late"})
    if late:
        yield PaperTable(head, tuple(_group_by_day(late, models, language)))
    else:
        yield PaperParagraph(_NOBODY_LATE.render(language))
    if upcoming := list_due_steps(state, {"due", "planned"}):
        yield PaperHeading(2, _UPCOMING.render(language))
        yield PaperTable(head, tuple(_group_by_day(upcoming, models, language)))


def list_due_steps(state: RoundState, states: set[str]) -> list[DueStep]:
    """The steps in some states that have a deadline, by it; of one day in the round's order.

    Those that wait for the same party stand together.
    """
    found = [
        (step.due, number, product, step)
        for product in state.products
        for number, step in enumerate(product.steps)
        if step.state in states and step.due
    ]
    found.sort(key=lambda each: (*each[:2], each[3].party, each[2].record.product))
    return [(due, step, product) for due, _number, product, step in found]


def _group_by_day(
    steps: list[DueStep], models: Mapping[str, Model], language: Language
) -> Iterator[tuple[str, ...]]:
    """Yield a row for each deadline of a step, with all products that it is of."""
    for (due, name, party), several in groupby(
        steps,
        key=lambda each: (
            each[0],
            each[1].step,
            render_party(each[1], models[each[2].record.model].words, language),
        ),
    ):
        products = format_list([each[2].record.name for each in several], language)
        yield format_day(due, language), STEP_LABELS[name].render(language), party, products


def _build_row(
    each: RoundProductState, models: Mapping[str, Model], language: Language
) -> tuple[str, ...]:
    words = models[each.record.model].words
    latest, following = each.latest, each.next
    paused = LIFECYCLE_LABELS["paused"].render(language)
    name = each.record.name
    return (
        f"{name} ({paused})" if each.record.lifecycle == "paused" else name,
        _render_done(latest, language) if latest else NOT_STATED,
        _render_next(following, language) if following else _ALL_DONE.render(language),
        _render_due(following, language) if following else NOT_STATED,
        render_party(following, words, language) if following else NOT_STATED,
    )


def _render_done(step: RoundStep, language: Language) -> str:
    label = STEP_LABELS[step.step].render(language)
    if step.on is None:
        return label
    return _ON.render(language).format(step=label, day=format_day(step.on, language))


def _render_next(step: RoundStep, language: Language) -> str:
    label = STEP_LABELS[step.step].render(language)
    if step.on is None:
        return label
    return _PLANNED_FOR.render(language).format(step=label, day=format_day(step.on, language))


def _render_due(step: RoundStep, language: Language) -> str:
    if step.due is None:
        return NOT_STATED
    day = format_day(step.due, language)
    late = STATE_LABELS["late"].render(language)
    return f"{day} ({late})" if step.state == "late" else day


def _build_remarks(state: RoundState, language: Language) -> Iterator[PaperPart]:
    remarks = [
        _SAID.format(name=each.record.name, words=each.remark)
        for each in (*state.products, *state.out)
        if each.remark
    ]
    if remarks:
        yield PaperHeading(2, _REMARKS.render(language))
        yield PaperList(tuple(remarks))
    stated = [each for each in state.out if each.out]
    if stated:
        yield PaperHeading(2, _OUT.render(language))
        yield PaperList(
            tuple(_SAID.format(name=each.record.name, words=each.out) for each in stated)
        )
    if closed := len(state.out) - len(stated):
        text = ngettext(
            "{count} closed product is left out.", "{count} closed products are left out.", closed
        )
        yield PaperParagraph(text.render(language).format(count=closed))


def name_round(half: HalfYear, language: Language) -> str:
    """What a round is called, on its page and in a calendar."""
    return _TITLE.render(language).format(half=half.render(language))
