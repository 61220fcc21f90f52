"""Forecast as a calendar: an event for each change, or for the last day to prevent a worse one.

The same input gives the same bytes: the timestamp is the assessment date, and an event's UID is
derived from its subject. The calendar library escapes texts; unprintable characters are made
inert beforehand.
"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from os2governance.analysis.forecast import TurningPoint
from os2governance.assessment.levels import Assessment
from os2governance.i18n.date_words import format_day
from os2governance.i18n.inert import make_inert
from os2governance.i18n.text import Language, _, format_sentence
from os2governance.render.changes.difference_text import render_level_lines
from os2governance.render.common.blocks import NBSP
from os2governance.render.forecast.text import (
    list_evaluations_due,
    render_evaluation_due,
    render_outcome_turn,
    render_responsible_role,
    render_turn_reason,
)
from os2governance.version import VERSION

if TYPE_CHECKING:
    from icalendar import Calendar

_LAST_DAY = _("{name}: the last day for {criteria}")
_OTHER_CHANGE = _("{name}: automatic change")
_RESPONSIBLE = _("Responsible: {who}")
_EVALUATION = _("{name}: the last day for the next evaluation")


class CalendarEntry(NamedTuple):
    """An event of one day; its id stays as long as its subject does."""

    uid: str
    day: date
    summary: str
    description: tuple[str, ...]


def render_forecast_calendar(
    looked: Sequence[tuple[Assessment, Sequence[TurningPoint]]],
    as_of: date,
    until: date,
    language: Language,
) -> bytes:
    """The forecast of several products as an iCalendar file, with evaluations that fall due."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//os2governance//{VERSION}//{language.upper()}")
    calendar.add("version", "2.0")
    for assessment, turns in looked:
        for turn in turns:
            _add_event(
                calendar,
                as_of,
                CalendarEntry(
                    uid=_build_event_id(assessment, turn),
                    day=turn.last if _list_worse_criteria(turn) else turn.on,
                    summary=_render_summary(assessment, turn, language),
                    description=tuple(_render_description(turn, language)),
                ),
            )
    for assessment, due in list_evaluations_due([each for each, _turns in looked], until):
        about = f"{assessment.product.id}\0{due.due}\0evaluation"
        summary = _EVALUATION.render(language).format_map({"name": assessment.product.name})
        said = render_evaluation_due(assessment, due, language)
        _add_event(
            calendar,
            as_of,
            CalendarEntry(
                uid=_hash_id(about),
                day=due.due,
                summary=summary,
                description=(format_sentence(said),),
            ),
        )
    return bytes(calendar.to_ical())


def _add_event(calendar: "Calendar", as_of: date, entry: CalendarEntry) -> None:
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", datetime.combine(as_of, time(), UTC))
    event.add("dtstart", entry.day)
    if entry.day < date.max:  # an event without an end lasts the day
        event.add("dtend", entry.day + timedelta(1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", _clean_text(entry.summary))
    event.add("description", "\n".join(map(_clean_text, entry.description)))
    calendar.add_component(event)


def _list_worse_criteria(turn: TurningPoint) -> list[str]:
    return [each.after.criterion.id for each in turn.outcomes if each.worse]


def _build_event_id(assessment: Assessment, turn: TurningPoint) -> str:
    """An event UID that is stable as long as the product, the day and the changes are the same."""
    turned = ",".join(each.after.criterion.id for each in turn.outcomes)
    about = f"{assessment.product.id}\0{turn.on}\0{turned}"
    return _hash_id(about)


def _hash_id(about: str) -> str:
    digest = hashlib.sha256(about.encode("utf-8", "replace")).hexdigest()[:32]
    return f"{digest}@os2governance"


def _render_summary(assessment: Assessment, turn: TurningPoint, language: Language) -> str:
    worse = _list_worse_criteria(turn)
    text = (_LAST_DAY if worse else _OTHER_CHANGE).render(language)
    parts = {"name": assessment.product.name, "criteria": ", ".join(worse)}
    return text.format_map(parts)


def _render_description(turn: TurningPoint, language: Language) -> Iterator[str]:
    yield f"{format_day(turn.on, language)}:"
    yield from render_level_lines(turn.change, language)
    for reason in turn.reasons:
        yield render_turn_reason(reason, turn, language)
    for turned in turn.outcomes:
        criterion = turned.after.criterion
        title = criterion.title.render(language)
        yield f"{criterion.id} {title}: {render_outcome_turn(turned, language)}"
        yield from (
            render_turn_reason(reason, turn, language, turned) for reason in turned.reasons
        )
        if turned.worse:
            yield _RESPONSIBLE.render(language).format_map(
                {"who": render_responsible_role(turned, turn, language)}
            )


def _clean_text(text: str) -> str:
    return make_inert(text).replace(NBSP, " ")
