"""The JSON of an assessment, to the letter of formats.md."""

import json
from datetime import date

import pytest
from folders import criterion, dump, write_model, write_product
from read_back import build_product_object

from os2governance import assess, load_model, load_product

TODAY = date(2026, 5, 1)
OPEN = {"fact": "open", "equals": True}
LICENCE = {"fact": "licence", "is": "osi_licence"}


def assessed(tmp_path, rules, **product):
    criteria = [criterion(name, level, rule, **more) for name, level, rule, more in rules]
    folder = write_model(tmp_path, criteria, conditions={"is_open": OPEN})
    model = load_model(folder)
    return assess(load_product(write_product(tmp_path, **product), model), model, as_of=TODAY)


def test_all_keys_of_the_contract(tmp_path):
    rules = [("A", "low", {"use": "is_open"}, {}), ("B", "high", LICENCE, {"recommended": True})]
    said = build_product_object(
        assessed(tmp_path, rules, facts={"open": True}, aims_at="high"), "da"
    )

    assert said["product"] == "tool"
    assert said["name"] == "Tool"
    assert said["file"].endswith("products/tool/product.yaml")
    assert said["model"] == "small/1"
    assert list(said["files"]) == [said["file"]]
    assert said["standing"] == "active"
    assert said["levels"] == {
        "placed": None,
        "assessed": "high",
        "fully": "high",
        "confirmed": None,
        "declared": "high",
        "evaluated": None,
        "possible": "high",
        "recommended": None,
        "claimed": "high",
    }
    assert said["states"] == {
        "assessed": "reached",
        "declared": "reached",
        "confirmed": "not_settled",
        "evaluated": "none",
        "placed": "none",
    }
    assert (said["settled"], said["open"], said["accepted"]) == (True, {}, {})
    assert said["backing"] == {"confirmed": 0, "documented": 1, "claimed": 0, "silent": 1}
    assert said["declaration"] == {"file": said["file"], "on": "2026-05-01", "draft": False}
    assert (said["reservations"], said["blockers"], said["findings"]) == ([], {}, [])
    assert said["counts"]["low"] == {
        "met": 1,
        "partly": 0,
        "unmet": 0,
        "not_applicable": 0,
        "unknown": 0,
    }
    first = said["criteria"][0]
    assert {
        "id", "level", "theme", "recommended", "status", "basis", "backing", "declared",
        "evaluated", "accepted", "findings", "trace",
    } <= first.keys()  # fmt: skip
    assert (first["backing"], first["declared"]) == ("documented", "met")
    assert (first["id"], first["status"], first["basis"]) == ("A", "met", "facts")
    assert [one["id"] for one in said["criteria"] if one["recommended"]] == ["B"]


def test_blockers_of_each_level_own_and_inherited(tmp_path):
    rules = [("A", "low", OPEN, {}), ("B", "high", LICENCE, {})]
    said = build_product_object(assessed(tmp_path, rules), "da")

    assert said["blockers"] == {"low": ["A"], "high": ["A", "B"]}
    assert said["open"] == {"low": ["A"], "high": ["A", "B"]}
    assert (said["settled"], said["states"]["assessed"]) == (False, "not_settled")


def test_what_stops_a_level_is_in_its_way_and_not_open(tmp_path):
    rules = [("A", "low", OPEN, {}), ("B", "high", LICENCE, {})]
    said = build_product_object(assessed(tmp_path, rules, facts={"open": False}), "da")

    assert said["blockers"] == {"low": ["A"], "high": ["A", "B"]}
    assert said["open"] == {"high": ["B"]}
    assert (said["settled"], said["states"]["assessed"]) == (True, "below")


def test_a_criterion_that_an_evaluation_decides_names_it(tmp_path):
    rated = {"evaluated": {"on": "2026-03-01", "by": "E"}, "lights": {"A": {"light": "partly"}}}
    said = build_product_object(
        assessed(tmp_path, [("A", "low", OPEN, {})], evaluations=[rated]), "da"
    )
    [one] = said["criteria"]

    assert (one["status"], one["basis"], one["backing"]) == ("partly", "evaluation", "confirmed")
    assert (one["declared"], one["evaluated"], one["evaluated_on"]) == (
        "unknown", "partly", "2026-03-01",
    )  # fmt: skip


def test_what_does_not_apply_has_the_trace_that_says_so(tmp_path):
    rules = [("A", "low", OPEN, {"applies": {"fact": "licence", "present": True}})]
    [one] = build_product_object(assessed(tmp_path, rules, facts={"licence": None}), "da")["criteria"]  # fmt: skip

    assert (one["status"], one["basis"], one["excluded"]) == ("not_applicable", "facts", True)
    assert (one["trace_applies"]["path"], one["trace_applies"]["value"]) == ("licence", False)


def test_a_product_without_a_self_assessment_has_none(tmp_path):
    rated = {"evaluated": {"on": "2026-03-01", "by": "E"}, "lights": {"A": {"light": "met"}}}
    product = assessed(tmp_path, [("A", "low", OPEN, {})], evaluations=[rated])
    there = tmp_path / "products" / "tool"
    (there / "product.yaml").unlink()
    said = build_product_object(
        assess(load_product(there, product.model), product.model, as_of=TODAY), "da"
    )

    assert said["declaration"] is None
    assert (said["levels"]["assessed"], said["levels"]["declared"]) == ("high", None)
    assert said["states"]["declared"] == "none"
    assert said["file"].endswith("evaluations/2026-03-01.yaml")


