"""The forecast as a calendar."""

from datetime import date, timedelta

import pytest
from forecasts import ACCEPTED, CRITERIA, LAST, UNTIL, looked_ahead
from icalendar import Calendar
from pages import BOTH, HOSTILE, TODAY, assessed, loaded

from os2governance.analysis.forecast import find_turning_points
from os2governance.i18n.date_words import format_day
from os2governance.render.forecast.ics import render_forecast_calendar


def events(*looked, language="en", as_of=TODAY):
    data = render_forecast_calendar(looked, as_of, UNTIL, language)
    return Calendar.from_ical(data).walk("VEVENT"), data


@pytest.mark.parametrize("language", BOTH)
def test_an_event_stands_on_the_last_day_for_what_gets_worse(tmp_path, language):
    [event], _ = events(looked_ahead(tmp_path), language=language)

    assert event.decoded("dtstart") == LAST
    assert event.decoded("dtend") == LAST + timedelta(1)
    assert str(event["summary"]).startswith("Tool: ")
    assert str(event["summary"]).endswith("A")
    title = {"da": "Gruppens seneste møde", "en": "The group's latest meeting"}[language]
    assert f"{title}: {format_day(date(2025, 10, 15), language)}." in str(event["description"])
    assert "product.yaml" not in str(event["description"])  # a calendar is no place for files
    assert {"da": "Ejeren", "en": "The owner"}[language] in str(event["description"])


def test_what_only_gets_better_stands_on_its_day(tmp_path):
    rating = {"evaluated": {"on": "2026-07-01", "by": "E"}, "lights": {}, "recommends": "low"}
    calendar, _ = events(looked_ahead(tmp_path, evaluations=[rating]))
    days = [event.decoded("dtstart").isoformat() for event in calendar]

    assert days == ["2026-07-01", "2026-10-15"]


def test_the_same_is_the_same_bytes_and_the_id_stays_on_another_day(tmp_path):
    looked = looked_ahead(tmp_path, decisions=[ACCEPTED])
    [first, again, later] = (
        events(looked), events(looked), events(looked, as_of=TODAY + timedelta(30)),
    )  # fmt: skip

    assert first[1] == again[1] != later[1]
    assert len({str(event["uid"]) for event in first[0]}) == len(first[0]) == 2
    assert [event["uid"] for event in first[0]] == [event["uid"] for event in later[0]]


def test_a_hostile_name_makes_no_property(tmp_path):
    name = f"{HOSTILE}\r\nBEGIN:VEVENT\nSUMMARY:x; y, z\\"
    [event], data = events(looked_ahead(tmp_path, name=name))

    assert data.count(b"\r\nBEGIN:VEVENT") == data.count(b"\r\nSUMMARY") == 1
    assert str(event["summary"]).replace("\xa0", " ").isprintable()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_no_products_are_an_empty_calendar():
    calendar, data = events()

    assert calendar == []
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")


def test_the_last_day_that_there_is_has_an_event_without_an_end(tmp_path):
    """The day after it is none; the whole calendar failed."""
    rating = {"evaluated": {"on": "9999-12-31", "by": "E"}, "lights": {}, "recommends": "low"}
    assessment, _turns = looked_ahead(tmp_path, evaluations=[rating])
    looked = (assessment, tuple(find_turning_points(assessment, date.max)))
    last = [each for each in events(looked)[0] if each.decoded("dtstart") == date.max]

    assert [each.get("dtend") for each in last] == [None]


def test_an_evaluation_that_falls_due_has_an_event_of_its_own(tmp_path):
    model = loaded(tmp_path, CRITERIA, wheel={"evaluation": "6 months"})
    product = assessed(tmp_path, model)
    [first], _ = events((product, ()))
    [later], _ = events((product, ()), as_of=TODAY + timedelta(3))

    assert first.decoded("dtstart") == date(2026, 11, 1)
    assert str(first["summary"]) == "Tool: the last day for the next evaluation"
    assert first["uid"] == later["uid"]
