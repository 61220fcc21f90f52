"""How git is run: where, with which variables, and what it answers."""

import pytest
from repository import first_commit

from os2governance.git.command import run_git


@pytest.fixture
def repository(tmp_path):
    place = tmp_path / "repository"
    place.mkdir()
    (place / "a[b].txt").write_text("text")
    first_commit(place)
    return place


def test_the_repository_is_that_of_the_folder(repository, monkeypatch):
    answer = run_git(["rev-parse", "--show-toplevel"], repository)

    assert (answer.exit_code, answer.output.decode().strip()) == (0, str(repository))
    monkeypatch.chdir(repository)
    assert run_git(["rev-parse", "--show-toplevel"]).output == answer.output


@pytest.mark.parametrize("name", ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"])
def test_a_hook_of_another_repository_does_not_lead_astray(repository, monkeypatch, name):
    right = run_git(["ls-files", "--stage"], repository).output
    monkeypatch.setenv(name, "/nowhere")

    assert run_git(["ls-files", "--stage"], repository).output == right
    assert b"a[b].txt" in right


def test_variables_of_ones_own_hold(repository, tmp_path):
    index = {"GIT_INDEX_FILE": str(tmp_path / "index")}

    assert run_git(["ls-files"], repository, variables=index).output == b""


def test_paths_are_taken_literally(repository):
    assert run_git(["ls-files", "--", "a[b].txt"], repository).output == b"a[b].txt\n"
    assert run_git(["ls-files", "--", "*.txt"], repository).output == b""


def test_a_failure_is_told_in_english(repository, tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "da_DK.UTF-8")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    outside = tmp_path / "outside"
    outside.mkdir()
    answer = run_git(["rev-parse", "--show-toplevel"], outside)

    assert answer.exit_code != 0
    assert "not a git repository" in answer.message


def test_without_git_it_is_the_systems_error(repository, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")

    with pytest.raises(FileNotFoundError):
        run_git(["version"], repository)