@pytest.mark.parametrize(
    ("rule", "facts", "trace"),
    [
        pytest.param(
            OPEN,
            {"open": True},
            {"rule": "equals", "path": "open", "expected": True, "value": True, "found": True,
             "line": 10, "column": 9},
            id="declared",
        ),
        pytest.param(
            OPEN,
            {"open": None},
            {"rule": "equals", "path": "open", "expected": True, "value": False, "found": None,
             "line": 10, "column": 9},
            id="declared absent",
        ),
        pytest.param(
            OPEN,
            {},
            {"rule": "equals", "path": "open", "expected": True, "value": None,
             "declared": False},
            id="not declared",
        ),
        pytest.param(
            {"fact": "group.terms", "is": "url"},
            {"group": {"met_on": None}},
            {"rule": "is", "path": "group.terms", "expected": "url", "value": None,
             "declared": False, "line": 11, "column": 5},
            id="not declared: the place is that of what is above",
        ),
        pytest.param(
            {"use": "is_open"},
            {"open": False},
            {"rule": "use", "name": "is_open", "value": False, "parts": [
                {"rule": "equals", "path": "open", "expected": True, "value": False,
                 "found": False, "line": 10, "column": 9}]},
            id="a condition",
        ),
        pytest.param(
            {"count": {"in": "users", "where": {"fact": "pays", "at_least": 5}, "at_least": 1}},
            {"users": [{"pays": 5}, {}]},
            {"rule": "count", "path": "users", "expected": {"at_least": 1}, "value": True,
             "low": 1, "high": 2, "line": 11, "column": 3, "parts": [
                {"rule": "at_least", "path": "pays", "expected": 5, "value": True, "found": 5,
                 "line": 11, "column": 11},
                {"rule": "at_least", "path": "pays", "expected": 5, "value": None,
                 "declared": False, "line": 12, "column": 5}]},
            id="a list: one part for each element, and the number as far as it is known",
        ),
        pytest.param(
            {"sum": {"in": "users", "of": "pays", "at_least": 5}},
            {"users": [{"pays": 1.5}, {"pays": 2}]},
            {"rule": "sum", "path": "users", "expected": {"of": "pays", "at_least": 5},
             "value": False, "number": 3.5, "line": 11, "column": 3},
            id="a sum and what it came to",
        ),
    ],
)  # fmt: skip
def test_traces(tmp_path, rule, facts, trace):
    said = build_product_object(assessed(tmp_path, [("A", "low", rule, {})], facts=facts), "da")
    found = said["criteria"][0]["trace"]

    assert strip_files(found, said["file"]) == trace


def strip_files(trace, file):
    """A trace without the file of each position, which is the one that states all of it."""
    given = {key: value for key, value in trace.items() if key not in {"file", "parts"}}
    assert trace.get("file") == (file if "line" in trace else None)
    parts = [strip_files(part, file) for part in trace.get("parts", ())]
    return {**given, "parts": parts} if parts else given


def test_a_fact_of_the_register_names_that_file(tmp_path):
    product = assessed(tmp_path, [("A", "low", OPEN, {})])
    there = tmp_path / "products" / "tool"
    dump(
        there / "register.yaml",
        {
            "format": "os2governance/register/1",
            "product": "tool",
            "model": "small/1",
            "registered": {"on": "2026-04-01", "by": "E"},
            "facts": {"open": True},
        },
    )
    again = assess(load_product(there, product.model), product.model, as_of=TODAY)
    [one] = build_product_object(again, "da")["criteria"]

    assert one["trace"]["file"].endswith("products/tool/register.yaml")
    assert (one["backing"], one["declared"]) == ("confirmed", "unknown")


def test_an_acceptance_says_who_when_until_and_where(tmp_path):
    accept = {
        "on": "2026-02-01",
        "decision": "place",
        "level": "low",
        "accepts": {
            "A": {"until": "2026-12-31", "grounds": "Småt", "action": "X", "responsible": "owner"}
        },
        "by": "board",
        "reference": "Sag 7",
    }
    product = assessed(
        tmp_path, [("A", "low", OPEN, {})], facts={"open": False}, decisions=[accept]
    )
    said = build_product_object(product, "da")
    [one] = said["criteria"]
    file = one["accepted"].pop("file")

    assert file.endswith("products/tool/decisions.yaml")
    assert one["accepted"] == {
        "by": "board",
        "on": "2026-02-01",
        "level": "low",
        "until": "2026-12-31",
        "action": "X",
        "responsible": "owner",
        "renewal": 0,
        "reference": "Sag 7",
        "line": 8,
    }
    assert said["accepted"] == {"A": {"level": "low", "until": "2026-12-31"}}
    assert one["deviation"] == {"state": "accepted", "text": None}


@pytest.mark.parametrize(
    "hostile", ['"}]', "\\", "a\u2028b", "::error::x", "\x7f", "<b>", "\U0001f600", "a\nb"]
)
def test_what_people_type_stays_a_text(tmp_path, hostile):
    product = assessed(
        tmp_path, [("A", "low", LICENCE, {})], facts={"licence": hostile}, name=hostile
    )
    said = build_product_object(product, "da")

    assert said["name"] == hostile
    assert said["criteria"][0]["trace"]["found"] == hostile
    assert json.loads(json.dumps(said)) == said
