"""How git is run: where, with which variables and settings, and what it answers."""

import os
import re

import pytest
from repository import first_commit

from os2governance.git import command
from os2governance.git.command import ask_where, find_git, run_git
from os2governance.git.repository import find_repository


@pytest.fixture
def place(tmp_path):
    place = tmp_path / "repository"
    place.mkdir()
    (place / "a[b].txt").write_text("text")
    first_commit(place)
    return place


@pytest.fixture
def repository(place):
    return find_repository(place)


def test_the_repository_is_the_one_that_is_given(repository, place, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    answer = run_git(["rev-parse", "--show-toplevel"], repository)

    assert (answer.exit_code, answer.output.decode().strip()) == (0, str(place))


@pytest.mark.parametrize(
    "name",
    [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR",
        "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE", "GIT_CONFIG_PARAMETERS", "GIT_EXTERNAL_DIFF",
    ],
)  # fmt: skip
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


def test_a_failure_is_told_in_english(repository, monkeypatch):
    monkeypatch.setenv("LC_ALL", "da_DK.UTF-8")
    answer = run_git(["rev-parse", "--verify", "nowhere"], repository)

    assert answer.exit_code != 0
    assert "Needed a single revision" in answer.message


def test_where_the_repository_is_looked_for_in_one_folder_alone(place):
    (place / "below").mkdir()

    assert ask_where(place).output.decode().strip() == str(place / ".git")
    assert ask_where(place / "below").exit_code != 0


def test_only_our_own_list_of_commands_is_run(repository):
    for name in ("status", "difftool", "x", "--exec-path=/tmp"):
        with pytest.raises(KeyError):
            run_git([name], repository)


def test_without_git_it_is_the_systems_error(repository, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")

    with pytest.raises(FileNotFoundError):
        run_git(["rev-parse"], repository)


@pytest.mark.parametrize("path", ["", ".", "bin", "./bin", "::bin"])
def test_a_program_of_the_current_folder_is_not_git(path, tmp_path, monkeypatch):
    """A repository may hold a program of that name, and people work in repositories."""
    (tmp_path / "bin").mkdir()
    for folder in (tmp_path, tmp_path / "bin"):
        (folder / "git").write_text("#!/bin/sh\n")
        (folder / "git").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", path)
    with pytest.raises(FileNotFoundError):
        find_git()
    monkeypatch.setenv("PATH", os.pathsep.join([path, str(tmp_path / "bin")]))

    assert find_git() == str(tmp_path / "bin" / "git")


def test_on_windows_it_has_an_ending(tmp_path, monkeypatch):
    for name in ("git", "git.exe", "git.bat"):
        (tmp_path / name).write_text("")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with monkeypatch.context() as windows:
        windows.setattr(command.os, "name", "nt")
        found = find_git()

    assert found == f"{tmp_path}/git.exe"


def test_git_that_does_not_answer_is_the_systems_error(repository, place, monkeypatch):
    os.mkfifo(place / "pipe")
    (place / ".git" / "info" / "exclude").unlink(missing_ok=True)
    os.mkfifo(place / ".git" / "info" / "exclude")
    monkeypatch.setattr(command, "TIMEOUT_SECONDS", 1)

    with pytest.raises(TimeoutError, match="no answer"):
        run_git(["ls-files", "--others", "--exclude-standard"], repository)


def test_every_setting_that_git_has_for_a_program_is_overruled():
    """Those of git's own list whose name says so; what is not run by our commands is left out."""
    names = {setting.partition("=")[0].lower() for setting in command._SETTINGS}
    told = command.subprocess.run(
        ["git", "help", "--config"], check=True, capture_output=True, text=True
    ).stdout
    program = re.compile(r"(program|command|cmd|helper|askpass|pager|editor|hookspath|fsmonitor)$")
    named = {each for each in told.lower().split() if program.search(each)}

    assert {each for each in named - names if "<" not in each and "*" not in each} <= NOT_RUN


NOT_RUN = {
    "advice.waitingforeditor",
    "color.pager",
    "sendemail.cccmd",
    "sendemail.tocmd",
    "sequence.editor",
}
"""Of commands that are not ours; the first two name no program."""
