"""The feed: Atom that readers take, the same in every build, and at most a hundred entries."""

from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest

from os2governance.analysis.decision_log import LogEntry
from os2governance.i18n.text import Text
from os2governance.site.feed import render_feed
from os2governance.site.publication import Publication
from os2governance.site.template import SharedTexts, Site

ATOM = "{http://www.w3.org/2005/Atom}"
WORDS = {each: SharedTexts(name, "", "", "") for each, name in (("da", "Sted"), ("en", "Place"))}
SITE = Site(
    words=WORDS, as_of=date(2026, 5, 1), models={}, address="https://a.dk/",
    publication=Publication(),
)  # fmt: skip


def entry(on=date(2026, 1, 1), level="low", name="X", rationale="", kind="up"):
    return LogEntry(
        on=on, product="x", name=name, kind=kind, level=level, level_name=Text("Lav", "Low"),
        accepts={}, by="board", role=Text("Rådet", "The board"), rationale=rationale,
        reference="", file="f", line=1,
    )  # fmt: skip


def read(*log, language="da", site=SITE):
    return ET.fromstring(render_feed(log, language, site)[1])


def test_only_changes_of_level_are_entries_and_at_most_a_hundred():
    days = [date(2026, 1, 1) - timedelta(number) for number in range(150)]

    assert len(read(entry(level=None, kind="pause")).findall(f"{ATOM}entry")) == 0
    assert len(read(entry(kind="accept")).findall(f"{ATOM}entry")) == 0
    found = read(*(entry(day) for day in days))
    assert [each.text[:10] for each in found.iter(f"{ATOM}updated")][1:] == [
        day.isoformat() for day in days[:100]
    ]
    assert len({each.text for each in found.iter(f"{ATOM}id")}) == 101


@pytest.mark.parametrize("text", ["<b>&\"'", "\x1b[31m\x00", "æ\n😀", "]]>"])
def test_the_feed_is_whole_whatever_people_wrote(text):
    found = read(entry(name=text, rationale=text))

    assert "\x1b" not in "".join(found.itertext())
    assert len(found.findall(f"{ATOM}entry")) == 1


def test_a_build_is_like_the_next_and_languages_differ():
    assert render_feed([entry()], "da", SITE) == render_feed([entry()], "da", SITE)
    danish, english = (render_feed([entry()], each, SITE) for each in ("da", "en"))
    assert danish[0] != english[0]


def test_addresses_are_whole_where_the_site_s_is_known():
    links = [each.get("href") for each in read(entry()).iter(f"{ATOM}link")]
    relative = [
        each.get("href")
        for each in read(entry(), site=replace(SITE, address="")).iter(f"{ATOM}link")
    ]

    assert all(link.startswith("https://a.dk/") for link in links)
    assert not [link for link in relative if link.startswith(("http", "/"))]
