"""How models relate across the versions between them, and what `changes` makes of it."""

import json
import shutil

import pytest
from folders import criterion, write_model, write_product
from repository import first_commit

from os2governance import load_model
from os2governance.model.versions import CriterionLink
from os2governance.workflows.disk_files import open_library
from os2governance.workflows.model_links import find_links_between

ASKED = {"fact": "open", "present": True}


@pytest.fixture
def library(tmp_path):
    """Three versions: A is called B in the second, and C in the third; B there is another."""
    told = [None, {"B": ["A"]}, {"C": ["B"], "B": []}]
    for number, (names, ids) in enumerate(zip(("A", "B", "CB"), told, strict=True), 1):
        more = {"supersedes": {"version": str(number - 1), "criteria": ids}} if ids else {}
        asked = [criterion(name, "low", ASKED) for name in names]
        made = write_model(tmp_path / "made" / str(number), asked, version=str(number), **more)
        (tmp_path / "criteria/small").mkdir(parents=True, exist_ok=True)
        made.rename(tmp_path / f"criteria/small/{number}")
    return open_library(tmp_path / "criteria")


def model(library, version):
    return load_model(library.folders[0] / "small" / version)


def test_forth_and_back_over_the_version_between(library):
    first, last = model(library, "1"), model(library, "3")

    assert find_links_between(first, last, [library]) == (CriterionLink("A", "C"),)
    assert find_links_between(last, first, [library]) == (CriterionLink("C", "A"),)
    assert "small/2" in library.models  # read once, and kept
    assert "small/1" not in library.models  # what was handed in is no model of the library


def test_a_version_from_elsewhere_is_followed_from_where_it_ends(library, tmp_path):
    last = load_model((library.folders[0] / "small/3").rename(tmp_path / "criteria/small/3"))
    (tmp_path / "elsewhere/small").mkdir(parents=True)
    moved = (tmp_path / "criteria/small/3").rename(tmp_path / "elsewhere/small/3")

    assert find_links_between(model(library, "1"), last, [library]) == (CriterionLink("A", "C"),)
    assert find_links_between(model(library, "1"), load_model(moved), [library]) == (
        CriterionLink("A", "C"),
    )


def test_without_a_way_the_same_id_is_the_same_criterion(library):
    (library.folders[0] / "small/2/model.yaml").unlink()

    assert find_links_between(model(library, "1"), model(library, "3"), [library]) == ()
    assert find_links_between(model(library, "3"), model(library, "3"), [library]) == (
        CriterionLink("C", "C"), CriterionLink("B", "B"),
    )  # fmt: skip


OLD = {"R3": "met", "R5": "partly", "F13": "unmet", "F7": "partly"}
NEW = {"R2": "met", "R4": "partly", "F14": "unmet", "F7": "unknown"}


def test_a_declaration_carried_over_three_versions_of_a_real_model(tmp_path, monkeypatch, run):
    """From 2021-10-27 by 2024-07-02 to 1.1.0: what means the same has not changed."""
    monkeypatch.chdir(tmp_path)

    def declare(model, answers):
        shutil.rmtree(tmp_path / "products", ignore_errors=True)
        said = {
            name: {"answer": each, "evidence": ["https://example.org"]}
            for name, each in answers.items()
        }
        write_product(tmp_path, model=model, answers=said, facts={})

    declare("os2/2021-10-27", OLD)
    first_commit(tmp_path)
    declare("os2/1.1.0", NEW)
    asked = ("changes", "--from", "HEAD", "--as-of", "2026-06-01")
    (product,) = json.loads(run(*asked, "--format", "json").stdout_bytes)["products"]
    parts = {(each["was_named"], each["name"]): each for each in product["criteria"]}
    gone = [names for names, each in parts.items() if each["after"] is None]

    assert gone == [("R2", "R2")]  # dropped; what is called R2 now is told of R3
    assert {each["before"]["status"] for names, each in parts.items() if names[0]} == {
        "unknown",  # of R2, which nobody had answered
        "partly",
    }
    assert [names for names in parts if names[0] in OLD] == [("F7", "F7")]
    assert parts["F7", "F7"]["enough"] == [["answers"], ["model"]]  # merged, and answered anew
    assert [names for names in parts if names[0] is None] == [(None, "S4")]
    declare("os2/1.1.0", {**NEW, "R4": "met"})
    assert "R4 Nationale strategier (hed før R5): " in run(*asked).stdout
