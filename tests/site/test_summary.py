"""Summaries of products: plain, sorted as a Dane sorts, and split into pages."""

import json
from dataclasses import asdict
from datetime import timedelta
from itertools import count

import pytest
from folders import criterion, write_model, write_product
from hypothesis import given
from hypothesis import strategies as st
from pages import TODAY
from site_summaries import summary

from os2governance import assess, load_model, load_product
from os2governance.analysis.decision_log import list_log_entries
from os2governance.analysis.forecast import find_turning_points
from os2governance.site.summary import (
    BELOW,
    LevelHeights,
    build_product_summary,
    sort_summaries_by_level,
    sort_summaries_by_name,
    sort_summaries_by_placement,
    split_into_pages,
)

NAMES = ["Zeta", "æble", "Ørsted", "Ål", "alfa", "Beta"]


def test_names_are_sorted_as_in_danish_whatever_their_case():
    found = sort_summaries_by_name(map(summary, NAMES))

    assert [each.name for each in found] == ["alfa", "Beta", "Zeta", "æble", "Ørsted", "Ål"]


def test_the_placed_level_leads_and_then_the_assessed_one():
    cards = [
        summary("a", None, 3),
        summary("b", 0, 0),
        summary("c", 2, 0),
        summary("d", 0, 1),
        summary("e", None, BELOW, state="not_settled"),
        summary("f", None, BELOW),
        summary("g", None, 0),
    ]

    assert "".join(each.name for each in sort_summaries_by_level(cards)) == "cdbagef"


def test_levels_of_different_models_are_not_compared():
    cards = [summary("a", 3, model="n/1"), summary("b", 0), summary("c", 1)]

    found = sort_summaries_by_level(cards, ["m/1", "n/1"])
    assert [each.name for each in found] == ["c", "b", "a"]


@pytest.mark.parametrize("language", ["da", "en"])
def test_what_is_not_settled_is_never_told_as_a_level(language):
    settled, open_ = summary("a", None, 1), summary("b", None, 1, settled=False)
    level = f"{language} assessed"

    assert settled.render_assessed(language).endswith(f" {level}")
    assert open_.render_assessed(language) != settled.render_assessed(language)
    assert open_.render_assessed(language).endswith(f" {level}")
    assert settled.render_placed(language) != summary("a", 0).render_placed(language)


# -- from assessments -------------------------------------------------------------------------

RULES = [
    criterion("A", "low", {"fact": "group.met_on", "within": "12 months"}),
    criterion("B", "high", {"fact": "licence", "present": True}),
]


@pytest.fixture
def build(tmp_path):
    model, names = load_model(write_model(tmp_path, RULES)), count()

    def builds(turns=(), **product):
        folder = write_product(tmp_path, f"p{next(names)}", **product)
        found = assess(load_product(folder, model), model, as_of=TODAY)
        turns = find_turning_points(found, TODAY + timedelta(800))
        return build_product_summary(found, list_log_entries([found]), turns)

    return builds


MET = {"group": {"met_on": "2026-01-01"}}
PLACE = {"on": "2026-01-01", "decision": "place", "level": "low", "by": "board"}
ACCEPT = {
    "on": "2026-02-01", "decision": "accept", "level": "low", "by": "board",
    "accepts": {"A": {"grounds": "Ja"}},
}  # fmt: skip


def test_heights_are_counted_from_the_lowest_level(build):
    assert build().heights == LevelHeights(None, BELOW, 1)
    assert build(facts=MET, decisions=[PLACE]).heights == LevelHeights(0, 0, 1)
    assert build(facts={"group": None}).heights == LevelHeights(None, BELOW, BELOW)


def test_sentences_say_what_is_open_and_what_the_level_rests_on(build):
    assert build(facts={**MET, "licence": "MIT"}).sentences["en"] == []
    [open_] = build().sentences["en"]
    assert "A" in open_
    rests = build(facts={"group": None}, decisions=[PLACE, ACCEPT]).sentences["en"]
    assert "low rests on 1 accepted deviation; without it: not yet at low." in rests


def test_an_acceptance_is_no_placement(build):
    found = build(facts=MET, decisions=[PLACE, ACCEPT])

    assert found.last_placement == ["placed", "2026-01-01"]


def test_a_level_that_time_takes_away_is_told_with_its_day(build):
    [on, *levels] = build(facts=MET).next_fall

    assert on == "2027-01-02"
    assert len(levels) == 2
    assert build(facts={"group": {"met_on": None}}).next_fall == []


@pytest.mark.parametrize(
    ("more", "counted"),
    [
        ({}, True),
        ({"declared": {"on": "2026-05-01", "by": "X", "draft": True}}, False),
        ({"decisions": [{"on": "2026-01-01", "decision": "close", "by": "board"}]}, False),
        ({"decisions": [{"on": "2026-01-01", "decision": "pause", "by": "board"}]}, True),
    ],
)
def test_drafts_and_closed_products_are_not_counted(build, more, counted):
    assert build(**more).counted is counted


def test_the_newest_placement_is_first_and_those_without_are_last():
    cards = [
        summary("b"),
        summary("a", last_placement=["up", "2025-01-01"]),
        summary("c", last_placement=["down", "2026-01-01"]),
    ]

    assert [each.name for each in sort_summaries_by_placement(cards)] == ["c", "a", "b"]


@given(st.integers(0, 30), st.integers(1, 7))
def test_pages_have_every_product_once_and_there_is_always_one(count, size):
    cards = [summary(str(number)) for number in range(count)]
    pages = split_into_pages(cards, size)

    assert [card for page in pages for card in page] == cards
    assert len(pages) == max(1, -(-count // size))
    assert max(map(len, pages)) <= size


@pytest.mark.parametrize("name", ["\x1b[31m", "<script>", "æ\ud800"])
def test_a_summary_is_plain(name):
    assert json.loads(json.dumps(asdict(summary(name))))["name"] == name
