"""What a change of model does to products."""

import json
from datetime import date

import pytest
from folders import criterion, write_model, write_product
from repository import first_commit

from os2governance import load_model, load_product
from os2governance.analysis.model_impact import assess_impact
from os2governance.analysis.state_inputs import ProductState
from os2governance.workflows.disk_files import open_library
from os2governance.workflows.model_links import find_links_between

OPEN = criterion("A", "low", {"fact": "open", "present": True})
LICENCE = criterion("B", "high", {"fact": "licence", "present": True})
USERS = criterion("C", "high", {"fact": "users", "present": True})


def relate(folder):
    library = open_library(folder / "criteria")
    return lambda before, after: find_links_between(before, after, [library])


def newer(folder, criteria, **more):
    made = write_model(folder / "newer", criteria, version="2", **more)
    (folder / "criteria/small").mkdir(parents=True, exist_ok=True)
    return load_model(made.rename(folder / "criteria/small/2"))


def test_up_down_and_what_must_be_said(tmp_path):
    old = load_model(write_model(tmp_path, [OPEN, LICENCE]))
    new = newer(tmp_path, [OPEN, {**LICENCE, "level": "low"}, USERS])
    facts = {"none": {"open": True}, "some": {"open": True, "licence": "MIT"}}
    found = {}
    for name, each in facts.items():
        product = load_product(write_product(tmp_path, name, facts=each), old)
        found[name] = assess_impact(ProductState(product, old, date(2026, 5, 1)), old, new)

    assert (found["none"].direction, found["some"].direction) == (-1, -1)
    assert (found["none"].stopping, found["none"].opened) == ((), ("C",))
    assert (found["some"].stopping, found["some"].opened) == ((), ("C",))
    assert (found["none"].unsettled, found["some"].unsettled) == (True, True)
    assert found["none"].asked == (("C", ("users",)),)
    assert found["some"].attribution.differing_inputs == ("model",)
    back = assess_impact(
        ProductState(load_product(tmp_path / "products/some", old), old, date(2026, 5, 1)),
        new,
        old,
    )
    assert (back.direction, back.unsettled, back.freed) == (1, False, ("C",))


def test_what_stops_and_what_is_merely_open_are_told_apart(tmp_path):
    old = load_model(write_model(tmp_path, [OPEN]))
    new = newer(tmp_path, [OPEN, LICENCE, USERS])
    facts = {"open": True, "licence": None}
    product = load_product(write_product(tmp_path, facts=facts), old)
    found = assess_impact(ProductState(product, old, date(2026, 5, 1)), old, new)

    assert (found.stopping, found.opened, found.unsettled) == (("B",), ("C",), False)
    assert found.direction == -1


def test_an_acceptance_for_the_level_leaves_nothing_in_the_way(tmp_path):
    old = load_model(write_model(tmp_path, [OPEN]))
    new = newer(tmp_path, [OPEN, LICENCE])
    accepted = {"on": "2026-01-01", "decision": "accept", "by": "board", "accepts": {"B": {}}}
    found = {}
    for level in ("low", "high"):
        product = load_product(
            write_product(
                tmp_path / level,
                facts={"open": True, "licence": None},
                decisions=[{**accepted, "level": level}],
                model="small/2",
            ),
            new,
        )
        found[level] = assess_impact(ProductState(product, new, date(2026, 5, 1)), old, new)

    assert (found["low"].stopping, found["high"].stopping) == (("B",), ())


def test_ids_are_read_through_the_mapping(tmp_path):
    old = load_model(write_model(tmp_path, [OPEN, LICENCE]))
    told = {"version": "1", "criteria": {"Z": ["B"]}}
    new = newer(tmp_path, [OPEN, {**LICENCE, "id": "Z"}], supersedes=told)
    answers = {"B": {"answer": "met", "evidence": ["https://example.org"]}}
    product = load_product(write_product(tmp_path, facts={"open": True}, answers=answers), old)
    found = assess_impact(ProductState(product, old, date(2026, 5, 1)), old, new, relate(tmp_path))

    assert (found.direction, found.stopping, found.attribution.outcomes) == (0, (), ())


