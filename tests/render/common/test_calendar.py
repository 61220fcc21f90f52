"""A calendar of whole days: an entry an event, and nothing of a text is a property."""

from datetime import date

import pytest
from icalendar import Calendar
from pages import HOSTILE

from os2governance.render.common.calendar import CalendarEntry, build_event_id, render_calendar

DAY = date(2026, 5, 1)


def events(*entries):
    data = render_calendar(entries, DAY, "en")
    return Calendar.from_ical(data).walk("VEVENT"), data


def test_an_entry_is_an_event_of_its_day():
    ([event], _data) = events(CalendarEntry("x@y", DAY, "Tool", ("One.", "Two.")))

    assert (str(event["uid"]), event.decoded("dtstart")) == ("x@y", DAY)
    assert (str(event["summary"]), str(event["description"])) == ("Tool", "One.\nTwo.")


def test_an_id_is_of_its_whole_subject():
    assert build_event_id("tool", DAY, "due") == build_event_id("tool", "2026-05-01", "due")
    assert build_event_id("tool", "x") != build_event_id("too", "lx")


@pytest.mark.parametrize("text", [HOSTILE, "a\r\nBEGIN:VEVENT\nSUMMARY:x; y, z\\"])
def test_a_hostile_text_makes_no_property(text):
    found, data = events(CalendarEntry("x@y", DAY, text, (text,)))

    assert data.count(b"\r\nBEGIN:VEVENT") == data.count(b"\r\nSUMMARY") == len(found) == 1
