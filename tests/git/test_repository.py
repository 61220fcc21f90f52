"""The repository of a folder: the one whose `.git` is nearest, whatever a commit may look like."""

import os
import subprocess
from pathlib import Path

import pytest
from git_traps import Traps, make_lookalike
from repository import first_commit, git

from os2governance.findings.not_possible import NotPossibleError
from os2governance.git import command
from os2governance.git.command import GitAnswer
from os2governance.git.repository import (
    ask_git,
    find_repository,
    find_top,
    get_answer,
    is_work_tree_top,
)


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    place = tmp_path / "repository"
    (place / "products" / "tool").mkdir(parents=True)
    (place / "products" / "tool" / "product.yaml").touch()
    first_commit(place)
    monkeypatch.chdir(place)
    return place


def test_an_ordinary_clone(place, tmp_path):
    git(tmp_path, "clone", "-q", "--bare", str(place), "bare.git")
    git(tmp_path, "clone", "-q", str(tmp_path / "bare.git"), "clone")
    repository = find_repository(tmp_path / "clone" / "products" / "tool")

    assert repository.top == tmp_path / "clone"
    assert repository.git_folder == tmp_path / "clone" / ".git"
    assert find_repository() == find_repository(place)


def test_a_work_tree_of_its_own(place, tmp_path):
    git(place, "worktree", "add", "-q", "-b", "there", str(tmp_path / "there"))
    repository = find_repository(tmp_path / "there" / "products")

    assert repository.top == tmp_path / "there"
    assert repository.git_folder == place / ".git" / "worktrees" / "there"
    assert ask_git(repository, ["rev-parse", "--symbolic-full-name", "HEAD"]) == (
        b"refs/heads/there\n"
    )


def test_a_submodule(place, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "product.yaml").touch()
    first_commit(other)
    allowed = ("-c", "protocol.file.allow=always")
    git(place, *allowed, "submodule", "add", "-q", str(other), "products/sub")
    repository = find_repository(place / "products" / "sub")

    assert repository.top == place / "products" / "sub"
    assert repository.git_folder == place / ".git" / "modules" / "products" / "sub"
    assert ask_git(repository, ["ls-files"]) == b"product.yaml\n"


def test_a_repository_behind_a_link(place, tmp_path):
    (tmp_path / "link").symlink_to(place)

    assert find_repository(tmp_path / "link" / "products").top == place


@pytest.mark.parametrize("worktree", [".", "..", "/"])
def test_a_product_folder_that_looks_like_gits_own_is_none(place, tmp_path, worktree):
    make_lookalike(place / "products" / "tool", Traps(tmp_path / "traps"), worktree)

    assert find_repository(place / "products" / "tool").top == place


def test_a_folder_that_looks_like_gits_own_and_lies_in_no_repository(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    make_lookalike(tmp_path / "tool", Traps(tmp_path / "traps"))

    assert find_top(tmp_path / "tool") is None
    with pytest.raises(NotPossibleError):
        find_repository(tmp_path / "tool")


def test_a_folder_that_looks_like_gits_own_beside_a_broken_one(tmp_path, monkeypatch):
    """Git would take the first for the second, as far as it can."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    make_lookalike(tmp_path / "tool", Traps(tmp_path / "traps"))
    for name in ("HEAD", "objects", "refs"):
        (tmp_path / "tool" / ".git" / name).mkdir(parents=True)

    with pytest.raises(NotPossibleError):
        find_repository(tmp_path / "tool")
    monkeypatch.setattr(  # as git before 2.38 answers
        "os2governance.git.repository.ask_where",
        lambda top: GitAnswer(0, os.fsencode(top) + b"\n", ""),
    )
    with pytest.raises(NotPossibleError) as refused:
        find_repository(tmp_path / "tool")
    assert "not in a git repository" in refused.value.text.en


def test_a_folder_without_what_git_needs_is_passed_over(place):
    (place / "products" / ".git").mkdir()

    assert find_top(place / "products" / "tool") == place
    assert is_work_tree_top(place)
    assert not is_work_tree_top(place / "products")


def test_a_file_that_names_no_repository_is_refused(place):
    (place / "products" / "tool" / ".git").write_text("gitdir: nowhere\n")

    with pytest.raises(NotPossibleError):
        find_repository(place / "products" / "tool")


def test_nothing_is_found_above_a_ceiling(place, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(place / "products"))

    assert find_top(place / "products" / "tool") is None
    assert find_top(place / "products") == place  # as git has it: the ceiling is above a folder
    assert find_top(place) == place


def test_whom_git_does_not_trust_is_not_trusted(place, monkeypatch):
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setattr(command, "_INHERITED", (*command._INHERITED, "GIT_TEST_"))
    monkeypatch.setenv("HOME", "/nowhere")
    monkeypatch.setenv("XDG_CONFIG_HOME", "/nowhere")

    with pytest.raises(NotPossibleError) as refused:
        find_repository(place)
    assert "dubious ownership" in refused.value.text.en


def test_the_hooks_and_filters_of_settings_are_turned_off(place):
    for name in ("hook.a", "hook.b.c", "hook.d=e", "filter.lfs"):
        git(place, "config", f"{name}.command", "false")
        git(place, "config", "--add", f"{name}.event", "post-index-change")
    repository = find_repository()
    listed = get_answer(repository, ["config", "--get-regexp", r"^hook\..*\.enabled$"])

    assert repository.programs == ("filter.lfs", "hook.a", "hook.b.c", "hook.d=e")
    assert listed.output.decode().splitlines() == [
        "hook.a.enabled false", "hook.b.c.enabled false", "hook.d=e.enabled false",
    ]  # fmt: skip


def test_what_git_says_is_said(place):
    with pytest.raises(NotPossibleError) as refused:
        ask_git(find_repository(), ["ls-tree", "nowhere"])

    assert "Not a valid object name nowhere" in refused.value.text.en
    assert get_answer(find_repository(), ["ls-tree", "nowhere"]).exit_code == 128


def test_without_git_nothing_is_possible(place, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")

    with pytest.raises(NotPossibleError) as refused:
        find_repository()
    assert refused.value.text.en == "git is not installed."


def test_git_that_does_not_answer(place, monkeypatch):
    def hang(*_, timeout, **__):
        raise subprocess.TimeoutExpired("git", timeout)

    monkeypatch.setattr(command.subprocess, "run", hang)

    with pytest.raises(NotPossibleError) as refused:
        find_repository()
    assert "no answer" in refused.value.text.en
    assert find_top(Path()) == place
