"""Badges: whole SVG and JSON, honest about the level, readable by all, whatever it is called."""

import json
from xml.etree import ElementTree as ET

import pytest
from folders import criterion, write_model, write_product
from pages import TODAY
from site_summaries import summary

from os2governance import assess, load_model, load_product
from os2governance.i18n.symbols import LEVEL_KINDS
from os2governance.site.badge import (
    format_badge_path,
    render_badge_files,
    render_badge_label,
    render_badge_message,
)
from os2governance.site.summary import build_product_summary

HOSTILE = ["<script>alert(1)</script>", "\"&'", "æøå", "x" * 500]
BOTH = ("da", "en")


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def colour_of(card):
    return json.loads(dict(render_badge_files(card))["badges/x.json"])["color"]


@pytest.mark.parametrize("steps", [1, 2, 4, 9])
def test_white_text_is_readable_on_every_colour(steps):
    for placed in (None, *range(steps)):
        files = dict(render_badge_files(summary("x", placed, steps=steps)))
        colour = json.loads(files["badges/x.json"])["color"]

        assert 1.05 / (luminance(colour) + 0.05) > 4.5
        assert all(
            f"#{colour}".encode() in data for name, data in files.items() if name.endswith("svg")
        )


@pytest.mark.parametrize("steps", [1, 2, 4, 9])
def test_the_highest_level_has_one_colour_however_many_there_are(steps):
    assert colour_of(summary("x", steps - 1, steps=steps)) == colour_of(summary("x", 3, steps=4))
    assert colour_of(summary("x", steps - 1, steps=steps)) != colour_of(summary("x", None))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_badge_is_whole_whatever_is_in_it(text):
    texts = {each: [text] * len(LEVEL_KINDS) for each in BOTH}
    files = dict(render_badge_files(summary(text, level_texts=texts)))

    for name, data in files.items():
        if name.endswith(".svg"):
            assert not [e for e in ET.fromstring(data).iter() if e.tag.endswith("script")]
            assert text in "".join(ET.fromstring(data).itertext())
    assert json.loads(files["badges/x.json"])["message"] == text


def test_each_language_has_a_badge_and_a_json_of_its_own():
    card = summary("x")
    paths = {format_badge_path(card, each, ending) for each in BOTH for ending in ("svg", "json")}
    files = dict(render_badge_files(card))

    assert len(paths) == 4
    assert paths == set(files)
    assert render_badge_label(card, "da") != render_badge_label(card, "en")
    said = [json.loads(files[format_badge_path(card, each, "json")]) for each in BOTH]
    assert [each["label"] for each in said] == ["trin", "step"]
    assert [each["message"] for each in said] == [render_badge_message(card, e) for e in BOTH]


# -- what it says (semantics §5, §6) ----------------------------------------------------------

RULES = [
    criterion("A", "low", {"fact": "open", "equals": True}),
    criterion("B", "high", {"fact": "licence", "present": True}),
]
PLACED = {"on": "2026-01-01", "decision": "place", "level": "low", "by": "board"}
ALL = {"open": True, "licence": "MIT"}


@pytest.fixture
def card(tmp_path):
    words = {"badge": {"da": "trin", "en": "step"}}
    model = load_model(write_model(tmp_path, RULES, words=words))

    def cards(**product):
        found = load_product(write_product(tmp_path, **product), model)
        return build_product_summary(assess(found, model, as_of=TODAY), [], [])

    return cards


def test_the_label_is_the_model_s_word(card):
    assert card().badge_labels == {"da": "trin", "en": "step"}


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("facts", [{}, {"open": False}, ALL])
def test_the_placed_level_is_the_one_that_is_shown(card, language, facts):
    assert render_badge_message(card(facts=facts, decisions=[PLACED]), language) == "low"


@pytest.mark.parametrize(
    ("product", "message"),
    [
        ({"facts": ALL}, "not placed, assessed: high"),
        ({"facts": {"open": True, "licence": None}}, "not placed, assessed: low"),
        ({"facts": {"open": True}}, "not placed, assessed: at least low"),
        ({}, "not placed, not settled"),
        ({"facts": {"open": False}}, "not placed, not yet at low"),
    ],
)
def test_without_a_placement_that_is_said_and_what_is_assessed(card, product, message):
    assert render_badge_message(card(**product), "en") == message


def test_a_draft_is_in_no_badge(card):
    declared = {"on": "2026-05-01", "by": "Ejeren", "draft": True}

    assert render_badge_message(card(facts=ALL, declared=declared), "en") == "not placed"


def test_a_draft_leaves_the_placement_as_it_is(card):
    declared = {"on": "2026-05-01", "by": "Ejeren", "draft": True}
    found = card(facts={"open": False}, declared=declared, decisions=[PLACED])

    assert render_badge_message(found, "en") == "low"


@pytest.mark.parametrize(("decision", "word"), [("pause", "paused"), ("close", "closed")])
def test_a_product_that_is_not_active_says_so(card, decision, word):
    later = {"on": "2026-02-01", "decision": decision, "by": "board"}

    assert render_badge_message(card(decisions=[PLACED, later]), "en") == f"low ({word})"
