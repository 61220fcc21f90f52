"""The records of a repository, read commit by commit; the states are in test_log_verify.py."""

import shutil

import pytest
from folders import criterion, write_model, write_product
from repository import first_commit, git, replace

from os2governance.findings.not_possible import NotPossibleError
from os2governance.workflows.verify_record import verify_record

ADMIT = {"on": "2025-12-01", "decision": "admit", "by": "board", "grounds": "x"}


@pytest.fixture
def place(tmp_path, monkeypatch):
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    (tmp_path / "criteria/small/1/register.yaml").write_text("authorities: []\n")
    for name in ("a", "b"):
        write_product(tmp_path, name, decisions=[ADMIT])
    first_commit(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def states(found):
    return {(each.product, each.state) for each in found.entries}


def test_each_entry_is_named_from_the_folder_that_one_is_in(place, monkeypatch):
    monkeypatch.chdir(place / "products")
    found = verify_record("HEAD", ["."])

    assert {each.first.document.file for each in found.entries} == {
        "a/decisions.yaml",
        "b/decisions.yaml",
    }
    assert states(verify_record("HEAD", ["b"])) == {("b", "unchanged")}


def test_the_files_of_models_are_no_record(place):
    found = verify_record("HEAD", ["."])

    assert states(found) == {("a", "unchanged"), ("b", "unchanged")}


def test_a_product_that_is_gone_is_found_by_its_path(place):
    shutil.rmtree(place / "products/a")
    git(place, "commit", "-qam", "gone")

    assert states(verify_record("HEAD", ["products/a"])) == {("a", "removed")}
    assert len(verify_record("HEAD", []).findings) == 1


def test_a_product_in_a_repository_of_its_own(tmp_path, monkeypatch):
    made = write_product(tmp_path / "made", decisions=[ADMIT])
    for file in made.iterdir():
        file.rename(tmp_path / file.name)
    shutil.rmtree(tmp_path / "made")
    first_commit(tmp_path)
    monkeypatch.chdir(tmp_path)
    replace(tmp_path / "decisions.yaml", "decision: admit", "decision: pause")
    git(tmp_path, "commit", "-qam", "second")

    assert states(verify_record("HEAD", ["."])) == {("tool", "rewritten")}


def test_what_is_no_repository(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    with pytest.raises(NotPossibleError):
        verify_record("HEAD", [])


@pytest.fixture
def with_submodule(place, tmp_path_factory):
    theirs = tmp_path_factory.mktemp("theirs")
    write_product(theirs, "c", decisions=[ADMIT])
    first_commit(theirs)
    allowed = ("-c", "protocol.file.allow=always")
    git(place, *allowed, "submodule", "add", "-q", theirs, "declarations/theirs")
    git(place, "commit", "-qm", "theirs")
    return place


def test_a_submodule_is_named_and_verified_by_a_run_of_its_own(with_submodule, monkeypatch):
    found = verify_record("HEAD", ["."])
    assert states(found) == {("a", "unchanged"), ("b", "unchanged")}
    assert found.submodules == ("declarations/theirs",)
    assert verify_record("HEAD", ["products"]).submodules == ()

    assert states(verify_record("HEAD", ["declarations/theirs"])) == {("c", "unchanged")}
    monkeypatch.chdir(with_submodule / "products")
    with pytest.raises(NotPossibleError, match=r"\.\./declarations/theirs"):
        verify_record("HEAD", ["../declarations"])
