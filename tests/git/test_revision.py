"""A revision: its commit, its files as they were, and words for what is not there."""

from datetime import date

import pytest
from repository import first_commit, git

from os2governance.documents.text_reader import MAX_BYTES
from os2governance.findings.not_possible import NotPossibleError
from os2governance.git.repository import find_repository
from os2governance.git.revision import (
    Revision,
    find_commit_by_date,
    find_revision,
    has_newer_commits,
    is_submodule,
    list_work_tree_files,
)

NAMES = ["a b", "æ\n|x", "-d", ":(glob)*"]


@pytest.fixture
def place(tmp_path, monkeypatch):
    home = tmp_path / "home"
    (home / "sub").mkdir(parents=True)
    for name in NAMES:
        (home / "sub" / name).write_text(f"first {name}")
    (home / "link").symlink_to("sub")
    first_commit(home)
    git(home, "branch", "-M", "main")
    monkeypatch.chdir(home)
    return home


def read(revision, name):
    digest = revision.tree.entries[name].digest
    return revision.read_blobs([digest])[digest]


def test_files_are_read_as_they_were(place):
    (place / "sub" / "a b").write_text("now")
    revision = Revision("HEAD")

    assert revision.top == place.resolve()
    assert {name for name in revision.tree.entries if name != "link"} == {
        f"sub/{n}" for n in NAMES
    }
    assert [read(revision, f"sub/{name}") for name in NAMES] == [
        f"first {name}".encode() for name in NAMES
    ]
    assert revision.tree.resolve("link/a b") == "sub/a b"


def test_a_file_that_is_too_large_is_not_read(place):
    (place / "big").write_bytes(b"x" * (MAX_BYTES + 5))
    (place / "most").write_bytes(b"x" * MAX_BYTES)
    git(place, "add", "-A")
    git(place, "commit", "-qm", "big")
    revision = Revision("HEAD")

    assert len(read(revision, "big")) == MAX_BYTES + 1
    assert read(revision, "most") == b"x" * MAX_BYTES


def test_a_blob_that_is_not_there_is_not_possible(place):
    with pytest.raises(NotPossibleError):
        Revision("HEAD").read_blobs(["0" * 40])
    assert Revision("HEAD").read_blobs([]) == {}


@pytest.mark.parametrize("name", ["nowhere", "--all", "", "HEAD:link", "\x1b[31m", "a\nb"])
def test_what_is_no_revision_is_not_possible_in_both_languages(place, name):
    with pytest.raises(NotPossibleError) as refused:
        Revision(name)

    assert refused.value.text.da != refused.value.text.en
    assert "fetch-depth" not in refused.value.text.en


def test_outside_a_repository_nothing_is_possible(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.chdir(tmp_path)

    for asked in (lambda: Revision("HEAD"), find_repository):
        with pytest.raises(NotPossibleError):
            asked()
    assert find_commit_by_date(date(2026, 1, 1)) is None
    assert not has_newer_commits("main")


def test_the_merge_base_of_a_branch_that_went_on(place):
    base = Revision("HEAD").commit
    git(place, "switch", "-qc", "ours")
    git(place, "commit", "-q", "--allow-empty", "-m", "ours")
    assert not has_newer_commits("main")
    git(place, "switch", "-q", "main")
    git(place, "commit", "-q", "--allow-empty", "-m", "theirs")
    git(place, "switch", "-q", "ours")

    assert has_newer_commits("main")
    assert find_revision("main...").commit == base
    assert find_revision("main").commit != base


def test_the_newest_commit_of_a_day(place):
    git(place, "commit", "-q", "--allow-empty", "-m", "old")
    newest = Revision("HEAD").commit

    assert find_commit_by_date(date(9999, 12, 31)) == newest
    assert find_commit_by_date(date(2100, 1, 1)) == newest
    for day in (date(1971, 1, 1), date(1969, 12, 31), date.min):
        assert find_commit_by_date(day) is None


def test_files_that_are_ignored_are_none_of_the_work_tree(place):
    (place / ".gitignore").write_text("*.log\n")
    (place / "x.log").touch()
    (place / "new").touch()

    assert {*list_work_tree_files(place)} == {
        *(f"sub/{n}" for n in NAMES),
        "link",
        ".gitignore",
        "new",
    }
    assert not is_submodule(find_repository(), "sub")
