"""`explain --format json`: the assessment's own words of each criterion, and what to do."""

import json


def explained(garden, *arguments):
    return json.loads(garden("explain", *arguments, "--format", "json").stdout)


def test_what_is_not_met_or_what_was_named(garden):
    everything = explained(garden, "products/rosenlund")
    named = explained(garden, "products/rosenlund", "V1", "J2")

    assert [each["id"] for each in everything["criteria"]] == [
        "J2", "J3", "J4", "J5", "V3", "V4",
    ]  # fmt: skip
    assert [each["id"] for each in named["criteria"]] == ["V1", "J2"]


def test_each_criterion_has_words_outcome_and_what_to_do(garden):
    said = explained(garden, "products/rosenlund", "J3", "V1", "--lang", "en")
    tended, water = said["criteria"]

    assert said["format"] == "os2governance/explanation/1"
    assert said["levels"]["assessed"] == "spire"
    assert tended["title"] == "The beds are tended"
    assert tended["rule"]["partly"].startswith("at least 1 of all beds")
    assert tended["status"] == "partly"
    assert [step["path"] for step in tended["to_do"]["facts"]] == ["beds", "beds[1].state"]
    assert tended["to_do"]["facts"][1]["line"] == 20
    assert tended["trace"]["rule"] == "all"
    assert water["to_do"] is None


def test_all_its_findings_are_among_the_keys(garden):
    said = explained(garden, "products/rosenlund", "V4")

    assert [each["code"] for each in said["findings"]] == ["placed-above-assessed", "overdue"]


def test_a_product_that_cannot_be_read_gives_findings(garden):
    said = explained(garden, "products/ulaeselig")

    assert [each["code"] for each in said["findings"]] == ["wrong-choice", "unknown-key"]
