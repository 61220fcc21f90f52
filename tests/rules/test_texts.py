"""Conditions on texts: their length, their pattern, and what they are."""

import pytest
from rule_facts import check_operator, mutated, parse, problems

from os2governance.rules import texts
from os2governance.rules.texts import MAX_REMEMBERED_LENGTH, TEXT_OPERATORS, is_url

CASES = [
    # condition, fact, true for, false for; None is declared absent
    ({"length_at_least": 2}, "text", ["ab", "æøå"], ["a", None]),
    ({"length_at_least": 1}, "list", [[{}]], [[], None]),
    ({"length_at_least": 0}, "list", [[]], [None]),
    ({"matches": "a+"}, "text", ["a", "aaa"], ["ab", "ba", "", None]),
    ({"is": "url"}, "text", ["https://os2.eu", "http://os2.eu:80/a?b#c", "https://æøå.dk/å"], ["os2.eu", "ftp://os2.eu", "https://", "https:///a", "https://a b", "https://a:x", "javascript:alert(1)", "https://a\nb", None]),
    ({"is": "spdx"}, "text", ["MIT", "mit", "MIT OR GPL-3.0-only", "GPL-2.0-only WITH Classpath-exception-2.0"], ["Apache 2", "MIT OR", "(MIT", "MIT/Apache", "", "x" * 501, None]),
    ({"is": "osi_licence"}, "text", ["MPL-2.0", "MIT AND MPL-2.0", "CC-BY-4.0 OR MIT", "GPL-2.0-only WITH Classpath-exception-2.0"], ["CC-BY-4.0", "MIT AND CC-BY-4.0", "MPL", None]),
]  # fmt: skip


def test_every_operator_has_a_case():
    assert {next(iter(condition)) for condition, *_ in CASES} == {o.word for o in TEXT_OPERATORS}


@pytest.mark.parametrize(("condition", "name", "true", "false"), CASES)
def test_operators(condition, name, true, false):
    check_operator(condition, name, true, false)


WORDS = [
    ({"fact": "text", "is": "url"}, "teksten er et link", "the text is a link"),
    ({"fact": "text", "is": "osi_licence"}, "teksten er en OSI-godkendt licens", "the text is an OSI-approved licence"),
    ({"fact": "text", "matches": "a+"}, "teksten har den rette form", "the text has the right form"),
    ({"fact": "text", "length_at_least": 3}, "teksten fylder mindst 3 tegn", "the text is at least 3 characters long"),
    ({"fact": "list", "length_at_least": 3}, "listen: mindst 3", "the list: at least 3"),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "danish", "english"), WORDS)
def test_wording(tree, danish, english):
    rule = parse(tree)

    assert rule.render("da") == danish
    assert rule.render("en") == english


@pytest.mark.parametrize("address", ["https://a..b", "https://[a", "https://a\u200b.dk"])
def test_what_is_no_address(address):
    assert not is_url(address)


def test_a_wrong_pattern_is_reported():
    assert problems({"fact": "text", "matches": "("}) == [("rule-pattern", "matches")]


MUTATIONS = [
    ({"fact": "a", "length_at_least": 0}, ["length_at_least: 0 → 1", ".: length_at_least → not length_at_least"]),
    ({"fact": "a", "length_at_least": 1}, ["length_at_least: 1 → 0", "length_at_least: 1 → 2", ".: length_at_least → not length_at_least"]),
    ({"fact": "a", "is": "url"}, [".: is → not is"]),
    ({"fact": "a", "matches": "a"}, [".: matches → not matches"]),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "changes"), MUTATIONS)
def test_mutations(tree, changes):
    assert mutated(tree) == changes


def test_long_addresses_are_read_alike_and_not_remembered():
    long = "https://eksempel.dk/" + "a" * MAX_REMEMBERED_LENGTH
    before = texts._is_known_url.cache_info().currsize

    assert is_url(long)
    assert not is_url(f"{long} x")
    assert not is_url(long.removeprefix("https://"))
    assert texts._is_known_url.cache_info().currsize == before
