"""The smallest ways by facts: what is a thing to do, what only to be declared, and which is less."""

from datetime import date

import pytest
from folders import DATE, FACTS, criterion, titled, write_model, write_product

from os2governance import Assessment, assess, load_model, load_product
from os2governance.analysis.ways import Cost, find_further, find_ways, measure_steps

TODAY = date(2026, 5, 1)
OPEN = {"fact": "open", "equals": True}
LICENCE = {"fact": "licence", "present": True}
LATELY = {"fact": "group.met_on", "within": "12 months"}
CHANNELS = {
    "type": ["array", "null"],
    "x-key": "url",
    "items": {
        "type": "object",
        "properties": {
            "label": {"type": "string"},
            "url": {"type": "string"},
            "on": {**titled(DATE, "Datoen", "The date"), "x-time": "past"},
        },
    },
}
SCHEMA = {**FACTS, "properties": {**FACTS["properties"], "channels": CHANNELS}}


def assessed(folder, rule, facts, **more) -> Assessment:
    model = load_model(write_model(folder, [criterion("A", "low", rule)], schema=SCHEMA, **more))
    return assess(load_product(write_product(folder, facts=facts), model), model, as_of=TODAY)


def ways(folder, rule, facts, **more):
    found = assessed(folder, rule, facts, **more)
    return find_ways(found.outcome("A").met, found.model)


@pytest.mark.parametrize(
    ("facts", "act"),
    [
        pytest.param({}, False, id="not declared: it is only asked for"),
        pytest.param({"open": False}, True, id="declared otherwise: it has to be done"),
        pytest.param({"open": None}, True, id="declared absent: it has to be done"),
    ],
)
def test_only_what_is_not_known_is_to_be_declared(tmp_path, facts, act):
    [[step]] = ways(tmp_path, OPEN, facts)

    assert (step.path, step.act, step.declared) == ("open", act, act)


def test_what_holds_takes_nothing(tmp_path):
    assert ways(tmp_path, OPEN, {"open": True}) == [()]


def test_what_cannot_hold_has_no_way(tmp_path):
    rule = {"at_least": {"count": 2, "of": [OPEN]}}

    assert ways(tmp_path, rule, {}) == []


def test_the_least_to_do_comes_first_then_the_fewest_facts(tmp_path):
    rule = {"any": [OPEN, {"all": [LICENCE, LATELY]}, LICENCE]}
    found = ways(tmp_path, rule, {"open": False})

    assert [[step.path for step in way] for way in found] == [["licence"], ["open"]]
    assert [measure_steps(way) for way in found] == [Cost(0, 1, 0), Cost(1, 1, 0)]


CONDITIONS = {
    "meets": {
        "rule": LATELY,
        "x-asked": {"da": "gruppen har holdt møde", "en": "the group has met"},
        "x-todo": {"da": "Hold et møde", "en": "Hold a meeting"},
    },
    "plain": OPEN,
}


@pytest.mark.parametrize(
    ("rule", "words"),
    [({"use": "meets"}, ("meets", "Hold a meeting")), ({"use": "plain"}, ("", ""))],
)
def test_a_step_has_the_words_of_the_condition_that_it_is_part_of(tmp_path, rule, words):
    [[step]] = ways(tmp_path, rule, {}, conditions=CONDITIONS)

    assert (step.condition, step.words.todo.en) == words


@pytest.mark.parametrize(
    ("channels", "expected"),
    [
        pytest.param([{"url": "a"}], ["channels[0].on"], id="its date is not known"),
        pytest.param([{"on": "2019-01-01"}], ["channels"], id="the one there is is old: another"),
    ],
)
def test_an_event_that_was_is_not_dated_anew(tmp_path, channels, expected):
    rule = {"some": {"in": "channels", "where": {"fact": "on", "within": "12 months"}}}
    first, *_ = ways(tmp_path, rule, {"channels": channels})

    assert [step.path for step in first] == expected


@pytest.mark.parametrize(
    ("channels", "names"),
    [
        pytest.param([{"url": "x"}], [""], id="the only one needs no name"),
        pytest.param([{"label": "a", "url": "x"}, {"url": "y"}], ["x", "y"], id="by the key"),
        pytest.param([{"label": "a"}, {}], ["a", ""], id="by the first text"),
    ],
)
def test_elements_of_a_list_are_told_apart(tmp_path, channels, names):
    rule = {"every": {"in": "channels", "where": {"fact": "on", "within": "12 months"}}}
    [way] = ways(tmp_path, rule, {"channels": channels})

    assert [step.element for step in way] == names


def test_a_date_that_is_too_imprecise_is_only_asked_for_again(tmp_path):
    [[step]] = ways(tmp_path, LATELY, {"group": {"met_on": "2025"}})

    assert (step.declared, step.act) == (True, False)


def test_further_is_the_least_beside_what_is_chosen(tmp_path):
    [licence] = ways(tmp_path / "1", LICENCE, {})
    both = ways(tmp_path / "2", {"all": [OPEN, LICENCE]}, {})

    assert [step.path for step in find_further(licence, both)] == ["open"]
    assert find_further(licence, []) == ()
