"""The round as a calendar: an event for each deadline and each planned day that is to come.

The same input gives the same bytes; the name of an event stays while product, half-year and step
do.
"""

import hashlib
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from os2governance.i18n.inert import make_inert
from os2governance.i18n.text import Language, _
from os2governance.model.model import Model
from os2governance.portfolio.round import RoundProductState, RoundState, RoundStep
from os2governance.render.common.blocks import NBSP
from os2governance.render.round.labels import STEP_LABELS, render_party
from os2governance.render.round.paper import name_round
from os2governance.version import VERSION

_DEADLINE = _("{name}: deadline for {step}")
_PLANNED = _("{name}: {step}")
_WAITING = _("Waiting for {who}.")
_TO_COME = frozenset({"late", "due", "planned", "open"})


def render_round_calendar(
    state: RoundState, models: Mapping[str, Model], language: Language
) -> bytes:
    """The deadlines and planned days of all products in the round as an iCalendar file."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", f"-//os2governance//{VERSION}//{language.upper()}")
    calendar.add("version", "2.0")
    for product in state.products:
        for step in product.steps:
            if step.state not in _TO_COME:
                continue
            for kind, day in (("due", step.due), ("planned", step.on)):
                if day is None:
                    continue
                event = Event()
                event.add("uid", _build_event_id(state, product, step, kind))
                event.add("dtstamp", datetime.combine(state.as_of, time(), UTC))
                event.add("dtstart", day)
                if day < date.max:  # an event without an end lasts the day
                    event.add("dtend", day + timedelta(1))
                event.add("transp", "TRANSPARENT")
                event.add("summary", _render_summary(product, step, kind, language))
                who = render_party(step, models[product.record.model].words, language)
                waiting = _WAITING.render(language).format(who=who)
                said = (name_round(state.half, language), waiting, product.remark)
                event.add("description", "\n".join(map(_clean_text, said)))
                calendar.add_component(event)
    return bytes(calendar.to_ical())


def _build_event_id(
    state: RoundState, product: RoundProductState, step: RoundStep, kind: str
) -> str:
    about = f"{product.record.product}\0{state.half.id}\0{step.step}\0{kind}"
    digest = hashlib.sha256(about.encode("utf-8", "replace")).hexdigest()[:32]
    return f"{digest}@os2governance"


def _render_summary(
    product: RoundProductState, step: RoundStep, kind: str, language: Language
) -> str:
    text = (_DEADLINE if kind == "due" else _PLANNED).render(language)
    label = STEP_LABELS[step.step].render(language)
    label = label.lower() if kind == "due" else label
    return _clean_text(text.format_map({"name": product.record.name, "step": label}))


def _clean_text(text: str) -> str:
    return make_inert(text).replace(NBSP, " ")
