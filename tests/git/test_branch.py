"""A commit on a branch of its own touches nothing else of a repository, byte for byte."""

import subprocess
from pathlib import Path

import pytest
from repository import first_commit, git

from os2governance.git.branch import commit_on_branch


@pytest.fixture(autouse=True)
def somebody(monkeypatch):
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "T")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "t@example.org")


@pytest.fixture
def repository(tmp_path) -> Path:
    place = tmp_path / "repository"
    (place / "products" / "tool").mkdir(parents=True)
    (place / "products" / "tool" / "product.yaml").write_text("name: Tool\n")
    (place / "run").write_text("#!/bin/sh\n")
    (place / "run").chmod(0o755)
    (place / ".gitattributes").write_text("*.yaml text eol=crlf\n")
    first_commit(place)
    (place / "staged").write_text("staged\n")
    git(place, "add", "staged")
    (place / "run").write_text("changed, not staged\n")
    return place


def asked(place, *arguments) -> str:
    command = ["git", "-C", str(place), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def state(place: Path, *, but: str = "") -> dict[str, bytes]:
    """Give every file of the work tree and of git's own, but new objects and one branch."""
    found = {}
    for file in sorted(place.rglob("*")):
        name = file.relative_to(place).as_posix()
        if file.is_file() and not name.startswith(".git/objects/"):
            found[name] = file.read_bytes()
    branch = {f".git/refs/heads/{but}", f".git/logs/refs/heads/{but}"}
    return {name: data for name, data in found.items() if name not in branch}


def test_the_branch_has_the_file_and_nothing_else_has_changed(repository):
    before, file = state(repository), repository / "products" / "tool" / "product.yaml"
    commit, findings = commit_on_branch(
        repository / "products", "form", {file: b"name: New\n"}, "Why æ"
    )

    assert findings == []
    assert state(repository, but="form") == before
    assert asked(repository, "rev-parse", "form").strip() == commit
    assert asked(repository, "log", "-1", "--format=%s %P", "form").split() == [
        "Why", "æ", asked(repository, "rev-parse", "HEAD").strip(),
    ]  # fmt: skip
    assert (
        asked(repository, "diff", "--name-status", "HEAD", "form")
        == "M\tproducts/tool/product.yaml\n"
    )
    assert asked(repository, "show", "form:products/tool/product.yaml") == "name: New\n"
    assert asked(repository, "fsck", "--strict") == ""


def test_the_branch_goes_on_from_where_it_is(repository):
    new = repository / "products" / "ny æ" / "product.yaml"
    first, _ = commit_on_branch(repository, "form", {new: b"a: 1\n"}, "1")
    second, _ = commit_on_branch(
        repository, "form", {new: b"a: 2\n", repository / "run": b"x"}, "2"
    )

    assert asked(repository, "rev-parse", "form^").strip() == first
    assert asked(repository, "rev-parse", "form").strip() == second
    assert asked(repository, "ls-tree", "form", "run").startswith("100755")


def test_a_repository_without_a_commit(tmp_path):
    git(tmp_path, "init", "-q")
    commit, findings = commit_on_branch(tmp_path, "form", {tmp_path / "a": b"a"}, "1")

    assert findings == []
    assert asked(tmp_path, "rev-list", "--parents", commit).split() == [commit]


@pytest.mark.parametrize(
    "branch", ["", "-d", "--help", "a..b", "a b", "HEAD", "@{-1}", "x.lock", "a\nb"]
)
def test_what_is_no_name_of_a_branch_is_refused(repository, branch):
    before = state(repository)
    commit, findings = commit_on_branch(repository, branch, {repository / "a": b"a"}, "1")

    assert (commit, [each.code for each in findings]) == ("", ["branch-name"])
    assert state(repository) == before


def test_a_branch_that_is_checked_out_here_or_elsewhere_is_refused(repository, tmp_path):
    here = asked(repository, "branch", "--show-current").strip()
    git(repository, "worktree", "add", "-q", "-b", "there", str(tmp_path / "elsewhere"))
    before = state(repository)

    for branch in (here, "there"):
        _, findings = commit_on_branch(repository, branch, {repository / "a": b"a"}, "1")
        assert [each.code for each in findings] == ["branch-checked-out"]
    assert state(repository) == before


def test_nothing_new_is_no_commit(repository):
    file = repository / "products" / "tool" / "product.yaml"
    _, findings = commit_on_branch(repository, "form", {file: b"name: Tool\n"}, "1")

    assert [each.code for each in findings] == ["branch-nothing-new"]
    assert "form" not in asked(repository, "branch")


def test_files_elsewhere_are_refused(repository, tmp_path):
    (repository / "link").symlink_to(tmp_path / "secret")
    for path in (
        tmp_path / "out",
        repository / ".." / "out",
        repository / ".git" / "config",
        repository / "link",
    ):
        _, findings = commit_on_branch(repository, "form", {path: b"a"}, "1")
        assert [each.code for each in findings] == ["file-outside"]


def test_no_repository(tmp_path):
    _, findings = commit_on_branch(tmp_path, "form", {tmp_path / "a": b"a"}, "1")

    assert [each.code for each in findings] == ["branch-no-repository"]


def test_what_git_says_is_said(repository, monkeypatch):
    (repository / ".git" / "refs" / "heads" / "form").mkdir()
    (repository / ".git" / "refs" / "heads" / "form" / "x.lock").write_text("")
    _, findings = commit_on_branch(repository, "form/x", {repository / "a": b"a"}, "1")

    assert [each.code for each in findings] == ["branch-refused"]
    assert "form/x" in findings[0].message.render("en")


def test_a_hook_that_runs_us_does_not_lead_us_astray(repository, monkeypatch):
    monkeypatch.setenv("GIT_INDEX_FILE", str(repository / ".git" / "index"))
    before = state(repository)
    _, findings = commit_on_branch(repository, "form", {repository / "a": b"a"}, "1")

    assert findings == []
    assert state(repository, but="form") == before