def test_what_stopped_under_another_id_does_not_begin_to(tmp_path):
    old = load_model(write_model(tmp_path, [OPEN, LICENCE]))
    told = {"version": "1", "criteria": {"A": ["B"]}, "dropped": ["A"]}
    new = newer(tmp_path, [{**LICENCE, "id": "A"}], supersedes=told)
    product = load_product(write_product(tmp_path, facts={"open": False}), old)
    found = assess_impact(ProductState(product, old, date(2026, 5, 1)), old, new, relate(tmp_path))

    assert (found.stopping, found.freed) == ((), ("A",))


def test_what_must_be_answered_again(tmp_path):
    old = load_model(write_model(tmp_path, [OPEN, LICENCE, USERS]))
    told = {"version": "1", "criteria": {"B": ["B", "C"]}, "sharpened": ["A"]}
    new = newer(tmp_path, [OPEN, LICENCE], supersedes=told)
    answers = {n: {"answer": "met", "evidence": ["https://example.org"]} for n in "BC"}
    product = load_product(write_product(tmp_path, facts={}, answers=answers), old)
    found = assess_impact(ProductState(product, old, date(2026, 5, 1)), old, new, relate(tmp_path))

    assert found.again == ("B",)  # A was sharpened, and nobody had answered it
    assert (found.stopping, found.opened) == ((), ("B",))


def test_facts_that_the_other_model_has_no_place_for(tmp_path):
    """They are named where they stand, and nothing that is asked of them breaks."""
    old = load_model(write_model(tmp_path, [OPEN]))
    schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {"group": {"type": ["array", "null"], "items": {"type": "object"}},
                       "open": {"type": ["string", "null"], "format": "date"}},
    }  # fmt: skip
    dated = criterion("A", "low", {"fact": "open", "within": "3 months"})
    new = newer(tmp_path, [dated], schema=schema)
    facts = {"open": True, "licence": "MIT", "group": {"terms": "x"}}
    product = load_product(write_product(tmp_path, facts=facts), old)
    found = assess_impact(ProductState(product, old, date(2026, 5, 1)), old, new, relate(tmp_path))

    assert [(each.code, each.location.line) for each in found.forbidden] == [
        ("wrong-format", 10), ("unknown-key", 11), ("wrong-type", 13),
    ]  # fmt: skip
    assert found.direction == -1
    assert assess_impact(ProductState(product, old, date(2026, 5, 1)), old, old).forbidden == ()


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_model(tmp_path, [OPEN, LICENCE])
    write_product(tmp_path, facts={"open": True, "licence": "MIT"})
    first_commit(tmp_path)
    return tmp_path


def test_an_edited_folder_against_what_is_committed(place, run):
    file = place / "criteria/small/1/all.yaml"
    file.write_text(file.read_text().replace("fact: licence", "fact: group.terms"))
    usual = (
        "criteria",
        "impact",
        "--from",
        "HEAD",
        "--criteria",
        "criteria",
        "--as-of",
        "2026-05-01",
    )
    said = json.loads(run(*usual, "--format", "json").stdout_bytes)
    (product,) = said["products"]

    assert said["counts"] == {
        "products": 1, "up": 0, "down": 0, "same": 0, "apart": 0, "unsettled": 1,
    }  # fmt: skip
    assert (product["way"], product["stopping"], product["opened"]) == (-1, [], ["B"])
    assert product["asked"] == {"B": ["group.terms"]}
    assert said["made_from"]["from"]["digest"] != said["made_from"]["to"]["digest"]
    text = run(*usual, "--lang", "en").stdout
    assert "1 product: 0 up, 0 down, 0 unchanged." in text
    assert "Not settled any more: 1." in text
    assert "B requires: group.terms" in text


def test_what_cannot_be_compared(place, run):
    for ref in ("nowhere", "--x", "small/9"):
        done = run("criteria", "impact", f"--from={ref}", "--criteria", "criteria")
        assert (done.exit_code, done.stdout) == (2, "")
