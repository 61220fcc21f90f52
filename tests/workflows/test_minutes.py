"""All decisions of a meeting are recorded, or none."""

import json
import os
import shutil

import pytest
from folders import criterion, dump, write_model, write_product

from os2governance.files import writing
from os2governance.product import reader

ASKED = {"fact": "open", "equals": True}
PLACE = {"decision": "place", "level": "high", "grounds": "God organisering"}


@pytest.fixture
def meeting(tmp_path, run):
    """Hold a meeting on two products; the result, and the logs before and after it."""
    write_model(tmp_path, [criterion("A", "low", ASKED), criterion("B", "high", ASKED)])
    admitted = [{"on": "2026-01-01", "decision": "admit", "by": "board"}]
    write_product(tmp_path, "one", decisions=admitted)
    write_product(tmp_path, "two")

    def hold(*decisions, by="board", paths=None, yes=True):
        minutes = {
            "format": "os2governance/minutes/1",
            "meeting": {"on": "2026-04-01", "by": by, "reference": "https://x.dk/referat"},
            "decisions": list(decisions),
        }
        dump(tmp_path / "minutes.yaml", minutes)
        before = hold.logs()
        usual = ("--criteria", tmp_path / "criteria", "--as-of", "2026-05-01", "--format", "json")
        file = ("--from", tmp_path / "minutes.yaml", *(["--yes"] if yes else []))
        result = run("decide", *(paths or [tmp_path / "products"]), *file, *usual)
        return result, before, hold.logs()

    def logs():
        return {
            name: file.read_bytes() if file.exists() else None
            for name in ("one", "two")
            for file in [tmp_path / "products" / name / "decisions.yaml"]
        }

    hold.logs = logs
    return hold


def test_all_decisions_are_recorded_in_the_order_of_the_meeting(meeting):
    paused = {"product": "two", "decision": "pause", "grounds": "Ingen udvikling"}
    result, before, after = meeting(
        {"product": "two", **PLACE}, {"product": "one", **PLACE}, paused
    )
    said = json.loads(result.stdout)

    assert result.exit_code == 0, result.output
    assert [(e["product"], e["decision"]) for e in said["decisions"]] == [
        ("two", "place"),
        ("one", "place"),
        ("two", "pause"),
    ]
    assert [each["decided"]["standing"] for each in said["decisions"]] == [
        "active",
        "active",
        "paused",
    ]
    assert after["one"].startswith(before["one"])
    assert after["two"].count(b"reference: https://x.dk/referat") == 2


@pytest.mark.parametrize(
    ("wrong", "code", "line"),
    [
        ({"level": "top"}, "unknown-level", 13),
        ({"by": "nobody"}, "unknown-role", 15),
        ({"by": "owner"}, "decision-by-other-body", 15),
        ({"accepts": {"Q": {}}}, "unknown-criterion", 16),
        ({"accepts": {"B": {"until": "2026-01-01"}}}, "decide-accepts-past", 17),
        ({"withdraws": ["B"]}, "decision-withdraws", 16),
        ({"decision": "withdraw", "level": None, "withdraws": []}, "out-of-bounds", 15),
        ({"product": "tow"}, "decide-unknown-product", 11),
        ({"lvel": "high"}, "unknown-key", 15),
    ],
)
def test_one_refused_decision_keeps_all_from_being_recorded(meeting, wrong, code, line):
    result, before, after = meeting(
        {"product": "one", **PLACE}, {"product": "two", **PLACE, **wrong}
    )
    found = json.loads(result.stdout)["findings"]

    assert result.exit_code == 1
    assert before == after
    assert (code, line) in [(each["code"], each["line"]) for each in found]
    assert {each["file"].rsplit("/")[-1] for each in found} == {"minutes.yaml"}


def test_what_is_recorded_already_is_not_recorded_again(meeting):
    """A run that was interrupted can be repeated."""
    meeting({"product": "one", **PLACE})
    _, before, after = meeting({"product": "one", **PLACE}, {"product": "two", **PLACE})
    again, _, last = meeting({"product": "one", **PLACE}, {"product": "two", **PLACE})

    assert (before["one"], before["two"]) == (after["one"], None)
    assert after["two"] is not None
    assert after == last
    assert [each["decided"] for each in json.loads(again.stdout)["decisions"]] == [None, None]


def test_a_file_that_cannot_be_written_leaves_the_others_as_they_were(meeting, monkeypatch):
    real = writing._move

    def refuse(name, target):
        if target.parent.name == "one":
            raise OSError(28, os.strerror(28))
        real(name, target)

    monkeypatch.setattr(writing, "_move", refuse)
    result, before, after = meeting({"product": "two", **PLACE}, {"product": "one", **PLACE})

    assert result.exit_code == 2
    assert [each["code"] for each in json.loads(result.stdout)["findings"]] == ["disk-full"]
    assert before == after


def test_nothing_is_recorded_without_an_answer_and_the_minutes_alone_decide(
    meeting, run, tmp_path
):
    result, before, after = meeting({"product": "one", **PLACE}, yes=False)
    both = run("decide", "--from", tmp_path / "minutes.yaml", "--by", "board")

    assert (result.exit_code, both.exit_code) == (2, 2)
    assert before == after


def test_a_product_is_found_by_its_id_and_not_by_its_folder(meeting, tmp_path, monkeypatch):
    products = tmp_path / "products"
    (products / "one").rename(products / "moved")
    (products / "two").rename(products / "one")
    monkeypatch.chdir(products / "moved")
    result, _, _ = meeting({"product": "one", **PLACE}, paths=["."])
    whole, _, after = meeting({"product": "two", **PLACE})

    assert (result.exit_code, whole.exit_code) == (0, 0), result.output
    assert "decision: place" in (products / "moved" / "decisions.yaml").read_text()
    assert b"product: two" in after["one"]


def test_what_cannot_be_read_is_found_by_its_folder_and_told(meeting, tmp_path):
    (tmp_path / "products" / "two" / "product.yaml").write_text(
        "format: os2governance/product/1\na: ["
    )
    result, before, after = meeting({"product": "one", **PLACE}, {"product": "two", **PLACE})
    alone, _, written = meeting({"product": "one", **PLACE})
    [found] = json.loads(result.stdout)["findings"]

    assert (found["code"], before) == ("yaml-syntax", after)
    assert (alone.exit_code, written["one"] == after["one"]) == (0, False)


def test_nothing_is_recorded_on_one_of_two_products_with_the_same_id(meeting, tmp_path):
    shutil.copytree(tmp_path / "products" / "one", tmp_path / "products" / "copy")
    result, before, after = meeting({"product": "one", **PLACE})
    [found] = json.loads(result.stdout)["findings"]

    assert (result.exit_code, before) == (1, after)
    assert found["code"] == "duplicate-product"
    assert found["file"].endswith("products/one/product.yaml")


@pytest.mark.faults
def test_a_product_that_the_engine_fails_at_keeps_the_others_from_nothing(meeting, monkeypatch):
    usual = reader.read_declaration

    def read(document, model):
        if "/two/" in document.file:
            raise KeyError
        return usual(document, model)

    monkeypatch.setattr(reader, "read_declaration", read)
    alone, _, after = meeting({"product": "one", **PLACE})
    both, before, unchanged = meeting({"product": "one", **PLACE}, {"product": "two", **PLACE})
    [found] = json.loads(both.stdout)["findings"]

    assert (alone.exit_code, found["code"]) == (0, "internal-error")
    assert before == unchanged == after
