"""A calendar of whole days as an iCalendar file.

The same entries give the same bytes: the timestamp is the assessment date, and the id of an event
is derived from its subject. The calendar library escapes texts; unprintable characters are made
inert beforehand.
"""

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from os2governance.i18n.inert import make_inert
from os2governance.i18n.text import Language
from os2governance.render.common.blocks import NBSP
from os2governance.version import VERSION


class CalendarEntry(NamedTuple):
    """An event of one day; its id stays as long as its subject does."""

    id: str
    day: date
    summary: str
    description: tuple[str, ...]


def build_event_id(*subject: object) -> str:
    """The id of an event on a subject."""
    about = "\0".join(map(str, subject))
    digest = hashlib.sha256(about.encode("utf-8", "replace")).hexdigest()[:32]
    return f"{digest}@os2governance"


def render_calendar(entries: Iterable[CalendarEntry], as_of: date, language: Language) -> bytes:
    """The iCalendar file of some entries, in their order."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", f"-//os2governance//{VERSION}//{language.upper()}")
    calendar.add("version", "2.0")
    for entry in entries:
        event = Event()
        event.add("uid", entry.id)
        event.add("dtstamp", datetime.combine(as_of, time(), UTC))
        event.add("dtstart", entry.day)
        if entry.day < date.max:  # an event without an end lasts the day
            event.add("dtend", entry.day + timedelta(1))
        event.add("transp", "TRANSPARENT")
        event.add("summary", _clean_text(entry.summary))
        event.add("description", "\n".join(map(_clean_text, entry.description)))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _clean_text(text: str) -> str:
    return make_inert(text).replace(NBSP, " ")
