"""What has changed since an evaluation: answers, facts, and by time alone."""

from datetime import date

import pytest
from pages import assessed
from since import evaluated

from os2governance.analysis.since_evaluation import find_changes_since_evaluation
from os2governance.rules.trace import MISSING


def since(product, name="A"):
    return find_changes_since_evaluation(product, product.outcome(name))


def test_without_a_light_there_is_nothing_to_compare_with(tmp_path):
    assert since(assessed(tmp_path, facts={"open": True})) is None


READINGS = [
    # facts then, facts now, what was known then, said on the day, and says now
    ({"open": True}, {"open": True}, ("met", "met", "met")),
    ({"open": True}, {"open": False, "licence": "MIT"}, ("met", "partly", "partly")),
    ({}, {"open": False, "licence": None}, ("undetermined", "unmet", "unmet")),
    (None, {"open": True}, ("undetermined", "met", "met")),
]


@pytest.mark.parametrize(("then", "now", "readings"), READINGS)
def test_the_facts_are_read_as_the_evaluator_knew_them_and_as_they_are(
    tmp_path, then, now, readings
):
    known = None if then is None else {"facts": then}
    found = since(evaluated(tmp_path, "met", known, {"facts": now}))

    assert (found.facts.known_then, found.facts.on_the_day, found.facts.now) == readings
    assert found.kept is (then is not None)


def test_a_date_that_grows_old_has_changed_by_time_alone(tmp_path):
    facts = {"group": {"met_on": "2025-06-01"}}
    product = evaluated(tmp_path, "met", {"facts": facts}, {"facts": facts}, date(2026, 7, 1))
    found = since(product, "T")

    assert (found.facts.known_then, found.facts.on_the_day) == ("met", "met")
    assert found.facts.changed_by_time
    assert not found.facts.newer
    assert found.changed == ()


def test_the_facts_that_differ_are_named_with_both_values_and_their_place(tmp_path):
    product = evaluated(
        tmp_path,
        "met",
        {"facts": {"open": True}},
        {"facts": {"open": False, "licence": "MIT"}},
    )
    found = since(product)
    rows = [(each.path, each.before, each.after, each.position is None) for each in found.changed]

    assert rows == [("open", True, False, False), ("licence", MISSING, "MIT", False)]
    assert found.changed[0].position.source.file.endswith("product.yaml")


def test_a_fact_that_is_no_longer_stated_has_no_place(tmp_path):
    found = since(evaluated(tmp_path, "met", {"facts": {"open": True}}, {}))

    assert [(each.before, each.after, each.position) for each in found.changed] == [
        (True, MISSING, None)
    ]


ANSWERS = [
    # the answer then, the answer now, whether it is newer
    ({"answer": "met"}, {"answer": "met"}, False),
    ({"answer": "met"}, {"answer": "met", "note": "Her"}, True),
    ({"answer": "planned"}, {"answer": "met"}, True),
    (None, {"answer": "met"}, True),
    ({"answer": "met"}, None, True),
]


@pytest.mark.parametrize(("then", "now", "newer"), ANSWERS)
def test_an_answer_is_newer_by_its_content(tmp_path, then, now, newer):
    before, after = ({"answers": {"J": each}} if each else {} for each in (then, now))
    found = since(evaluated(tmp_path, "partly", before, after), "J")

    assert found.answer.newer is newer
