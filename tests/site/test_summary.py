"""Summaries of products: plain, sorted as a Dane sorts, and split into pages."""

import json
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_summaries import summary

from os2governance.site.summary import (
    sort_summaries_by_level,
    sort_summaries_by_name,
    sort_summaries_by_placement,
    split_into_pages,
)

NAMES = ["Zeta", "æble", "Ørsted", "Ål", "alfa", "Beta"]


def test_names_are_sorted_as_in_danish_whatever_their_case():
    found = sort_summaries_by_name(map(summary, NAMES))

    assert [each.name for each in found] == ["alfa", "Beta", "Zeta", "æble", "Ørsted", "Ål"]


def test_the_highest_level_is_first_and_then_the_name():
    cards = [summary("b", 0), summary("c", 2), summary("a", 0), summary("d", None)]

    assert [each.name for each in sort_summaries_by_level(cards)] == ["c", "a", "b", "d"]


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
