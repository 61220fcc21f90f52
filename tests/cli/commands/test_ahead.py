"""`ahead`, as people run it."""

import json

import icalendar
import pytest
from folders import criterion, write_model, write_product

MET_ON = {"fact": "group.met_on", "within": "12 months"}


@pytest.fixture
def ahead(tmp_path, monkeypatch, run):
    """Look ahead for the products in a place; `name` is typed by somebody."""
    monkeypatch.chdir(tmp_path)
    write_model(tmp_path, [criterion("A", "low", MET_ON)])

    def runs(*arguments, name="Tool", facts=None):
        facts = {"group": {"met_on": "2025-10-15"}} if facts is None else facts
        if not (tmp_path / "products").exists():
            write_product(tmp_path, facts=facts, name=name)
        return run("ahead", "--criteria", "criteria", "--as-of", "2026-05-01", *arguments)

    return runs


def test_json_says_what_to_renew_by_when_and_who(ahead):
    said = json.loads(ahead("--format", "json", "--lang", "en").stdout_bytes)
    (product,) = said["products"]
    (turn,) = product["ahead"]
    (one,) = turn["criteria"]
    (reason,) = one["reasons"]

    assert said["format"] == "os2governance/ahead/1"
    assert (said["as_of"], said["until"]) == ("2026-05-01", "2027-05-01")
    assert (turn["on"], turn["last_day"]) == ("2026-10-16", "2026-10-15")
    assert {
        "name": "assessed",
        "before": "high",
        "after": None,
        "before_state": "reached",
        "after_state": "below",
    } in turn["levels"]
    assert (one["criterion"], one["before"], one["after"]) == ("A", "met", "unmet")
    assert (one["worse"], one["responsible"]) == (True, "owner")
    assert (reason["subject"], reason["found"]) == ("group.met_on", "2025-10-15")
    assert (reason["file"], reason["line"]) == ("products/tool/product.yaml", 11)


def test_until_counts_and_is_included(ahead):
    for until, days in (("2026-10-14", 0), ("2026-10-15", 1)):
        said = json.loads(ahead("--format", "json", "--until", until).stdout_bytes)
        assert len(said["products"][0]["ahead"]) == days


def test_a_calendar_that_others_can_read(ahead):
    name = "A; b, c\\n\nSUMMARY:x\r\nBEGIN:VEVENT æøå " + "long " * 30
    done = ahead("--format", "ics", "--lang", "en", name=name)
    calendar = icalendar.Calendar.from_ical(done.stdout_bytes)
    (event,) = calendar.walk("VEVENT")

    assert str(event["summary"]).startswith("A; b, c\\n SUMMARY:x  BEGIN:VEVENT æøå")
    assert str(event["summary"]).endswith("the last day for A")
    assert event.decoded("dtstart").isoformat() == "2026-10-15"
    assert event.decoded("dtstamp").isoformat() == "2026-05-01T00:00:00+00:00"
    assert "16 October 2026:\nAssessed: high → not yet at low" in str(event["description"])
    assert "The group's latest meeting: 15 October 2025." in str(event["description"])
    assert all(len(line) <= 75 for line in done.stdout_bytes.split(b"\r\n"))
    assert done.stdout_bytes == ahead("--format", "ics", "--lang", "en").stdout_bytes


def test_the_name_of_an_event_stays(ahead):
    def names(as_of):
        done = ahead("--format", "ics", "--as-of", as_of)
        events = icalendar.Calendar.from_ical(done.stdout_bytes).walk("VEVENT")
        return [str(event["uid"]) for event in events]

    assert names("2026-05-01") == names("2026-06-01") != []


def test_text(ahead):
    text = ahead("--lang", "en").stdout

    assert "16 October 2026 (the last day before it: 15 October 2026)" in text
    assert "Assessed: high → not yet at low" in text
    assert "Responsible: The owner" in text
    assert "nothing changes automatically" in ahead("--lang", "en", "--until", "2026-06-01").stdout


@pytest.mark.parametrize("form", ["text", "json", "ics"])
def test_what_cannot_be_read_is_said_and_the_others_are_looked_at(ahead, tmp_path, form):
    date = "2025-10-15" if form == "json" else "15. oktober 2025"
    ahead()
    (tmp_path / "products/broken").mkdir()
    (tmp_path / "products/broken/product.yaml").write_text("a: [")
    done = ahead("--format", form)

    assert done.exit_code == 2
    assert "broken" in done.stdout + done.stderr
    assert "yaml-syntax" in (done.stderr if form == "ics" else done.stdout)
    assert date in done.stdout.replace("\r\n ", "")


def test_no_products(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    assert run("ahead").exit_code == 2


def test_a_date_at_the_end_of_time(ahead):
    assert ahead("--as-of", "9999-12-31").exit_code == 0
    done = ahead("--as-of", "9999-01-01", "--until", "9999-12-31")
    assert done.exit_code == 0
