"""Forecast as a calendar: an event for each change, or for the last day to prevent a worse one.

The same input gives the same bytes: the timestamp is the assessment date, and an event's UID is
derived from its subject. The calendar library escapes texts; unprintable characters are made
inert beforehand.
"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from os2governance.analysis.forecast import Turn
from os2governance.assessment.levels import Assessment
from os2governance.i18n.text import Language, Text
from os2governance.render.changes.product_text import level_lines
from os2governance.render.common.blocks import GLUE
from os2governance.render.common.layout import inert
from os2governance.render.forecast.text import outcome_said, reason_said, who
from os2governance.version import VERSION

_WORSE = Text("{name}: sidste dag for {criteria}", "{name}: the last day for {criteria}")
_OTHER = Text("{name}: ændring af sig selv", "{name}: a change by itself")
_WHO = Text("Ansvarlig: {who}", "Responsible: {who}")


def ahead_calendar(
    looked: Sequence[tuple[Assessment, Sequence[Turn]]], as_of: date, language: Language
) -> bytes:
    """The forecast of several products as an iCalendar file."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", f"-//os2governance//{VERSION}//{language.upper()}")
    calendar.add("version", "2.0")
    for assessment, turns in looked:
        for turn in turns:
            event = Event()
            day = turn.last if _worse(turn) else turn.on
            event.add("uid", _identity(assessment, turn))
            event.add("dtstamp", datetime.combine(as_of, time(), UTC))
            event.add("dtstart", day)
            event.add("dtend", day + timedelta(1))
            event.add("transp", "TRANSPARENT")
            event.add("summary", _clean(_summary(assessment, turn, language)))
            event.add("description", "\n".join(map(_clean, _lines(turn, language))))
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _worse(turn: Turn) -> list[str]:
    return [each.after.criterion.id for each in turn.turned if each.worse]


def _identity(assessment: Assessment, turn: Turn) -> str:
    """An event UID that is stable as long as the product, the day and the changes are the same."""
    turned = ",".join(each.after.criterion.id for each in turn.turned)
    about = f"{assessment.declaration.product}\0{turn.on}\0{turned}"
    digest = hashlib.sha256(about.encode("utf-8", "replace")).hexdigest()[:32]
    return f"{digest}@os2governance"


def _summary(assessment: Assessment, turn: Turn, language: Language) -> str:
    worse = _worse(turn)
    text = (_WORSE if worse else _OTHER).say(language)
    parts = {"name": assessment.declaration.name, "criteria": ", ".join(worse)}
    return text.format_map(parts)


def _lines(turn: Turn, language: Language) -> Iterator[str]:
    yield f"{turn.on}:"
    yield from level_lines(turn.change, language)
    for reason in turn.reasons:
        yield reason_said(reason, turn, language)
    for turned in turn.turned:
        criterion = turned.after.criterion
        title = criterion.title.say(language)
        yield f"{criterion.id} {title}: {outcome_said(turned, language)}"
        yield from (reason_said(reason, turn, language, turned) for reason in turned.reasons)
        if turned.worse:
            yield _WHO.say(language).format_map({"who": who(turned, turn, language)})


def _clean(text: str) -> str:
    return inert(text).replace(GLUE, " ")
