"""The round as a calendar: an event for each deadline and each planned day that is to come."""

from collections.abc import Iterator, Mapping

from os2governance.i18n.text import Language, _
from os2governance.model.model import Model
from os2governance.portfolio.round import RoundProductState, RoundState, RoundStep
from os2governance.render.common.calendar import CalendarEntry, build_event_id, render_calendar
from os2governance.render.round.labels import STEP_LABELS, render_party
from os2governance.render.round.paper import name_round

_DEADLINE = _("{name}: deadline for {step}")
_PLANNED = _("{name}: {step}")
_WAITING = _("Waiting for {who}.")
_TO_COME = frozenset({"late", "due", "planned", "open"})


def render_round_calendar(
    state: RoundState, models: Mapping[str, Model], language: Language
) -> bytes:
    """The deadlines and planned days of all products in the round as an iCalendar file."""
    return render_calendar(_list_entries(state, models, language), state.as_of, language)


def _list_entries(
    state: RoundState, models: Mapping[str, Model], language: Language
) -> Iterator[CalendarEntry]:
    for product in state.products:
        record, words = product.record, models[product.record.model].words
        for step in product.steps:
            if step.state not in _TO_COME:
                continue
            waiting = _WAITING.render(language).format(who=render_party(step, words, language))
            for kind, day in (("due", step.due), ("planned", step.on)):
                if day is not None:
                    yield CalendarEntry(
                        id=build_event_id(record.product, state.half.id, step.step, kind),
                        day=day,
                        summary=_render_summary(product, step, kind, language),
                        description=(name_round(state.half, language), waiting, product.remark),
                    )


def _render_summary(
    product: RoundProductState, step: RoundStep, kind: str, language: Language
) -> str:
    text = (_DEADLINE if kind == "due" else _PLANNED).render(language)
    label = STEP_LABELS[step.step].render(language)
    label = label.lower() if kind == "due" else label
    return text.format_map({"name": product.record.name, "step": label})
