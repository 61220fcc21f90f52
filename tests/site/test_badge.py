"""Badges: whole SVG and JSON, honest about the level, readable by all, whatever it is called."""

import json
from xml.etree import ElementTree as ET

import pytest
from folders import criterion, write_model, write_product
from pages import TODAY
from site_summaries import summary

from os2governance import assess, load_model, load_product
from os2governance.analysis.decision_log import list_log_entries
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
DECIDED = {
    "da": "low, besluttet af bestyrelsen 1. januar 2026",
    "en": "low, decided by the board on 1 January 2026",
}


@pytest.fixture
def card(tmp_path):
    words = {"badge": {"da": "trin", "en": "step"}}
    model = load_model(write_model(tmp_path, RULES, words=words))

    def cards(**product):
        found = load_product(write_product(tmp_path, **product), model)
        judged = assess(found, model, as_of=TODAY)
        return build_product_summary(judged, list_log_entries([judged]), [])

    return cards


def test_the_label_is_the_model_s_word(card):
    assert card().badge_labels == {"da": "trin", "en": "step"}


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("facts", [{}, {"open": False}, ALL])
def test_the_placed_level_is_the_one_that_is_shown(card, language, facts):
    message = render_badge_message(card(facts=facts, decisions=[PLACED]), language)

    assert message == DECIDED[language]


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

    assert render_badge_message(found, "en") == DECIDED["en"]


@pytest.mark.parametrize(("decision", "word"), [("pause", "paused"), ("close", "closed")])
def test_a_product_that_is_not_active_says_so(card, decision, word):
    later = {"on": "2026-02-01", "decision": decision, "by": "board"}

    assert (
        render_badge_message(card(decisions=[PLACED, later]), "en") == f"{DECIDED['en']} ({word})"
    )


# -- what a level rests on ---------------------------------------------------------------------

ACCEPTS = {**PLACED, "level": "high", "accepts": {"B": {"until": "2026-12-31", "grounds": "Ja"}}}
RESTS = [
    # what is declared, the decision, what the badge says in Danish, and in English
    (
        {"open": True, "licence": None}, [ACCEPTS],
        "high med 1 accepteret afvigelse, besluttet af bestyrelsen 1. januar 2026",
        "high with 1 accepted deviation, decided by the board on 1 January 2026",
    ),
    (
        {"open": False, "licence": None},
        [{**ACCEPTS, "accepts": {"A": {"grounds": "Ja"}, "B": {"grounds": "Ja"}}}],
        "high med 2 accepterede afvigelser, besluttet af bestyrelsen 1. januar 2026",
        "high with 2 accepted deviations, decided by the board on 1 January 2026",
    ),
    (  # met by now: it rests on none
        ALL, [ACCEPTS],
        "high, besluttet af bestyrelsen 1. januar 2026",
        "high, decided by the board on 1 January 2026",
    ),
    (  # accepted for a level that is not needed any more: the placing is of a lower one
        {"open": True, "licence": None}, [ACCEPTS, {**PLACED, "on": "2026-02-01"}],
        "low, besluttet af bestyrelsen 1. februar 2026",
        "low, decided by the board on 1 February 2026",
    ),
    (  # ended
        {"open": True, "licence": None}, [{**ACCEPTS, "accepts": {"B": {"until": "2026-04-30"}}}],
        "high, besluttet af bestyrelsen 1. januar 2026",
        "high, decided by the board on 1 January 2026",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "decisions", "danish", "english"), RESTS)
def test_a_level_that_rests_on_acceptances_says_so(card, facts, decisions, danish, english):
    found = card(facts=facts, decisions=decisions)

    assert [render_badge_message(found, each) for each in BOTH] == [danish, english]
    files = dict(render_badge_files(found))
    assert json.loads(files["badges/tool.json"])["message"] == danish
    assert danish in "".join(ET.fromstring(files["badges/tool.svg"]).itertext())


def test_a_grey_light_is_no_acceptance_that_a_level_rests_on(card):
    grey = {"A": {"light": "met"}, "B": {"light": "not_applicable"}}
    evaluation = {"evaluated": {"on": "2026-03-01", "by": "Eva"}, "lights": grey}
    found = card(evaluations=[evaluation], decisions=[{**PLACED, "level": "high"}])

    assert found.heights.assessed == 1
    assert found.resting == {"placed": 0, "assessed": 0}
