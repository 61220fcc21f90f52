"""The round as a calendar."""

from icalendar import Calendar
from pages import HOSTILE
from rounds import models, record, round_of, several

from os2governance.render.round.ics import render_round_calendar


def events(data):
    return Calendar.from_ical(data).walk("VEVENT")


def test_what_is_to_come_and_what_is_overdue(tmp_path):
    found = [
        (event.decoded("dtstart").isoformat(), str(event["summary"]))
        for event in events(render_round_calendar(several(), models(tmp_path), "en"))
    ]

    assert ("2026-08-15", "Late: deadline for invitation") in found
    assert ("2026-12-01", "Ahead: Decision") in found
    assert ("2026-12-08", "Ahead: deadline for decision") in found
    assert not [each for each in found if each[1].startswith(("Away", "Gone"))]
    assert ("2026-10-15", "Ahead: deadline for evaluation") not in found


def test_the_name_of_an_event_stays_and_the_bytes_too(tmp_path):
    first, again = (render_round_calendar(several(), models(tmp_path), "da") for _ in range(2))
    names = [str(event["uid"]) for event in events(first)]

    assert first == again
    assert len(set(names)) == len(names)


def test_a_hostile_name_makes_no_property(tmp_path):
    name = f"{HOSTILE}\r\nBEGIN:VEVENT\nSUMMARY:x"
    state = round_of(record(done={}), tool={"remark": name})
    data = render_round_calendar(state, models(tmp_path), "en")

    assert data.count(b"\r\nBEGIN:VEVENT") == len(events(data)) == 4
