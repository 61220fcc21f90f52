"""Badges: whole SVG and JSON, readable by all, whatever a level is called."""

import json
from xml.etree import ElementTree as ET

import pytest
from site_summaries import summary

from os2governance.i18n.symbols import LEVEL_KINDS
from os2governance.site.badge import format_badge_path, render_badge_files, render_badge_label

HOSTILE = ["<script>alert(1)</script>", "\"&'", "æøå", "x" * 500]


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("level", [None, 0, 1, 2, 3, 4, 99])
def test_white_text_is_readable_on_every_colour(level):
    files = dict(render_badge_files(summary("x", level)))
    colour = json.loads(files["badges/x.json"])["color"]

    assert 1.05 / (luminance(colour) + 0.05) > 4.5
    assert all(
        f"#{colour}".encode() in data for name, data in files.items() if name.endswith("svg")
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_a_badge_is_whole_whatever_is_in_it(text):
    texts = {each: [text] * len(LEVEL_KINDS) for each in ("da", "en")}
    files = dict(render_badge_files(summary(text, level_texts=texts)))

    for name, data in files.items():
        if name.endswith(".svg"):
            assert not [e for e in ET.fromstring(data).iter() if e.tag.endswith("script")]
            assert text in "".join(ET.fromstring(data).itertext())
    assert json.loads(files["badges/x.json"])["message"] == text


def test_each_language_has_a_badge_of_its_own():
    card = summary("x")
    paths = {format_badge_path(card, each) for each in ("da", "en")}

    assert len(paths) == 2
    assert paths < set(dict(render_badge_files(card)))
    assert render_badge_label(card, "da") != render_badge_label(card, "en")
