"""The days on which lines were committed."""

from datetime import date

import pytest
from repository import git

from os2governance.git import line_dates
from os2governance.git.line_dates import find_line_dates
from os2governance.git.repository import open_repository


@pytest.fixture
def file(tmp_path, monkeypatch):
    """A file of three lines: of two commits, and of none."""
    file = tmp_path / "a b" / "æ.yaml"
    file.parent.mkdir()
    git(tmp_path, "init", "-q")
    for day, text in (
        ("2026-02-03T23:30:00+0200", "a: 1\nb: 2\n"),
        ("2026-03-04", "a: 1\nb: 3\n"),
    ):
        file.write_text(text)
        monkeypatch.setenv("GIT_COMMITTER_DATE", day if "T" in day else f"{day}T00:30:00+0100")
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-qm", "x")
    file.write_text("a: 1\nb: 3\nc: 4\n")
    return file


def find_dates(file, lines):
    return find_line_dates({file: lines})[file]


def test_each_line_has_the_day_of_its_commit_where_it_was_made(file):
    assert find_dates(file, [3, 2, 1]) == {1: date(2026, 2, 3), 2: date(2026, 3, 4)}
    assert find_dates(file, [2, 2]) == {2: date(2026, 3, 4)}
    assert find_dates(file, []) == {}


def test_where_git_knows_nothing_there_are_no_days(file, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "f.yaml"
    outside.write_text("a: 1\n")
    (file.parent / "new.yaml").write_text("a: 1\n")

    assert find_dates(outside, [1]) == {}
    assert find_dates(file.parent / "new.yaml", [1]) == {}
    assert find_dates(file.parent / "none.yaml", [1]) == {}
    assert find_dates(file, [99]) == {}


def test_settings_that_make_git_refuse_take_the_days_and_nothing_else(file):
    git(file.parent, "config", "blame.ignoreRevsFile", "/nowhere")

    assert find_dates(file, [1]) == {}


def test_a_repository_is_opened_once_for_all_its_files(file, monkeypatch):
    opened = []

    def open_counted(top):
        opened.append(top)
        return open_repository(top)

    monkeypatch.setattr(line_dates, "open_repository", open_counted)
    other = file.parent / "other.yaml"

    assert find_line_dates({file: [1], other: [1]}) == {file: {1: date(2026, 2, 3)}, other: {}}
    assert len(opened) == 1
